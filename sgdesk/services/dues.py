"""Deadlines: made by the rules of the guidance, open until somebody deals with them."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sgdesk.domain.answers import Nation
from sgdesk.domain.deadlines import DueAnswer
from sgdesk.domain.deadlines import due as worked_out
from sgdesk.domain.due import Due, DueLine
from sgdesk.domain.guidance import DeadlineRule, Guidance, Operator, Trigger
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, DueId, new_id
from sgdesk.services.context import Context
from sgdesk.services.typed import storable
from sgdesk.store.unit import Unit
from sgdesk.text import _

_EVERY_ONE = 1_000_000


class Dues:
    """What must be done by when."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def open(self, concern_id: ConcernId | None = None) -> list[DueLine]:
        """Return what is open, the most urgent first: of one concern, or of all."""
        with self._context.unit() as unit:
            found = [
                line
                for line in unit.dues.open(self._context.today(), _EVERY_ONE)
                if concern_id is None or line.due.concern_id == concern_id
            ]
            subject = "" if concern_id is None else f"concern:{concern_id}"
            self._context.note_look(unit, "due.listed", subject)
        return found

    def close(self, due_id: DueId, because: str) -> None:
        """Close a due with the reason why nothing more is needed.

        Raises UserError when no reason is given, SituationError when it was closed meanwhile.
        """
        if not because.strip():
            raise UserError(_("Say why this is closed."), "because")
        now, by = self._context.clock.now(), self._context.user.id
        with self._context.unit() as unit:
            due = unit.dues.get(due_id)
            if due is None or due.closed_at is not None:
                raise SituationError(_("This was closed already. The concern's page says why."))
            unit.dues.close(due_id, now, by, storable(because))
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
    """Make every due that starts with `trigger` at that moment, within the caller's unit."""
    for due in worked_out_dues(
        context, trigger, concern_id, nation, at,
        about=about, detail=detail, hours=hours, chosen=chosen,
    ):  # fmt: skip
        unit.dues.add(due)


def worked_out_dues(
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
) -> list[Due]:
    """Return every due that starts with `trigger` at that moment; none is in the store yet.

    `hours` is what the local procedure or the worker asks for; `chosen` the moment a person chose
    instead. No figure and no date, however wrong, leaves a due out.
    """
    now = context.clock.now()
    found = []
    for rule in guidance_of(context, nation).rules_for(trigger):
        answer = _answer(rule, at, nation, hours, now)
        due_at = chosen or answer.due
        if due_at is not None:
            found.append(
                Due(
                    id=DueId(new_id()), concern_id=concern_id, rule=rule.id, title=rule.title,
                    due_at=due_at, made_at=now, source=answer.source, why=answer.why,
                    about=about, detail=detail,
                )
            )  # fmt: skip
    return found


def guidance_of(context: Context, nation: Nation) -> Guidance:
    """Return the guidance of a concern's nation, which may not be the practice's own."""
    if nation is context.guidance.nation:
        return context.guidance
    from sgdesk.library.guidance import guidance_for

    return guidance_for(nation)


def close_all(
    unit: Unit, context: Context, concern_id: ConcernId, prefix: str, because: str, about: str = ""
) -> list[Due]:
    """Close the open dues of a concern whose rule starts with `prefix`; with `about`, only those
    that hang on it. Return them."""

    def is_meant(due: Due) -> bool:
        return due.rule.startswith(prefix) and about in ("", due.about)

    return close_those(unit, context, concern_id, because, is_meant)


def close_those(
    unit: Unit,
    context: Context,
    concern_id: ConcernId,
    because: str,
    is_meant: Callable[[Due], bool],
) -> list[Due]:
    """Close the open dues of a concern that are meant, within the caller's unit; return them."""
    found = [one for one in open_of(unit, concern_id) if is_meant(one)]
    for due in found:
        unit.dues.close(due.id, context.clock.now(), context.user.id, because)
    return found


def open_of(unit: Unit, concern_id: ConcernId) -> list[Due]:
    """Return the open dues of a concern, the earliest first."""
    return [one for one in unit.dues.of_concern(concern_id) if one.closed_at is None]


def _answer(
    rule: DeadlineRule, at: datetime, nation: Nation, hours: int | None, now: datetime
) -> DueAnswer:
    obeyed = hours if rule.local_hours is not None else None
    answer = worked_out(rule, at, nation, obeyed)
    if answer.due is None and obeyed is not None:
        answer = _within_bounds(rule, at, nation, obeyed, answer)
    if answer.due is None:
        # The record's date is out of reach; counting from now is the latest that can be meant.
        answer = worked_out(rule, now, nation)
    if hours is not None and rule.local_hours is None:
        answer = _sooner(rule, answer, at, hours)
    return answer


def _within_bounds(
    rule: DeadlineRule, at: datetime, nation: Nation, hours: int, refused: DueAnswer
) -> DueAnswer:
    bounds = rule.local_hours
    least = bounds.least if bounds is not None and hours < bounds.least else None
    answer = worked_out(rule, at, nation, least)
    return DueAnswer(answer.due, answer.source, f"{refused.why} {answer.why}")


def _sooner(rule: DeadlineRule, answer: DueAnswer, at: datetime, hours: int) -> DueAnswer:
    wanted = at + timedelta(hours=max(hours, 1))
    if rule.operator is not Operator.ELAPSED_HOURS or answer.due is None or wanted >= answer.due:
        return answer
    asked = _("They asked for it within {hours} hours, which is sooner.").format(hours=hours)
    return DueAnswer(wanted, answer.source, f"{asked} {answer.why}")
