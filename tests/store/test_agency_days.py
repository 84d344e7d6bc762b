"""In how many days an agency says it answers, and after how many it is chased, drives the dues."""

from datetime import UTC, datetime

import pytest
from sharing_support import agency, at, decided, open_dues, sent, signed

from sgdesk.domain.answers import Nation

FRIDAY_NOON = at(20, 12)


def dues_after_sending(desk, nation=Nation.ENGLAND, **local):
    concern = signed(desk, nation=nation)
    team = agency(desk, nation=nation, **local)
    sent(desk, decided(desk, concern, team), FRIDAY_NOON)
    return open_dues(desk, concern)


def test_the_national_day_holds_beside_a_slower_one_of_theirs_and_both_are_named(desk):
    due = dues_after_sending(desk, acknowledge_days=3)["DL-ACK-E"]

    assert due.due_at == at(23, 17)
    assert due.source.startswith("What the agency says: 3 working days. That is Wed 25 Nov")
    assert "The sooner holds. Working Together" in due.source


def test_a_day_that_agrees_is_named_too(desk):
    due = dues_after_sending(desk, acknowledge_days=1)["DL-ACK-E"]

    assert due.due_at == at(23, 17)
    assert "What the agency says: 1 working day. That is Mon 23 Nov" in due.source
    assert "So does the rule." in due.source


@pytest.mark.parametrize("nation", [Nation.WALES, Nation.SCOTLAND, Nation.NORTHERN_IRELAND])
def test_where_no_national_text_sets_a_day_theirs_is_due(desk, nation):
    found = dues_after_sending(desk, nation, acknowledge_days=4)

    assert found["DL-ACK-AGENCY"].due_at == at(26, 17)
    assert found["DL-ACK-AGENCY"].title == "Their acknowledgement"


def test_their_working_days_are_those_of_their_nation(desk):
    concern = signed(desk, nation=Nation.SCOTLAND)
    team = agency(desk, nation=Nation.SCOTLAND, acknowledge_days=1)
    desk.clock.now = lambda: datetime(2026, 11, 30, 18, tzinfo=UTC)
    sent(desk, decided(desk, concern, team), datetime(2026, 11, 27, 12, tzinfo=UTC))

    # Monday 30 November is St Andrew's Day.
    due = open_dues(desk, concern)["DL-ACK-AGENCY"]
    assert due.due_at == datetime(2026, 12, 1, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("nation", "days", "rule", "due_at"),
    [
        (Nation.ENGLAND, 1, "DL-ACK-CHASE-E", at(23, 10)),
        (Nation.ENGLAND, 5, "DL-ACK-CHASE-E", at(24, 10)),
        (Nation.WALES, 1, "DL-ACK-CHASE-W-SOON", at(23, 10)),
        (Nation.WALES, 5, "DL-ACK-CHASE-W-SOON", at(24, 17)),
        (Nation.SCOTLAND, 3, "DL-ACK-CHASE-AGENCY", at(25, 10)),
        (Nation.NORTHERN_IRELAND, 3, "DL-ACK-CHASE-AGENCY", at(25, 10)),
    ],
)
def test_they_are_chased_on_their_day_or_on_ours_whichever_is_sooner(
    desk, nation, days, rule, due_at
):
    due = dues_after_sending(desk, nation, chase_days=days)[rule]

    assert due.due_at == due_at
    assert "What the agency says" in due.source


def test_an_answer_ends_what_was_due_by_their_own_days(desk):
    concern = signed(desk, nation=Nation.SCOTLAND)
    team = agency(desk, nation=Nation.SCOTLAND, acknowledge_days=2, chase_days=3)
    sharing = decided(desk, concern, team)
    sent(desk, sharing, FRIDAY_NOON)

    from sgdesk.domain.outcome import Outcome, OutcomeKind

    desk.outcomes.record(
        Outcome(
            id="answer", concern_id=concern.id, sharing_id=sharing.id,
            kind=OutcomeKind.ACKNOWLEDGED, at=at(21, 9), by="J. Okoro",
        )
    )  # fmt: skip

    assert not [rule for rule in open_dues(desk, concern) if rule.startswith("DL-ACK")]


def test_without_days_of_their_own_nothing_is_added(desk):
    found = dues_after_sending(desk)

    assert "What the agency says" not in " ".join(due.source for due in found.values())
