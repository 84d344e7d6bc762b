"""Deadlines: made by the rules of the guidance, open until somebody deals with them."""

from collections.abc import Callable
from datetime import datetime

from sgdesk.domain.answers import Nation
from sgdesk.domain.cited import Status
from sgdesk.domain.due import Due, DueLine
from sgdesk.domain.guidance import Guidance, Trigger
from sgdesk.domain.people import PersonKind
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, DueId, new_id
from sgdesk.services.context import Context
from sgdesk.services.stricter_dues import NO_FIGURES, Figures, answer
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
    figures: Figures = NO_FIGURES,
    chosen: datetime | None = None,
    person: PersonKind | None = None,
) -> None:
    """Make every due that starts with `trigger` at that moment, within the caller's unit."""
    for due in worked_out_dues(
        context, trigger, concern_id, nation, at,
        about=about, detail=detail, figures=figures, chosen=chosen, person=person,
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
    figures: Figures = NO_FIGURES,
    chosen: datetime | None = None,
    person: PersonKind | None = None,
) -> list[Due]:
    """Return every due that starts with `trigger` at that moment; none is in the store yet.

    `figures` is what the local procedure and the worker ask for; `chosen` the moment a person
    chose instead: nobody chooses a legal limit. No figure and no date, however wrong, leaves a
    due out. `person` is whom it is about, for what differs for children and adults.
    """
    now = context.clock.now()
    found = []
    for rule in guidance_of(context, nation).rules_for(trigger, person):
        found_out = answer(rule, at, nation, figures, now)
        due_at = found_out.due
        if chosen is not None and rule.status is not Status.LAW:
            due_at = chosen
        if due_at is not None:
            found.append(
                Due(
                    id=DueId(new_id()), concern_id=concern_id, rule=rule.id, title=rule.title,
                    due_at=due_at, made_at=now, source=found_out.source, why=found_out.why,
                    about=about, detail=detail,
                )
            )  # fmt: skip
    return found


def guidance_of(context: Context, nation: Nation) -> Guidance:
    """Return the guidance of a concern's nation, which may not be the practice's own."""
    if nation is context.guidance.nation:
        return context.guidance
    if nation in context.accepted:
        return context.accepted[nation]
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
