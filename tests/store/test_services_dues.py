"""No deadline gets lost: each is made, hangs on its own team, and ends for its own reason."""

from datetime import date, time, timedelta

import pytest
from msgspec.structs import replace
from sharing_support import (
    adult,
    agency,
    at,
    decided,
    open_dues,
    rang,
    ready,
    rules,
    sent,
    signed,
    typed,
)

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.call import CallKind, CallResult
from sgdesk.domain.concern import FgmScreen
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Observation, Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.outcome import Outcome, OutcomeKind
from sgdesk.domain.people import PersonKind
from sgdesk.domain.sharing.decision import AttemptState, ClinicalEntry, Decision
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import FactId

WRITTEN = "DL-REF-WRITTEN-CHILD-E"
ROUTINE = "DL-REF-ROUTINE"
SUNDAY = date(2026, 11, 22)


def outcome(concern, sharing, kind, moment, **changes):
    words = "" if kind is OutcomeKind.ACKNOWLEDGED else "An assessment is made."
    values = {"id": "", "concern_id": concern.id, "kind": kind, "at": moment, "decision": words}
    return Outcome(sharing_id=sharing and sharing.id, **(values | changes))


# ------------------------------------------------------- written follow-up after a call


def test_a_letter_to_another_team_leaves_the_written_follow_up_open(desk):
    concern, team = signed(desk), agency(desk)
    rang(desk, concern, team, at(22, 10, 5), at(22, 10, 19))
    doctor = decided(desk, concern, "Mill Road Surgery")

    sent(desk, doctor, at(22, 11))

    assert WRITTEN in rules(desk, concern)


def test_a_letter_to_the_team_that_was_rung_ends_its_follow_up_and_no_other(desk):
    concern, team = signed(desk), agency(desk)
    other = agency(desk, "Weir County Duty Team")
    rang(desk, concern, team, at(22, 10, 5), at(22, 10, 19))
    call = rang(desk, concern, other, at(22, 10, 30), at(22, 10, 40))

    sent(desk, decided(desk, concern, team), at(22, 11))

    assert [line.due.about for line in desk.dues.open(concern.id) if line.due.rule == WRITTEN] == [
        call.id
    ]


def test_a_team_typed_by_hand_is_known_by_its_name(desk):
    concern = signed(desk)
    rang(desk, concern, "Weir County  duty team", at(22, 10, 5), at(22, 10, 19))

    sent(desk, decided(desk, concern, "Weir County Duty Team"), at(22, 11))

    assert WRITTEN not in rules(desk, concern)


