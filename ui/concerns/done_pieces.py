"""Everything that was done about a concern, a card each."""

from collections.abc import Callable
from datetime import date
from functools import partial

from sgdesk.domain.masking import Shown
from sgdesk.ids import CallId
from sgdesk.services.views import ConcernView
from ui.concerns.done_cards import Piece, calls_card, sharings_card
from ui.concerns.outcome_cards import notes_card, outcomes_card
from ui.kit.cards import Card

_REVIEW = "DL-NOTSHARED"


def done_pieces(
    view: ConcernView,
    shown: Shown,
    add: Callable[[Card], None],
    today: date,
    print_call: Callable[[CallId], None],
) -> list[Piece]:
    """Return the pieces that show decisions, answers, calls and team notes, where there are any.

    `print_call` is called with the id of a call whose record is wanted on paper.
    """
    cards: list[tuple[object, Callable[[], Card]]] = [
        (view.sharings, lambda: sharings_card(view.sharings, shown, _passed(view, today))),
        (view.outcomes, lambda: outcomes_card(view.outcomes, shown)),
        (view.calls, lambda: calls_card(view.calls, shown, print_call)),
        (view.team_notes, lambda: notes_card(view.team_notes, shown)),
    ]
    return [partial(_add_made, add, make) for content, make in cards if content]


def _add_made(add: Callable[[Card], None], make: Callable[[], Card]) -> None:
    add(make())


def _passed(view: ConcernView, today: date) -> set[str]:
    """Return the decisions whose day of review has passed, unless a later one stands in their
    place, or somebody said why nothing more is needed."""
    followed: set[str | None] = {past.sharing.after for past in view.sharings}
    followed |= {
        due.about for due in view.dues if due.rule.startswith(_REVIEW) and due.closed_at is not None
    }
    return {
        one.id
        for one in (past.sharing for past in view.sharings)
        if one.not_sharing.review_on is not None
        and one.not_sharing.review_on < today
        and one.id not in followed
    }
