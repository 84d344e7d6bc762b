"""The referral pack: what goes is in it in the right order, and nothing else is."""

from io import BytesIO

import msgspec
import pikepdf
import pytest
from documents_samples import CALL, GOING, IMPRINT, MAPS, MIA, PACK, RECORD, STAYING
from printed_words import page_texts, printed_words

from sgdesk.documents.blocks import BodyMap, Heading, PageBreak, Row, Rows, Table
from sgdesk.documents.render import document, paper, words
from sgdesk.domain.facts.words import sentence
from sgdesk.domain.pack import Pack
from sgdesk.domain.people import PersonKind

SECTIONS = [
    "Urgency and concern",
    "The child",
    "Family, household and others",
    "Consent, and who knows",
    "What was seen",
    "What was said, word for word",
    "Professional opinion, not fact",
    "History and impact",
    "Chronology",
    "What we ask of you",
    "Immediate needs and safety",
    "Professionals and key contacts",
    "Who refers",
    "Body map",
    "Telephone call",
    "Routes that failed",
    "Lawful basis",
    "Conditions",
    "Attachments",
    "Declaration",
]


def changed(**fields: object) -> Pack:
    return msgspec.structs.replace(PACK, **fields)


def headings(pack: Pack) -> list[Heading]:
    return [block for block in document(pack, MAPS).blocks if isinstance(block, Heading)]


def answers(pack: Pack) -> list[Row]:
    found = document(pack, MAPS).blocks
    return [row for block in found if isinstance(block, Rows) for row in block.rows]


def answer(pack: Pack, label: str) -> str:
    (text,) = {row.text for row in answers(pack) if row.label == label}
    return text


def test_the_sections_stand_in_the_order_of_councils_forms() -> None:
    found = headings(PACK)

    assert [heading.text for heading in found] == SECTIONS
    assert [heading.number for heading in found] == [str(n) for n in range(1, len(found) + 1)]


def test_a_section_without_content_is_left_out_and_takes_no_number() -> None:
    found = headings(changed(calls=(), failed_attempts=(), conditions=()))

    assert [heading.text for heading in found] == [
        title
        for title in SECTIONS
        if title not in ("Telephone call", "Routes that failed", "Conditions")
    ]
    assert found[-1].number == "17"


def test_every_fact_that_goes_is_printed_word_for_word() -> None:
    shown = printed_words(paper(PACK, MAPS))

    for fact in GOING:
        assert " ".join(sentence(fact).split()) in shown


def test_what_stays_is_nowhere_in_the_file() -> None:
    pdf = paper(PACK, MAPS)

    with pikepdf.open(BytesIO(pdf)) as opened:
        streams = [
            found.read_bytes() for found in opened.objects if isinstance(found, pikepdf.Stream)
        ]
    for fact in STAYING:
        assert sentence(fact) not in printed_words(pdf)
        for stream in [pdf, *streams]:
            assert sentence(fact).encode() not in stream


def test_the_record_for_the_log_shows_what_stayed_and_why() -> None:
    shown = printed_words(paper(RECORD, MAPS))

    for fact in (*GOING, *STAYING):
        assert " ".join(sentence(fact).split()) in shown
    assert "Not needed." in shown
    assert "FOR THE SAFEGUARDING LOG ONLY" in shown


def test_the_cover_names_no_patient_and_no_clinical_detail() -> None:
    found = document(PACK, MAPS)
    cover = found.blocks[: found.blocks.index(PageBreak())]

    text = str(msgspec.to_builtins(cover))

    for private in ("Mia", "Thornton", "bruise", "999 123 4012", "12 Weir Street", "Daddy"):
        assert private not in text
    assert "J. Okoro, duty social worker, Fri 20 Nov 2026, 10:05 to 10:19" in text
    assert "The portal was unavailable from Fri 20 Nov 2026, 10:02." in text


def test_the_receipt_names_no_patient() -> None:
    *_others, last = page_texts(paper(PACK, MAPS))

    assert "Receipt" in last
    assert "SG-2026-0031" in last
    assert "Thornton" not in last


def test_every_page_names_reference_copy_recipient_time_person_guidance_and_code() -> None:
    for text in page_texts(paper(PACK, MAPS)):
        assert "SG-2026-0031 · copy 1, for Northtown Duty Team, children's social care" in text
        assert "Printed 20 Nov 2026 11:02 by Asha Rahman · guidance england-2026-11-22" in text
        assert "log 8f3a 91c2 d07e 44b1" in text


