"""A whole entry withdrawn from a signed record, or standing again: what it says, and why."""

from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.fact_changes import fact_words
from sgdesk.domain.masking import Shown
from sgdesk.domain.relation_changes import relation_words
from sgdesk.domain.sharing.reached import reached_words
from sgdesk.domain.withdrawal import WITHDRAWAL_WORDS, Deed
from sgdesk.services.views import ConcernView
from sgdesk.text import _
from ui.concerns.gradual_form import GradualForm
from ui.concerns.told_before import told_before
from ui.kit.binding import DraftHolder
from ui.kit.cards import words
from ui.kit.choice_fields import options_of
from ui.kit.form import Form


def withdraw_form(draft: AmendmentDraft, view: ConcernView, shown: Shown) -> GradualForm:
    """Return the form of a withdrawal, with who outside was told of the entry, or of its end."""
    later = GradualForm(Form(DraftHolder(draft)))
    if draft.deed is Deed.BRING_BACK:
        hint = _("It counts again, and is offered again when you share. Both changes stay visible.")
        later.card(_("Let it stand again"), hint)
        later.later(lambda: later.form.add_widget(words(shown(_whole(draft, view)))))
        why = _("&Why does it stand again?")
        later.later(lambda: later.form.long_text("because", why, rows=2))
        return later
    hint = _(
        "It stays in the record, struck through, with your name and the reason. It counts nowhere"
        " any more, and goes to nobody."
    )
    later.card(_("Withdraw this whole entry"), hint)
    later.later(
        lambda: later.form.add_widget(words(shown(_whole(draft, view)))),
        lambda: _tell(later, draft, view),
        lambda: _ask_which(later),
        lambda: later.form.long_text("because", _("&What happened, and how was it found?"), rows=2),
    )
    return later


def _ask_which(later: GradualForm) -> None:
    hint = _(
        "About another person: record it with them. If it left the practice, look whether that is"
        " a data breach, at “Data breach or request”."
    )
    options = options_of(WITHDRAWAL_WORDS)
    later.form.choice("withdrawn_as", _("Why does it not stand?"), options, hint)


def _tell(later: GradualForm, draft: AmendmentDraft, view: ConcernView) -> None:
    entry = draft.fact or draft.relation
    for one in told_before(entry, view) if entry is not None else ():
        later.form.add_widget(words(reached_words(one), "hint"))


def _whole(draft: AmendmentDraft, view: ConcernView) -> str:
    if draft.fact is not None:
        return fact_words(draft.fact, view.concern.every_fact)
    return relation_words(draft.relation) if draft.relation is not None else ""
