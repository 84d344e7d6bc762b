"""The other papers: safe contact, disclosure record, clinical slip, log page, recovery sheet."""

from datetime import date

import msgspec
from documents_samples import IMPRINT, MAPS, MIA, PRACTICE, RECORD, STAYING, at
from printed_words import page_texts

from sgdesk.documents.blocks import Heading, Table, TickLines
from sgdesk.documents.recovery_sheet import RecoverySheet
from sgdesk.documents.render import Gathered, document, paper
from sgdesk.domain.answers import YesNo
from sgdesk.domain.pack import ClinicalSlip, Kept, LogEntry, LogPage, SafeContactSheet
from sgdesk.domain.people import PersonKind, SafeContact
from sgdesk.domain.sharing.decision import Choice, Decision, NotSharing

SAFE = SafeContactSheet(
    imprint=IMPRINT,
    practice=PRACTICE,
    reference="SG-2026-0029",
    person_name="Rosa Pereira",
    contact=SafeContact(
        name="Ana Pereira",
        relationship="Sister",
        number="01632 960177",
        times="Weekdays 09:00-15:00",
        code_word="Bluebell",
        may_leave_message=YesNo.NO,
        never_reach="Dean Hall",
    ),
)
SLIP = ClinicalSlip(
    imprint=IMPRINT,
    practice=PRACTICE,
    reference="SG-2026-0031",
    person=MIA,
    entry="Safeguarding. Log reference SG-2026-0031.\nFull record in the safeguarding log.",
    reminders=("Is it hidden from online access?",),
)
LOG = LogPage(
    imprint=IMPRINT,
    practice=PRACTICE,
    reference="SG-2026-0031",
    person=MIA,
    stage_words="Awaiting acknowledgement",
    entries=(LogEntry(at(11, 2), "Pack made", "Asha Rahman", "Copy 1"),),
    open_dues=(("Sun 22 Nov 2026, 10:19", "Send the written follow-up", "Northtown: 48 hours"),),
)
SHEET = RecoverySheet(
    practice_name="Riverside Dental Practice",
    number=1,
    count=3,
    threshold=2,
    identifier=12345,
    words=tuple(f"word{number}" for number in range(33)),
    made_at=at(11, 2),
)


def shown(gathered: Gathered) -> str:
    return "\n".join(page_texts(paper(gathered, MAPS)))


def test_the_safe_contact_sheet_stands_alone_with_all_it_needs() -> None:
    text = shown(SAFE)

    for part in ("Rosa Pereira", "01632 960177", "Bluebell", "Weekdays 09:00-15:00", "Dean Hall"):
        assert part in text
    assert "Keep this sheet apart" in text
    assert "Page 1 of 1" in text


def test_the_clinical_slip_keeps_the_lines_of_its_entry() -> None:
    text = shown(SLIP)

    assert "Log reference SG-2026-0031.\nFull record in the safeguarding log." in text
    assert "999 123 4012" in text
    (ticks,) = [block for block in document(SLIP, MAPS).blocks if isinstance(block, TickLines)]
    assert ticks.lines == SLIP.reminders


def test_the_log_page_names_the_person_by_initials_only() -> None:
    text = shown(LOG)

    assert "M.T., 6 years 9 months" in text
    assert "Thornton" not in text


def test_an_estimated_age_stands_on_slip_and_log_page_as_it_was_typed() -> None:
    estimated = msgspec.structs.replace(MIA, born=None, born_typed="about 3 years")

    assert "about 3 years" in shown(msgspec.structs.replace(SLIP, person=estimated))
    assert "M.T., about 3 years" in shown(msgspec.structs.replace(LOG, person=estimated))


def test_the_log_page_of_an_unborn_baby_says_whose_age_it_gives() -> None:
    rosa = msgspec.structs.replace(
        MIA, kind=PersonKind.UNBORN, name="Rosa Pereira", born=date(1999, 5, 3),
        expected=date(2027, 1, 31),
    )  # fmt: skip
    unborn = msgspec.structs.replace(LOG, person=rosa)

    said = " ".join(shown(unborn).split())
    assert "Unborn baby of R.P. (she: 27 years), expected 31 Jan 2027" in said


def test_the_log_page_lists_what_was_done_and_what_is_due() -> None:
    done, due = [block for block in document(LOG, MAPS).blocks if isinstance(block, Table)]

    assert done.rows == (("Fri 20 Nov 2026, 11:02", "Pack made", "Asha Rahman", "Copy 1"),)
    assert due.rows == LOG.open_dues


def test_a_log_page_without_entries_says_so() -> None:
    text = shown(msgspec.structs.replace(LOG, entries=(), open_dues=()))

    assert "Nothing has been done about this concern yet." in text
    assert "Nothing is due." in text


def test_the_disclosure_record_sets_an_overruled_proposal_beside_its_reason() -> None:
    overruled = Choice(
        goes=True,
        reason="They asked for it.",
        proposed=False,
        proposed_because="Outside the purpose.",
    )
    against = Kept(STAYING[0], overruled)

    text = shown(msgspec.structs.replace(RECORD, going=(against,)))

    assert "They asked for it." in text
    assert "Against the proposal: Outside the purpose." in " ".join(text.split())


def test_a_decision_not_to_share_is_the_same_paper_with_its_reasons() -> None:
    refused = msgspec.structs.replace(
        RECORD.sharing,
        decision=Decision.DO_NOT_SHARE,
        not_sharing=NotSharing(
            reasons="No risk seen.", agreed_by="Lee Byrne", review_on=date(2026, 12, 1)
        ),
    )
    record = msgspec.structs.replace(RECORD, sharing=refused, going=())

    found = [block.text for block in document(record, MAPS).blocks if isinstance(block, Heading)]

    assert "Why nothing is shared, or not yet" in found
    assert "What goes" not in found
    text = shown(record)
    assert "Do not share. Decided Fri 20 Nov 2026, 10:50" in text
    assert "1 Dec 2026" in text


def test_the_recovery_sheet_numbers_every_word_and_fits_one_page() -> None:
    text = shown(SHEET)

    assert "Page 1 of 1" in text
    for number in range(33):
        assert f"{number + 1} word{number}" in " ".join(text.split())
    assert "Any 2 of 3 sheets open the records" in text
    assert "Riverside Dental Practice · sheet 1 of 3" in text
    assert "identifier 12345" in text


def test_the_recovery_sheet_does_not_give_its_words_away_when_shown_to_a_programmer() -> None:
    assert "word" not in repr(SHEET)
