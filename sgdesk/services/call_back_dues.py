"""A call back that a team promised: they are rung when it does not come."""

from datetime import datetime, time

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.calendar import add_working_days
from sgdesk.domain.call import Call, CallResult, is_call_back
from sgdesk.domain.concern import Concern
from sgdesk.domain.due import Due
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.domain.sharing.team import rang_same_team, was_with
from sgdesk.services import dues
from sgdesk.services.context import Context
from sgdesk.store.unit import Unit
from sgdesk.text import _, from_london, read_moment, to_london

_RULE = "DL-CALLBACK"
_END_OF_DAY = time(17)


def after_call(unit: Unit, context: Context, concern: Concern, call: Call) -> None:
    """Somebody was reached: what the same team promised before has come. A new promise is waited
    for, by their word and by the agency's own rule; the sooner holds."""
    rang = [
        one
        for one in unit.calls.of_concern(concern.id)
        if one.id != call.id and rang_same_team(one, call)
    ]
    if call.result is CallResult.ANSWERED:
        _end(unit, context, concern, {one.id for one in rang if _began(one) <= _began(call)})
    spoken_since = any(
        one.result is CallResult.ANSWERED and _began(one) > _began(call) for one in rang
    )
    if is_call_back(call.result, call.decision) and not spoken_since:
        _expect(unit, context, concern, call)


def after_answer(unit: Unit, context: Context, concern: Concern, to: Recipient) -> None:
    """They answered in another way: the call back is not waited for any more."""
    rang: set[str] = {one.id for one in unit.calls.of_concern(concern.id) if was_with(one, to)}
    _end(unit, context, concern, rang)


def _end(unit: Unit, context: Context, concern: Concern, rang: set[str]) -> None:
    def is_meant(due: Due) -> bool:
        return due.rule.startswith(_RULE) and due.about in rang

    dues.close_those(unit, context, concern.id, _("They were spoken to since."), is_meant)


def _expect(unit: Unit, context: Context, concern: Concern, call: Call) -> None:
    agency = None if call.agency_id is None else unit.agencies.get(call.agency_id)
    rang_at = call.ended_at or call.started_at or context.clock.now()
    trigger, at = Trigger.CALL_BACK_OPEN, rang_at
    detail = _("{team} said that they ring back. No time was given.")
    if call.call_back_at is not None:
        trigger, at = Trigger.CALL_BACK_PROMISED, call.call_back_at
        detail = _("{team} promised to ring back at {when}.")
    when = read_moment(at)
    told = detail.format(team=call.agency_name or _("They"), when=when)
    for due in dues.worked_out_dues(
        context, trigger, concern.id, concern.urgency.nation, at, about=call.id, detail=told
    ):
        unit.dues.add(_stricter(due, call, agency, rang_at))


def _stricter(due: Due, call: Call, agency: Agency | None, rang_at: datetime) -> Due:
    """Return the due by the team's own rule where that comes sooner, with both named."""
    days = agency.acknowledge_days if agency is not None else None
    if agency is None or not days:
        return due
    day = add_working_days(to_london(rang_at).date(), days, agency.nation)
    theirs = from_london(day, _END_OF_DAY)
    own = _("What the agency says: an answer in 1 working day.")
    if days > 1:
        own = _("What the agency says: an answer in {days} working days.").format(days=days)
    if call.call_back_at is None:
        return msgspec.structs.replace(due, due_at=theirs, source=own)
    both = _("That is {when}. They said {said}. The sooner holds.").format(
        when=read_moment(theirs), said=read_moment(call.call_back_at)
    )
    source = " ".join((own, both, due.source))
    return msgspec.structs.replace(due, due_at=min(due.due_at, theirs), source=source)


def _began(call: Call) -> float:
    return call.started_at.timestamp() if call.started_at else 0.0
