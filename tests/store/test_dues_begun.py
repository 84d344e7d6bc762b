"""Every rule of the table begins with its own event, over a real store."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace
from sharing_support import agency, at, decided, open_dues, rang, rules, sent, signed, typed

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.call import CallKind
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.reminders import Reminded
from sgdesk.domain.sharing.clinical import ClinicalEntry
from sgdesk.library.guidance import guidance_for
from sgdesk.services import dues, escalation_dues, police_dues
from sgdesk.services.escalation_dues import EscalationStage

SUNDAY_NOON = at(22, 12, 5)


def done(desk, deed):
    """Do something within one transaction, as a service does."""
    with desk._context.unit() as unit:
        deed(unit, desk._context)
        unit.commit()


@pytest.mark.parametrize("trigger", list(Trigger))
@pytest.mark.parametrize("nation", list(Nation))
def test_each_event_makes_the_rules_of_its_nation_and_no_others(desk, trigger, nation):
    concern = signed(desk, nation=nation)
    before = set(rules(desk, concern))

    done(desk, lambda unit, context: dues.make(
        unit, context, trigger, concern.id, nation, SUNDAY_NOON, about="this"))  # fmt: skip

    made = {one.due.rule: one.due for one in desk.dues.open(concern.id) if one.due.about == "this"}
    guidance = guidance_for(nation)
    assert set(made) == {rule.id for rule in guidance.rules_for(trigger)}
    assert all(due.source and due.why and due.due_at >= SUNDAY_NOON for due in made.values())
    assert before <= set(rules(desk, concern))


def test_every_rule_of_every_nation_has_an_event_that_begins_it():
    for nation in Nation:
        guidance = guidance_for(nation)
        begun = {rule.id for trigger in Trigger for rule in guidance.rules_for(trigger)}
        assert {rule.id for rule in guidance.deadlines if guidance.is_on(rule)} == begun


def test_the_duty_to_report_sexual_abuse_waits_for_its_switch(desk):
    abused = {"sexual_abuse": YesNo.YES}
    assert "DL-CSA" not in rules(desk, signed(desk, urgency=abused))

    guidance = desk._context.guidance
    on = tuple(replace(switch, on=True) for switch in guidance.switches)
    object.__setattr__(desk._context, "guidance", replace(guidance, switches=on))

    due = open_dues(desk, signed(desk, urgency=abused))["DL-CSA"]
    assert "for seven days at most" in due.why
    assert "not been verified" in due.source
    assert "DL-CSA" not in rules(desk, signed(desk))


def test_the_police_number_is_asked_for_the_same_day_until_it_is_known(desk):
    concern = signed(desk)
    told = {"kind": CallKind.POLICE, "spoke_to": "PC Dale"}
    rang(desk, concern, "Weir County Police", at(22, 10), at(22, 10, 9), **told)
    rang(desk, concern, "Weir County Police", at(22, 11), at(22, 11, 9), **told)

    assert rules(desk, concern).count("DL-POLICE-REF") == 1
    assert open_dues(desk, concern)["DL-POLICE-REF"].due_at == at(22, 17)
    rang(
        desk, concern, "Weir County Police", at(22, 12), at(22, 12, 2),
        reference="Log 0123 of 22/11/2026", **told,
    )  # fmt: skip
    assert "DL-POLICE-REF" not in rules(desk, concern)


def test_a_disagreement_climbs_stage_by_stage_and_is_settled(desk):
    concern, team = signed(desk), agency(desk)
    about = decided(desk, concern, team).id
    found = []

    for stage in EscalationStage:
        done(desk, lambda unit, context, stage=stage: escalation_dues.after_stage(
            unit, context, concern, about, stage, at(20, 15), "They closed it."))  # fmt: skip
        ladder = {one.due.rule: one.due for one in desk.dues.open() if "ESC-L" in one.due.rule}
        found.append((*ladder, *(due.due_at for due in ladder.values())))

    assert found == [
        ("DL-ESC-L1", at(24, 17)),
        ("DL-ESC-L2", at(27, 17)),
        ("DL-ESC-L3", at(24, 17)),
        ("DL-ESC-L4", at(27, 17)),
    ]
    done(
        desk,
        lambda unit, context: escalation_dues.after_settling(
            unit, context, concern, about, "By telephone."
        ),
    )
    assert not [rule for rule in rules(desk, concern) if "ESC-L" in rule]


def test_after_a_strategy_discussion_a_conference_is_expected(desk):
    concern = signed(desk)

    done(desk, lambda unit, context: escalation_dues.after_strategy_discussion(
        unit, context, concern, "enquiry", at(20, 15)))  # fmt: skip

    due = open_dues(desk, concern)["DL-ICPC-INFO"]
    assert due.due_at == datetime(2026, 12, 11, 17, tzinfo=UTC)
    assert due.why.endswith("Check locally.")


def test_a_delayed_report_is_looked_at_the_same_day_and_moves_no_deadline(desk):
    concern = signed(desk)

    done(desk, lambda unit, context: police_dues.after_delay(
        unit, context, concern, "Her sister would be at risk."))  # fmt: skip

    due = open_dues(desk, concern)["DL-FGM-DELAY-ADVICE"]
    assert (due.due_at, due.detail) == (at(22, 17), "Her sister would be at risk.")


def test_in_wales_an_acknowledgement_is_asked_for_after_two_days_and_after_seven(desk):
    nation = Nation.WALES
    concern = signed(desk, nation=nation)

    trigger = Trigger.REFERRAL_SENT
    done(desk, lambda unit, context: dues.make(
        unit, context, trigger, concern.id, nation, at(20, 9), about="s"))  # fmt: skip

    found = open_dues(desk, concern)
    assert found["DL-ACK-CHASE-W-SOON"].due_at == at(24, 17)
    assert found["DL-ACK-CHASE-W"].due_at == datetime(2026, 12, 1, 17, tzinfo=UTC)


# ------------------------------------------------- the agency's rule and what a worker said


@pytest.mark.parametrize(
    ("procedure", "said", "due_at"),
    [
        (48, 24, at(23, 10, 19)),
        (24, 48, at(23, 10, 19)),
        (48, 48, at(24, 10, 19)),
        (None, 48, at(23, 10, 19)),
        (None, 6, at(22, 16, 19)),
    ],
)
def test_both_figures_stand_on_the_due_and_the_stricter_is_due(desk, procedure, said, due_at):
    concern, team = signed(desk), agency(desk, written_hours=procedure)

    rang(desk, concern, team, at(22, 10), at(22, 10, 19), written_hours_said=said)

    due = open_dues(desk, concern)["DL-REF-WRITTEN-CHILD-E"]
    assert due.due_at == due_at
    assert f"They said: {said} hours" in due.source
    if procedure is not None:
        assert f"The local procedure: {procedure} hours." in due.source
        assert f"Counted: {procedure} h" in due.why


def test_a_stricter_procedure_of_an_agency_is_kept_where_a_national_rule_holds(desk):
    concern, team = signed(desk, nation=Nation.WALES), agency(desk, written_hours=12)

    rang(desk, concern, team, at(22, 10), at(22, 10, 19), written_hours_said=18)

    due = open_dues(desk, concern)["DL-REF-WRITTEN-CHILD-W"]
    assert due.due_at == at(22, 22, 19)
    assert "The agency’s own procedure: 12 hours" in due.source
    assert "They said: 18 hours" in due.source


# --------------------------------------------------------------------- a PC that was off


def test_everything_that_passed_while_the_pc_was_off_is_shown_oldest_first(desk, clock):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    sent(desk, sharing, at(22, 12))
    clock.at = datetime(2026, 12, 20, 9, tzinfo=UTC)

    shown = desk.today.view().dues

    passed = [one for one in shown if one.due.due_at < clock.at]
    assert {one.due.id for one in passed} == {one.due.id for one in desk.dues.open()}
    assert [one.due.due_at for one in passed] == sorted(one.due.due_at for one in passed)
    assert {"DL-ACK-E", "DL-ACK-CHASE-E", "DL-ACK-ESC-E"} <= {one.due.rule for one in passed}
    assert all(one.due.closed_at is None and one.standing for one in passed)


def test_hundreds_of_passed_dues_are_all_on_today(desk, clock):
    concern = signed(desk)
    done(desk, lambda unit, context: [
        dues.make(unit, context, Trigger.BREACH_KNOWN, concern.id, Nation.ENGLAND, SUNDAY_NOON,
                  about=f"breach {number}") for number in range(300)])  # fmt: skip
    clock.at = datetime(2027, 1, 20, 9, tzinfo=UTC)

    assert len(desk.today.view().dues) == len(desk.dues.open()) > 300


def test_the_legal_limit_stands_beside_the_target_and_a_reminder_says_when_it_comes_again(desk):
    concern = signed(desk)
    done(desk, lambda unit, context: [
        dues.make(unit, context, trigger, concern.id, Nation.ENGLAND, at(20, 16), about="girl")
        for trigger in (Trigger.FGM_DISCOVERED, Trigger.HARM_LIKELY)])  # fmt: skip

    lines = {one.due.rule: one for one in desk.today.view().dues}

    assert lines["DL-FGM-TARGET"].law_by == datetime(2026, 12, 20, 16, tzinfo=UTC)
    assert lines["DL-REF-IMMEDIATE"].reminded == Reminded(88, at(22, 12, 30))


def test_in_wales_a_referral_by_telephone_tells_the_local_authority_of_fgm_too(desk):
    concern, team = signed(desk, nation=Nation.WALES), agency(desk)
    done(desk, lambda unit, context: dues.make(
        unit, context, Trigger.FGM_DISCOVERED, concern.id, Nation.WALES, at(22, 9),
        about=concern.id))  # fmt: skip

    rang(desk, concern, team, at(22, 10), at(22, 10, 19))

    left = rules(desk, concern)
    assert "DL-FGM-WALES-LA" not in left
    assert {"DL-FGM-TARGET", "DL-FGM-LEGAL", "DL-REF-WRITTEN-CHILD-W"} <= set(left)


def test_nobody_puts_off_a_legal_limit(desk):
    concern, later = signed(desk), at(30, 17)

    for trigger in (Trigger.BREACH_KNOWN, Trigger.NOT_SHARED):
        done(desk, lambda unit, context, trigger=trigger: dues.make(
            unit, context, trigger, concern.id, Nation.ENGLAND, at(20, 9),
            about="this", chosen=later))  # fmt: skip

    found = open_dues(desk, concern)
    assert found["DL-BREACH-ICO"].due_at == at(23, 9)
    assert found["DL-NOTSHARED-REVIEW"].due_at == later


def test_the_clinical_entry_is_due_from_the_making_of_the_log_item(desk, clock):
    draft = typed(desk)
    clock.at = at(20, 10)
    desk.concerns.save_draft(draft, "check", Caret())
    clock.at = at(20, 12)
    concern = desk.concerns.sign(draft)

    due = open_dues(desk, concern)["DL-CLIN-ENTRY"]

    assert (due.about, due.due_at) == (concern.id, at(20, 17))


def test_one_entry_tells_of_the_record_and_its_first_decision_and_a_later_one_has_its_own(desk):
    concern, team = signed(desk), agency(desk)
    (logged,) = [due for due in desk.concerns.get(concern.id).dues if due.rule == "DL-CLIN-ENTRY"]

    first, second = decided(desk, concern, team), decided(desk, concern, "Mill Road Surgery")

    found = {
        due.about: due.id
        for due in desk.concerns.get(concern.id).dues
        if due.rule == "DL-CLIN-ENTRY"
    }
    assert found.keys() == {first.id, second.id}
    assert found[first.id] == logged.id


def test_an_entry_that_was_made_is_to_be_hidden_from_then_on(desk):
    concern, team = signed(desk), agency(desk)
    sharing = decided(desk, concern, team)
    assert "DL-VISIBILITY" not in rules(desk, concern)
    made = ClinicalEntry(made_by="A. Rahman", made_on=date(2026, 11, 22), hidden_online=YesNo.NO)

    for _again in range(2):
        desk.sharings.record_clinical_entry(sharing.id, made)

    assert rules(desk, concern).count("DL-VISIBILITY") == 1
