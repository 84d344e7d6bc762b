"""Drafts on their way to and from the store."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Generic, TypeVar

import msgspec

from sgdesk.domain.attachment import FILE_FLOW
from sgdesk.domain.concern import Stage
from sgdesk.domain.flows.engine import Caret
from sgdesk.errors import SituationError
from sgdesk.ids import ConcernId, DraftId, UserId
from sgdesk.services.context import Context
from sgdesk.services.views import DraftLine, OpenDraft, Saved
from sgdesk.store.drafts import StoredDraft
from sgdesk.store.unit import Unit

DraftT = TypeVar("DraftT", bound=msgspec.Struct)
_encoder = msgspec.json.Encoder()


class Drafts(Generic[DraftT]):
    """Drafts of one room: saved as they are typed, opened as they were left, thrown away.

    `kinds` are its flows, `gone` says that there is no such draft any more. The log calls it by
    `name`, or by its flow, and by its concern with `of_concern`, or else by its own id.
    """

    def __init__(
        self,
        context: Context,
        kinds: Mapping[str, type[DraftT]],
        gone: Callable[[], str],
        *,
        name: str = "",
        of_concern: bool = False,
    ) -> None:
        self._context, self._kinds, self._gone = context, kinds, gone
        self._name, self._of_concern = name, of_concern

    def save(
        self,
        typed: DraftT,
        draft_id: str,
        flow: str,
        concern_id: ConcernId | None,
        caret: Caret,
        is_recorded: Callable[[Unit], bool],
    ) -> Saved:
        """Save a draft. What was recorded meanwhile stays so, and is no draft again."""
        context, now = self._context, self._context.clock.now()
        new = stored(typed, draft_id, flow, concern_id, "", "", caret, now, context.user.id)
        with context.unit() as unit:
            # What a crash or a full disk cut short while it was recorded is still a draft.
            is_kept = unit.drafts.get(new.id) is not None
            if is_kept or not is_recorded(unit):
                if not is_kept:
                    self._note(unit, "begun", new)
                unit.drafts.save(new)
                unit.commit()
        return Saved("", now)

    def open(self, draft_id: DraftId) -> OpenDraft[DraftT]:
        """Return a draft as it was left. Raises SituationError when there is none any more."""
        with self._context.unit() as unit:
            found = self._found(unit, draft_id)
            if found is None:
                raise SituationError(self._gone())
            unit.audit("draft.opened", f"{found.flow}:{draft_id}")
            unit.commit()
        return opened(found, self._kinds[found.flow])

    def drop(self, draft_id: DraftId) -> None:
        """Throw a draft away. That it was thrown away is logged."""
        with self._context.unit() as unit:
            found = self._found(unit, draft_id)
            if found is not None:
                unit.drafts.remove(draft_id)
                self._note(unit, "dropped", found)
                unit.commit()

    def _found(self, unit: Unit, draft_id: DraftId) -> StoredDraft | None:
        found = unit.drafts.get(draft_id)
        return found if found is not None and found.flow in self._kinds else None

    def _note(self, unit: Unit, what: str, draft: StoredDraft) -> None:
        about = f"concern:{draft.concern_id}" if self._of_concern else f"{draft.flow}:{draft.id}"
        unit.audit(f"{self._name or draft.flow}.{what}", about)


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
    added to a record that is a draft itself comes back with that record; a record that was closed
    as begun by mistake, once it is opened again."""
    found = [one for one in unit.drafts.all() if not (one.flow == "record" and _is_closed(one))]
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


def _is_closed(draft: StoredDraft) -> bool:
    return draft.stage == Stage.CLOSED.value
