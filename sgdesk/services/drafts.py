"""Drafts on their way to and from the store."""

from datetime import datetime
from typing import TypeVar

import msgspec

from sgdesk.domain.attachment import FILE_FLOW
from sgdesk.domain.flows.engine import Caret
from sgdesk.ids import ConcernId, DraftId, UserId
from sgdesk.services.views import DraftLine, OpenDraft
from sgdesk.store.drafts import StoredDraft
from sgdesk.store.unit import Unit

DraftT = TypeVar("DraftT", bound=msgspec.Struct)
_encoder = msgspec.json.Encoder()


def stored(
    draft: msgspec.Struct,
    draft_id: str,
    flow: str,
    concern_id: ConcernId | None,
    title: str,
    step: str,
    caret: Caret,
    at: datetime,
    by: UserId,
) -> StoredDraft:
    """Return a draft as the store keeps it."""
    return StoredDraft(
        id=DraftId(draft_id),
        flow=flow,
        concern_id=concern_id,
        title=title,
        step=step,
        caret_field=caret.field,
        caret_position=caret.position,
        body=_encoder.encode(draft).decode(),
        saved_at=at,
        saved_by=by,
    )


def opened(found: StoredDraft, kind: type[DraftT]) -> OpenDraft[DraftT]:
    """Return a stored draft as its flow knows it."""
    draft = msgspec.json.decode(found.body, type=kind)
    caret = Caret(found.caret_field, found.caret_position)
    return OpenDraft(draft, found.step, caret, found.saved_at)


def lines(unit: Unit, concern_id: ConcernId | None = None) -> tuple[DraftLine, ...]:
    """Return the drafts to continue, newest first: of one concern, or all. A file that is being
    added to a record that is a draft itself comes back with that record."""
    found = unit.drafts.all()
    recorded = {draft.concern_id for draft in found if draft.flow == "record"}
    return tuple(
        DraftLine(
            draft.id,
            draft.flow,
            draft.concern_id,
            draft.reference,
            draft.title,
            draft.step,
            draft.saved_at,
        )
        for draft in found
        if concern_id in (None, draft.concern_id)
        and not (draft.flow == FILE_FLOW and draft.concern_id in recorded)
    )
