"""A deadline that has passed goes on reminding until it is closed."""

from datetime import UTC, datetime, timedelta

import pytest

from sgdesk.domain.reminders import Reminded, reminded
from sgdesk.library.guidance import every_rule

RULES = every_rule()
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "times", "next_in"),
    [(-1, 0, 0), (0, 1, 30), (29, 1, 30), (30, 2, 60), (24 * 60, 49, 24 * 60 + 30)],
)
def test_the_call_to_the_duty_team_is_asked_for_every_half_hour(minutes, times, next_in):
    now = NOON + timedelta(minutes=minutes)

    found = reminded(RULES["DL-REF-IMMEDIATE"], NOON, now)

    assert found == Reminded(times, NOON + timedelta(minutes=next_in))


def test_the_outcome_is_asked_for_weekly_at_the_same_london_time():
    due_at = datetime(2026, 10, 19, 16, tzinfo=UTC)  # 17:00 in summer time

    found = reminded(RULES["DL-OUTCOME-CHASE"], due_at, datetime(2026, 10, 25, 12, tzinfo=UTC))

    assert found == Reminded(1, datetime(2026, 10, 26, 17, tzinfo=UTC))


def test_a_computer_that_was_off_for_weeks_counts_what_it_missed():
    found = reminded(RULES["DL-FGM-DELAY-ADVICE"], NOON, NOON + timedelta(days=20, hours=1))

    assert found == Reminded(21, NOON + timedelta(days=21))


def test_most_deadlines_remind_once():
    assert reminded(RULES["DL-FGM-LEGAL"], NOON, NOON) is None