def test_no_name_of_a_person_is_in_the_metadata_or_a_bookmark() -> None:
    with pikepdf.open(BytesIO(paper(PACK, MAPS))) as pdf, pdf.open_outline() as outline:
        told = " ".join(str(value) for value in pdf.docinfo.values())
        told += " ".join(str(item.title) for item in outline.root)

    for name in ("Mia", "Thornton", "Begum", "Rahman", "Okoro"):
        assert name not in told


def test_words_spoken_stand_in_time_order_in_quotation_marks() -> None:
    said = [row for row in answers(PACK) if row.note.startswith("Heard by")]

    assert [row.label for row in said] == [
        "Father, 09:38",
        "Mia, 09:46",
        "Mother, by telephone, 10:20",
    ]
    assert "Asked “How did you hurt your face?”: “Daddy gets cross when it hurts.”" in said[1].text


def test_the_chronology_ends_with_its_sum() -> None:
    assert answer(PACK, "Count") == (
        "Not brought 4 of 4 planned since 11 Dec 2025; cancelled by the practice 1;"
        " emergencies attended 3."
    )


def test_marks_have_the_same_labels_in_the_list_on_the_map_and_in_the_table() -> None:
    found = document(PACK, MAPS).blocks
    (body_map,) = [block for block in found if isinstance(block, BodyMap)]
    (table,) = [block for block in found if isinstance(block, Table)]

    assert [view.id for view in body_map.views] == ["child-front", "child-back"]
    assert [mark.label for mark in body_map.marks] == ["1", "2", "A"]
    assert [mark.known for mark in body_map.marks] == [False, False, True]
    assert [line[:3] for line in table.rows] == [
        ("1", "Left cheek", "Front, person's left"),
        ("2", "Left forearm, outer side", "Front, person's left"),
        ("A", "Right shoulder blade", "Back, person's right"),
    ]
    assert [row.label for row in answers(PACK) if row.note.startswith("Seen by")][:3] == [
        "1 Left cheek",
        "2 Left forearm, outer side",
        "A Right shoulder blade",
    ]


def test_the_heading_of_what_was_seen_leads_to_the_body_map() -> None:
    found = {heading.text: heading for heading in headings(PACK)}

    assert found["What was seen"].aside == f"(body map: section {found['Body map'].number})"


def test_a_pack_without_marks_has_no_body_map() -> None:
    found = headings(changed(facts=GOING[3:]))

    assert "Body map" not in [heading.text for heading in found]
    assert "" in [heading.aside for heading in found if heading.text == "What was seen"]


def test_a_protected_address_is_never_printed() -> None:
    hidden = msgspec.structs.replace(MIA, address_protected=True, previous_addresses="Lock Lane")

    shown = words(changed(person=hidden), MAPS)

    assert not [text for text in shown if "12 Weir Street" in text or "Lock Lane" in text]
    assert answer(changed(person=hidden), "Address") == (
        "Protected: not printed. Telephone us on 01632 960022."
    )


@pytest.mark.parametrize(
    ("kind", "title", "section"),
    [
        (PersonKind.CHILD, "Safeguarding referral: child", "The child"),
        (PersonKind.UNBORN, "Safeguarding referral: unborn baby", "The unborn baby and the mother"),
        (PersonKind.ADULT, "Safeguarding referral: adult at risk", "The adult at risk"),
    ],
)
def test_the_pack_says_whom_it_is_about(kind: PersonKind, title: str, section: str) -> None:
    pack = changed(person=msgspec.structs.replace(MIA, kind=kind))

    assert document(pack, MAPS).title == title
    assert headings(pack)[1].text == section


def test_an_expected_answer_that_is_missing_is_said_to_be() -> None:
    pack = changed(person=msgspec.structs.replace(MIA, gp="", language=""))

    assert answer(pack, "GP") == "Not recorded"
    assert answer(pack, "Language") == "Not recorded"
    assert "Religion" not in [row.label for row in answers(pack)]


def test_a_preview_says_so_on_every_page_and_has_no_number() -> None:
    preview = changed(imprint=msgspec.structs.replace(IMPRINT, copy=0, code=""))

    for text in page_texts(paper(preview, MAPS)):
        assert "PREVIEW" in text
        assert "copy 0" not in text
        assert "log " not in text


def test_a_demonstration_says_so_on_every_page() -> None:
    for text in page_texts(paper(changed(demonstration=True), MAPS)):
        assert "DEMONSTRATION" in text


def test_a_call_that_nobody_answered_is_not_confirmed() -> None:
    unanswered = msgspec.structs.replace(CALL, result="no-answer")

    shown = words(changed(calls=(unanswered,)), MAPS)

    assert not [text for text in shown if "Confirms a telephone referral" in text]


def test_one_fact_alone_still_makes_a_pack() -> None:
    assert len(page_texts(paper(changed(facts=GOING[4:5], relations=()), MAPS))) >= 4
