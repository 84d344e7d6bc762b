"""The chronology on paper: drawn, in words, counted, and side by side."""

from datetime import date, timedelta

import documents_samples as samples
import msgspec
from printed_words import page_texts

from sgdesk.documents.blocks import Row, Rows, Table, TimeLineDrawing, texts
from sgdesk.documents.chronology_sections import chronology_section, internal_chronology
from sgdesk.documents.pack import document as pack_document
from sgdesk.documents.render import render
from sgdesk.domain.concern import Presentation
from sgdesk.domain.facts.kinds import Attendance, Event, EventKind
from sgdesk.ids import FactId

START = date(2025, 12, 11)
TODAY = date(2026, 11, 22)
COUNTED = Presentation(count_from=START)


def entry(days: int, kind=EventKind.TREATMENT, ended=Attendance.NOT_BROUGHT, **changes) -> Event:
    return Event(
        id=FactId(f"{days}"), happened_on=START + timedelta(days=days), event=kind,
        attendance=ended, **changes,
    )  # fmt: skip


def blocks_of(kind, section):
    return [block for block in section.blocks if isinstance(block, kind)]


def test_the_line_is_drawn_above_the_entries_and_the_sum_stands_below():
    facts = (entry(0), entry(83), entry(173, noticed_by="Appointment book, row 4"))

    section = chronology_section(facts, COUNTED, "Mia", TODAY)

    kinds = [type(block) for block in section.blocks]
    assert kinds[0] is TimeLineDrawing
    rows = [row for block in blocks_of(Rows, section) for row in block.rows]
    assert rows[2].note == "From the record, Appointment book, row 4"
    assert rows[3] == Row(
        "Count",
        "Not brought 2 of 2 planned since 11 Dec 2025.",
        "2 not brought = 2 planned.\nNot brought 2: 4 Mar 2026, 2 Jun 2026",
    )


def test_a_paper_names_no_day_as_still_to_come_that_had_passed_when_it_was_made():
    facts = (entry(0), entry(83, ended=Attendance.PLANNED))

    for section in (chronology_section, internal_chronology):
        (told,) = [
            row.note
            for block in blocks_of(Rows, section(facts, COUNTED, "Mia", TODAY))
            for row in block.rows
            if row.label == "Count"
        ]
        assert told == "Outcome not recorded 1, counted apart: 4 Mar 2026"


def test_one_entry_alone_has_no_line_and_none_has_no_section():
    assert not blocks_of(TimeLineDrawing, chronology_section((entry(0),), COUNTED, "Mia", TODAY))
    assert chronology_section((), COUNTED, "Mia", TODAY).blocks == ()


def test_several_people_stand_in_columns_on_the_same_dates():
    facts = (entry(0), entry(83), entry(83, also_about="Sam"), entry(90, also_about="Sam"))

    (table,) = blocks_of(Table, chronology_section(facts, COUNTED, "Mia", TODAY))

    told = "Treatment, was not brought."
    assert table.columns == ("Date", "Mia", "Sam")
    assert table.rows == (
        ("11 Dec 2025", told, ""), ("4 Mar 2026", told, told), ("11 Mar 2026", "", told),
    )  # fmt: skip


def test_the_internal_record_tells_the_days_between_and_where_each_is_written():
    facts = (entry(0), entry(143, noticed_by="Letter of 5 May"))

    (table,) = blocks_of(Table, internal_chronology(facts, COUNTED, "Mia", TODAY))

    assert [row[2:] for row in table.rows] == [
        ("", ""), ("143 days", "From the record, Letter of 5 May"),
    ]  # fmt: skip


def test_the_words_of_the_drawing_are_among_the_words_of_the_paper():
    said = "\n".join(texts(pack_document(samples.PACK, samples.MAPS)))

    assert "Was not brought: 4 Mar 2026, 2 Jun 2026, 18 Aug 2026, 7 Oct 2026." in said


def test_a_long_history_of_many_people_is_drawn_on_one_page():
    ends, people = list(Attendance), [f"Child {letter}" for letter in "ABCDEFGH"]
    facts = tuple(
        entry(3 * number, ended=ends[number % len(ends)], also_about=people[number % 8])
        for number in range(500)
    )
    pack = msgspec.structs.replace(samples.PACK, facts=facts, presentation=COUNTED)

    pages = page_texts(render(pack_document(pack, samples.MAPS)))

    drawn = next(page for page in pages if "Chronology" in page)
    assert all(name in drawn for name in people)


def test_the_same_history_gives_the_same_bytes():
    paper = pack_document(samples.PACK, samples.MAPS)

    assert render(paper) == render(paper)
