from datetime import date, time

import pytest

from sgdesk.domain.agency import Agency
from sgdesk.domain.answers import Nation
from sgdesk.domain.hours import OpeningHours, Span, is_open, number_at, parse_hours
from sgdesk.errors import UserError
from sgdesk.ids import AgencyId
from sgdesk.text import from_london

WEEKDAYS = (0, 1, 2, 3, 4)
FRIDAY, SATURDAY, SUNDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22)
BOXING_DAY_OBSERVED = date(2026, 12, 28)


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("Mon-Fri 08:30-17:00", [Span(WEEKDAYS, 510, 1020)]),
        ("monday to friday 8.30 to 17.00", [Span(WEEKDAYS, 510, 1020)]),
        ("weekdays 08:30–17:00", [Span(WEEKDAYS, 510, 1020)]),
        (
            "Mon-Thu 08:30-17:00, Fri 08:30-16:30",
            [Span((0, 1, 2, 3), 510, 1020), Span((4,), 510, 990)],
        ),
        ("Mon, Wed and Fri 09:00-12:00", [Span((0, 2, 4), 540, 720)]),
        ("Mon-Fri 09:00-12:00, 13:00-17:00", [Span(WEEKDAYS, 540, 720), Span(WEEKDAYS, 780, 1020)]),
        ("Fri-Mon 17:00-08:30", [Span((0, 4, 5, 6), 1020, 510)]),
        ("", []),
    ],
)
def test_hours_are_read_as_people_type_them(typed, spans):
    assert parse_hours(typed) == OpeningHours(tuple(spans))


@pytest.mark.parametrize("typed", ["24 hours", "24/7", "Every day 00:00-24:00"])
def test_all_hours_are_understood(typed):
    hours = parse_hours(typed)

    assert is_open(hours, from_london(BOXING_DAY_OBSERVED, time(3)), Nation.ENGLAND)


@pytest.mark.parametrize(
    "typed",
    [
        "office hours",
        "Mon-Fri",
        "Mon-Fri 25:00-26:00",
        "Xyz 09:00-12:00",
        "M 09:00-10:00",
        "Mon-Fri 09:00-17:00 " * 100,
    ],
)
def test_hours_that_cannot_be_read_are_refused_with_an_example(typed):
    with pytest.raises(UserError, match="Mon-Fri 08:30-17:00"):
        parse_hours(typed)


@pytest.mark.parametrize(
    ("day", "at", "open_then"),
    [
        (FRIDAY, time(8, 29), False),
        (FRIDAY, time(8, 30), True),
        (FRIDAY, time(16, 59), True),
        (FRIDAY, time(17, 0), False),
        (SATURDAY, time(10), False),
        (BOXING_DAY_OBSERVED, time(10), False),
    ],
)
def test_an_office_is_open_on_its_days_until_it_closes(day, at, open_then):
    hours = parse_hours("Mon-Fri 08:30-17:00")

    assert is_open(hours, from_london(day, at), Nation.ENGLAND) is open_then


def test_the_hours_are_londons_in_summer_too():
    hours = parse_hours("Mon-Fri 08:30-17:00")

    assert is_open(hours, from_london(date(2026, 7, 1), time(8, 45)), Nation.ENGLAND)


def test_a_night_team_is_still_open_the_next_morning():
    hours = parse_hours("Fri 17:00-08:30")

    assert is_open(hours, from_london(SATURDAY, time(8)), Nation.ENGLAND)
    assert not is_open(hours, from_london(SATURDAY, time(9)), Nation.ENGLAND)


def test_a_bank_holiday_of_another_nation_does_not_close_the_office():
    hours = parse_hours("Mon-Fri 08:30-17:00")
    saint_andrews_day = from_london(date(2026, 11, 30), time(10))

    assert is_open(hours, saint_andrews_day, Nation.ENGLAND)
    assert not is_open(hours, saint_andrews_day, Nation.SCOTLAND)


def test_the_number_is_the_one_that_answers_at_that_hour():
    duty_team = Agency(
        id=AgencyId("a"),
        phone="01632 960140",
        phone_out_of_hours="01632 960199",
        hours="Mon-Fri 08:30-17:00",
    )

    assert number_at(duty_team, from_london(FRIDAY, time(10, 5))) == "01632 960140"
    assert number_at(duty_team, from_london(SUNDAY, time(12, 5))) == "01632 960199"


def test_without_hours_the_one_known_number_is_given():
    police = Agency(id=AgencyId("b"), phone="101")

    assert number_at(police, from_london(SUNDAY, time(3))) == "101"
