from datetime import UTC, datetime

import pytest

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.concern import Stage
from sgdesk.domain.identity import name_problem
from sgdesk.domain.outcome import OutcomeKind
from sgdesk.domain.sharing.decision import Attempt, AttemptState, Decision
from sgdesk.domain.stage import (
    after_attempt,
    after_decision,
    after_outcome,
    recipient_words,
    stage_words,
)
from sgdesk.ids import SharingId

NOT_SHARED = (Decision.DO_NOT_SHARE, Decision.NOT_YET)


def attempt(state, route=RouteKind.PORTAL):
    at = datetime(2026, 11, 20, 10, tzinfo=UTC)
    return Attempt(id="a", sharing_id=SharingId("s"), route=route, state=state, at=at)


@pytest.mark.parametrize("decision", NOT_SHARED)
def test_what_was_shared_stays_shared_whatever_is_decided_next(decision):
    assert after_decision(decision, Stage.SHARED) is Stage.SHARED
    assert after_decision(decision, Stage.DECIDING) is Stage.NOT_SHARED


def test_who_was_only_decided_on_is_not_said_to_have_it():
    assert recipient_words([]) == ""
    assert recipient_words([("A", True), ("B", True)]) == "A, B"
    assert recipient_words([("A", True), ("B", False)]) == "A; B, not sent yet"


@pytest.mark.parametrize("stage", [Stage.AWAITING_OUTCOME, Stage.OUTCOME_RECORDED])
def test_one_teams_answer_does_not_hide_that_another_owes_one(stage):
    assert stage_words(stage, ["DL-ACK-E"]).text == "Awaiting acknowledgement"
    assert stage_words(stage, ["DL-CLIN-ENTRY"]).text != "Awaiting acknowledgement"


@pytest.mark.parametrize("stage", [Stage.DRAFT, Stage.CLOSED, Stage.NOT_SHARED])
def test_an_acknowledgement_changes_no_other_stage(stage):
    assert stage_words(stage, ["DL-ACK-E"]) == stage_words(stage, [])


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize(
    "tried",
    [
        *(attempt(state) for state in AttemptState if state is not AttemptState.CONFIRMED),
        attempt(AttemptState.CONFIRMED, RouteKind.TELEPHONE),
    ],
)
def test_only_a_confirmed_try_in_writing_moves_a_concern(stage, tried):
    assert after_attempt(tried, stage, answers=True) is stage


@pytest.mark.parametrize("kind", OutcomeKind)
def test_a_late_answer_does_not_reopen_a_closed_concern(kind):
    assert after_outcome(kind, Stage.CLOSED) is Stage.CLOSED


@pytest.mark.parametrize("name", ["علي", "نور", "יעל", "王伟", "김민", "さき", "محمد علي", "Ли"])
def test_a_whole_name_in_a_script_without_small_letters_is_no_initial(name):
    assert name_problem(name) is None


@pytest.mark.parametrize("name", ["م.", "א ב", "M.T.", "MT", "王"])
def test_initials_are_refused_in_every_script(name):
    assert name_problem(name) is not None


def test_only_the_report_to_the_police_is_called_so():
    assert stage_words(Stage.RECORDED, ["DL-FGM-LEGAL"]).text == "Police report due"
    assert stage_words(Stage.RECORDED, ["DL-FGM-WALES-LA"]) == stage_words(Stage.RECORDED, [])


@pytest.mark.parametrize("decision", [Decision.SHARE, Decision.SHARE_IN_PART])
def test_what_was_decided_to_go_is_not_being_decided_any_more(decision):
    stage = after_decision(decision, Stage.DECIDING)

    assert stage_words(stage, []).text == "Decided, not sent yet"


@pytest.mark.parametrize("decision", NOT_SHARED)
def test_a_refusal_hides_nothing_that_still_waits_to_be_sent_to_another_team(decision):
    assert after_decision(decision, Stage.DECIDED, waits=True) is Stage.DECIDED
    assert after_decision(decision, Stage.DECIDED) is Stage.NOT_SHARED
    assert after_decision(decision, Stage.DECIDED, was_sent=True) is Stage.SHARED
    assert after_decision(decision, Stage.REOPENED, was_sent=True) is Stage.NOT_SHARED
