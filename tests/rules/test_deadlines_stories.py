from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sgdesk.domain.answers import Nation
from sgdesk.domain.deadlines import due, months_after, unknown_rule
from sgdesk.domain.guidance import Operator, Trigger
from sgdesk.library.guidance import every_rule, guidance_for
from sgdesk.text import from_london, read_moment

RULES = every_rule()
START = datetime(2000, 1, 1, tzinfo=UTC)
CALL_ENDED = from_london(date(2026, 11, 20), time(10, 19))
TOLD_ON_FRIDAY = from_london(date(2026, 11, 20), time(16, 20))


def answered(rule_id, at, nation=Nation.ENGLAND, hours=None):
    return due(RULES[rule_id], at, nation, hours)


def shown(answer):
    return read_moment(answer.due)


@pytest.mark.parametrize(
    ("rule_id", "at", "nation", "hours", "expected"),
    [
        ("DL-REF-WRITTEN-CHILD-E", CALL_ENDED, Nation.ENGLAND, 48, "Sun 22 Nov 2026, 10:19"),
        ("DL-REF-WRITTEN-CHILD-E", CALL_ENDED, Nation.ENGLAND, None, "Sat 21 Nov 2026, 10:19"),
        ("DL-FGM-TARGET", TOLD_ON_FRIDAY, Nation.ENGLAND, None, "Mon 23 Nov 2026, 17:00"),
        ("DL-FGM-LEGAL", TOLD_ON_FRIDAY, Nation.ENGLAND, None, "Sun 20 Dec 2026, 16:20"),
        ("DL-FGM-WALES-LA", TOLD_ON_FRIDAY, Nation.WALES, None, "Sat 21 Nov 2026, 16:20"),
        ("DL-ACK-CHASE-E", CALL_ENDED, Nation.ENGLAND, None, "Mon 23 Nov 2026, 10:00"),
        ("DL-SCO-RESP", CALL_ENDED, Nation.SCOTLAND, None, "Mon 30 Nov 2026, 17:00"),
        ("DL-REF-IMMEDIATE-SCO", CALL_ENDED, Nation.SCOTLAND, None, "Fri 20 Nov 2026, 10:49"),
        ("DL-CLIN-ENTRY", CALL_ENDED, Nation.ENGLAND, None, "Fri 20 Nov 2026, 17:00"),
        ("DL-POLICY-REVIEW", CALL_ENDED, Nation.ENGLAND, None, "Sat 20 Nov 2027, 10:19"),
        ("DL-CONTACT-VERIFY", CALL_ENDED, Nation.ENGLAND, None, "Thu 18 Feb 2027, 17:00"),
    ],
)
def test_the_fictional_cases_are_due_when_their_stories_say(rule_id, at, nation, hours, expected):
    assert shown(answered(rule_id, at, nation, hours)) == expected


def test_a_clinical_entry_after_hours_is_due_on_the_next_working_day():
    evening = from_london(date(2026, 11, 20), time(17, 30))

    assert shown(answered("DL-CLIN-ENTRY", evening)) == "Mon 23 Nov 2026, 17:00"


def test_hours_are_elapsed_hours_when_the_clocks_change():
    before = from_london(date(2026, 10, 24), time(10))

    answer = answered("DL-REF-WRITTEN-CHILD-W", before, Nation.WALES)

    assert shown(answer) == "Sun 25 Oct 2026, 09:00"


def test_a_month_after_the_31st_ends_on_the_last_day():
    assert read_moment(months_after(from_london(date(2027, 1, 31), time(9)), 1)) == (
        "Sun 28 Feb 2027, 09:00"
    )


def test_of_a_time_that_comes_twice_the_first_is_meant():
    at = from_london(date(2026, 9, 25), time(1, 30))

    assert answered("DL-FGM-LEGAL", at).due == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_the_second_of_two_like_times_does_not_leak_into_the_next_month():
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)

    assert answered("DL-FGM-LEGAL", second).due == datetime(2026, 11, 25, 1, 30, tzinfo=UTC)


