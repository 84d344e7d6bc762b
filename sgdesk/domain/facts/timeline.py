"""A chronology as a drawing: lanes of signs over a line of dates, for screen and paper alike.

Places along the line are shares of its width, from 0 to 1.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from sgdesk.domain.facts.chronology import in_time_order
from sgdesk.domain.facts.kinds import Event, Fact
from sgdesk.domain.facts.signs import SIGN_WORDS, Sign, sign_of
from sgdesk.text import _, read_short_date

_STEPS_IN_MONTHS = (1, 2, 3, 4, 6, 12, 24, 60, 120, 240)
_LEAST_DAYS = 28


class Point(msgspec.Struct, frozen=True):
    """One sign: where it stands, and its days. Several close together are one sign."""

    x: float
    days: tuple[date, ...]


class Lane(msgspec.Struct, frozen=True):
    """All entries of one sign that are about one person; `whose` is "" for the person's own."""

    whose: str
    sign: Sign
    days: tuple[date, ...]

    @property
    def label(self) -> str:
        """What the lane is called."""
        return _(SIGN_WORDS[self.sign])


class Tick(msgspec.Struct, frozen=True):
    """The beginning of a month on the line of dates."""

    x: float
    label: str


class TimeLine(msgspec.Struct, frozen=True):
    """The lanes between the first and the last day."""

    first: date
    last: date
    lanes: tuple[Lane, ...]

    def place(self, day: date) -> float:
        """Return where a day stands."""
        return (day - self.first).days / (self.last - self.first).days

    def points(self, lane: Lane, apart: float) -> list[Point]:
        """Return the signs of a lane; days that are not `apart` share one, at the first of them."""
        found: list[Point] = []
        for day in lane.days:
            x = self.place(day)
            if found and x - found[-1].x < apart:
                found[-1] = Point(found[-1].x, (*found[-1].days, day))
            else:
                found.append(Point(x, (day,)))
        return found

    def ticks(self, most: int) -> list[Tick]:
        """Return up to `most` beginnings of months, evenly apart; the ends of a short line."""
        firsts = _firsts_of_months(self.first, self.last)
        step = next(
            (step for step in _STEPS_IN_MONTHS if len(_every(firsts, step)) <= most),
            _STEPS_IN_MONTHS[-1],
        )
        found = _every(firsts, step)[:most]
        if len(found) < 2 <= most:
            return [Tick(self.place(day), read_short_date(day)) for day in (self.first, self.last)]
        return [Tick(self.place(day), read_short_date(day).split(" ", 1)[1]) for day in found]


def time_line(facts: Iterable[Fact]) -> TimeLine | None:
    """Return the dated entries as a drawing, or None where there are fewer than two."""
    events = in_time_order(facts)
    days = [event.happened_on for event in events if event.happened_on is not None]
    if len(days) < 2:
        return None
    spare = max(_LEAST_DAYS - (days[-1] - days[0]).days, 0)
    first = days[0] - timedelta(days=spare // 2)
    last = days[-1] + timedelta(days=spare - spare // 2)
    return TimeLine(first, last, tuple(_lanes(events)))


def lane_words(lane: Lane) -> str:
    """Return a lane in words: "Was not brought: 4 Mar 2026, 2 Jun 2026."""
    days = ", ".join(read_short_date(day) for day in lane.days)
    if lane.whose:
        return _("{whose}, {sign}: {days}.").format(whose=lane.whose, sign=lane.label, days=days)
    return _("{sign}: {days}.").format(sign=lane.label, days=days)


def people_of(events: Iterable[Event]) -> list[str]:
    """Return whose entries these are: "" for the person's own first, then others by name."""
    return sorted({event.also_about.strip() for event in events})


def _lanes(events: Sequence[Event]) -> Iterable[Lane]:
    for whose in people_of(events):
        own = [event for event in events if event.also_about.strip() == whose]
        for sign in Sign:
            days = [event.happened_on for event in own if sign_of(event) is sign]
            if days:
                yield Lane(whose, sign, tuple(day for day in days if day is not None))


def _firsts_of_months(first: date, last: date) -> list[date]:
    found = []
    number = first.year * 12 + first.month - (first.day == 1)
    while (day := date(number // 12, number % 12 + 1, 1)) <= last:
        found.append(day)
        number += 1
    return found


def _every(firsts: Sequence[date], step: int) -> list[date]:
    return [day for day in firsts if (day.year * 12 + day.month - 1) % step == 0]
