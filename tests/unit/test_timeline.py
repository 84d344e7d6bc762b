"""The drawn time line says what the chronology says, each entry once."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sgdesk.domain.facts.kinds import Attendance, Event, EventKind
from sgdesk.domain.facts.signs import SHAPES, SIGN_WORDS, Sign, sign_of
from sgdesk.domain.facts.timeline import lane_words, time_line
from sgdesk.ids import FactId

DAYS = some.dates(date(1990, 1, 1), date(2030, 1, 1))
EVENTS = some.builds(
    Event,
    id=some.just(FactId("e")),
    happened_on=DAYS,
    event=some.sampled_from([*EventKind, None]),
    attendance=some.sampled_from([*Attendance, None]),
    also_about=some.sampled_from(["", "Sam Thornton", "Ada Thornton"]),
)


def event(day, kind=EventKind.TREATMENT, ended=Attendance.NOT_BROUGHT, **changes):
    return Event(id=FactId("e"), happened_on=day, event=kind, attendance=ended, **changes)


@given(some.lists(EVENTS, min_size=2, max_size=60), some.floats(0.001, 0.2))
def test_every_entry_stands_in_one_sign_of_its_own_lane(events, apart):
    line = time_line(events)

    for lane in line.lanes:
        points = line.points(lane, apart)
        own = [
            one.happened_on
            for one in events
            if sign_of(one) is lane.sign and one.also_about == lane.whose
        ]
        assert sorted(day for point in points for day in point.days) == sorted(own)
        assert all(0 <= point.x <= 1 for point in points)
        gaps = [after.x - before.x for before, after in pairwise(points)]
        assert all(gap >= apart for gap in gaps)
    assert sum(len(lane.days) for lane in line.lanes) == len(events)


@given(some.lists(EVENTS, min_size=2, max_size=10), some.integers(1, 12))
def test_the_line_of_dates_never_has_more_labels_than_there_is_room_for(events, most):
    ticks = time_line(events).ticks(most)

    assert len(ticks) <= most
    assert all(0 <= tick.x <= 1 for tick in ticks)


def test_every_sign_has_words_and_a_shape_of_its_own():
    assert set(SIGN_WORDS) == set(SHAPES) == set(Sign)
    assert len(set(SHAPES.values())) == len(Sign)
    assert all(len({type(part) for part in shape}) == 1 for shape in SHAPES.values())


def test_one_day_alone_makes_no_line():
    assert time_line([event(date(2026, 3, 4))]) is None
    assert time_line([]) is None


def test_two_entries_of_one_day_make_a_line_of_weeks():
    line = time_line([event(date(2026, 3, 4)), event(date(2026, 3, 4))])

    assert line.last - line.first == timedelta(days=28)


@pytest.mark.parametrize(
    ("kind", "ended", "sign"),
    [
        (EventKind.EMERGENCY, Attendance.LATE, Sign.EMERGENCY),
        (EventKind.EMERGENCY, Attendance.NOT_BROUGHT, Sign.EMERGENCY_MISSED),
        (EventKind.EMERGENCY, Attendance.DID_NOT_ATTEND, Sign.EMERGENCY_MISSED),
        (EventKind.TREATMENT, Attendance.DID_NOT_ATTEND, Sign.DID_NOT_ATTEND),
        (EventKind.HOSPITAL, Attendance.CANCELLED_BY_PRACTICE, Sign.CANCELLED_BY_PRACTICE),
        (EventKind.CONTACT, Attendance.NOT_AN_APPOINTMENT, Sign.CONTACT),
        (EventKind.TREATMENT, None, Sign.NOT_RECORDED),
        (None, None, Sign.NOT_RECORDED),
    ],
)
def test_signs_follow_the_kind_and_the_outcome(kind, ended, sign):
    assert sign_of(event(date(2026, 3, 4), kind, ended)) is sign


def test_a_lane_reads_as_words_and_another_persons_lane_names_them():
    days = [date(2026, 3, 4), date(2026, 6, 2)]
    own, other = (
        time_line([event(day, also_about=whose) for day in days]).lanes[0]
        for whose in ("", "Sam Thornton")
    )

    assert lane_words(own) == "Was not brought: 4 Mar 2026, 2 Jun 2026."
    assert lane_words(other) == "Sam Thornton, Was not brought: 4 Mar 2026, 2 Jun 2026."
