"""Each rule of the deadlines table, the deed in the program that begins it, and nothing else.

The deeds are what a user does: sign, ring, decide, send, answer, write, report. Three rules are
about no concern; Today says them.
"""

from datetime import UTC, date, datetime, time

import pytest
from audited_writing import contact
from msgspec.structs import replace
from sharing_support import adult, agency, at, decided, open_dues, rang, sent, signed, typed

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.call import CallResult
from sgdesk.domain.concern import FgmScreen
from sgdesk.domain.data_matters import MatterDraft, MatterKind
from sgdesk.domain.facts.kinds import Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.letters import LetterKind
from sgdesk.domain.outcome import Outcome, OutcomeKind
from sgdesk.domain.practice import Policy
from sgdesk.domain.sharing.clinical import ClinicalEntry
from sgdesk.domain.sharing.decision import Decision
from sgdesk.library.guidance import guidance_for

WALES, SCOTLAND, NORTH = Nation.WALES, Nation.SCOTLAND, Nation.NORTHERN_IRELAND


class Case:
    """What a deed works on: `concern` is what it was about in the end."""

    def __init__(self, desk, nation):
        self.desk, self.nation, self.concern = desk, nation, None

    def about(self, concern):
        self.concern = concern
        return concern


def record(**urgency):
    return lambda case: case.about(signed(case.desk, nation=case.nation, urgency=urgency))


def adult_record(case):
    case.about(adult(case.desk, nation=case.nation))


def danger(case):
    draft = typed(case.desk, nation=case.nation, urgency={"immediate_danger": YesNo.YES})
    case.desk.concerns.save_draft(draft, "urgency", Caret())
    case.about(draft)


def baby(case):
    draft = typed(case.desk, nation=case.nation, urgency={"baby_with_mark": YesNo.YES})
    case.desk.concerns.save_draft(draft, "urgency", Caret())
    case.about(draft)


def told_of_fgm(case):
    words = Saying(
        id="hers", speaker="Mia", words="They cut me.", noticed_by="Lee Byrne",
        noticed_on=date(2026, 11, 20), noticed_at=time(16, 20),
    )  # fmt: skip
    urgency = {"fgm": FgmScreen.TOLD_BY_HER}
    return case.about(signed(case.desk, nation=case.nation, urgency=urgency, facts=[words]))


def delayed(case):
    case.desk.police.delay(told_of_fgm(case).id, "Her sister would be in danger.")


def abuse_with_the_switch_on(case):
    case.desk.guidances.switch("csa-duty", True, "The regulations, read today")
    record(sexual_abuse=YesNo.YES)(case)


def child_rang(case):
    concern = case.about(signed(case.desk, nation=case.nation))
    team = agency(case.desk, nation=case.nation)
    rang(case.desk, concern, team, at(22, 10), at(22, 10, 14))


def adult_rang(case):
    concern = case.about(adult(case.desk, nation=case.nation))
    team = agency(case.desk, kind="adult-social-care", nation=case.nation)
    rang(case.desk, concern, team, at(22, 10), at(22, 10, 14))


def calls_back(at_time):
    def deed(case):
        concern = case.about(signed(case.desk, nation=case.nation))
        rang(
            case.desk, concern, agency(case.desk), at(22, 10), at(22, 10, 2),
            result=CallResult.CALL_BACK, call_back_at=at_time,
        )  # fmt: skip

    return deed


def decide(decision=Decision.SHARE):
    def deed(case):
        concern = case.about(signed(case.desk, nation=case.nation))
        return decided(case.desk, concern, agency(case.desk, nation=case.nation), decision)

    return deed


def send(case):
    sharing = decide()(case)
    sent(case.desk, sharing, at(22, 11))
    return sharing


def send_about_an_adult(case):
    concern = case.about(adult(case.desk, nation=case.nation))
    team = agency(case.desk, kind="adult-social-care", nation=case.nation)
    sent(case.desk, decided(case.desk, concern, team, Decision.SHARE), at(22, 11))


