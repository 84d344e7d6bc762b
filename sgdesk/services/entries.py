"""Drafts of what is entered about a signed record: saved as they are typed, opened, dropped."""

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
from sgdesk.errors import SituationError
from sgdesk.ids import DraftId
from sgdesk.services.context import Context
from sgdesk.services.drafts import opened, stored
from sgdesk.services.typed import storable
from sgdesk.services.views import OpenDraft, Saved
from sgdesk.store.unit import Unit
from sgdesk.text import _


class Entries:
    """What a user does with an answer, a note or a closing that is not recorded yet."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def save_draft(self, draft: Entry, caret: Caret) -> Saved:
        """Save an entry that is being written. One that was recorded meanwhile stays so."""
        now, typed, by = self._context.clock.now(), storable(draft), self._context.user.id
        flow, concern_id = flow_of(typed), typed.concern_id
        with self._context.unit() as unit:
            if not _is_recorded(unit, typed):
                if unit.drafts.get(DraftId(typed.id)) is None:
                    unit.audit(f"{flow}.begun", f"concern:{concern_id}")
                unit.drafts.save(stored(typed, typed.id, flow, concern_id, "", "", caret, now, by))
                unit.commit()
        return Saved("", now)

    def open_draft(self, draft_id: DraftId) -> OpenDraft[Entry]:
        """Return an entry that is being written as it was left.

        Raises SituationError when there is none, because it was recorded or thrown away.
        """
        with self._context.unit() as unit:
            found = unit.drafts.get(draft_id)
            if found is None or found.flow not in FLOWS:
                raise SituationError(_("This is no longer a draft. Look at its concern."))
            unit.audit("draft.opened", f"{found.flow}:{draft_id}")
            unit.commit()
        return opened(found, FLOWS[found.flow])

    def drop_draft(self, draft_id: DraftId) -> None:
        """Throw away an entry that is being written. That it was thrown away is logged."""
        with self._context.unit() as unit:
            found = unit.drafts.get(draft_id)
            if found is not None and found.flow in FLOWS:
                unit.drafts.remove(draft_id)
                unit.audit(f"{found.flow}.dropped", f"concern:{found.concern_id}")
                unit.commit()


def _is_recorded(unit: Unit, draft: Entry) -> bool:
    concern_id = draft.concern_id
    match draft:
        case AnswerDraft():
            return draft.id in {one.id for one in unit.outcomes.of_concern(concern_id)}
        case NoteDraft():
            return draft.id in {one.id for one in unit.outcomes.notes(concern_id)}
        case ClosingDraft():
            return draft.id in {one.id for one in unit.closings.of_concern(concern_id)}
        case AmendmentDraft() | DelayDraft() | LetterDraft() | SettlingDraft():
            return False  # its form is shut before it is recorded
        case NewsDraft():
            return draft.id in {
                news.id
                for contact in unit.police.of_concern(concern_id)
                for news in unit.police.news(contact.id)
            }
        case LinkDraft():
            return draft.id in {one.id for one in unit.links.of_concern(concern_id)}
