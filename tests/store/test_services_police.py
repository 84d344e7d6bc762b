"""Contacts with the police: recorded whole, added to, never changed; and whose report FGM is."""

import random
from datetime import date, time

import pypdfium2
import pytest
from msgspec.structs import replace
from sharing_support import at, open_dues, rules, signed, typed

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.concern import FgmScreen, Urgency
from sgdesk.domain.facts.kinds import Hearing, Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.flows.fgm import FgmAnswer, fgm_answer
from sgdesk.domain.people import Person, PersonKind
from sgdesk.domain.police import (
    NewsKind,
    PoliceDraft,
    PoliceNews,
    PoliceReason,
    PoliceWay,
)
from sgdesk.domain.sharing.words import clinical_entry
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import FactId, PoliceContactId

SATURDAY = date(2026, 11, 21)
DUTY = ("DL-FGM-LEGAL", "DL-FGM-TARGET")


def told(id, speaker, to, **changes):
    values = {
        "speaker": speaker, "words": "They cut me when I was six.", "noticed_by": to,
        "noticed_on": date(2026, 11, 20), "noticed_at": time(16, 20),
    }  # fmt: skip
    return Saying(id=FactId(id), **(values | changes))


def amina(desk, *facts, **changes):
    return signed(
        desk,
        urgency={"fgm": FgmScreen.TOLD_BY_HER} | changes.pop("urgency", {}),
        person={"name": "Amina Kamara", "born": date(2011, 8, 9)} | changes.pop("person", {}),
        facts=list(facts) or [told("a", "Amina", "Lee Byrne")],
        **changes,
    )


def contact(concern, **changes):
    values = {
        "id": PoliceContactId(changes.pop("id", "c1")), "concern_id": concern and concern.id,
        "reason": PoliceReason.CRIME, "way": PoliceWay.NON_EMERGENCY,
        "force": "Weir County Police", "day": SATURDAY, "started": time(10, 40),
        "ended": time(10, 58), "told": "What was seen.", "number_given": YesNo.YES,
        "incident_number": "Log 0123", "incident_on": SATURDAY, "by": "Asha Rahman",
    }  # fmt: skip
    return PoliceDraft(**(values | changes))


def report(concern, reporter="Lee Byrne", **changes):
    values = {"reporter": reporter, "profession": "Dental nurse", "by": ""} | changes
    return contact(concern, reason=PoliceReason.FGM, **values)


def news(kind, moment, by="P. Lindqvist", **changes):
    return PoliceNews(
        id="", contact_id=PoliceContactId("c1"), kind=kind, at=moment, by=by,
        recorded_at=moment, **changes,
    )  # fmt: skip


def confirmation():
    return news(NewsKind.CONFIRMED, at(21, 12), by="Lee Byrne", text="On paper.")


# ------------------------------------------------------------------ numbers


def test_a_contact_comes_back_whole_with_its_number_and_date(desk):
    concern = signed(desk)

    recorded = desk.police.record(contact(concern, collar="WC 0417", advice_family="Wait."))

    (past,) = desk.police.of(concern.id)
    assert past.contact == recorded
    assert (recorded.incident_number, recorded.incident_on) == ("Log 0123", SATURDAY)
    assert recorded.recorded_by == desk.user.name


@pytest.mark.parametrize("number", ["0123", "PS-20261121-0123", "CAD 1234/22NOV26", "7", "ä / ?#"])
def test_a_number_of_any_form_is_taken_as_it_was_given(desk, number):
    recorded = desk.police.record(contact(signed(desk), incident_number=number))

    assert recorded.incident_number == number


def test_an_incident_number_without_its_date_is_refused(desk):
    with pytest.raises(UserError) as refused:
        desk.police.record(contact(signed(desk), incident_on=None))
    assert refused.value.field == "incident_on"


def test_no_number_given_is_an_answer_and_stays_due_until_one_comes(desk):
    concern = signed(desk)
    draft = contact(concern, number_given=YesNo.NO, asked=time(10, 57), incident_number="")

    recorded = desk.police.record(draft)

    assert recorded.asked_at == at(21, 10, 57)
    assert "DL-POLICE-REF" in rules(desk, concern)
    desk.police.add_news(
        news(NewsKind.INCIDENT_NUMBER, at(21, 15), number="Log 0456", number_on=SATURDAY)
    )
    assert "DL-POLICE-REF" not in rules(desk, concern)


