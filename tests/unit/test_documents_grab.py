"""The papers for a bad day: the grab sheet, and letters to an agency that does not answer."""

from datetime import date

import msgspec
import pytest
from documents_samples import IMPRINT, LEAD, MAPS, PRACTICE
from printed_words import page_texts

from sgdesk.documents.render import paper, words
from sgdesk.domain.agency import Agency
from sgdesk.domain.answers import Nation
from sgdesk.domain.grab_sheet import GrabSheet
from sgdesk.domain.letters import LETTER_WORDS, Letter, LetterKind
from sgdesk.ids import AgencyId
from sgdesk.library.guidance import guidance_for

TEAM = Agency(
    id=AgencyId("a1"), name="Northtown Duty Team", phone="01632 960140",
    hours="Mon-Fri 08:30-17:00", phone_out_of_hours="01632 960199", checked_on=date(2026, 11, 2),
)  # fmt: skip
SHEET = GrabSheet(
    imprint=msgspec.structs.replace(IMPRINT, recipient="", reference=""),
    practice=PRACTICE,
    lead="Asha Rahman",
    deputy="Lee Byrne",
    lines=guidance_for(Nation.ENGLAND).lines,
    agencies=(TEAM,),
    maps=("child-front", "child-back", "adult-front", "adult-back", "baby-front", "baby-back"),
)
LETTER = Letter(
    imprint=IMPRINT,
    practice=PRACTICE,
    sender=LEAD,
    kind=LetterKind.CHASE,
    to=("Northtown Duty Team", "01632 960140"),
    about=(("Our reference", "SG-2026-0031"), ("Referred", "Fri 20 Nov 2026, 10:05")),
    paragraphs=("We have had no acknowledgement.",),
    asks=("Tell us who has it now.",),
    sources=("Working Together",),
)


def text_of(gathered):
    return "\n".join(words(gathered, MAPS))


def test_the_grab_sheet_has_every_number_and_a_page_for_each_form():
    text = text_of(SHEET)
    for one in SHEET.lines:
        assert one.number in text
    for number in (TEAM.phone, TEAM.phone_out_of_hours, PRACTICE.phone):
        assert number in text
    assert len(page_texts(paper(SHEET, MAPS))) == 7


def test_the_grab_sheet_for_the_wall_is_not_marked_for_the_log():
    for page in page_texts(paper(SHEET, MAPS)):
        assert "FOR THE SAFEGUARDING LOG ONLY" not in page
        assert "CONFIDENTIAL WHEN COMPLETE" in page


def test_numbers_that_were_not_checked_are_named():
    late = msgspec.structs.replace(SHEET, late=("Weir County Police",))
    assert "Check these numbers before you rely on them: Weir County Police." in text_of(late)


def test_an_empty_directory_leaves_room_to_write_the_numbers():
    empty = msgspec.structs.replace(SHEET, agencies=())
    assert "The directory is empty. Write the numbers of your area here." in text_of(empty)


@pytest.mark.parametrize("kind", LetterKind)
def test_a_letter_says_which_case_what_happened_and_what_is_asked(kind):
    letter = msgspec.structs.replace(LETTER, kind=kind)
    text = text_of(letter)
    for part in (*LETTER.to, *LETTER.paragraphs, *LETTER.asks, "SG-2026-0031", LETTER_WORDS[kind]):
        assert part in text
    assert len(page_texts(paper(letter, MAPS))) == 1
