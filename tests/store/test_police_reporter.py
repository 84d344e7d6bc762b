"""S3 cannot be broken: whatever is tried, the lead who did not hear it is never the reporter."""

import msgspec
import pytest
from msgspec.structs import replace
from sharing_support import at, rules, signed, typed
from test_services_police import amina, contact, news, report, told

from sgdesk.domain.concern import FgmScreen
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Observation, ObservationTopic
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.police import NewsKind, PoliceDraft
from sgdesk.errors import UserError
from sgdesk.ids import FactId

LEAD = "Asha Rahman"
WAYS_OF_WRITING = [LEAD, "A. Rahman", " asha  rahman ", "Asha Rahman, dentist", "ASHA RAHMAN", ""]


def amend(desk, concern, **changes):
    draft = AmendmentDraft(id="an-amendment", concern_id=concern.id, because="So.", **changes)
    return desk.amendments.record(draft)


def refuses_the_lead(desk, concern):
    for number, name in enumerate(WAYS_OF_WRITING):
        with pytest.raises(UserError):
            desk.police.record(report(concern, name, id=f"try-{number}"))
    assert desk.police.of(concern.id) == ()
    return True


def names(desk, concern):
    return [one.name for one in desk.police.case(concern.id).reporters]


@pytest.mark.parametrize("name", WAYS_OF_WRITING)
def test_no_way_of_writing_the_name_makes_the_lead_the_reporter(desk, name):
    with pytest.raises(UserError) as refused:
        desk.police.record(report(amina(desk), name))

    assert refused.value.field == "reporter"


def test_an_amendment_to_who_was_told_makes_nobody_the_lead(desk):
    concern = amina(desk)

    amend(desk, concern, fact=told("a", "Amina", LEAD))

    assert names(desk, concern) == ["Lee Byrne"]
    assert refuses_the_lead(desk, concern)


def test_an_entry_that_is_added_later_makes_the_lead_no_reporter(desk):
    concern = amina(desk)

    amend(desk, concern, fact=told("b", "Amina", LEAD), is_new=True)

    assert names(desk, concern) == ["Lee Byrne"]
    assert refuses_the_lead(desk, concern)


def test_turning_what_was_told_into_signs_that_the_lead_saw_makes_no_reporter(desk):
    seen = Observation(
        id=FactId("seen"), topic=ObservationTopic.CLINICAL, text="Quiet.", noticed_by=LEAD
    )
    concern = amina(desk, told("a", "Amina", "Lee Byrne"), seen)

    amend(desk, concern, urgency=replace(concern.urgency, fgm=FgmScreen.SIGNS_SEEN))

    assert refuses_the_lead(desk, concern)


def test_another_name_for_the_girl_does_not_turn_what_the_lead_heard_into_hers(desk):
    concern = amina(desk, told("a", "Amina", "Lee Byrne"), told("b", "Sira", LEAD))

    amend(desk, concern, person=replace(concern.person, name="Sira Kamara"))

    assert refuses_the_lead(desk, concern)


def test_a_misspelt_name_is_put_right_by_an_amendment(desk):
    concern = amina(desk, told("a", "Amina", "Leigh Birne"))

    amend(desk, concern, fact=told("a", "Amina", "Lee Byrne"))

    assert names(desk, concern) == ["Lee Byrne"]
    assert desk.police.record(report(concern)).fgm.reporter == "Lee Byrne"


def test_a_lead_who_was_told_reports_as_everybody_does(desk):
    concern = amina(desk, told("a", "Amina", LEAD))

    recorded = desk.police.record(report(concern, LEAD, profession="Dentist"))

    assert recorded.fgm.reporter == LEAD
    assert recorded.fgm.confirmed_how == "signed in as the reporter"


def test_a_record_is_not_signed_that_a_report_contradicts(desk):
    draft = typed(desk, urgency={"fgm": FgmScreen.TOLD_BY_HER})
    draft.person = replace(draft.person, name="Amina Kamara", born=amina(desk).person.born)
    draft.facts = [told("b", "Amina", LEAD)]
    desk.concerns.save_draft(draft, "said", Caret())
    desk.police.record(report(draft, LEAD, profession="Dentist"))

    draft.facts = [told("b", "Amina", "Lee Byrne")]
    with pytest.raises(UserError) as refused:
        desk.concerns.sign(draft)

    assert LEAD in refused.value.text


def test_a_report_that_turns_out_to_be_nobodys_leaves_the_duty_due(desk):
    concern = amina(desk, told("a", "Amina", LEAD))
    desk.police.record(report(concern, LEAD, profession="Dentist"))
    assert "DL-FGM-LEGAL" not in rules(desk, concern)

    amend(desk, concern, fact=told("a", "Amina", "Lee Byrne"))

    assert {"DL-FGM-TARGET", "DL-FGM-LEGAL"} <= set(rules(desk, concern))
    assert "was not told and did not see" in desk.police.of(concern.id)[0].open_points[0]
    assert names(desk, concern) == ["Lee Byrne"]


