"""Telephone calls: what was said and agreed, and the written follow-up it makes due."""

import msgspec

from sgdesk.domain.call import Call, CallKind, CallResult
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.people import PersonKind
from sgdesk.errors import UserError
from sgdesk.ids import CallId, ConcernId, new_id
from sgdesk.services import dues
from sgdesk.services.context import Context
from sgdesk.store.unit import Unit
from sgdesk.text import _, read_moment, read_time, to_london


class Calls:
    """What a user does with calls."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def begin(self) -> Call:
        """Return an empty call that starts now."""
        return Call(
            id=CallId(new_id()),
            started_at=self._context.clock.now(),
            called_by=self._context.user.name,
        )

    def record(self, call: Call) -> Call:
        """Record a call. A referral by telephone makes its written follow-up due.

        Raises UserError when it is not said who was spoken to.
        """
        if call.result is CallResult.ANSWERED and not call.spoke_to.strip():
            raise UserError(_("Ask for the name of the person you spoke to."), "spoke_to")
        if call.started_at and call.ended_at and call.ended_at < call.started_at:
            raise UserError(_("The call ends before it starts. Check both times."), "ended_at")
        if not call.id:
            call = msgspec.structs.replace(call, id=CallId(new_id()))
        with self._context.unit() as unit:
            unit.calls.save(call)
            self._make_written_due(unit, call)
            unit.audit("call.recorded", f"call:{call.id}", _about(call))
            unit.commit()
        return call

    def of(self, concern_id: ConcernId) -> tuple[Call, ...]:
        """Return the calls about a concern, in time order."""
        with self._context.unit() as unit:
            return unit.calls.of_concern(concern_id)

    def _make_written_due(self, unit: Unit, call: Call) -> None:
        answered = call.result is CallResult.ANSWERED
        if call.concern_id is None or call.kind is not CallKind.REFERRAL or not answered:
            return
        concern = unit.concerns.get(call.concern_id)
        if concern is None:
            return
        adult = concern.person.kind is PersonKind.ADULT
        trigger = Trigger.ADULT_CALL_ENDED if adult else Trigger.CHILD_CALL_ENDED
        agency = None if call.agency_id is None else unit.agencies.get(call.agency_id)
        hours = _stricter(call.written_hours_said, agency.written_hours if agency else None)
        ended = call.ended_at or call.started_at or self._context.clock.now()
        dues.make(
            unit, self._context, trigger, concern.id, concern.urgency.nation, ended,
            about=call.id, detail=_told(call), hours=hours,
        )  # fmt: skip


def _stricter(said: int | None, rule: int | None) -> int | None:
    known = [hours for hours in (said, rule) if hours is not None]
    return min(known) if known else None


def _told(call: Call) -> str:
    start = read_moment(call.started_at) if call.started_at else ""
    end = read_time(to_london(call.ended_at).time()) if call.ended_at else ""
    when = _("{start} to {end}").format(start=start, end=end) if end else start
    return _("Telephoned {agency} {when}, spoke to {person}").format(
        agency=call.agency_name, when=when, person=call.spoke_to
    )


def _about(call: Call) -> dict[str, object]:
    return {"kind": call.kind.value, "concern": call.concern_id or ""}