def test_a_promised_call_is_waited_for_until_it_comes(desk):
    concern = signed(desk)
    desk.police.record(contact(concern, call_back_on=SATURDAY, call_back=time(15)))

    assert open_dues(desk, concern)["DL-POLICE-CALLBACK"].due_at == at(21, 16)
    desk.police.add_news(news(NewsKind.CALLED_BACK, at(21, 15, 30), text="They take it on."))
    assert "DL-POLICE-CALLBACK" not in rules(desk, concern)


def test_a_number_is_an_open_point_until_it_is_in_the_clinical_record(desk):
    concern = signed(desk)
    desk.police.record(contact(concern))

    (past,) = desk.police.of(concern.id)

    assert past.open_points == (
        "Write it into the clinical record: Incident number Log 0123 of 21 Nov 2026.",
    )


def test_a_contact_that_was_recorded_is_never_changed(desk):
    concern = signed(desk)
    first = desk.police.record(contact(concern))

    with pytest.raises(SituationError):
        desk.police.record(contact(concern, told="Something else."))
    desk.police.save_draft(contact(concern, told="Something else."), Caret())

    assert desk.police.of(concern.id)[0].contact == first


def test_a_contact_can_begin_before_there_is_a_concern(desk):
    recorded = desk.police.record(contact(None))

    assert recorded.concern_id is None
    assert desk.police.paper(recorded.id).pdf.startswith(b"%PDF")


def test_the_draft_of_a_contact_comes_back_as_it_was_typed(desk):
    draft = desk.police.begin(None, PoliceReason.DANGER)
    draft.told, draft.incident_on_typed = "Half a sen", "31 2 2026"
    desk.police.save_draft(draft, Caret("told", 10))

    opened = desk.police.open_draft(draft.id)

    assert opened.draft == draft
    assert opened.caret == Caret("told", 10)
    assert opened.draft.way is PoliceWay.EMERGENCY


# ------------------------------------------------------------------ whose report it is


def test_only_whoever_was_told_can_be_recorded_as_the_reporter(desk):
    concern = amina(desk)
    for name in ("Asha Rahman", "A. Rahman", "", "Lee", "Amina", "Northtown Duty Team"):
        with pytest.raises(UserError) as refused:
            desk.police.record(report(concern, name))
        assert refused.value.field == "reporter"

    recorded = desk.police.record(report(concern))

    assert recorded.fgm.reporter == recorded.by == "Lee Byrne"
    assert recorded.fgm.confirmed_on is None
    assert recorded.fgm.discovered_at == at(20, 16, 20)


def test_the_report_of_another_is_confirmed_by_that_person_alone(desk):
    concern = amina(desk)
    desk.police.record(report(concern))

    with pytest.raises(UserError):
        desk.police.add_news(news(NewsKind.CONFIRMED, at(21, 12), by="Asha Rahman"))
    desk.police.add_news(news(NewsKind.CONFIRMED, at(21, 12), by="Lee Byrne", text="On paper."))

    assert not any("confirmed" in one for one in desk.police.of(concern.id)[0].open_points)


def test_somebody_who_was_told_herself_and_is_signed_in_confirms_by_it(desk):
    concern = amina(desk, told("a", "Amina", desk.user.name))

    recorded = desk.police.record(report(concern, desk.user.name))

    assert recorded.fgm.confirmed_on is not None


