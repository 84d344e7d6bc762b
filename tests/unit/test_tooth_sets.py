"""Teeth are offered by age as it is known now; what was found is never out of sight."""

from datetime import date

import pytest

from sgdesk.domain.people import Person, PersonKind
from sgdesk.domain.teeth import EVERY_TOOTH, is_primary
from sgdesk.domain.tooth_sets import ToothSet, in_order_of, is_in, set_with, tooth_set_for

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("person", "wanted"),
    [
        (Person(born=date(2020, 11, 21)), ToothSet.PRIMARY),
        (Person(born=date(2020, 11, 20)), ToothSet.MIXED),
        (Person(born=date(2013, 11, 21)), ToothSet.MIXED),
        (Person(born=date(2013, 11, 20)), ToothSet.PERMANENT),
        (Person(born_typed="about 3 years"), ToothSet.PRIMARY),
        (Person(), ToothSet.MIXED),
        (Person(kind=PersonKind.ADULT, born=date(2022, 1, 1)), ToothSet.PERMANENT),
        (Person(kind=PersonKind.UNBORN, born=date(1999, 1, 1)), ToothSet.PERMANENT),
    ],
)
def test_the_age_says_which_rows_are_offered(person, wanted):
    assert tooth_set_for(person, DAY) is wanted


@pytest.mark.parametrize("offered", list(ToothSet))
def test_every_tooth_can_still_be_chosen_those_of_the_age_first(offered):
    order = in_order_of(offered)

    assert sorted(order) == sorted(EVERY_TOOTH)
    usual = [is_in(tooth, offered) for tooth in order]
    assert usual == sorted(usual, reverse=True)


def test_a_finding_outside_the_rows_of_the_age_brings_both():
    assert set_with(ToothSet.PERMANENT, ["54"]) is ToothSet.MIXED
    assert set_with(ToothSet.PRIMARY, ["11"]) is ToothSet.MIXED
    assert set_with(ToothSet.PERMANENT, ["11"]) is ToothSet.PERMANENT
    assert set_with(ToothSet.PRIMARY, []) is ToothSet.PRIMARY
    assert is_primary("54")
