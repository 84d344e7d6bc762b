"""The lists say whom a concern was shared with, and who was only decided on."""

from sharing_support import agency, at, decided, rang, sent, signed

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.sharing.decision import AttemptState, Decision, Failure

TEAM = "Northtown Duty Team"


def shown(desk):
    (row,) = desk.concerns.newest()
    assert [one.shared_with for one in desk.today.view().concerns] == [row.shared_with]
    return row.shared_with


def test_a_decision_alone_was_sent_to_nobody_and_the_lists_say_so(desk):
    concern, team = signed(desk), agency(desk, TEAM)
    assert shown(desk) == ""

    sharing = decided(desk, concern, team)

    assert shown(desk) == f"{TEAM}, not sent yet"
    sent(desk, sharing, at(22, 11))
    assert shown(desk) == TEAM


def test_a_try_that_failed_sent_nothing(desk):
    sharing = decided(desk, signed(desk), agency(desk, TEAM))

    desk.sharings.record_attempt(
        sharing.id,
        RouteKind.PORTAL,
        AttemptState.FAILED,
        at(22, 11),
        failure=Failure.TIMEOUT,
        message="Gateway timeout",
    )

    assert shown(desk) == f"{TEAM}, not sent yet"


def test_a_second_team_is_not_said_to_have_what_the_first_was_sent(desk):
    concern, team = signed(desk), agency(desk, TEAM)
    sent(desk, decided(desk, concern, team), at(22, 11))

    decided(desk, concern, "Mill Road Surgery")

    assert shown(desk) == f"{TEAM}; Mill Road Surgery, not sent yet"


def test_deciding_again_for_a_team_that_was_sent_something_leaves_it_shared_with(desk):
    concern, team = signed(desk), agency(desk, TEAM)
    sent(desk, decided(desk, concern, team), at(22, 11))

    decided(desk, concern, team)

    assert shown(desk) == TEAM


def test_a_call_is_not_in_writing(desk):
    concern, team = signed(desk), agency(desk, TEAM)
    rang(desk, concern, team, at(22, 10), at(22, 10, 19))

    decided(desk, concern, team)

    assert shown(desk) == f"{TEAM}, not sent yet"


def test_whom_nothing_was_to_be_shared_with_is_not_named(desk):
    decided(desk, signed(desk), agency(desk, TEAM), Decision.NOT_YET)

    assert shown(desk) == ""