def test_what_her_mother_told_the_lead_makes_nobody_a_reporter(desk):
    reported = told("r", "Amina", "Asha Rahman", hearing=Hearing.REPORTED)
    for facts in (
        [told("m", "Her mother", "Asha Rahman"), told("a", "Amina", "Lee Byrne")],
        [told("b", "Amina", "Lee Byrne"), reported],
    ):
        case = desk.police.case(amina(desk, *facts).id)
        assert [one.name for one in case.reporters] == ["Lee Byrne"]


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({"urgency": {"fgm": FgmScreen.HEARD_FROM_OTHER}}, FgmAnswer.HEARD_FROM_OTHER),
        ({"urgency": {"fgm": FgmScreen.AT_RISK}}, FgmAnswer.AT_RISK),
        ({"person": {"born": date(2000, 8, 9), "kind": PersonKind.ADULT}}, FgmAnswer.ADULT),
        ({"nation": Nation.SCOTLAND}, FgmAnswer.NO_DUTY_IN_NATION),
        ({"nation": Nation.NORTHERN_IRELAND}, FgmAnswer.NO_DUTY_IN_NATION),
    ],
)
def test_where_there_is_no_duty_no_mandatory_report_is_offered(desk, changes, answer):
    concern = amina(desk, **changes)

    assert desk.police.case(concern.id).answer is answer
    with pytest.raises(UserError) as refused:
        desk.police.record(report(concern))
    assert refused.value.field == "reason"


@pytest.mark.parametrize(
    ("born", "answer"),
    [(date(2008, 11, 20), FgmAnswer.ADULT), (date(2008, 11, 21), FgmAnswer.DUTY)],
)
def test_her_age_on_the_day_of_the_discovery_decides(born, answer):
    urgency = Urgency(fgm=FgmScreen.TOLD_BY_HER)

    assert fgm_answer(urgency, Person(born=born), date(2026, 11, 20)) is answer


def test_what_another_wrote_down_of_a_report_ends_nothing_until_its_reporter_confirms_it(desk):
    concern = amina(desk)
    desk.police.delay(concern.id, "Her uncle would hear of it tonight.")
    clocks = {*DUTY, "DL-FGM-DELAY-ADVICE"}

    recorded = desk.police.record(report(concern))

    assert clocks <= set(rules(desk, concern))
    assert desk.concerns.get(concern.id).fgm.unconfirmed == recorded
    waiting = {line.due.rule: line.unconfirmed for line in desk.today.view().dues}
    assert waiting["DL-FGM-TARGET"] == recorded.id
    desk.police.add_news(confirmation())
    assert not clocks & set(rules(desk, concern))
    fgm = desk.concerns.get(concern.id).fgm
    assert (fgm.is_due, fgm.unconfirmed) == (False, None)


def test_a_reporter_who_is_signed_in_ends_both_clocks_at_once(desk):
    concern = amina(desk, told("a", "Amina", desk.user.name))

    desk.police.record(report(concern, desk.user.name))

    assert not set(DUTY) & set(rules(desk, concern))


def test_a_report_ends_both_clocks_and_one_in_wales_leaves_the_local_authority(desk):
    concern = amina(desk, nation=Nation.WALES)
    assert set(DUTY) <= set(rules(desk, concern))

    desk.police.record(report(concern))
    desk.police.add_news(confirmation())

    assert not set(DUTY) & set(rules(desk, concern))
    assert "DL-FGM-WALES-LA" in rules(desk, concern)


def test_an_earlier_report_is_relied_on_only_within_one_profession(desk):
    concern = amina(desk)
    earlier = {"earlier_reference": "Log 0099", "earlier_profession": "Doctor"}
    values = {"number_given": None, "incident_number": "", "incident_on": None}

    with pytest.raises(UserError) as refused:
        desk.police.record(report(concern, **earlier, **values))
    assert refused.value.field == "earlier_profession"
    earlier["earlier_profession"] = "dental  nurse"
    desk.police.record(report(concern, **earlier, **values))
    assert set(DUTY) <= set(rules(desk, concern))
    desk.police.add_news(confirmation())
    assert not set(DUTY) & set(rules(desk, concern))


def test_no_random_attempt_makes_the_lead_the_reporter(desk):
    chance, concern = random.Random(20261122), amina(desk)
    names = ["Asha Rahman", "A. Rahman", " asha  rahman", "ASHA RAHMAN", "Asha", ""]
    for number in range(200):
        draft = report(
            concern, chance.choice(names), id=f"try {number}",
            registration="GDC 000001",
        )  # fmt: skip
        draft.by = chance.choice(names)
        with pytest.raises(UserError):
            desk.police.record(draft)
    assert desk.police.of(concern.id) == ()


