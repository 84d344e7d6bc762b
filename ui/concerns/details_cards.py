"""What a record answers beside its facts: safe contact, worry, visit, the person, the family."""

from collections.abc import Callable
from datetime import date
from functools import partial

from sgdesk.domain.details_told import Line, contact_lines, kept_lines, visit_lines, worry_lines
from sgdesk.domain.facts.delay import delay_lines, first_referred
from sgdesk.domain.masking import Shown
from sgdesk.services.views import ConcernView
from sgdesk.text import _
from ui.concerns.done_cards import Piece
from ui.concerns.lines_card import line_pieces
from ui.concerns.person_card import Amend, person_pieces
from ui.kit.cards import Card, Notice


def contact_pieces(
    view: ConcernView, shown: Shown, add: Callable[[Card], None], *, whole: bool
) -> list[Piece]:
    """Return the pieces that show how to reach somebody safely, and what must never reach whom."""
    contact = view.concern.contact
    never = contact.never_reach.strip()
    text = _("Must never reach: {who}").format(who=never)
    above = partial(Notice, shown(text), kind="overdue") if never else None
    lines = contact_lines(contact, whole=whole)
    return line_pieces(_("Safe contact"), lines, shown, add, above)


def details_pieces(
    view: ConcernView,
    today: date,
    shown: Shown,
    amend: Amend | None,
    add: Callable[[Card], None],
    *,
    whole: bool,
) -> list[Piece]:
    """Return the pieces that show the worry, the visit, the words that were kept, the person and
    the family. `amend` is called with what is to be amended, where that is offered."""
    concern = view.concern
    kept = kept_lines(concern.kept)
    return [
        *line_pieces(_("The worry"), worry_lines(concern.urgency), shown, add),
        *line_pieces(_("The visit"), _visit(view), shown, add),
        *line_pieces(_("Words that were kept, and why"), kept, shown, add),
        *person_pieces(view, today, shown, amend, add, whole=whole),
    ]


def _visit(view: ConcernView) -> list[Line]:
    visit = view.concern.presentation
    attempts = [one for past in view.sharings for one in past.attempts]
    delays = delay_lines(visit, view.concern.signed_at, first_referred(view.calls, attempts))
    told = Line(_("From the event to the referral"), "\n".join(delays))
    return [*visit_lines(visit), *([told] if delays else [])]