def file_entry(case):
    sharing = decide()(case)
    entry = ClinicalEntry(made_by="A. Rahman", made_on=date(2026, 11, 22))
    case.desk.sharings.record_clinical_entry(sharing.id, entry)


def answer(kind, **more):
    def deed(case):
        sharing = send(case)
        case.desk.outcomes.record(
            Outcome(
                id="an-answer", concern_id=case.concern.id, sharing_id=sharing.id, kind=kind,
                at=at(22, 12), by="J. Okoro", decision="Assessment", **more,
            )
        )  # fmt: skip

    return deed


def disagree(kind):
    def deed(case):
        letter = case.desk.letters.draft(case.concern_after_sending, case.sharing, kind)
        letter.happened = "We do not agree."
        case.desk.letters.make(letter)

    def with_sharing(case):
        sharing = send(case)
        case.sharing, case.concern_after_sending = sharing.id, case.concern.id
        deed(case)

    return with_sharing


def police(**changes):
    def deed(case):
        case.about(signed(case.desk, nation=case.nation))
        draft = contact(case)
        for field, value in changes.items():
            setattr(draft, field, value)
        case.desk.police.record(draft)

    return deed


def matter(kind, **changes):
    def deed(case):
        case.about(signed(case.desk, nation=case.nation))
        case.desk.data_matters.record(
            MatterDraft(
                id="a-matter", concern_id=case.concern.id, kind=kind, day=date(2026, 11, 22),
                clock_time=time(9), text="What happened.", **changes,
            )
        )  # fmt: skip

    return deed


BEGUN_BY = {
    "DL-REF-IMMEDIATE": (Nation.ENGLAND, danger),
    "DL-REF-IMMEDIATE-W": (WALES, danger),
    "DL-REF-IMMEDIATE-SCO": (SCOTLAND, danger),
    "DL-REF-IMMEDIATE-NI": (NORTH, danger),
    "DL-REF-ROUTINE": (Nation.ENGLAND, record()),
    "DL-REF-ROUTINE-CHILD-W": (WALES, record()),
    "DL-REF-ROUTINE-ADULT-E": (Nation.ENGLAND, adult_record),
    "DL-REF-ROUTINE-ADULT-W": (WALES, adult_record),
    "DL-REF-WRITTEN-CHILD-E": (Nation.ENGLAND, child_rang),
    "DL-REF-WRITTEN-ADULT-E": (Nation.ENGLAND, adult_rang),
    "DL-REF-WRITTEN-CHILD-W": (WALES, child_rang),
    "DL-REF-WRITTEN-ADULT-W": (WALES, adult_rang),
    "DL-REF-WRITTEN-SCO": (SCOTLAND, child_rang),
    "DL-REF-WRITTEN-ADULT-SCO": (SCOTLAND, adult_rang),
    "DL-REF-WRITTEN-NI": (NORTH, adult_rang),
    "DL-ACK-E": (Nation.ENGLAND, send),
    "DL-ACK-CHASE-E": (Nation.ENGLAND, send),
    "DL-ACK-ESC-E": (Nation.ENGLAND, send),
    "DL-ACK-CHASE-W": (WALES, send),
    "DL-ACK-CHASE-W-SOON": (WALES, send),
    "DL-ACK-CHASE-ADULT": (SCOTLAND, send_about_an_adult),
    "DL-SCO-RESP": (SCOTLAND, send),
    "DL-NI-IA": (NORTH, send),
    "DL-OUTCOME-CHASE": (Nation.ENGLAND, answer(OutcomeKind.ACKNOWLEDGED)),
    "DL-ASSESS-45": (Nation.ENGLAND, answer(OutcomeKind.ACCEPTED)),
    "DL-ICPC-INFO": (
        Nation.ENGLAND, answer(OutcomeKind.ACCEPTED, strategy_on=date(2026, 11, 22)),
    ),
    "DL-ESC-L1": (Nation.ENGLAND, disagree(LetterKind.PRACTITIONERS)),
    "DL-ESC-L2": (Nation.ENGLAND, disagree(LetterKind.MANAGERS)),
    "DL-ESC-L3": (Nation.ENGLAND, disagree(LetterKind.SENIORS)),
    "DL-ESC-L4": (Nation.ENGLAND, disagree(LetterKind.CHAIR)),
    "DL-LADO": (Nation.ENGLAND, record(about_colleague=YesNo.YES)),
    "DL-LADO-W": (WALES, record(about_colleague=YesNo.YES)),
    "DL-FGM-TARGET": (Nation.ENGLAND, told_of_fgm),
    "DL-FGM-LEGAL": (Nation.ENGLAND, told_of_fgm),
    "DL-FGM-WALES-LA": (WALES, told_of_fgm),
    "DL-FGM-DELAY-ADVICE": (Nation.ENGLAND, delayed),
    "DL-CSA": (Nation.ENGLAND, abuse_with_the_switch_on),
    "DL-CLIN-ENTRY": (Nation.ENGLAND, record()),
    "DL-VISIBILITY": (Nation.ENGLAND, file_entry),
    "DL-EMERG-COMPLETE": (Nation.ENGLAND, danger),
    "DL-NOTSHARED-REVIEW": (Nation.ENGLAND, decide(Decision.NOT_YET)),
    "DL-CALLBACK": (Nation.ENGLAND, calls_back(at(22, 16))),
    "DL-CALLBACK-OPEN": (Nation.ENGLAND, calls_back(None)),
    "DL-POLICE-REF": (
        Nation.ENGLAND,
        police(number_given=YesNo.NO, incident_number="", incident_on=None, asked=time(10)),
    ),
    "DL-POLICE-CALLBACK": (
        Nation.ENGLAND, police(call_back_on=date(2026, 11, 23), call_back=time(9)),
    ),
    "DL-BREACH-ICO": (Nation.ENGLAND, matter(MatterKind.BREACH, high_risk=YesNo.NO)),
    "DL-BREACH-PEOPLE": (Nation.ENGLAND, matter(MatterKind.BREACH, high_risk=YesNo.YES)),
    "DL-SAR": (Nation.ENGLAND, matter(MatterKind.ACCESS, complex_=YesNo.NO)),
    "DL-SAR-COMPLEX": (Nation.ENGLAND, matter(MatterKind.ACCESS, complex_=YesNo.YES)),
    "DL-DPCOMPLAINT-ACK": (Nation.ENGLAND, matter(MatterKind.COMPLAINT)),
}  # fmt: skip


