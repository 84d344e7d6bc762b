"""What an entry needs of the desk: the maps, and the one call that signs and records it."""

from collections.abc import Callable

from sgdesk.bootstrap import Desk
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
from sgdesk.domain.entry_rules import as_news, as_note, as_outcome
from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.letters import LetterDraft
from sgdesk.domain.outcome import ClosingKind
from sgdesk.domain.withdrawal import Deed
from sgdesk.ids import SharingId
from sgdesk.services.views import MadePaper
from sgdesk.text import _, read_moment
from ui.concerns.mark_place import Maps

_AMENDED = {
    Deed.AMEND: "Amended. Both versions are in the record.",
    Deed.WITHDRAW: "Withdrawn. It stays readable in the record.",
    Deed.BRING_BACK: "It stands again. Both changes are in the record.",
}


def maps_of(desk: Desk, draft: Entry) -> Maps:
    """Return the body maps that an entry needs; reading them the first time is for the worker."""
    marked = isinstance(draft, AmendmentDraft) and isinstance(draft.fact, Injury)
    return desk.maps if marked else {}


def recording(desk: Desk, draft: Entry) -> Callable[[], str | MadePaper]:
    """Return the work that records an entry, and says what to tell about it, or made a paper."""
    if isinstance(draft, LetterDraft):
        return lambda: desk.letters.make(draft)
    if isinstance(draft, MatterDraft):
        return lambda: _data_matter(desk, draft)
    if isinstance(draft, NewsDraft | DelayDraft | SettlingDraft):
        return lambda: _about_police(desk, draft)

    def record() -> str:
        match draft:
            case AnswerDraft():
                desk.outcomes.record(as_outcome(draft), draft.ask_again_on)
                return _("Recorded. The dues that it answers have ended.")
            case NoteDraft():
                desk.outcomes.add_note(as_note(draft, desk.clock.now(), desk.user.name))
                return _("The team note is recorded.")
            case ClosingDraft(kind=ClosingKind.CLOSED):
                desk.outcomes.close(draft.concern_id, draft.because, draft.id)
                return _("Closed. The reason is in the history.")
            case ClosingDraft():
                desk.outcomes.reopen(draft.concern_id, draft.because, draft.id)
                return _("Opened again. Decide what to do.")
            case AmendmentDraft():
                desk.amendments.record(draft)
                return _(_AMENDED[draft.deed])
            case LinkDraft():
                link = desk.amendments.link(draft.concern_id, draft.reference, draft.how, draft.id)
                return _("Linked {when}. Both pages show it.").format(
                    when=read_moment(link.linked_at)
                )

    return record


def _data_matter(desk: Desk, draft: MatterDraft) -> str:
    desk.data_matters.record(draft)
    return _("Recorded. Its times stand below, under Due, and on Today.")


def _about_police(desk: Desk, draft: NewsDraft | DelayDraft | SettlingDraft) -> str:
    match draft:
        case NewsDraft():
            desk.police.add_news(as_news(draft, desk.clock.now()))
            return _("Recorded. What the police said before stays as it was.")
        case DelayDraft():
            desk.police.delay(draft.concern_id, draft.because, draft.advice, draft.id)
            return _("Recorded. Take advice today; the report stays due as it was.")
        case SettlingDraft():
            sharing_id = SharingId(draft.sharing_id)
            desk.letters.settle(draft.concern_id, sharing_id, draft.how, draft.id)
            return _("Recorded. The disagreement is settled.")
