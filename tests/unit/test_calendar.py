from datetime import date, timedelta

import pytest

from sgdesk.domain.answers import Nation
from sgdesk.domain.calendar import (
    add_working_days,
    is_bank_holiday,
    is_working_day,
    nation_name,
    next_working_day,
)
from sgdesk.errors import UserError

ENGLAND_AND_WALES = {
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}
SCOTLAND = {2026: "01-01 01-02 04-03 05-04 05-25 08-03 11-30 12-25 12-28"}
NORTHERN_IRELAND = {2026: "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28"}
ONE_OFF_TO_BE_CHECKED = date(2026, 6, 15)
TABLES = [
    (nation, year, days)
    for nation, table in [
        (Nation.ENGLAND, ENGLAND_AND_WALES),
        (Nation.WALES, ENGLAND_AND_WALES),
        (Nation.SCOTLAND, SCOTLAND),
        (Nation.NORTHERN_IRELAND, NORTHERN_IRELAND),
    ]
    for year, days in table.items()
]


@pytest.mark.parametrize(("nation", "year", "days"), TABLES)
def test_the_weekdays_off_are_those_of_the_published_tables(nation, year, days):
    new_year = date(year, 1, 1)
    every_day = [new_year + timedelta(days=passed) for passed in range(366)]
    off = [
        f"{day:%m-%d}"
        for day in every_day
        if day.year == year
        and day.weekday() < 5
        and not is_working_day(day, nation)
        and day != ONE_OFF_TO_BE_CHECKED
    ]

    assert " ".join(off) == days


def test_a_saturday_is_no_working_day_and_no_bank_holiday():
    assert not is_working_day(date(2026, 11, 21), Nation.ENGLAND)
    assert not is_bank_holiday(date(2026, 11, 21), Nation.ENGLAND)


def test_a_friday_is_followed_by_monday():
    assert next_working_day(date(2026, 11, 20), Nation.ENGLAND) == date(2026, 11, 23)


def test_christmas_pushes_the_next_working_day_on():
    assert next_working_day(date(2026, 12, 24), Nation.ENGLAND) == date(2026, 12, 29)


def test_easter_monday_is_a_working_day_in_scotland_only():
    assert next_working_day(date(2026, 4, 2), Nation.SCOTLAND) == date(2026, 4, 6)
    assert next_working_day(date(2026, 4, 2), Nation.WALES) == date(2026, 4, 7)


def test_saint_patricks_day_is_off_in_northern_ireland_only():
    assert next_working_day(date(2026, 3, 16), Nation.NORTHERN_IRELAND) == date(2026, 3, 18)
    assert next_working_day(date(2026, 3, 16), Nation.ENGLAND) == date(2026, 3, 17)


def test_working_days_are_counted_from_the_day_after():
    assert add_working_days(date(2026, 11, 19), 3, Nation.ENGLAND) == date(2026, 11, 24)


def test_years_that_nobody_can_know_are_refused_with_a_sentence():
    with pytest.raises(UserError, match="between 2000 and 2099"):
        is_working_day(date(2100, 1, 4), Nation.ENGLAND)


def test_nations_are_read_as_people_write_them():
    assert nation_name(Nation.NORTHERN_IRELAND) == "Northern Ireland"
