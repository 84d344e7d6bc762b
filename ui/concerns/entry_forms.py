"""The questions of what is entered about a signed record: an answer, a team note, a closing."""

from collections.abc import Sequence
from datetime import date

from sgdesk.domain.concern import Stage
from sgdesk.domain.data_matters import MatterDraft
from sgdesk.domain.entries import (
    AmendmentDraft,
    AnswerDraft,
    ClosingDraft,
    DelayDraft,
    Entry,
    LinkDraft,
    NewsDraft,
    NoteDraft,
    SettlingDraft,
)
from sgdesk.domain.letters import LetterDraft
from sgdesk.domain.masking import Shown
from sgdesk.domain.outcome import TIER_WORDS, ClosingKind, OutcomeKind
from sgdesk.services.views import ConcernView, SharingHistory
from sgdesk.text import _, read_moment
from ui.concerns.amendment_forms import amendment_forms, first_field
from ui.concerns.escalation_forms import add_letter, add_settling
from ui.concerns.gradual_form import GradualForm
from ui.concerns.mark_place import Maps
from ui.concerns.matter_forms import add_matter
from ui.concerns.police_forms import add_delay, add_news
from ui.kit.binding import DraftHolder
from ui.kit.cards import words
from ui.kit.choice_fields import Options, options_of
from ui.kit.form import Form

_KIND_WORDS = {
    OutcomeKind.ACKNOWLEDGED: "Acknowledgement: somebody there says that they have it",
    OutcomeKind.ACCEPTED: "Accepted: they assess or act",
    OutcomeKind.RETURNED: "Returned to us: they ask for more",
    OutcomeKind.NO_FURTHER_ACTION: "No further action",
    OutcomeKind.OTHER: "Another answer",
}


def entry_forms(
    draft: Entry, view: ConcernView, shown: Shown, maps: Maps, today: date
) -> list[GradualForm]:
    """Return the forms of an entry about the concern in sight, one below another."""
    if isinstance(draft, AmendmentDraft):
        return amendment_forms(draft, view, shown, maps, today)
    form = GradualForm(Form(DraftHolder(draft)))
    match draft:
        case AnswerDraft():
            _add_answer(form, draft, view.sharings)
        case NoteDraft():
            _add_note(form)
        case ClosingDraft():
            _add_closing(form, draft, view)
        case LinkDraft():
            _add_link(form)
        case NewsDraft():
            add_news(form, draft, view.police)
        case DelayDraft():
            add_delay(form)
        case LetterDraft():
            add_letter(form, draft)
        case SettlingDraft():
            add_settling(form)
        case MatterDraft():
            add_matter(form, draft)
    return [form]


def first_field_of(draft: Entry) -> str:
    """Return the object name of the first question."""
    match draft:
        case AnswerDraft():
            return "kind"
        case NoteDraft():
            return "tier"
        case ClosingDraft():
            return "because"
        case LinkDraft():
            return "reference"
        case NewsDraft():
            return "text" if draft.kind else "kind"
        case DelayDraft():
            return "because"
        case LetterDraft():
            return "to"
        case MatterDraft():
            return "kind"
        case SettlingDraft():
            return "how"
        case AmendmentDraft():
            return first_field(draft)


def _add_answer(later: GradualForm, draft: AnswerDraft, sharings: Sequence[SharingHistory]) -> None:
    hint = _(
        "A receipt shows that it arrived, and stands with the sending. An acknowledgement is a"
        " person's word that they have it. Recording it ends the dues that it answers."
    )
    form, which = later.form, _("Which decision does it answer?")
    later.card(_("What came back"), hint)
    later.later(
        lambda: form.choice("kind", _("What is &it?"), options_of(_KIND_WORDS), as_list=True)
    )
    if len(sharings) > 1:
        later.later(lambda: form.choice("sharing_id", which, _sent(sharings), as_list=True))
    later.later(
        lambda: _ask_who(form),
        lambda: form.moment("day", "clock_time", _("&Day it came"), _("&Time")),
        lambda: _if_decided(form, draft, "decision", _("What they de&cided, in their words")),
        lambda: _if_decided(form, draft, "reasons", _("Their reaso&ns")),
        lambda: form.long_text("next_steps", _("What happens ne&xt, and who does it"), rows=2),
        lambda: _if_decided(
            form, draft, "disagreement", _("What the practice disa&grees with, and why"),
            _("Leave it empty if you agree."),
        ),
        lambda: _if_decided_date(form, draft),
        lambda: form.date(
            "ask_again_on", _("&Ask again on"), _("Leave it empty, and the usual time holds.")
        ),
    )  # fmt: skip


