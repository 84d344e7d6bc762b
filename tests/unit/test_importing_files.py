"""Files as practice systems write them, against a count by somebody who reads them.

`tests/data/appointment_files.toml` holds each file with its count, told by hand.
"""

import tomllib
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from sgdesk.domain.facts.chronology import count
from sgdesk.domain.facts.kinds import Attendance, EventKind
from sgdesk.domain.importing.headings import Column
from sgdesk.domain.importing.reading import read_rows
from sgdesk.domain.importing.values import KnownEvents

FILES = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "appointment_files.toml").read_text(encoding="utf-8")
)["file"]
FAMILY = {"names": ("Mia Thornton", "Mimi"), "others": ("Karl Thornton", "Sam Thornton")}


def read(text, **changes):
    return read_rows(
        text,
        KnownEvents(today=date(2026, 11, 22), born=date(2020, 2, 14), **(FAMILY | changes)),
    )


def refusal(text, **changes):
    (row,) = read(text, **changes).rows
    return row.refused


@pytest.mark.parametrize("file", FILES, ids=lambda file: file["name"])
def test_a_file_counts_as_somebody_counts_who_reads_it(file):
    known = {name: file[name] for name in ("names", "others", "number") if name in file}
    found = read(file["rows"], **known)

    if file.get("wrong"):
        assert found.wrong
        assert found.rows == ()
        return
    counted = count(found.events, date(2025, 1, 1))
    missed = counted.not_brought + counted.did_not_attend
    assert (missed, counted.planned) == (file["missed"], file["kept_or_missed"])
    assert [row.line for row in found.rows if row.refused] == file["refused"]


def by_elimination(dna, attended, cancelled):
    """Return how it ended by going through the four ends one by one, in plain words."""
    left = {"came", "missed", "family", "practice"}
    for said, means in (
        (dna, {"missed"}),
        (attended, {"came"}),
        (cancelled, {"family", "practice"}),
    ):
        if said:
            left = left & means if said == "Y" else left - means
    if not left or left == {"family", "practice"}:
        return "refused"
    if dna == attended == cancelled == "" or {"came", "missed"} <= left:
        return "not-recorded"
    return "attended" if "came" in left else "not-brought"


@pytest.mark.parametrize(("dna", "attended", "cancelled"), [*product(("Y", "N", ""), repeat=3)])
def test_columns_that_ask_for_yes_or_no_leave_one_end_or_the_row_says_why(dna, attended, cancelled):
    (row,) = read(
        "Date,Type,DNA,Attended,Cancelled\n"
        f"13/3/26,Exam,{dna},{attended},{cancelled}\n"
    ).rows  # fmt: skip

    wanted = by_elimination(dna, attended, cancelled)
    assert (row.event.attendance if row.event else "refused") == wanted
    outright = "Y" in (dna, attended)
    assert bool(row.notes) == (row.event is not None and not outright)


@pytest.mark.parametrize("heading", ["DNA", "WNB", "FTA", "DNA (Y/N)", "Did not attend?", "Dna'd"])
def test_under_the_name_of_a_missed_visit_yes_is_missed_and_no_is_attended_with_a_note(heading):
    first, second = read(f"Date,Type,{heading}\n13/3/26,Exam,Yes\n16/3/26,Exam,No\n").rows

    assert (first.event.attendance, first.notes) == (Attendance.NOT_BROUGHT, ())
    assert second.event.attendance is Attendance.ATTENDED
    assert second.notes == (
        f"Taken as attended, because the row says “{heading}: No” and no more.",
    )


def test_an_answer_of_no_is_not_taken_for_a_visit_whose_day_has_not_passed():
    to_come, today = read("Date,Type,DNA\n4/3/27,Exam,N\n22/11/26,Exam,N\n").events

    assert (to_come.attendance, today.attendance) == (
        Attendance.PLANNED, Attendance.NOT_RECORDED,
    )  # fmt: skip


def test_a_row_that_contradicts_itself_is_refused_and_says_with_what():
    told = refusal("Date,Type,Status,DNA\n13/3/26,Exam,Attended,Y\n")

    assert told == (
        "The row contradicts itself: “Attended”, “DNA: Y”. Correct the one that is wrong."
    )


def test_a_cancellation_goes_by_who_wanted_it_and_never_by_who_wrote_it_down():
    rows = read(
        "Date,Type,Cancelled by\n4/3/26,Exam,Mother\n5/3/26,Exam,Practice\n6/3/26,Exam,AKHAN\n"
    ).rows

    assert [row.event and row.event.attendance for row in rows] == [
        Attendance.CANCELLED_BY_FAMILY, Attendance.CANCELLED_BY_PRACTICE, None,
    ]  # fmt: skip
    assert "“Cancelled by: AKHAN” does not say by whom." in rows[2].refused


@pytest.mark.parametrize("status", ["Y", "N", "No", "True", "1"])
def test_yes_or_no_to_no_question_says_nothing(status):
    assert "does not say how it ended" in refusal(f"Date,Type,Status\n4/3/26,Exam,{status}\n")


@pytest.mark.parametrize(
    ("cell", "kind", "note"),
    [
        ("Exam - letter sent", EventKind.EXAMINATION, "is taken as “Examination”, and could be"),
        ("Filling (mum to call)", EventKind.TREATMENT, "is taken as “Treatment”, and could be"),
        ("Pre-school exam", EventKind.EXAMINATION, ""),
        ("Non-urgent check-up", EventKind.EXAMINATION, ""),
        ("Phone call", EventKind.CONTACT, "Not counted, though the row says “DNA”"),
        ("School nurse review", EventKind.OTHER_SERVICE, "Not in the count of planned"),
        ("Urgent exam", EventKind.EMERGENCY, "Not in the count of planned"),
    ],
)
def test_a_missed_visit_is_counted_or_says_that_it_is_not(cell, kind, note):
    (row,) = read(f"Date,Type,Status\n13/3/26,{cell},DNA\n").rows

    assert row.event.event is kind
    assert note in " ".join(row.notes)
    assert bool(note) == bool(row.notes)


