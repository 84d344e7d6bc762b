"""What `sgdesk rules due` says to questions that cannot be answered with a date."""

from datetime import UTC, datetime

import msgspec
import pytest

from sgdesk.command_line.rules_due import due_reply

ASKED = {"rule": "DL-ACK-E", "at": "2026-11-20T10:00:00Z", "nation": "england", "hours": None}


def replied(**changes):
    return due_reply(msgspec.json.encode(ASKED | changes))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"at": "2026-11-20T10:00:00"}, "ends in Z"),
        ({"at": "yesterday"}, "ends in Z"),
        ({"at": "2026-11-20"}, "ends in Z"),
        ({"at": "2026-02-30T10:00:00Z"}, "ends in Z"),
        ({"at": 1_790_000_000}, "ends in Z"),
        ({"at": None}, "ends in Z"),
        ({"at": "0001-01-01T00:00:00+14:00"}, "ends in Z"),
        ({"at": "1999-12-31T23:59:59Z"}, "from 2000 to 2099"),
        ({"nation": "England"}, "england, wales, scotland, northern-ireland"),
        ({"nation": ["england"]}, "england, wales, scotland, northern-ireland"),
        ({"nation": None}, "england, wales, scotland, northern-ireland"),
        ({"hours": 24.5}, "whole number"),
        ({"hours": "24"}, "whole number"),
        ({"hours": True}, "whole number"),
        ({"rule": 7}, "id of a rule"),
        ({"rule": "DL-UNHEARD-OF"}, "no deadline rule DL-UNHEARD-OF"),
        ({"nation": "scotland"}, "Scotland does not have this rule"),
        ({"rule": "DL-CSA"}, "switched off"),
    ],
)
def test_what_cannot_be_worked_out_is_due_null_and_says_what_to_write(changes, said):
    reply = replied(**changes)

    assert reply.due is None
    assert said in reply.why


@pytest.mark.parametrize("hours", [0, -1, 73, 10**30])
def test_a_local_figure_out_of_range_is_asked_about_and_never_guessed(hours):
    reply = replied(rule="DL-REF-WRITTEN-CHILD-E", hours=hours)

    assert reply.due is None
    assert reply.why == "A local rule sets 1 to 72 hours."
    assert reply.source


@pytest.mark.parametrize("hours", [0, 5, 10**30])
def test_law_and_national_rules_answer_whatever_the_figure(hours):
    reply = replied(hours=hours)

    assert reply.due == datetime(2026, 11, 23, 17, tzinfo=UTC)
    assert "does not change this rule" in reply.why


@pytest.mark.parametrize("missing", ["rule", "at", "nation"])
def test_a_member_that_is_missing_is_named(missing):
    question = {name: value for name, value in ASKED.items() if name != missing}

    reply = due_reply(msgspec.json.encode(question))

    assert reply.due is None
    assert f"“{missing}”" in reply.why


def test_an_offset_is_as_good_as_utc():
    assert replied(at="2026-11-20T11:00:00+01:00").due == datetime(2026, 11, 23, 17, tzinfo=UTC)


def test_a_member_that_no_question_has_is_answered_and_named():
    reply = replied(hour=48)

    assert reply.due == datetime(2026, 11, 23, 17, tzinfo=UTC)
    assert "“hour” was not read" in reply.why


@pytest.mark.parametrize("at", ["2026-11-20T10:00Z", "2026-11-20T10:00:00.250+00:00"])
def test_a_moment_may_leave_out_its_seconds_or_have_parts_of_one(at):
    assert replied(at=at).due == datetime(2026, 11, 23, 17, tzinfo=UTC)


def test_a_whole_number_may_be_written_with_a_point():
    reply = replied(rule="DL-REF-WRITTEN-CHILD-E", hours=48.0)

    assert reply.due == datetime(2026, 11, 22, 10, tzinfo=UTC)
