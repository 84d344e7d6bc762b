"""How appointments are counted: a sum by rule, never an impression (flow 1 step 6)."""

from collections.abc import Iterable, Sequence
from datetime import date, time

import msgspec

from sgdesk.domain.facts.kinds import Attendance, Event, EventKind, Fact
from sgdesk.text import _, read_short_date

_PLANNED = (EventKind.EXAMINATION, EventKind.TREATMENT, EventKind.HOSPITAL)
_CAME = (Attendance.ATTENDED, Attendance.LATE)
_MISSED = (Attendance.NOT_BROUGHT, Attendance.DID_NOT_ATTEND)
_FAMILY_S_TO_KEEP = (*_CAME, *_MISSED, Attendance.CANCELLED_BY_FAMILY)


class Count(msgspec.Struct, frozen=True):
    """Appointments after a start date. Planned ones are those that were the family's to keep."""

    since: date
    planned: int
    not_brought: int
    did_not_attend: int
    cancelled_by_family: int
    cancelled_by_practice: int
    emergencies_attended: int
    not_recorded: int


class SumLine(msgspec.Struct, frozen=True):
    """One line of the sum: what was counted, and the days. One that is not `counted` stands
    apart and is no part of the sum."""

    label: str
    days: tuple[date, ...]
    counted: bool = True


def count(facts: Iterable[Fact], since: date, today: date | None = None) -> Count:
    """Count the appointments after `since`, which is itself not counted.

    Planned with this practice or a hospital and the family's to keep; those that the practice
    cancelled, emergencies, other people's contacts and appointments of somebody else are counted
    apart or not at all. With `today`, one still to come whose day has passed has no outcome.
    """
    events = _since(facts, since)
    planned = [event for event in events if event.event in _PLANNED]
    return Count(
        since=since,
        planned=sum(event.attendance in _FAMILY_S_TO_KEEP for event in planned),
        not_brought=_having(planned, Attendance.NOT_BROUGHT),
        did_not_attend=_having(planned, Attendance.DID_NOT_ATTEND),
        cancelled_by_family=_having(planned, Attendance.CANCELLED_BY_FAMILY),
        cancelled_by_practice=_having(planned, Attendance.CANCELLED_BY_PRACTICE),
        emergencies_attended=sum(_is_emergency(event) for event in events),
        not_recorded=sum(_has_no_outcome(event, today) for event in planned),
    )


def count_sentence(count: Count) -> str:
    """Return the count as a sentence; what was not the family's to keep stands apart."""
    if count.planned:
        first = _("{missed} of {planned} planned since {since}").format(
            missed=missed_words(count), planned=count.planned, since=read_short_date(count.since)
        )
    else:
        first = _("No appointment since {since} was the patient’s or family’s to keep").format(
            since=read_short_date(count.since)
        )
    apart = [
        (_("cancelled by the patient or family {count}"), count.cancelled_by_family),
        (_("cancelled by the practice {count}"), count.cancelled_by_practice),
        (_("emergencies attended {count}"), count.emergencies_attended),
        (_("outcome not recorded {count}"), count.not_recorded),
    ]
    told = [words.format(count=number) for words, number in apart if number]
    return "; ".join([first, *told]) + "."


def sum_lines(facts: Iterable[Fact], since: date, today: date) -> tuple[SumLine, ...]:
    """Return how the count comes about: every day, under what it was counted as. The lines that
    are counted add up to the planned ones. What was still to come and whose day is before `today`
    has no outcome."""
    events = _since(facts, since)
    planned = [event for event in events if event.event in _PLANNED]

    def ended(attendance: Attendance) -> tuple[date, ...]:
        return _days(event for event in planned if event.attendance is attendance)

    lines = [
        SumLine(_("Not brought"), ended(Attendance.NOT_BROUGHT)),
        SumLine(_("Did not attend"), ended(Attendance.DID_NOT_ATTEND)),
        SumLine(_("Attended"), ended(Attendance.ATTENDED)),
        SumLine(_("Attended late"), ended(Attendance.LATE)),
        SumLine(_("Cancelled by the patient or family"), ended(Attendance.CANCELLED_BY_FAMILY)),
        SumLine(
            _("Cancelled by the practice"), ended(Attendance.CANCELLED_BY_PRACTICE), counted=False
        ),
        SumLine(
            _("Emergencies attended"), _days(filter(_is_emergency, events)), counted=False
        ),
        SumLine(
            _("Outcome not recorded"),
            _days(event for event in planned if _has_no_outcome(event, today)),
            counted=False,
        ),
        SumLine(
            _("Still to come"),
            _days(event for event in planned if _is_to_come(event, today)),
            counted=False,
        ),
    ]  # fmt: skip
    return tuple(line for line in lines if line.days)


