"""Drafts of what is entered about a signed record: saved as they are typed, opened, dropped."""

from sgdesk.domain.data_matters import MatterDraft
from sgdesk.domain.entries import (
    FLOWS,
    AmendmentDraft,
    AnswerDraft,
    ClosingDraft,
    DelayDraft,
    Entry,
    LinkDraft,
    NewsDraft,
    NoteDraft,
    SettlingDraft,
    flow_of,
)
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.letters import LetterDraft
from sgdesk.ids import DraftId
from sgdesk.services.context import Context
from sgdesk.services.drafts import Drafts
from sgdesk.services.typed import storable
from sgdesk.services.views import OpenDraft, Saved
from sgdesk.store.unit import Unit
from sgdesk.text import _


class Entries:
    """What a user does with an answer, a note or a closing that is not recorded yet."""

    def __init__(self, context: Context) -> None:
        self._drafts = Drafts[Entry](
            context, FLOWS, lambda: _("This is no longer a draft. Look at its concern."),
            of_concern=True,
        )  # fmt: skip

    def save_draft(self, draft: Entry, caret: Caret) -> Saved:
        """Save an entry that is being written. One that was recorded meanwhile stays so."""
        typed = storable(draft)
        return self._drafts.save(
            typed, typed.id, flow_of(typed), typed.concern_id, caret,
            lambda unit: _is_recorded(unit, typed),
        )  # fmt: skip

    def open_draft(self, draft_id: DraftId) -> OpenDraft[Entry]:
        """Return an entry that is being written as it was left.

        Raises SituationError when there is none, because it was recorded or thrown away.
        """
        return self._drafts.open(draft_id)

    def drop_draft(self, draft_id: DraftId) -> None:
        """Throw away an entry that is being written. That it was thrown away is logged."""
        self._drafts.drop(draft_id)


def _is_recorded(unit: Unit, draft: Entry) -> bool:
    concern_id = draft.concern_id
    match draft:
        case AnswerDraft():
            return draft.id in {one.id for one in unit.outcomes.of_concern(concern_id)}
        case NoteDraft():
            return draft.id in {one.id for one in unit.outcomes.notes(concern_id)}
        case ClosingDraft():
            return draft.id in {one.id for one in unit.closings.of_concern(concern_id)}
        case AmendmentDraft() | DelayDraft() | LetterDraft() | SettlingDraft() | MatterDraft():
            return False  # its form is shut before it is recorded
        case NewsDraft():
            return draft.id in {
                news.id
                for contact in unit.police.of_concern(concern_id)
                for news in unit.police.news(contact.id)
            }
        case LinkDraft():
            return draft.id in {one.id for one in unit.links.of_concern(concern_id)}