def late_number(desk):
    agency(desk, checked_on=date(2026, 8, 24))
    return desk.today.view().late


def late_policy(desk):
    policy = Policy("APD-1", "2", date(2026, 11, 21))
    desk.setup.save_practice(replace(desk.practice, appropriate_policy=policy))
    return desk.today.view().upkeep


def late_sources(desk):
    desk.clock.at = datetime(2027, 2, 23, 9, tzinfo=UTC)
    return [line for line in desk.today.view().upkeep if "checked on" in line.text]


SAID_BY_TODAY = {
    "DL-CONTACT-VERIFY": late_number,
    "DL-POLICY-REVIEW": late_policy,
    "DL-SOURCES-REVIEW": late_sources,
}


@pytest.mark.parametrize("rule", BEGUN_BY)
def test_each_rule_begins_with_its_deed(desk, rule):
    nation, deed = BEGUN_BY[rule]
    case = Case(desk, nation)

    deed(case)

    assert open_dues(desk, case.concern)[rule].source


@pytest.mark.parametrize("rule", SAID_BY_TODAY)
def test_what_is_about_no_concern_is_said_on_today(desk, rule):
    assert SAID_BY_TODAY[rule](desk)


def test_a_mark_on_a_baby_is_telephoned_at_once(desk):
    case = Case(desk, Nation.ENGLAND)

    baby(case)

    assert "DL-REF-IMMEDIATE" in open_dues(desk, case.concern)


def test_no_rule_of_any_nation_is_left_out():
    every = {rule.id for nation in Nation for rule in guidance_for(nation).deadlines}

    assert every == {*BEGUN_BY, *SAID_BY_TODAY}
    assert not BEGUN_BY.keys() & SAID_BY_TODAY.keys()
