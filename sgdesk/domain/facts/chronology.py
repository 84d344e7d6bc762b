"""How appointments are counted: a sum by rule, never an impression (flow 1 step 6)."""

from collections.abc import Iterable
from datetime import date

import msgspec

from sgdesk.domain.facts.kinds import Attendance, Event, EventKind, Fact
from sgdesk.text import _, read_short_date

_PLANNED = (EventKind.EXAMINATION, EventKind.TREATMENT, EventKind.HOSPITAL)
_FAMILY_S_TO_KEEP = (
    Attendance.ATTENDED,
    Attendance.LATE,
    Attendance.NOT_BROUGHT,
    Attendance.CANCELLED_BY_FAMILY,
)


class Count(msgspec.Struct, frozen=True):
    """Appointments after a start date. Planned ones are those that were the family's to keep."""

    since: date
    planned: int
    not_brought: int
    cancelled_by_family: int
    cancelled_by_practice: int
    emergencies_attended: int


def count(facts: Iterable[Fact], since: date) -> Count:
    """Count the appointments after `since`, which is itself not counted.

    Planned with this practice or a hospital and the family's to keep; those that the practice
    cancelled, emergencies and other people's contacts are counted apart.
    """
    events = [
        fact
        for fact in facts
        if isinstance(fact, Event) and fact.happened_on is not None and fact.happened_on > since
    ]
    planned = [event for event in events if event.event in _PLANNED]
    kept_or_not = [event for event in planned if event.attendance in _FAMILY_S_TO_KEEP]
    return Count(
        since=since,
        planned=len(kept_or_not),
        not_brought=_having(planned, Attendance.NOT_BROUGHT),
        cancelled_by_family=_having(planned, Attendance.CANCELLED_BY_FAMILY),
        cancelled_by_practice=_having(planned, Attendance.CANCELLED_BY_PRACTICE),
        emergencies_attended=sum(
            event.event is EventKind.EMERGENCY
            and event.attendance in (Attendance.ATTENDED, Attendance.LATE)
            for event in events
        ),
    )


def count_sentence(count: Count) -> str:
    """Return the count as a sentence; what was not the family's to keep stands apart."""
    if count.planned:
        first = _("Not brought {missed} of {planned} planned since {since}").format(
            missed=count.not_brought, planned=count.planned, since=read_short_date(count.since)
        )
    else:
        first = _("No appointment since {since} was the family’s to keep").format(
            since=read_short_date(count.since)
        )
    apart = [
        (_("cancelled by the family {count}"), count.cancelled_by_family),
        (_("cancelled by the practice {count}"), count.cancelled_by_practice),
        (_("emergencies attended {count}"), count.emergencies_attended),
    ]
    told = [words.format(count=number) for words, number in apart if number]
    return "; ".join([first, *told]) + "."


def in_time_order(facts: Iterable[Fact]) -> list[Event]:
    """Return the dated events, oldest first; those of one day stay in the order written down."""
    events = [fact for fact in facts if isinstance(fact, Event) and fact.happened_on is not None]
    return sorted(events, key=lambda event: event.happened_on or date.min)


def _having(events: list[Event], attendance: Attendance) -> int:
    return sum(event.attendance is attendance for event in events)