def test_what_was_sent_before_a_call_does_not_confirm_it(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    rang(desk, concern, team, at(22, 10, 5), at(22, 10, 19))

    sent(desk, sharing, at(22, 9))

    assert WRITTEN in rules(desk, concern)


def test_a_call_written_down_after_its_letter_went_makes_nothing_due(desk):
    concern, team = signed(desk), agency(desk)
    sent(desk, decided(desk, concern, team), at(22, 11))

    rang(desk, concern, team, at(22, 10, 5), at(22, 10, 19))

    assert WRITTEN not in rules(desk, concern)


@pytest.mark.parametrize("said", [0, 73, 120, 744])
def test_no_figure_that_a_worker_says_loses_the_written_follow_up(desk, said):
    concern, team = signed(desk), agency(desk)

    rang(desk, concern, team, at(22, 10), at(22, 10, 19), written_hours_said=said)

    due = open_dues(desk, concern)[WRITTEN]
    assert due.due_at == (at(22, 11, 19) if said == 0 else at(23, 10, 19))
    assert "1 to 72 hours" in due.why


def test_a_concern_of_another_nation_has_that_nations_deadlines(desk):
    concern, team = signed(desk, nation=Nation.WALES), agency(desk)

    rang(desk, concern, team, at(22, 10), at(22, 10, 19))

    assert open_dues(desk, concern)["DL-REF-WRITTEN-CHILD-W"].due_at == at(23, 10, 19)


def test_a_referral_by_telephone_without_a_concern_says_by_when_it_goes_in_writing(desk):
    nowhere, team = {"concern_id": None}, agency(desk)
    plain = rang(desk, signed(desk), team, at(22, 10), at(22, 10, 19), **nowhere)
    sooner = rang(
        desk, signed(desk), team, at(22, 10), at(22, 10, 19), written_hours_said=4, **nowhere
    )
    rang(
        desk, signed(desk), team, at(22, 10), at(22, 10, 2), result=CallResult.NO_ANSWER,
        **nowhere,
    )  # fmt: skip

    by = desk.today.view().written_by

    assert by == {plain.id: at(23, 10, 19), sooner.id: at(22, 14, 19)}


def test_a_worker_who_asks_for_less_than_the_national_hours_is_obeyed(desk):
    concern, team = signed(desk, nation=Nation.WALES), agency(desk)

    rang(desk, concern, team, at(22, 10), at(22, 10, 19), written_hours_said=4)

    due = open_dues(desk, concern)["DL-REF-WRITTEN-CHILD-W"]
    assert due.due_at == at(22, 14, 19)
    assert due.source.startswith("They said: 4 hours, by Sun 22 Nov 2026, 14:19.")
    assert "By the rule: Mon 23 Nov 2026, 10:19. The sooner holds." in due.source


@pytest.mark.parametrize("ended", [at(25, 10), None])
def test_a_call_that_is_said_to_end_later_counts_from_now(desk, ended):
    concern, team = signed(desk), agency(desk)

    rang(desk, concern, team, at(22, 12, 5), ended)

    assert open_dues(desk, concern)[WRITTEN].due_at == at(23, 12, 5)


def test_a_call_about_an_adult_is_confirmed_in_writing_too(desk):
    concern, team = adult(desk), agency(desk, "Adult Social Care", kind="adult-social-care")

    rang(desk, concern, team, at(22, 10), at(22, 10, 19))

    assert "DL-REF-WRITTEN-ADULT-E" in rules(desk, concern)


def test_a_call_about_a_concern_that_is_not_here_is_refused_in_words(desk):
    concern, team = signed(desk), agency(desk)

    with pytest.raises(SituationError, match="not recorded yet"):
        rang(desk, replace(concern, id="none"), team, at(22, 10), at(22, 10, 5))


# -------------------------------------------------------------- recorded, decided, unsent


def test_a_signed_concern_is_not_forgotten(desk):
    concern = signed(desk)

    assert open_dues(desk, concern)[ROUTINE].due_at == at(23, 17)


def test_a_decision_that_nobody_sent_stays_due(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    desk.sharings.record_attempt(sharing.id, RouteKind.PORTAL, AttemptState.UNCONFIRMED, at(22, 12))

    desk.sharings.finish(sharing.id)

    due = open_dues(desk, concern)[ROUTINE]
    assert (due.about, due.due_at) == (sharing.id, at(23, 17))
    assert "Northtown Duty Team" in due.detail


def test_the_referral_stands_once_before_and_after_the_decision(desk):
    concern, team = signed(desk), agency(desk)
    (before,) = [due for due in desk.concerns.get(concern.id).dues if due.rule == ROUTINE]

    sharing = decided(desk, concern, team)

    view = desk.concerns.get(concern.id)
    (after,) = [due for due in view.dues if due.rule == ROUTINE]
    assert (after.id, after.due_at, after.closed_at) == (before.id, before.due_at, None)
    assert (after.about, after.detail) == (
        sharing.id, "Decided, and not sent yet: Northtown Duty Team",
    )  # fmt: skip
    assert view.stage.text == "Decided, not sent yet"


def test_deciding_again_about_the_same_team_adds_no_second_referral(desk):
    concern, team = signed(desk), agency(desk)
    decided(desk, concern, team)

    second = ready(desk, concern, team)
    second.again_because = "The first was never sent."
    second = desk.sharings.decide(second)

    waiting = [line.due.about for line in desk.dues.open(concern.id) if line.due.rule == ROUTINE]
    assert waiting == [second.id]


def test_a_decision_after_reopening_deals_with_what_reopening_made_due(desk):
    concern, team = signed(desk), agency(desk)
    desk.outcomes.close(concern.id, "Moved away")
    desk.outcomes.reopen(concern.id, "She is back.")

    decided(desk, concern, team)

    assert rules(desk, concern).count(ROUTINE) == 1


def test_refusing_one_team_does_not_hide_that_another_is_still_to_be_sent_it(desk):
    concern, team = signed(desk), agency(desk)
    decided(desk, concern, team)

    decided(desk, concern, "Mill Road Surgery", Decision.NOT_YET)

    assert desk.concerns.get(concern.id).stage.text == "Decided, not sent yet"


def test_each_recipient_has_its_own_deadline_until_it_was_sent(desk):
    concern, team = signed(desk), agency(desk)
    first = decided(desk, concern, team)
    second = decided(desk, concern, "Mill Road Surgery")

    sent(desk, first, at(22, 12))

    waiting = [line.due.about for line in desk.dues.open(concern.id) if line.due.rule == ROUTINE]
    assert waiting == [second.id]


def test_a_call_to_the_team_takes_the_place_of_the_deadline_to_refer(desk):
    concern, team = signed(desk), agency(desk)
    decided(desk, concern, team)

    rang(desk, concern, team, at(22, 10), at(22, 10, 19))

    assert [rule for rule in rules(desk, concern) if rule.startswith("DL-REF")] == [WRITTEN]


def test_a_call_before_the_decision_leaves_one_deadline(desk):
    concern, team = signed(desk), agency(desk)
    rang(desk, concern, team, at(22, 10), at(22, 10, 19))

    decided(desk, concern, team)

    assert [rule for rule in rules(desk, concern) if rule.startswith("DL-REF")] == [WRITTEN]


def test_a_call_that_nobody_answered_changes_nothing(desk):
    concern, team = signed(desk), agency(desk)

    rang(desk, concern, team, at(22, 10), at(22, 10, 1), result=CallResult.NO_ANSWER)

    assert sorted(rules(desk, concern)) == ["DL-CLIN-ENTRY", ROUTINE]


@pytest.mark.parametrize("decision", [Decision.DO_NOT_SHARE, Decision.NOT_YET])
def test_a_decision_not_to_share_is_looked_at_again_and_filed(desk, decision):
    concern = signed(desk)

    decided(desk, concern, "Mill Road Surgery", decision)

    found = open_dues(desk, concern)
    assert set(found) == {"DL-NOTSHARED-REVIEW", "DL-CLIN-ENTRY"}
    assert found["DL-NOTSHARED-REVIEW"].due_at == at(27, 17)


def test_a_second_decision_not_to_share_leaves_the_first_ones_deadline(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)

    decided(desk, concern, "Mill Road Surgery", Decision.NOT_YET)

    assert open_dues(desk, concern)[ROUTINE].about == sharing.id


def test_a_review_is_never_years_away(desk):
    draft = ready(desk, signed(desk), "Mill Road Surgery", Decision.NOT_YET)
    draft.not_sharing = replace(draft.not_sharing, review_on=date(2062, 11, 27))

    with pytest.raises(UserError, match="more than a year") as refused:
        desk.sharings.decide(draft)
    assert refused.value.field == "not_sharing.review_on"


# ------------------------------------------------------------------ danger and allegations


def test_danger_makes_the_call_due_at_once_and_the_record_within_a_day(desk):
    draft = typed(desk, urgency={"immediate_danger": YesNo.YES})
    desk.concerns.save_draft(draft, "urgency", Caret())
    desk.concerns.save_draft(draft, "urgency", Caret())

    found = {line.due.rule: line.due.due_at for line in desk.dues.open(draft.id)}
    assert found == {"DL-REF-IMMEDIATE": at(22, 12, 35), "DL-EMERG-COMPLETE": at(23, 12, 5)}
    concern = desk.concerns.sign(draft)
    assert "DL-EMERG-COMPLETE" not in rules(desk, concern)
    assert "DL-REF-IMMEDIATE" in rules(desk, concern)


@pytest.mark.parametrize(
    ("nation", "rule", "named"),
    [
        (Nation.WALES, "DL-REF-IMMEDIATE-W", "Wales Safeguarding Procedures"),
        (Nation.SCOTLAND, "DL-REF-IMMEDIATE-SCO", "Scotland 2021"),
        (Nation.NORTHERN_IRELAND, "DL-REF-IMMEDIATE-NI", "Board for Northern Ireland"),
    ],
)
def test_danger_elsewhere_is_rung_once_by_the_rule_of_that_nation(desk, nation, rule, named):
    draft = typed(desk, urgency={"immediate_danger": YesNo.YES})
    desk.concerns.save_draft(draft, "urgency", Caret())
    draft.urgency = replace(draft.urgency, nation=nation)
    desk.concerns.save_draft(draft, "urgency", Caret())
    desk.concerns.save_draft(draft, "urgency", Caret())

    found = [line.due for line in desk.dues.open(draft.id) if "IMMEDIATE" in line.due.rule]

    assert [due.rule for due in found] == [rule]
    assert named in found[0].source
    draft.urgency = replace(draft.urgency, nation=Nation.ENGLAND)
    desk.concerns.save_draft(draft, "urgency", Caret())
    again = [line.due.rule for line in desk.dues.open(draft.id) if "IMMEDIATE" in line.due.rule]
    assert again == ["DL-REF-IMMEDIATE"]


def test_a_nation_put_right_hours_later_moves_no_deadline(desk, clock):
    draft = typed(desk, urgency={"immediate_danger": YesNo.YES})
    desk.concerns.save_draft(draft, "urgency", Caret())
    first = {line.due.due_at for line in desk.dues.open(draft.id) if line.due.about == draft.id}
    for nation in (Nation.WALES, Nation.SCOTLAND, Nation.ENGLAND):
        clock.at = clock.now() + timedelta(hours=1)
        draft.urgency = replace(draft.urgency, nation=nation)

        desk.concerns.save_draft(draft, "urgency", Caret())

        dues = [line.due for line in desk.dues.open(draft.id) if line.due.about == draft.id]
        assert {due.due_at for due in dues} == first
        assert sum("IMMEDIATE" in due.rule for due in dues) == 1


def test_whoever_was_rung_is_not_rung_again_because_the_nation_was_put_right(desk):
    draft = typed(desk, urgency={"immediate_danger": YesNo.YES})
    desk.concerns.save_draft(draft, "urgency", Caret())
    [ring] = [line.due for line in desk.dues.open(draft.id) if "IMMEDIATE" in line.due.rule]
    desk.dues.close(ring.id, "Rang the hospital's duty social worker.")
    draft.urgency = replace(draft.urgency, nation=Nation.WALES)

    desk.concerns.save_draft(draft, "urgency", Caret())

    assert [one for one in rules(desk, draft) if "IMMEDIATE" in one] == []


def test_danger_that_is_answered_later_makes_its_deadlines_too(desk):
    draft = typed(desk)
    desk.concerns.save_draft(draft, "urgency", Caret())
    draft.urgency = replace(draft.urgency, immediate_danger=YesNo.YES)

    desk.concerns.save_draft(draft, "urgency", Caret())

    assert "DL-REF-IMMEDIATE" in [line.due.rule for line in desk.dues.open(draft.id)]


def test_a_mark_on_a_baby_makes_the_call_due_at_once_and_danger_the_record_too(desk):
    draft = typed(desk)
    desk.concerns.save_draft(draft, "urgency", Caret())
    draft.urgency = replace(draft.urgency, baby_with_mark=YesNo.YES)
    desk.concerns.save_draft(draft, "urgency", Caret())
    baby = {line.due.rule: line.due.due_at for line in desk.dues.open(draft.id)}
    draft.urgency = replace(draft.urgency, immediate_danger=YesNo.YES)
    desk.concerns.save_draft(draft, "urgency", Caret())
    danger = {line.due.rule for line in desk.dues.open(draft.id)}
    draft.urgency = replace(draft.urgency, immediate_danger=YesNo.NO)

    assert baby == {"DL-REF-IMMEDIATE": at(22, 12, 35)}
    assert danger == {"DL-REF-IMMEDIATE", "DL-EMERG-COMPLETE"}
    assert "DL-REF-IMMEDIATE" in rules(desk, desk.concerns.sign(draft))


def test_a_mark_on_a_baby_that_is_taken_back_makes_nothing_due(desk):
    draft = typed(desk, urgency={"baby_with_mark": YesNo.YES})
    desk.concerns.save_draft(draft, "urgency", Caret())
    draft.urgency = replace(draft.urgency, baby_with_mark=YesNo.NO)

    assert "DL-REF-IMMEDIATE" not in rules(desk, desk.concerns.sign(draft))


def test_an_allegation_about_a_colleague_is_reported_within_a_working_day(desk):
    concern = signed(desk, urgency={"about_colleague": YesNo.YES})

    assert open_dues(desk, concern)["DL-LADO"].due_at == at(23, 17)


# -------------------------------------------------------------------------------- FGM


def told(id, speaker, by, day, hour, **changes):
    return Saying(
        id=FactId(id), speaker=speaker, words="They cut me.", noticed_by=by, noticed_on=day,
        noticed_at=time(hour), **changes,
    )  # fmt: skip


def amina(desk, facts, screen=FgmScreen.TOLD_BY_HER, **changes):
    person = {"name": "Amina Kamara", "born": date(2011, 8, 9)}
    return signed(desk, urgency={"fgm": screen}, person=person, facts=facts, **changes)


@pytest.mark.parametrize("speaker", ["Amina Kamara", "Amina", "amina", "The patient"])
def test_the_clock_starts_when_she_told_and_names_whom_she_told(desk, speaker):
    others = told("m", "Her mother", "A. Rahman", date(2026, 11, 12), 9)
    hers = told("a", speaker, "L. Byrne", date(2026, 11, 20), 16)

    concern = amina(desk, [others, hers])

    due = open_dues(desk, concern)["DL-FGM-TARGET"]
    assert due.due_at == at(23, 17)
    assert "L. Byrne" in due.detail


def test_signs_start_the_clock_when_they_were_seen(desk):
    said = told("a", "Amina", "A. Rahman", SUNDAY, 11)
    seen = Observation(
        id=FactId("o"), text="Signs", noticed_by="L. Byrne", noticed_on=date(2026, 11, 19),
        noticed_at=time(10),
    )  # fmt: skip

    concern = amina(desk, [said, seen], FgmScreen.SIGNS_SEEN)

    found = open_dues(desk, concern)
    assert found["DL-FGM-TARGET"].due_at == at(20, 17)
    assert found["DL-FGM-TARGET"].detail.startswith("Seen by L. Byrne.")


def test_of_two_people_whom_she_told_the_first_starts_the_clock(desk):
    later = told("b", "Amina", "A. Rahman", SUNDAY, 11)
    first = told("a", "Amina", "L. Byrne", date(2026, 11, 19), 16)

    concern = amina(desk, [later, first])

    assert open_dues(desk, concern)["DL-FGM-TARGET"].due_at == at(20, 17)


def test_nobody_is_named_when_the_record_does_not_say_whom_she_told(desk):
    facts = [
        told("x", "Her aunt", "A. Rahman", date(2026, 11, 19), 9),
        told("y", "Her mother", "L. Byrne", date(2026, 11, 20), 9),
    ]

    due = open_dues(desk, amina(desk, facts))["DL-FGM-TARGET"]

    assert due.due_at == at(20, 17)
    assert "belongs to whoever was told" in due.detail


@pytest.mark.parametrize("day", [None, date(1999, 1, 1)])
def test_a_day_that_cannot_be_or_is_not_known_does_not_lose_the_report(desk, day):
    concern = amina(desk, [told("a", "Amina", "L. Byrne", day, 9)])

    assert open_dues(desk, concern)["DL-FGM-TARGET"].due_at == at(23, 17)


def test_the_referral_stands_on_today_beside_the_report_that_only_another_can_make(desk):
    amina(desk, [told("a", "Amina", "L. Byrne", date(2026, 11, 20), 16)])

    shown = [line.due.rule for line in desk.today.view().dues]

    assert shown == ["DL-FGM-TARGET", ROUTINE, "DL-CLIN-ENTRY"]


def test_telling_the_local_authority_and_taking_advice_are_not_hidden_behind_the_report(desk):
    concern = amina(
        desk, [told("a", "Amina", "L. Byrne", date(2026, 11, 22), 10)], nation=Nation.WALES
    )
    desk.police.delay(concern.id, "Her uncle would hear of it tonight.")

    shown = [line.due.rule for line in desk.today.view().dues]

    assert {"DL-FGM-TARGET", "DL-FGM-WALES-LA", "DL-FGM-DELAY-ADVICE"} <= set(shown)
    assert "DL-FGM-LEGAL" not in shown


def test_an_adult_s_referral_cites_no_procedure_for_children(desk):
    (english,) = [due for due in open_dues(desk, adult(desk)).values() if "REF" in due.rule]
    (welsh,) = [
        due
        for due in open_dues(desk, adult(desk, nation=Nation.WALES)).values()
        if "REF" in due.rule
    ]

    assert english.rule == "DL-REF-ROUTINE-ADULT-E"
    assert "Child" not in english.source + english.why
    assert "Check locally." in english.why
    assert welsh.rule == "DL-REF-ROUTINE-ADULT-W"
    assert "adults" in welsh.source


def test_a_referral_says_that_it_counts_from_when_the_record_was_begun(desk, clock):
    draft = typed(desk)
    clock.at = at(19, 10)
    desk.concerns.save_draft(draft, "check", Caret())
    clock.at = at(22, 12)
    concern = desk.concerns.sign(draft)

    due = open_dues(desk, concern)[ROUTINE]

    assert due.due_at == at(20, 17)
    assert "it counts from when the record was begun" in due.why
    assert "after Thu 19 Nov 2026" in due.why


def test_an_amended_kind_of_person_has_its_own_referral_and_no_other(desk):
    concern = signed(desk)

    draft = AmendmentDraft(
        id="an-amendment", concern_id=concern.id, because="Born in 1960.",
        person=replace(concern.person, kind=PersonKind.ADULT, born=date(1960, 1, 1)),
    )  # fmt: skip
    desk.amendments.record(draft)

    found = [rule for rule in rules(desk, concern) if rule.startswith(ROUTINE)]
    assert found == ["DL-REF-ROUTINE-ADULT-E"]


# -------------------------------------------------------------- acknowledgement and outcome


def test_sending_makes_the_acknowledgement_the_chase_and_the_escalation_due(desk):
    concern, team = signed(desk), agency(desk)

    sent(desk, decided(desk, concern, team), at(20, 15, 32))

    found = {rule: due.due_at for rule, due in open_dues(desk, concern).items()}
    assert found["DL-ACK-E"] == at(23, 17)
    assert found["DL-ACK-CHASE-E"] == at(24, 10)
    assert found["DL-ACK-ESC-E"] == at(25, 17)


def test_a_second_sending_does_not_start_the_clock_again(desk, clock):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    sent(desk, sharing, at(20, 15, 32))
    before = desk.dues.open(concern.id)

    sent(desk, sharing, at(22, 12))

    assert desk.dues.open(concern.id) == before
    assert desk.concerns.get(concern.id).sharings[0].sharing.sent_at == at(20, 15, 32)


def test_one_teams_answer_leaves_what_another_team_owes(desk):
    concern, team = signed(desk), agency(desk)
    other = agency(desk, "Weir County Duty Team")
    first, second = decided(desk, concern, team), decided(desk, concern, other)
    sent(desk, first, at(20, 15)), sent(desk, second, at(20, 15))

    desk.outcomes.record(outcome(concern, first, OutcomeKind.ACCEPTED, at(22, 9)))

    waiting = {line.due.about for line in desk.dues.open(concern.id) if "ACK" in line.due.rule}
    assert waiting == {second.id}
    assert desk.concerns.get(concern.id).stage.text == "Awaiting acknowledgement"


def test_an_answer_that_names_no_decision_ends_nothing_where_two_wait(desk):
    concern, team = signed(desk), agency(desk)
    other = agency(desk, "Weir County Duty Team")
    first, second = decided(desk, concern, team), decided(desk, concern, other)
    sent(desk, first, at(20, 15)), sent(desk, second, at(20, 15))

    desk.outcomes.record(outcome(concern, None, OutcomeKind.ACCEPTED, at(22, 9)))

    waiting = {line.due.about for line in desk.dues.open(concern.id) if "ACK" in line.due.rule}
    assert waiting == {first.id, second.id}


def test_an_answer_that_names_no_decision_is_the_only_waiting_ones(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    sent(desk, sharing, at(20, 15))

    desk.outcomes.record(outcome(concern, None, OutcomeKind.ACKNOWLEDGED, at(22, 9)))

    view = desk.concerns.get(concern.id)
    assert view.sharings[0].sharing.acknowledged_at == at(22, 9)
    found = open_dues(desk, concern)
    assert "DL-ACK-E" not in found
    assert found["DL-OUTCOME-CHASE"].about == sharing.id


def test_an_answer_to_another_concerns_referral_is_refused(desk):
    first, second, team = signed(desk), signed(desk), agency(desk)
    sharing = decided(desk, first, team)

    with pytest.raises(SituationError, match="not recorded yet"):
        desk.outcomes.record(outcome(second, sharing, OutcomeKind.ACKNOWLEDGED, at(22, 9)))


def test_an_outcome_is_asked_for_again_after_each_call(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    sent(desk, sharing, at(9, 15))
    desk.outcomes.record(outcome(concern, sharing, OutcomeKind.ACKNOWLEDGED, at(10, 9)))
    assert open_dues(desk, concern)["DL-OUTCOME-CHASE"].due_at == at(17, 17)

    rang(desk, concern, team, at(20, 10), at(20, 10, 5), kind=CallKind.CHASE)

    assert open_dues(desk, concern)["DL-OUTCOME-CHASE"].due_at == at(27, 17)


def test_a_chase_of_another_team_changes_nothing(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    sent(desk, sharing, at(9, 15))
    desk.outcomes.record(outcome(concern, sharing, OutcomeKind.ACKNOWLEDGED, at(10, 9)))

    rang(desk, concern, "Mill Road Surgery", at(20, 10), at(20, 10, 5), kind=CallKind.CHASE)

    assert open_dues(desk, concern)["DL-OUTCOME-CHASE"].due_at == at(17, 17)


def test_a_second_acknowledgement_does_not_double_what_is_due(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    sent(desk, sharing, at(9, 15))
    for day in (10, 11):
        desk.outcomes.record(outcome(concern, sharing, OutcomeKind.ACKNOWLEDGED, at(day, 9)))

    assert rules(desk, concern).count("DL-OUTCOME-CHASE") == 1


def test_a_referral_that_was_returned_is_due_again_until_it_went_again(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    sent(desk, sharing, at(19, 15))
    desk.outcomes.record(outcome(concern, sharing, OutcomeKind.RETURNED, at(20, 9)))
    assert open_dues(desk, concern)[ROUTINE].due_at == at(23, 17)

    sent(desk, sharing, at(22, 11))

    found = open_dues(desk, concern)
    assert ROUTINE not in found
    assert found["DL-ACK-E"].due_at == at(23, 17)


def test_what_an_adult_authority_says_about_its_answer_holds_for_an_adult(desk):
    concern = adult(desk)
    team = agency(desk, "Adult Social Care", kind="adult-social-care", acknowledge_days=5)

    sent(desk, decided(desk, concern, team), at(20, 15))

    found = open_dues(desk, concern)
    assert found["DL-ACK-E"].due_at == at(27, 17)
    assert found["DL-ACK-E"].source == "What the agency says: 5 working days."
    assert found["DL-ACK-CHASE-E"].due_at == at(30, 10)
    assert "DL-ACK-ESC-E" not in found


def test_at_the_same_hour_what_this_program_asks_for_by_itself_comes_last(desk):
    for _concern in range(4):
        signed(desk)

    shown = [line.due.rule for line in desk.today.view().dues]

    assert shown == [ROUTINE] * 4 + ["DL-CLIN-ENTRY"] * 4


def test_a_day_that_has_passed_cannot_be_chosen_to_ask_again(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)

    with pytest.raises(UserError, match="has passed"):
        desk.outcomes.record(
            outcome(concern, sharing, OutcomeKind.ACCEPTED, at(22, 9)), date(2026, 11, 20)
        )


# --------------------------------------------------------------------- tries and filing


def test_a_try_in_the_future_is_refused(desk):
    sharing = decided(desk, signed(desk), agency(desk))

    with pytest.raises(UserError, match="in the future"):
        sent(desk, sharing, at(22, 13))


def test_nothing_can_be_sent_of_a_decision_not_to_share(desk):
    concern = signed(desk)
    sharing = decided(desk, concern, "Mill Road Surgery", Decision.DO_NOT_SHARE)

    with pytest.raises(SituationError, match="decided not to share"):
        sent(desk, sharing, at(22, 11))
    assert desk.concerns.get(concern.id).stage.text == "Not shared"


def test_a_confirmed_telephone_call_is_not_a_letter(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)

    sent(desk, sharing, at(22, 11), RouteKind.TELEPHONE)

    view = desk.concerns.get(concern.id)
    assert view.sharings[0].sharing.sent_at is None
    assert ROUTINE in [due.rule for due in view.dues if due.closed_at is None]


def test_an_entry_that_was_not_made_is_never_said_to_be_made(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)

    desk.sharings.record_clinical_entry(
        sharing.id, ClinicalEntry(not_made_because="Not our patient")
    )

    closed = {due.rule: due.closed_because for due in desk.concerns.get(concern.id).dues}
    assert closed["DL-CLIN-ENTRY"] == "No entry: Not our patient"


@pytest.mark.parametrize(("hidden", "is_open"), [(YesNo.YES, False), (YesNo.NO, True)])
def test_hiding_the_entry_stays_due_until_it_is_hidden(desk, hidden, is_open):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)

    desk.sharings.record_clinical_entry(
        sharing.id,
        ClinicalEntry(made_by="A. Rahman", made_on=SUNDAY, hidden_online=hidden,
                      proxy_checked=YesNo.YES),
    )  # fmt: skip

    assert ("DL-VISIBILITY" in rules(desk, concern)) is is_open
    assert "DL-CLIN-ENTRY" not in rules(desk, concern)


def test_an_entry_cannot_have_been_made_tomorrow(desk):
    sharing = decided(desk, signed(desk), agency(desk))

    with pytest.raises(UserError) as refused:
        desk.sharings.record_clinical_entry(
            sharing.id, ClinicalEntry(made_by="A. Rahman", made_on=date(2026, 11, 23))
        )
    assert refused.value.field == "clinical.made_on"


def test_a_due_is_closed_once(desk):
    concern = signed(desk)
    due = open_dues(desk, concern)[ROUTINE]
    desk.dues.close(due.id, "The child moved away")

    with pytest.raises(SituationError, match="closed already"):
        desk.dues.close(due.id, "Something else")
    with pytest.raises(SituationError):
        desk.dues.close("none", "Something else")


def test_the_dues_of_one_concern_show_however_many_others_come_first(desk, clock):
    first = signed(desk)
    with desk._context.unit() as unit:
        due = desk.dues.open(first.id)[0].due
        for number in range(250):
            unit.dues.add(replace(due, id=f"many-{number}", due_at=at(1, 9)))
        unit.commit()
    clock.at = at(22, 13)
    second = signed(desk)

    assert sorted(rules(desk, second)) == ["DL-CLIN-ENTRY", ROUTINE]
