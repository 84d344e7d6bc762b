"""Deadlines: made by the rules of the guidance, open until somebody deals with them."""

from datetime import datetime

from sgdesk.domain.answers import Nation
from sgdesk.domain.deadlines import due as worked_out
from sgdesk.domain.due import Due, DueLine
from sgdesk.domain.guidance import Trigger
from sgdesk.errors import UserError
from sgdesk.ids import ConcernId, DueId, new_id
from sgdesk.services.context import Context
from sgdesk.store.unit import Unit
from sgdesk.text import _


class Dues:
    """What must be done by when."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def open(self, concern_id: ConcernId | None = None) -> list[DueLine]:
        """Return what is open, the most urgent first: of one concern, or of all."""
        with self._context.unit() as unit:
            return [
                line
                for line in unit.dues.open(self._context.today())
                if concern_id is None or line.due.concern_id == concern_id
            ]

    def close(self, due_id: DueId, because: str) -> None:
        """Close a due with the reason why nothing more is needed.

        Raises UserError when no reason is given.
        """
        if not because.strip():
            raise UserError(_("Say why this is closed."), "because")
        with self._context.unit() as unit:
            unit.dues.close(due_id, self._context.clock.now(), self._context.user.id, because)
            unit.audit("due.closed", f"due:{due_id}")
            unit.commit()


def make(
    unit: Unit,
    context: Context,
    trigger: Trigger,
    concern_id: ConcernId,
    nation: Nation,
    at: datetime,
    *,
    about: str,
    detail: str = "",
    hours: int | None = None,
    chosen: datetime | None = None,
) -> None:
    """Make every due that starts with `trigger` at that moment, within the caller's unit.

    `hours` is the local procedure's figure; `chosen` the moment a person chose instead.
    """
    for rule in context.guidance.rules_for(trigger):
        answer = worked_out(rule, at, nation, hours if rule.local_hours is not None else None)
        due_at = chosen or answer.due
        if due_at is not None:
            unit.dues.add(
                Due(
                    id=DueId(new_id()),
                    concern_id=concern_id,
                    rule=rule.id,
                    title=rule.title,
                    due_at=due_at,
                    made_at=context.clock.now(),
                    source=answer.source,
                    why=answer.why,
                    about=about,
                    detail=detail,
                )
            )


def close_all(
    unit: Unit, context: Context, concern_id: ConcernId, prefix: str, because: str, about: str = ""
) -> None:
    """Close the open dues of a concern whose rule starts with `prefix`; with `about`, only those
    that hang on it."""
    for due in unit.dues.of_concern(concern_id):
        if due.closed_at is None and due.rule.startswith(prefix) and about in ("", due.about):
            unit.dues.close(due.id, context.clock.now(), context.user.id, because)