def test_a_letter_that_names_an_examination_stays_a_letter_with_a_note():
    (row,) = read("Date,Type,Status\n13/3/26,Recall letter,\n").rows

    assert row.event.event is EventKind.CONTACT
    assert row.notes == ("“Recall letter” is taken as “Contact”, and could be “Examination”.",)


@pytest.mark.parametrize("name", ["Sam Thornton", "THORNTON, Sam", "Mr Sam Thornton", "Sam"])
def test_without_headings_the_rows_of_a_brother_are_his(name):
    rows = f"13/03/2026\tExam\tDNA\tMia Thornton\n14/03/2026\tExam\tDNA\t{name}\n"

    assert [one.also_about for one in read(rows).events] == ["", "Sam Thornton"]


def test_a_name_in_parts_is_put_together_with_headings_and_without():
    with_headings = "Surname,Forename,Date,Type,Status\n"
    rows = "Thornton,Mia,13/03/2026,Exam,DNA\nThornton,Sam,14/03/2026,Exam,DNA\n"

    for text in (with_headings + rows, rows):
        assert [one.also_about for one in read(text).events] == ["", "Sam Thornton"]


def test_a_family_name_alone_is_nobody_and_a_first_name_alone_is_said():
    rows = read("Name,Date,Type,Status\nThornton,4/3/26,Exam,DNA\nMia,5/3/26,Exam,DNA\n", others=())

    assert rows.rows[0].refused == "“Thornton” is a family name alone. Write the name in full."
    assert "“Mia” is taken as Mia Thornton." in rows.rows[1].notes


def test_a_report_of_somebody_else_is_not_taken_for_the_person_of_the_record():
    table = "Date,Type,Status\n4/3/26,Exam,DNA\n"

    assert "name “Sam Thornton”" in read(f"Appointments of Sam Thornton\n{table}").wrong
    assert read(f"Appointments of Mia Thornton\n{table}").wrong == ""


def test_a_date_of_birth_is_compared_and_never_the_day_of_a_visit():
    rows = "14/02/2020\t13/03/2026\tExam\tDNA\n14/02/2020\t14/03/2026\tExam\tDNA\n"
    other = "Date,DOB,Type,Status\n4/3/26,01/01/2012,Exam,DNA\n"

    assert [one.happened_on for one in read(rows).events] == [
        date(2026, 3, 13), date(2026, 3, 14),
    ]  # fmt: skip
    assert refusal(other) == (
        "The date of birth “01/01/2012” is not that of the person of this record."
    )


def test_of_two_dates_without_headings_none_is_chosen():
    found = read("01/12/2024\t13/03/2026\tExam\tDNA\n02/12/2024\t14/03/2026\tExam\tDNA\n")

    assert found.rows == ()
    assert found.wrong.startswith("Columns 1 and 2 hold dates, and nothing says which of them")
    assert "Choose it below, or write a line above the rows that names each column" in found.wrong


def test_a_start_is_a_time_beside_a_date_and_the_day_where_it_has_one():
    (timed,) = read("Date,Start,End,Type,Status\n13/03/2026,09:30,10:00,Exam,DNA\n").events
    (dated,) = read("Start,End,Type,Status\n13/03/2026 09:30,13/03/2026 10:00,Exam,DNA\n").events

    assert (timed.happened_on, timed.happened_at) == (dated.happened_on, dated.happened_at)
    assert f"{timed.happened_at:%H:%M}" == "09:30"


def test_rows_of_several_numbers_and_no_names_are_not_taken_as_one_person():
    rows = "Patient ID,Date,Type,Status\n1001,4/3/26,Exam,DNA\n1002,5/3/26,Exam,DNA\n"

    assert "of more than one person" in read(rows).wrong
    assert read(rows.replace("1002", "1001")).wrong == ""


def test_a_column_under_an_unknown_heading_that_holds_the_persons_name_is_whose_it_is():
    rows = "Date,Type,Status,Guest\n4/3/26,Exam,DNA,Mia Thornton\n5/3/26,Exam,DNA,Sam Thornton\n"

    found = read(rows)

    assert (Column.WHOSE, "Guest") in found.columns
    assert [one.also_about for one in found.events] == ["", "Sam Thornton"]


def test_a_column_of_other_names_alone_is_not_read_and_each_row_says_so():
    found = read(
        "Date,Type,Status,Booked by\n13/3/26,Exam,DNA,Karl Thornton\n14/3/26,Exam,DNA,Jo Bloggs\n"
    )

    assert [one.also_about for one in found.events] == ["", ""]
    assert found.left_out == ("Booked by",)
    assert [row.notes for row in found.rows] == [
        (f"“Booked by: {name}” is not read: taken as an appointment of the person of this record.",)
        for name in ("Karl Thornton", "Jo Bloggs")
    ]


def test_without_headings_a_note_of_a_letter_is_not_the_kind_of_the_visit():
    rows = "letter sent,13/03/2026,Exam,DNA\nmum phoned,14/03/2026,Check-up,Attended\n"

    assert [one.event for one in read(rows).events] == [EventKind.EXAMINATION] * 2
