"""Drafts as they are typed: one durable write each, with the page and the caret."""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, Select, delete, func, select, text

from sgdesk.ids import ConcernId, DraftId, UserId
from sgdesk.store.columns import as_json, written
from sgdesk.store.tables import concern, draft

_SAVE = (
    "INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
    "concern_id = excluded.concern_id, title = excluded.title, step = excluded.step, "
    "caret = excluded.caret, body = excluded.body, saved_at = excluded.saved_at, "
    "saved_by = excluded.saved_by"
)


class StoredDraft(msgspec.Struct, frozen=True, kw_only=True):
    """One draft of one flow. `body` is the flow's own draft as JSON.

    `caret_field` and `caret_position` say where the typing was. `reference` and `stage` are the
    concern's; they are looked up when the draft is read, and not saved with it.
    """

    id: DraftId
    flow: str
    concern_id: ConcernId | None = None
    title: str = ""
    step: str = ""
    caret_field: str = ""
    caret_position: int = 0
    body: str
    saved_at: datetime
    saved_by: UserId
    reference: str = ""
    stage: str = ""


class _Caret(msgspec.Struct, frozen=True):
    field: str
    position: int


class Drafts:
    """The drafts of one unit's store."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def save(self, stored: StoredDraft) -> None:
        """Write a draft, in place of what was saved of it before."""
        caret = as_json(_Caret(stored.caret_field, stored.caret_position))
        where = (stored.id, stored.flow, stored.concern_id, stored.title, stored.step, caret)
        what = (stored.body, written(stored.saved_at), stored.saved_by)
        self._connection.exec_driver_sql(_SAVE, where + what)

    def get(self, draft_id: DraftId) -> StoredDraft | None:
        """Return a draft, or None if there is none of that id."""
        row = self._connection.execute(_drafts().where(draft.c.id == draft_id)).first()
        return None if row is None else _stored(row)

    def of_concern(self, concern_id: ConcernId) -> tuple[StoredDraft, ...]:
        """Return the drafts about a concern, the newest first."""
        rows = self._connection.execute(_drafts().where(draft.c.concern_id == concern_id))
        return tuple(_stored(row) for row in rows)

    def holding(self, flow: str, words: str) -> tuple[StoredDraft, ...]:
        """Return the drafts of a flow in which these words occur, the newest first."""
        held = _drafts().where(draft.c.flow == flow, func.instr(draft.c.body, words) > 0)
        return tuple(_stored(row) for row in self._connection.execute(held))

    def all(self) -> tuple[StoredDraft, ...]:
        """Return every draft, the newest first."""
        return tuple(_stored(row) for row in self._connection.execute(_drafts()))

    def remove(self, draft_id: DraftId) -> None:
        """Remove a draft that became a record, or that somebody threw away."""
        self._connection.execute(delete(draft).where(draft.c.id == draft_id))


def _drafts() -> Select[tuple[object, ...]]:
    reference = func.coalesce(concern.c.reference, "").label("reference")
    joined = draft.outerjoin(concern, concern.c.id == draft.c.concern_id)
    # Of those saved at the same moment, the one that was begun last.
    newest = draft.c.saved_at.desc(), text("draft.rowid DESC")
    stage = func.coalesce(concern.c.stage, "").label("stage")
    return select(draft, reference, stage).select_from(joined).order_by(*newest)


def _stored(row: Row[tuple[object, ...]]) -> StoredDraft:
    values = dict(row._mapping)
    caret = msgspec.json.decode(values.pop("caret"), type=_Caret)
    return StoredDraft(**values, caret_field=caret.field, caret_position=caret.position)