def test_a_report_is_possible_while_the_record_is_still_being_written(desk):
    draft = typed(
        desk, urgency={"fgm": FgmScreen.TOLD_BY_HER}, facts=[told("a", "Amina", "Lee Byrne")],
        person={"name": "Amina Kamara", "born": date(2011, 8, 9)},
    )  # fmt: skip
    desk.concerns.save_draft(draft, "said", Caret())

    recorded = desk.police.record(replace(report(None), concern_id=draft.id))

    assert recorded.fgm.reporter == "Lee Byrne"
    desk.concerns.save_draft(draft, "check", Caret())
    concern = desk.concerns.sign(draft)
    assert set(DUTY) <= set(rules(desk, concern))
    desk.police.add_news(confirmation())
    assert not set(DUTY) & set(rules(desk, concern))


def test_a_report_confirmed_before_the_record_is_signed_makes_nothing_due(desk):
    draft = typed(
        desk, urgency={"fgm": FgmScreen.TOLD_BY_HER}, facts=[told("a", "Amina", "Lee Byrne")],
        person={"name": "Amina Kamara", "born": date(2011, 8, 9)},
    )  # fmt: skip
    desk.concerns.save_draft(draft, "check", Caret())
    desk.police.record(replace(report(None), concern_id=draft.id))
    desk.police.add_news(confirmation())

    concern = desk.concerns.sign(draft)

    assert not set(DUTY) & set(rules(desk, concern))


def test_the_papers_are_numbered_copies_that_the_log_keeps(desk):
    concern = amina(desk)
    recorded = desk.police.record(report(concern))

    first, second = desk.police.paper(recorded.id), desk.police.paper(recorded.id)

    assert (first.paper.copy, second.paper.copy) == (1, 2)
    assert desk.police.ready_list(concern.id).pdf.startswith(b"%PDF")
    assert desk.printing.pdf(first.paper.id) == first.pdf


def test_the_register_shows_the_numbers_of_the_police(desk):
    desk.police.record(contact(signed(desk)))

    (row,) = desk.log.register()

    assert row.police == "Incident number Log 0123 of 21 Nov 2026"


def test_the_entry_for_the_clinical_record_names_the_number_and_its_date(desk):
    concern = signed(desk)
    desk.police.record(contact(concern))

    numbers = [number for past in desk.police.of(concern.id) for number in past.numbers]
    entry = clinical_entry(concern, None, at(22, 12), numbers)

    assert "Police: Incident number Log 0123 of 21 Nov 2026 (Weir County Police)." in entry


@pytest.mark.parametrize(
    ("nation", "screen"),
    [(nation, screen) for nation in Nation for screen in FgmScreen],
)
def test_every_answer_about_fgm_has_its_reasons_from_the_guidance_of_the_nation(
    desk, nation, screen
):
    concern = amina(desk, nation=nation, urgency={"fgm": screen})

    reasons = desk.police.reasons(concern.id)

    assert bool(reasons) is (screen is not FgmScreen.NOT_RAISED)
    assert all(sources for _text, sources in reasons)


def test_a_delay_is_refused_where_no_report_is_due_and_moves_no_clock(desk):
    concern = amina(desk)
    before = {rule: open_dues(desk, concern)[rule].due_at for rule in DUTY}

    desk.police.delay(concern.id, "Her uncle would hear of it tonight.", "The named doctor")

    dues = open_dues(desk, concern)
    assert {rule: dues[rule].due_at for rule in DUTY} == before
    assert "Advice: The named doctor" in dues["DL-FGM-DELAY-ADVICE"].detail
    with pytest.raises(UserError):
        desk.police.delay(signed(desk).id, "No reason.")


def test_the_ready_list_does_not_print_a_protected_address(desk):
    hidden = {"address": "30 Mill Road", "postcode": "ZZ99 2QC", "address_protected": True}
    concern = amina(desk, person={"name": "Amina", "born": date(2011, 8, 9)} | hidden)

    pages = pypdfium2.PdfDocument(desk.police.ready_list(concern.id).pdf)
    text = " ".join("".join(one.get_textpage().get_text_range() for one in pages).split())

    assert "30 Mill Road" not in text
    assert "ZZ99 2QC" not in text
    assert "Protected: look it up in the record" in text
