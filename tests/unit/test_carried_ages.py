"""An estimated age goes on as it was said while that is fresh, and then by the years of birth."""

from datetime import date

import pytest

from sgdesk.domain.ages import born_between, is_year
from sgdesk.domain.carried_ages import carried

SAID = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "today", "told"),
    [
        ("about 9 years", date(2026, 11, 23), "about 9 years"),
        ("about 9 years", date(2027, 3, 1), "2016 or 2017"),
        ("38 years", date(2027, 3, 1), "1987 or 1988"),
        ("in her 30s", date(2027, 9, 1), "in her 30s"),
        ("6 weeks", date(2026, 11, 23), "about 2026"),
        ("about 2017", date(2030, 1, 1), "about 2017"),
        ("14 2 2020", date(2027, 3, 1), ""),
        ("", SAID, ""),
    ],
)
def test_an_estimate_is_carried_as_said_until_it_has_passed(typed, today, told):
    assert carried(typed, SAID, SAID, today) == told


def test_what_may_have_been_said_on_either_day_leaves_both_open():
    assert carried("9 years", SAID, date(2028, 1, 5), date(2029, 1, 1)) == "2016 to 2019"


@pytest.mark.parametrize("typed", ["about 9 years", "6 to 7 years", "38 years"])
def test_what_is_carried_holds_whatever_was_said(typed):
    said, today = born_between(typed, SAID), date(2028, 5, 1)

    then = born_between(carried(typed, SAID, SAID, today), today)

    assert then.first <= said.first
    assert then.last >= said.last


def test_two_years_are_an_estimate_by_the_year():
    assert born_between("2016 or 2017", SAID).last == date(2017, 12, 31)
    assert is_year("2016 to 2019")
    assert not is_year("about 9 years")
    assert born_between("2019 to 2016", SAID) is None
