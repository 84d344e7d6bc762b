"""The papers about the police: the incident-number record on one page, and the ready-list."""

from datetime import date

import msgspec
from documents_samples import IMPRINT, MAPS, MIA, PRACTICE, at
from printed_words import page_texts

from sgdesk.documents.render import document, paper, words
from sgdesk.domain.answers import YesNo
from sgdesk.domain.police import (
    FgmReport,
    NewsKind,
    PoliceContact,
    PoliceNews,
    PoliceReason,
    PoliceWay,
)
from sgdesk.domain.police_papers import PoliceRecord, ReadyList, Registrant
from sgdesk.ids import PoliceContactId

CONTACT = PoliceContact(
    id=PoliceContactId("c1"),
    reason=PoliceReason.CRIME,
    why="Marks that the child says were made by her father.",
    way=PoliceWay.NON_EMERGENCY,
    force="Weir County Police",
    unit="Control room, public protection desk",
    started_at=at(10, 40),
    ended_at=at(10, 58),
    call_taker="P. Lindqvist",
    rank="Police constable",
    collar="WC 0417",
    told="What was seen on the face and arm, the child’s words and the explanations.",
    documents="None yet.",
    response="An officer will be named today.",
    incident_number="Log 0123",
    incident_on=date(2026, 11, 20),
    advice_evidence="Keep the bib and the gloves in a paper bag. Do not clean the face.",
    advice_family="Do not speak with the father before the officer has rung.",
    others_told="They tell the duty team themselves.",
    call_back_at=at(15, 0),
    call_back_by="the named officer",
    next_contact_on=date(2026, 11, 23),
    read_back=YesNo.YES,
    by="Asha Rahman",
    recorded_at=at(11, 2),
    recorded_by="Asha Rahman",
)
CRIME = PoliceNews(
    id="n1",
    contact_id=CONTACT.id,
    kind=NewsKind.CRIME_NUMBER,
    at=at(15, 20),
    by="P. Lindqvist",
    number="44/000456/26",
    number_on=date(2026, 11, 20),
    recorded_at=at(15, 30),
    recorded_by="Asha Rahman",
)
RECORD = PoliceRecord(
    imprint=msgspec.structs.replace(IMPRINT, recipient=""),
    practice=PRACTICE,
    reference="SG-2026-0031",
    person=MIA,
    contact=CONTACT,
    news=(CRIME,),
    open_points=("Write the incident number into the clinical record.",),
)
REPORT = FgmReport(
    reporter="Lee Byrne", profession="Dental nurse", registration="GDC 000002",
    discovered_at=at(16, 20), social_care_told=YesNo.YES, family_knows=YesNo.NO,
)  # fmt: skip
READY = ReadyList(
    imprint=RECORD.imprint,
    practice=PRACTICE,
    reference="SG-2026-0033",
    reporters=(Registrant("Lee Byrne", "Dental nurse", "GDC 000002"),),
    answers=(("Say that this is", "an FGM mandatory report"), ("Her name", "Amina Kamara"),
             ("Others at risk", "")),
    due=(("Report by", "Mon 23 Nov 2026, 17:00"), ("At the latest, in law", "20 Dec 2026, 16:20")),
    sources=("FGM Act 2003, section 5B",),
)  # fmt: skip


def text_of(gathered):
    return "\n".join(words(gathered, MAPS))


def pages_of(gathered):
    return len(page_texts(paper(gathered, MAPS)))


def test_the_incident_number_record_shows_everything_of_a_contact_on_one_page():
    text = text_of(RECORD)
    for field in PoliceContact.__struct_fields__:
        value = getattr(CONTACT, field)
        if type(value) is str and field not in ("id", "recorded_by"):
            assert value in text, field
    assert "Log 0123 of 20 Nov 2026" in text
    assert pages_of(RECORD) == 1


def test_a_crime_number_that_came_later_stands_beside_the_incident_number():
    assert "44/000456/26 of 20 Nov 2026" in text_of(RECORD)


def test_a_contact_without_a_number_says_when_it_was_asked_for():
    without = msgspec.structs.replace(
        CONTACT, incident_number="", incident_on=None, asked_at=at(10, 57)
    )
    text = text_of(msgspec.structs.replace(RECORD, contact=without, news=()))
    assert "none given, asked at Fri 20 Nov 2026, 10:57" in text


def test_a_number_of_any_form_is_printed_as_it_was_given():
    odd = msgspec.structs.replace(CONTACT, incident_number="  PS-20261120-0123 / ä#? ")
    assert "  PS-20261120-0123 / ä#?  of 20 Nov 2026" in text_of(
        msgspec.structs.replace(RECORD, contact=odd)
    )


def test_an_unconfirmed_mandatory_report_leaves_room_for_the_reporters_signature():
    report = msgspec.structs.replace(CONTACT, reason=PoliceReason.FGM, fgm=REPORT)
    text = text_of(msgspec.structs.replace(RECORD, contact=report))
    assert "Lee Byrne: this is my report" in text
    assert "Not confirmed yet by the reporter" in text
    confirmed = msgspec.structs.replace(
        REPORT, confirmed_on=date(2026, 11, 23), confirmed_how="signed on paper"
    )
    signed = msgspec.structs.replace(report, fgm=confirmed)
    assert "this is my report" not in text_of(msgspec.structs.replace(RECORD, contact=signed))


def test_the_ready_list_names_the_only_people_who_can_report():
    text = text_of(READY)
    assert "The report is made by Lee Byrne" in text
    assert "Nobody else can make it for them." in text
    assert pages_of(READY) == 1


def test_what_the_record_does_not_hold_is_left_to_be_written():
    answers = [row.text for block in document(READY, MAPS).blocks for row in getattr(
        block, "rows", ()) if hasattr(row, "label")]  # fmt: skip
    assert answers[-1] == "…"
