"""A recorded call stays as it is. What follows from it: a failed try, a call back, a number."""

from datetime import date, time

import pytest
from msgspec.structs import replace
from sharing_support import agency, at, decided, open_dues, rang, rules, sent, signed

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import CallDecision, CallKind, CallResult, PortalFailure
from sgdesk.domain.emergency import EmergencyDraft
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.outcome import Outcome, OutcomeKind
from sgdesk.domain.police import PoliceDraft, PoliceReason, PoliceWay
from sgdesk.domain.sharing.decision import AttemptState, Decision, Failure
from sgdesk.domain.shown import is_overdue
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import CallId, PoliceContactId

NUMBER, REVIEW = "DL-POLICE-REF", "DL-NOTSHARED-REVIEW"
BACK, BACK_OPEN = "DL-CALLBACK", "DL-CALLBACK-OPEN"
DOWN = PortalFailure(
    at=at(22, 9, 50), failure=Failure.LOGIN, message="Wrong code", account="a.rahman"
)


def back(desk, concern, team, **changes):
    values = {"decision": CallDecision.CALLS_BACK, "call_back_at": at(22, 14)}
    return rang(desk, concern, team, at(22, 10), at(22, 10, 14), **(values | changes))


def to_police(desk, concern, force, reference, minute=0):
    return rang(
        desk, concern, force, at(21, 10, minute), at(21, 10, minute + 1),
        kind=CallKind.POLICE, reference=reference,
    )  # fmt: skip


def contact(desk, concern, force, id):
    return desk.police.record(
        PoliceDraft(
            id=PoliceContactId(id), concern_id=concern.id, reason=PoliceReason.CRIME,
            way=PoliceWay.NON_EMERGENCY, force=force, day=date(2026, 11, 21), started=time(9),
            by="A. Rahman", told="A bruise.", number_given=YesNo.NO, asked=time(9, 5),
        )
    )  # fmt: skip


def waiting(desk, concern, rule):
    return {line.due.about for line in desk.dues.open(concern.id) if line.due.rule == rule}


# ------------------------------------------------------------------ never changed


def test_a_recorded_call_is_never_changed(desk):
    concern, team = signed(desk), agency(desk)
    call = rang(desk, concern, team, at(22, 9), at(22, 9, 19), advice="Refer today.")

    with pytest.raises(SituationError, match="recorded already"):
        rang(desk, concern, team, at(22, 9), at(22, 9, 30), id=call.id, advice="Wait.")

    assert desk.calls.of(concern.id) == (call,)


def test_an_emergency_that_was_cut_short_logs_its_call_once_and_a_correction_beside_it(desk):
    draft = EmergencyDraft(
        id=CallId("e-call"), becomes="e", what="He took her.", told_whom="Operator",
        day=date(2026, 11, 22), told_at=time(7),
    )  # fmt: skip
    emergencies, now = desk.emergencies, at(22, 7, 5)
    emergencies._concerns.save_draft(emergencies._concern(draft, now), "urgency", Caret())
    emergencies._log(draft, emergencies._call(draft, None, now))

    emergencies.record(draft)
    assert len(desk.calls.of(draft.becomes)) == 1

    emergencies._log(draft, replace(emergencies._call(draft, None, now), agreed="They come."))
    assert [one.agreed for one in desk.calls.of(draft.becomes)].count("They come.") == 1
    assert len(desk.calls.of(draft.becomes)) == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"started_at": at(29, 10)}, "started"),
        ({"started_at": at(22, 10), "ended_at": at(22, 9, 59)}, "ended"),
        ({"failed": replace(DOWN, at=at(29, 10))}, "failed_at"),
    ],
)
def test_times_that_cannot_be_are_refused_at_their_field(desk, changes, field):
    concern, team = signed(desk), agency(desk)
    times = {"began": at(22, 6), "ended": at(22, 6, 5)}

    with pytest.raises(UserError) as refused:
        rang(desk, concern, team, **times, **changes)

    assert refused.value.field == field
    assert desk.calls.of(concern.id) == ()