def sum_sentence(lines: Iterable[SumLine]) -> str:
    """Return the counted lines as a sum: "4 not brought + 3 attended = 7 planned"."""
    counted = [line for line in lines if line.counted]
    parts = [f"{len(line.days)} {line.label[:1].lower()}{line.label[1:]}" for line in counted]
    if not parts:
        return ""
    return _("{parts} = {planned} planned.").format(
        parts=" + ".join(parts), planned=sum(len(line.days) for line in counted)
    )


def sum_line_words(line: SumLine) -> str:
    """Return one line of the sum with its days: "Not brought 2: 4 Mar 2026, 2 Jun 2026"."""
    days = ", ".join(read_short_date(day) for day in line.days)
    if line.counted:
        return _("{label} {count}: {days}").format(
            label=line.label, count=len(line.days), days=days
        )
    return _("{label} {count}, counted apart: {days}").format(
        label=line.label, count=len(line.days), days=days
    )


def in_time_order(facts: Iterable[Fact]) -> list[Event]:
    """Return the dated events, oldest first; on one day those without a clock time come first,
    in the order in which they were written down."""
    events = [fact for fact in facts if isinstance(fact, Event) and fact.happened_on is not None]
    return sorted(events, key=lambda event: (event.happened_on or date.min, _clock_time(event)))


def gap_words(events: Sequence[Event]) -> list[str]:
    """Return for each event, in their order, the days since the same person's one before, or "".

    An appointment of a brother is no contact with the person whom the concern is about.
    """
    before: dict[str, date | None] = {}
    gaps = []
    for event in events:
        whose = " ".join(event.also_about.casefold().split())
        gaps.append(_gap(before.get(whose), event.happened_on))
        before[whose] = event.happened_on
    return gaps


def missed_words(count: Count) -> str:
    """Return how many were missed, in the words of the entries: "Did not attend 2"."""
    if not count.did_not_attend:
        return _("Not brought {count}").format(count=count.not_brought)
    if not count.not_brought:
        return _("Did not attend {count}").format(count=count.did_not_attend)
    return _("Not brought {brought} and did not attend {attended}").format(
        brought=count.not_brought, attended=count.did_not_attend
    )


def _since(facts: Iterable[Fact], since: date) -> list[Event]:
    """Return the person's own events after a day."""
    return [
        fact
        for fact in facts
        if isinstance(fact, Event)
        and fact.happened_on is not None
        and fact.happened_on > since
        and not fact.also_about.strip()
    ]


def _having(events: list[Event], attendance: Attendance) -> int:
    return sum(event.attendance is attendance for event in events)


def _is_emergency(event: Event) -> bool:
    return event.event is EventKind.EMERGENCY and event.attendance in _CAME


def _has_no_outcome(event: Event, today: date | None) -> bool:
    if event.attendance is Attendance.PLANNED:
        return not _is_to_come(event, today)
    return event.attendance in (None, Attendance.NOT_RECORDED)


def _is_to_come(event: Event, today: date | None) -> bool:
    if event.attendance is not Attendance.PLANNED:
        return False
    return today is None or event.happened_on is None or event.happened_on >= today


def _days(events: Iterable[Event]) -> tuple[date, ...]:
    return tuple(sorted(event.happened_on for event in events if event.happened_on is not None))


def _clock_time(event: Event) -> time:
    return event.happened_at or time.min


def _gap(before: date | None, after: date | None) -> str:
    if before is None or after is None:
        return ""
    days = (after - before).days
    if days == 0:
        return _("Same day")
    return _("1 day") if days == 1 else _("{days} days").format(days=days)
