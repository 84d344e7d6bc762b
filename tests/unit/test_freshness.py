"""From which day on a number is asked about, and from which nothing is sent on it."""

from datetime import date, timedelta

import pytest

from sgdesk.domain.answers import Nation
from sgdesk.domain.freshness import (
    AMBER_DAYS,
    RED_DAYS,
    Freshness,
    age_words,
    freshness,
    is_late,
    is_too_old,
)
from sgdesk.library.guidance import guidance_for

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("days", "colour", "is_asked", "is_refused"),
    [
        (0, Freshness.FRESH, False, False),
        (89, Freshness.FRESH, False, False),
        (90, Freshness.LATE, True, False),
        (91, Freshness.LATE, True, True),
        (179, Freshness.LATE, True, True),
        (180, Freshness.OLD, True, True),
    ],
)
def test_a_check_is_asked_about_on_its_90th_day_and_refused_after_it(
    days, colour, is_asked, is_refused
):
    checked_on = TODAY - timedelta(days=days)

    assert freshness(checked_on, TODAY) is colour
    assert is_late(checked_on, TODAY) is is_asked
    assert is_too_old(checked_on, TODAY) is is_refused


def test_a_number_that_was_never_checked_is_worse_than_any_age():
    assert freshness(None, TODAY) is Freshness.NEVER
    assert is_late(None, TODAY)
    assert "Never checked" in age_words(None, TODAY)


@pytest.mark.parametrize("nation", list(Nation))
def test_amber_begins_on_the_day_on_which_the_rule_of_the_guidance_is_due(nation):
    rule = guidance_for(nation).rule("DL-CONTACT-VERIFY")

    assert rule is not None
    assert rule.amount == AMBER_DAYS < RED_DAYS