# ------------------------------------------------------------------ the portal that failed


def test_what_failed_before_anybody_decided_is_the_first_try_of_the_decision_for_that_team(desk):
    concern, team = signed(desk), agency(desk)
    other = agency(desk, "Mill Road Surgery", kind="gp")
    call = rang(desk, concern, team, at(22, 10), at(22, 10, 14), failed=DOWN)

    elsewhere = decided(desk, concern, other)
    assert desk.sharings.attempts(elsewhere.id) == ()
    sharing = decided(desk, concern, team)

    (attempt,) = desk.sharings.attempts(sharing.id)
    assert (attempt.state, attempt.route) == (AttemptState.FAILED, RouteKind.PORTAL)
    assert (attempt.at, attempt.failure) == (DOWN.at, DOWN.failure)
    assert desk.calls.of(concern.id) == (call,)
    assert desk.calls.case(concern.id).telling(team.id).failed == DOWN


def test_what_failed_is_no_try_of_a_decision_to_keep_it_nor_of_a_later_one_again(desk):
    concern, team = signed(desk), agency(desk)
    rang(desk, concern, team, at(22, 10), at(22, 10, 14), failed=DOWN)

    refused = decided(desk, concern, team, Decision.NOT_YET)
    first, second = decided(desk, concern, team), decided(desk, concern, team)

    assert [len(desk.sharings.attempts(one.id)) for one in (refused, first, second)] == [0, 1, 0]


def test_a_failure_typed_with_a_call_is_a_try_of_the_decision_with_whom_was_rung(desk):
    concern, team = signed(desk), agency(desk)
    decided(desk, concern, agency(desk, "Westtown Duty Team"))
    sharing = decided(desk, concern, team)

    rang(desk, concern, team, at(22, 10), at(22, 10, 14), failed=DOWN)

    (attempt,) = desk.sharings.attempts(sharing.id)
    assert (attempt.route, attempt.state) == (RouteKind.PORTAL, AttemptState.FAILED)
    assert (attempt.at, attempt.failure) == (DOWN.at, Failure.LOGIN)
    assert (attempt.message, attempt.account) == ("Wrong code", "a.rahman")
    (past,) = (one for one in desk.concerns.get(concern.id).sharings if one.attempts)
    assert past.sharing.id == sharing.id


