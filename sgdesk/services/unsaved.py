"""What is typed in the directory and in Settings, kept until it is put where it belongs."""

from typing import Any

from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.unsaved import FLOWS, AgencyDraft, Unsaved, flow_of, id_of
from sgdesk.ids import DraftId
from sgdesk.services.context import Context
from sgdesk.services.drafts import Drafts, opened
from sgdesk.services.typed import storable
from sgdesk.services.views import OpenDraft, Saved
from sgdesk.store.unit import Unit
from sgdesk.text import _


class UnsavedDrafts:
    """Drafts of the directory and of Settings. None of them is about a patient.

    Whatever puts one where it belongs removes its draft in the same transaction.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._drafts = Drafts(context, FLOWS, lambda: _("This is no longer a draft."))

    def save_draft(self, draft: Unsaved, caret: Caret) -> Saved:
        """Save what is typed. A new team that is in the directory meanwhile is no draft again."""
        typed = storable(draft)
        return self._drafts.save(
            typed, id_of(typed), flow_of(typed), None, caret, lambda unit: _is_there(unit, typed)
        )

    def begun(self, *flows: str) -> tuple[OpenDraft[Any], ...]:
        """Return the drafts of these flows as they were left, the newest first."""
        with self._context.unit() as unit:
            found = [one for one in unit.drafts.all() if one.flow in flows]
        return tuple(opened(one, FLOWS[one.flow]) for one in found)

    def drop_draft(self, draft_id: DraftId) -> None:
        """Throw a draft away. That it was thrown away is logged."""
        self._drafts.drop(draft_id)


def _is_there(unit: Unit, draft: Unsaved) -> bool:
    return (
        isinstance(draft, AgencyDraft)
        and draft.before is None
        and unit.agencies.get(draft.agency.id) is not None
    )