def test_a_report_that_is_confirmed_after_the_record_names_another_ends_nothing(desk):
    concern = amina(desk)
    desk.police.record(report(concern))
    amend(desk, concern, fact=told("a", "Amina", "Kim Ashdown"))

    desk.police.add_news(news(NewsKind.CONFIRMED, at(22, 11), by="Lee Byrne"))

    assert {"DL-FGM-TARGET", "DL-FGM-LEGAL"} <= set(rules(desk, concern))
    [now] = desk.concerns.get(concern.id).concern.facts
    amend(desk, concern, fact=replace(now, noticed_by="Lee Byrne"))
    assert not {"DL-FGM-TARGET", "DL-FGM-LEGAL"} & set(rules(desk, concern))


def test_a_draft_that_was_saved_with_the_lead_in_it_is_refused_when_it_is_recorded(desk):
    concern = amina(desk)
    desk.police.save_draft(report(concern, LEAD), Caret())

    draft = desk.police.open_draft("c1").draft

    with pytest.raises(UserError):
        desk.police.record(draft)


def test_a_report_about_no_concern_is_refused(desk):
    with pytest.raises(UserError) as refused:
        desk.police.record(report(None, LEAD))
    assert refused.value.field == "reporter" or refused.value.field == "reason"


def test_another_reason_ends_no_clock_of_the_report(desk):
    concern = amina(desk)

    recorded = desk.police.record(contact(concern, by=LEAD))

    assert recorded.fgm is None
    assert {"DL-FGM-TARGET", "DL-FGM-LEGAL"} <= set(rules(desk, concern))


def test_initials_that_the_lead_shares_do_not_become_the_lead(desk):
    concern = amina(desk, told("a", "Amina", "A. Rahman"))

    assert names(desk, concern) == ["A. Rahman"]
    recorded = desk.police.record(report(concern, "A. Rahman"))
    assert recorded.fgm.confirmed_on is None


@pytest.mark.parametrize("name", WAYS_OF_WRITING)
def test_nobody_else_confirms_the_report(desk, name):
    concern = amina(desk)
    desk.police.record(report(concern))

    with pytest.raises(UserError):
        desk.police.add_news(news(NewsKind.CONFIRMED, at(22, 11), by=name))


# ------------------------------------------------------------------ files from outside


def handed(desk, concern, **changes):
    document = msgspec.json.decode(desk.exchange.written(concern.id))
    document["concern"]["id"] = "00000000-0000-4000-8000-000000000001"
    document["concern"]["reference"] = "SG-2026-0900"
    for one in document["police"]:
        one.update(changes.get("contact", {}))
        one["fgm"].update(changes.get("report", {}))
    document["police_news"] += changes.get("news", [])
    return msgspec.json.encode(document)


def test_a_report_comes_back_whole_from_a_file(desk):
    concern = amina(desk)
    recorded = desk.police.record(report(concern))
    desk.police.add_news(
        news(NewsKind.CRIME_NUMBER, at(22, 11), number="44/1", number_on=recorded.incident_on)
    )

    taken = desk.exchange.take_in(handed(desk, concern))

    (past,) = desk.police.of(taken.id)
    assert past.contact.fgm == recorded.fgm
    assert replace(past.contact, id=recorded.id, concern_id=concern.id) == recorded
    assert [one.number for one in past.numbers] == ["Log 0123", "44/1"]


@pytest.mark.parametrize(
    "changes",
    [
        {"contact": {"by": LEAD}, "report": {"reporter": LEAD}},
        {"report": {"reporter": LEAD}},
        {"contact": {"by": LEAD}},
        {"contact": {"by": "Somebody"}, "report": {"reporter": "Somebody"}},
        {"contact": {"incident_on": None}},
        {"report": {"earlier_reference": "Log 9", "earlier_profession": "Doctor"}},
    ],
)
def test_a_file_that_tells_of_a_report_by_somebody_else_is_refused_whole(desk, changes):
    concern = amina(desk)
    desk.police.record(report(concern))
    before = desk.concerns.newest()

    with pytest.raises(UserError):
        desk.exchange.take_in(handed(desk, concern, **changes))

    assert desk.concerns.newest() == before


@pytest.mark.parametrize("about", ["c1", "another"])
def test_a_file_in_which_a_stranger_confirms_is_refused(desk, about):
    concern = amina(desk)
    desk.police.record(report(concern))
    stranger = msgspec.to_builtins(
        replace(news(NewsKind.CONFIRMED, at(22, 11), by=LEAD), id="n", contact_id=about)
    )

    with pytest.raises(UserError):
        desk.exchange.take_in(handed(desk, concern, news=[stranger]))


def test_a_file_whose_amendment_makes_the_lead_of_this_desk_the_reporter_is_refused(desk):
    concern = amina(desk)
    amend(desk, concern, fact=told("a", "Amina", LEAD))
    desk.police.record(report(concern))

    changes = {"contact": {"by": LEAD}, "report": {"reporter": LEAD}}
    with pytest.raises(UserError):
        desk.exchange.take_in(handed(desk, concern, **changes))


def test_a_file_without_police_members_is_read_as_before(desk):
    concern = signed(desk)
    document = msgspec.json.decode(desk.exchange.written(concern.id))
    for name in ("police", "police_news"):
        document.pop(name)
    document["concern"]["id"] = "00000000-0000-4000-8000-000000000002"
    document["concern"]["reference"] = "SG-2026-0901"

    assert desk.police.of(desk.exchange.take_in(msgspec.json.encode(document)).id) == ()


def test_a_draft_has_no_field_through_which_a_confirmation_comes():
    assert not {"confirmed_on", "confirmed_how"} & set(PoliceDraft.__struct_fields__)