def test_a_failure_that_was_noted_before_the_call_is_not_noted_twice(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    for minute, failure in ((2, Failure.TIMEOUT), (20, Failure.LOGIN)):
        desk.sharings.record_attempt(
            sharing.id, RouteKind.PORTAL, AttemptState.FAILED, at(22, 6, minute),
            failure=failure, message="No",
        )  # fmt: skip

    for failed in (
        PortalFailure(at=at(22, 6, 2), failure=Failure.LOGIN, message="No"),
        PortalFailure(at=at(22, 6, 2), failure=Failure.TIMEOUT, message="It hung"),
    ):
        rang(desk, concern, team, at(22, 6, 30), at(22, 6, 40), failed=failed)

    assert len(desk.sharings.attempts(sharing.id)) == 2


def test_a_failure_is_no_try_where_nothing_was_decided_to_go_there(desk):
    concern, team = signed(desk), agency(desk)
    refused = decided(desk, concern, team, Decision.NOT_YET)

    call = rang(desk, concern, team, at(22, 10), at(22, 10, 14), failed=DOWN)

    assert desk.sharings.attempts(refused.id) == ()
    assert call.failed == DOWN


def test_a_call_that_is_attached_later_brings_its_failure(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    loose = rang(desk, replace(concern, id=None), team, at(22, 10), at(22, 10, 9), failed=DOWN)

    desk.calls.attach(loose.id, concern.id)

    assert [one.failure for one in desk.sharings.attempts(sharing.id)] == [Failure.LOGIN]


# ------------------------------------------------------------------ the call back


def test_a_promised_call_back_is_due_an_hour_after_its_time(desk):
    concern, team = signed(desk), agency(desk)

    call = back(desk, concern, team)

    due = open_dues(desk, concern)[BACK]
    assert (due.due_at, due.about) == (at(22, 15), call.id)
    assert "Northtown Duty Team promised to ring back at Sun 22 Nov 2026, 14:00." in due.detail


def test_a_team_that_rings_back_at_no_time_it_said_is_rung_the_next_working_day(desk):
    concern, team = signed(desk), agency(desk)

    back(desk, concern, team, call_back_at=None)

    assert open_dues(desk, concern)[BACK_OPEN].due_at == at(23, 17)


def test_nobody_answered_and_they_ring_back_is_a_promise_too(desk):
    concern, team = signed(desk), agency(desk)

    back(desk, concern, team, decision=None, result=CallResult.CALL_BACK, spoke_to="")

    assert open_dues(desk, concern)[BACK].due_at == at(22, 15)


@pytest.mark.parametrize(
    ("promised", "due_at"), [(at(22, 14), at(22, 15)), (at(26, 14), at(24, 17)), (None, at(24, 17))]
)
def test_the_sooner_of_what_they_promised_and_of_their_own_rule_holds(desk, promised, due_at):
    concern, team = signed(desk), agency(desk, acknowledge_days=2)

    back(desk, concern, team, call_back_at=promised)

    (due,) = (one.due for one in desk.dues.open(concern.id) if one.due.rule.startswith(BACK))
    assert due.due_at == due_at
    assert "2 working days" in due.source


def test_a_later_call_with_the_same_team_ends_the_wait_and_with_another_does_not(desk):
    concern, team = signed(desk), agency(desk)
    back(desk, concern, team)

    rang(desk, concern, "Westtown Duty Team", at(22, 11), at(22, 11, 5))
    assert BACK in rules(desk, concern)
    rang(desk, concern, team, at(22, 11, 50), at(22, 11, 55), kind=CallKind.CHASE)
    assert BACK not in rules(desk, concern)


def test_an_old_call_that_is_attached_waits_for_nothing_that_has_come_since(desk):
    concern, team = signed(desk), agency(desk)
    loose = back(desk, replace(concern, id=None), team)
    rang(desk, concern, team, at(22, 11, 50), at(22, 11, 55), kind=CallKind.CHASE)

    desk.calls.attach(loose.id, concern.id)

    assert BACK not in rules(desk, concern)


def test_an_answer_of_the_team_ends_the_wait(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    back(desk, concern, team)
    sent(desk, sharing, at(22, 11))

    desk.outcomes.record(
        Outcome(
            id="", concern_id=concern.id, sharing_id=sharing.id,
            kind=OutcomeKind.ACKNOWLEDGED, at=at(22, 12),
        )
    )  # fmt: skip

    assert BACK not in rules(desk, concern)


# ------------------------------------------------------------------ the incident number


def test_a_number_ends_the_wait_of_its_own_force_alone(desk):
    concern = signed(desk)
    here = contact(desk, concern, "Northshire Police", "c1")
    there = contact(desk, concern, "Westshire Police", "c2")
    assert waiting(desk, concern, NUMBER) == {here.id, there.id}

    to_police(desk, concern, "northshire  police", "Log 0123 of 21/11/2026")

    assert waiting(desk, concern, NUMBER) == {there.id}


def test_each_force_that_gave_no_number_is_asked_for_one(desk):
    concern = signed(desk)
    first = to_police(desk, concern, "Northshire Police", "")
    to_police(desk, concern, "Northshire Police", "", 5)
    other = to_police(desk, concern, "Westshire Police", "", 10)

    assert waiting(desk, concern, NUMBER) == {first.id, other.id}


# ------------------------------------------------------------------ not yet


def test_a_decision_not_yet_is_overdue_today_once_its_day_has_passed(desk, clock):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team, Decision.NOT_YET)

    def review():
        view = desk.today.view()
        (line,) = (
            one for one in view.dues if (one.due.rule, one.due.about) == (REVIEW, sharing.id)
        )
        return is_overdue(line.due.due_at, view.now)

    assert not review()
    clock.at = at(28, 9)
    assert review()