def test_a_local_procedure_is_named_as_the_source():
    answer = answered("DL-REF-WRITTEN-CHILD-E", CALL_ENDED, hours=48)

    assert answer.source.startswith("The local procedure: 48 hours.")
    assert "48 h from Fri 20 Nov 2026, 10:19" in answer.why


@pytest.mark.parametrize(
    ("rule_id", "nation"),
    [("DL-REF-WRITTEN-CHILD-W", Nation.WALES), ("DL-BREACH-ICO", Nation.ENGLAND)],
)
def test_law_and_national_rules_do_not_obey_local_hours(rule_id, nation):
    answer = answered(rule_id, CALL_ENDED, nation, hours=5)

    assert answer.due == answered(rule_id, CALL_ENDED, nation).due
    assert "does not change this rule" in answer.why


@pytest.mark.parametrize("hours", [0, -1, 73, 10_000])
def test_local_hours_out_of_range_are_due_never_and_say_so(hours):
    answer = answered("DL-REF-WRITTEN-CHILD-E", CALL_ENDED, hours=hours)

    assert answer.due is None
    assert answer.why == "A local rule sets 1 to 72 hours."


def test_a_rule_of_another_nation_is_due_never_and_says_whose_it_is():
    answer = answered("DL-FGM-TARGET", TOLD_ON_FRIDAY, Nation.SCOTLAND)

    assert answer.due is None
    assert answer.why == "Scotland does not have this rule; it belongs to England, Wales."
    assert answer.source


def test_a_rule_that_nobody_has_is_due_never():
    assert unknown_rule("DL-NONE").due is None


@pytest.mark.parametrize("year", [1, 1999, 2099, 9999])
def test_years_out_of_reach_are_due_never_and_say_so(year):
    answer = answered("DL-ACK-E", datetime(year, 6, 1, tzinfo=UTC))

    assert answer.due is None
    assert "2000 to 2099" in answer.why


def test_what_is_not_certain_says_check_locally():
    answer = answered("DL-REF-WRITTEN-NI", CALL_ENDED, Nation.NORTHERN_IRELAND)

    assert answer.why.endswith("Check locally.")


@pytest.mark.parametrize("rule_id", sorted(RULES))
def test_every_rule_names_its_source_and_answers_in_each_of_its_nations(rule_id):
    rule = RULES[rule_id]

    for nation in rule.nations:
        answer = due(rule, CALL_ENDED, nation)
        assert answer.due is not None
        assert answer.due >= CALL_ENDED
        assert (answer.due > CALL_ENDED) or rule.operator is Operator.AT_ONCE
        assert answer.source
        assert answer.why


def test_the_end_of_a_childs_call_starts_one_clock_in_each_nation():
    started = {
        nation: [rule.id for rule in guidance_for(nation).rules_for(Trigger.CHILD_CALL_ENDED)]
        for nation in Nation
    }

    assert started == {
        Nation.ENGLAND: ["DL-REF-WRITTEN-CHILD-E"],
        Nation.WALES: ["DL-REF-WRITTEN-CHILD-W"],
        Nation.SCOTLAND: ["DL-REF-WRITTEN-SCO"],
        Nation.NORTHERN_IRELAND: ["DL-REF-WRITTEN-NI"],
    }


@settings(max_examples=200)
@given(
    at=some.integers(0, 98 * 365 * 86400).map(lambda seconds: START + timedelta(seconds=seconds)),
    rule_id=some.sampled_from(sorted(RULES)),
)
def test_a_due_never_lies_before_its_trigger_whatever_the_moment(at, rule_id):
    rule = RULES[rule_id]

    for nation in rule.nations:
        answer = due(rule, at, nation)
        assert answer.due is not None
        assert answer.due >= at
        assert (answer.due > at) or rule.operator is Operator.AT_ONCE
        assert answer.due.tzinfo is UTC