def _ask_who(form: Form) -> None:
    with form.beside():
        form.line("by", _("&Who told us, and their role"))
        form.line("reference", _("Their re&ference"))


def _if_decided(form: Form, draft: AnswerDraft, field: str, text: str, hint: str = "") -> None:
    question = form.long_text(field, text, hint, rows=2)
    # Said at once: Qt would show what is new in a visible page, whatever is said of it later.
    question.setVisible(_is_decision(draft))
    form.only_if(lambda: _is_decision(draft), field)


def _if_decided_date(form: Form, draft: AnswerDraft) -> None:
    hint = _("If child protection enquiries began: a conference follows, and a report for it.")
    question = form.date("strategy_on", _("A strategy discussion was held o&n"), hint)
    question.setVisible(_is_decision(draft))
    form.only_if(lambda: _is_decision(draft), "strategy_on")


def _is_decision(draft: AnswerDraft) -> bool:
    return draft.kind not in (None, OutcomeKind.ACKNOWLEDGED)


def _sent(sharings: Sequence[SharingHistory]) -> Options:
    return [
        (
            str(past.sharing.id),
            _("{agency}, decided {when}").format(
                agency=past.sharing.recipient.organisation or _("Nobody"),
                when=read_moment(past.sharing.decided_at),
            ),
        )
        for past in sharings
    ]


def _add_note(later: GradualForm) -> None:
    form = later.form
    hint = _("What one part of the team is told, and no more. Say nothing they do not need.")
    changed = _("Leave it empty if it holds until it is changed.")
    later.card(_("Team note"), hint)
    later.later(
        lambda: form.choice(
            "tier", _("How much may they &know?"), options_of(TIER_WORDS), as_list=True
        ),
        lambda: form.line("people", _("&Who is told"), _("Names, or a group such as reception")),
        lambda: form.long_text("text", _("What they are &told")),
        lambda: form.long_text("must_not_say", _("What must &not be said, and to whom"), rows=2),
        lambda: form.date("until", _("It holds &until"), changed),
    )


def _add_closing(later: GradualForm, draft: ClosingDraft, view: ConcernView) -> None:
    form = later.form
    if draft.kind is ClosingKind.REOPENED:
        later.card(_("Open the concern again"), _("Its history stays as it is."))
        later.later(lambda: form.long_text("because", _("&Why is it opened again?"), rows=2))
        return
    if view.concern.signed_at is None:
        _add_mistake(later)
        return
    card = later.card(_("Close the concern"), _("It can be opened again."))
    for text in missing_words(view):
        card.add(words(f"·  {text}"))
    later.later(lambda: form.long_text("because", _("&Why is nothing more needed?"), rows=2))


def _add_mistake(later: GradualForm) -> None:
    hint = _(
        "It stays in the log with its reference, what was typed, and this reason; what is due ends"
        " with it. It can be opened again."
    )
    later.card(_("Close: begun by mistake"), hint)
    asked, such = _("&Why was it begun by mistake?"), _("Such as: begun twice, see SG-2026-0031.")
    later.later(lambda: later.form.long_text("because", asked, such, rows=2))


def _add_link(later: GradualForm) -> None:
    hint = _("Such as the concern about a brother or sister. Both pages show the link.")
    later.card(_("Link another concern"), hint)
    later.later(lambda: _ask_link(later.form))


def _ask_link(form: Form) -> None:
    with form.beside():
        form.line("reference", _("Its re&ference"), _("Such as SG-2026-0031"))
        form.line("how", _("How they &belong together"), _("Such as: her younger brother"))


def missing_words(view: ConcernView) -> list[str]:
    """Return what is not done yet about a concern that somebody wants to close."""
    still_due = sum(due.closed_at is None for due in view.dues)
    decided = any(one.kind is not OutcomeKind.ACKNOWLEDGED for one in view.outcomes)
    filed = any(past.sharing.clinical.made_on is not None for past in view.sharings)
    waits = view.concern.stage in (Stage.AWAITING_ACKNOWLEDGEMENT, Stage.AWAITING_OUTCOME)
    found = [
        _("No outcome is recorded. Say why none is needed.") if waits and not decided else "",
        "" if filed else _("No entry in the clinical record is noted. Say where it stands."),
        _("Still due: {count}. They end with this reason.").format(count=still_due)
        if still_due
        else "",
    ]
    return [text for text in found if text]
