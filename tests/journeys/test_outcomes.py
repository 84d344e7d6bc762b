"""What an agency answers ends what was waited for; a concern closes with a reason."""

from datetime import UTC, date, datetime

import pytest

from sgdesk.domain.concern import Stage
from sgdesk.domain.outcome import Outcome, OutcomeKind, TeamNote
from sgdesk.errors import UserError

AT = datetime(2026, 11, 22, 11, 30, tzinfo=UTC)


@pytest.fixture
def sent(demo_desk):
    """The concern that was sent and is not acknowledged."""
    return demo_desk.concerns.get(demo_desk.exchange.concern_of("SG-2026-0029"))


def answer(view, **values):
    sharing_id = view.sharings[0].sharing.id
    told = {"kind": OutcomeKind.ACKNOWLEDGED, "at": AT, "by": "Duty officer"} | values
    return Outcome(id="", concern_id=view.concern.id, sharing_id=sharing_id, **told)


def open_rules(desk, view):
    return {line.due.rule for line in desk.dues.open(view.concern.id)}


def test_an_acknowledgement_ends_the_wait_for_it_and_begins_the_wait_for_the_outcome(
    demo_desk, sent
):
    demo_desk.outcomes.record(answer(sent))

    after = demo_desk.concerns.get(sent.concern.id)
    assert after.concern.stage is Stage.AWAITING_OUTCOME
    assert after.sharings[0].sharing.acknowledged_at == AT
    assert "DL-OUTCOME-CHASE" in open_rules(demo_desk, sent)
    assert not any(rule.startswith("DL-ACK") for rule in open_rules(demo_desk, sent))


def test_a_decision_ends_every_wait_for_that_team(demo_desk, sent):
    demo_desk.outcomes.record(
        answer(sent, kind=OutcomeKind.NO_FURTHER_ACTION, decision="No assessment.")
    )

    after = demo_desk.concerns.get(sent.concern.id)
    assert after.concern.stage is Stage.OUTCOME_RECORDED
    assert open_rules(demo_desk, sent) == set()


def test_the_day_on_which_somebody_asks_again_becomes_a_due(demo_desk, sent):
    decided = answer(sent, kind=OutcomeKind.OTHER, decision="A visit is planned.")

    demo_desk.outcomes.record(decided, ask_again_on=date(2026, 12, 3))

    (line,) = demo_desk.dues.open(sent.concern.id)
    assert line.due.due_at == datetime(2026, 12, 3, 17, tzinfo=UTC)


def test_a_decision_without_words_is_not_recorded(demo_desk, sent):
    with pytest.raises(UserError, match="in their words") as refused:
        demo_desk.outcomes.record(answer(sent, kind=OutcomeKind.ACCEPTED))

    assert refused.value.field == "decision"
    assert demo_desk.concerns.get(sent.concern.id).outcomes == ()


def test_an_answer_of_tomorrow_is_not_recorded(demo_desk, sent):
    with pytest.raises(UserError, match="in the future"):
        demo_desk.outcomes.record(answer(sent, at=datetime(2026, 11, 23, 9, tzinfo=UTC)))


def test_a_concern_closes_with_a_reason_and_its_dues_end_with_it(demo_desk, sent):
    with pytest.raises(UserError, match="why this concern is closed"):
        demo_desk.outcomes.close(sent.concern.id, "  ")

    demo_desk.outcomes.close(sent.concern.id, "Moved away; the midwives know.")

    after = demo_desk.concerns.get(sent.concern.id)
    assert after.concern.stage is Stage.CLOSED
    assert open_rules(demo_desk, sent) == set()
    assert "Moved away; the midwives know." in {due.closed_because for due in after.dues}


def test_an_empty_team_note_is_not_kept(demo_desk, sent):
    note = TeamNote(id="", concern_id=sent.concern.id, tier=0, people="", text=" ", at=AT)

    with pytest.raises(UserError, match="what the team is told"):
        demo_desk.outcomes.add_note(note)

    assert demo_desk.concerns.get(sent.concern.id).team_notes == ()
