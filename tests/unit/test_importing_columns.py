"""Columns that are understood by parts of their headings, by what they hold, or by a choice; and
the rows that are left to be put right."""

from datetime import date

import pytest

from sgdesk.domain.facts.kinds import Attendance, EventKind
from sgdesk.domain.importing.headings import Column
from sgdesk.domain.importing.reading import read_rows
from sgdesk.domain.importing.settled import left_over, not_left
from sgdesk.domain.importing.sources import RowsTold, where_from
from sgdesk.domain.importing.values import KnownEvents, TakenAs

FAMILY = {"names": ("Mia Thornton", "Mimi"), "others": ("Karl Thornton", "Sam Thornton")}
APPOINTMENTS = (
    "Appt Date,Slot,Clinician,Status,Reason / Notes\n"
    '03/12/2025,09:10,A Rahman,Attended,"Exam, antenatal check discussed"\n'
    "14/05/2026,,J Marsh,DNA,Hygiene; no call\n"
    '31.07.2026,11:00,,Cancelled by patient,"said ""busy"""\n'
    "19-Nov-26,14:10,J Marsh,Arrived,chipped 11\n"
    "Total,4,,,\n"
    "32/13/2026,,,DNA,bad date\n"
)


def read(text, **changes):
    known = {"unnamed": EventKind.TREATMENT, **FAMILY, **changes}
    return read_rows(
        text, KnownEvents(today=date(2026, 11, 22), born=date(2020, 2, 14), **known)
    )  # fmt: skip


def taken(text, **changes):
    return {one.heading: one.column for one in read(text, **changes).taken_as}


def test_a_slot_that_holds_clock_times_is_the_time_and_joined_headings_are_words():
    found = read(APPOINTMENTS)

    assert [f"{one.happened_at:%H:%M}" for one in found.events if one.happened_at] == [
        "09:10", "11:00", "14:10",
    ]  # fmt: skip
    assert found.events[0].text == "Exam, antenatal check discussed; with A Rahman"
    assert (found.left_out, found.unknown) == ((), ())
    assert all(one.reason_given == "" for one in found.events)


def test_a_slot_that_holds_kinds_is_the_kind():
    assert taken("Date,Slot,Status\n4/3/26,Check-up,DNA\n5/3/26,Filling,DNA\n")["Slot"] is (
        Column.KIND
    )


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Reason / Notes", Column.TEXT),
        ("Notes & comments", Column.TEXT),
        ("Notes and comments", Column.TEXT),
        ("Type / Notes", Column.KIND),
        ("DNA / Attended", Column.OUTCOME),
        ("Outcome/Reason", Column.OUTCOME),
        ("Dentist / Hygienist", Column.WITH_WHOM),
        ("Forename / Surname", Column.WHOSE),
        ("Patient name / DOB", Column.WHOSE),
    ],
)
def test_a_joined_heading_is_understood_part_by_part(heading, column):
    assert taken(f"Date,{heading}\n4/3/26,x\n")[heading] is column


@pytest.mark.parametrize("heading", ["Date/Time", "Appt date & time", "Visit date / time"])
def test_a_joined_heading_of_date_and_time_holds_both(heading):
    (event,) = read(f"{heading},Status\n04/03/2026 09:40,DNA\n").events

    assert (event.happened_on, f"{event.happened_at:%H:%M}") == (date(2026, 3, 4), "09:40")


@pytest.mark.parametrize("heading", ["Notes / Batch", "Patient / Clinician", "Date / Clinician"])
def test_a_joined_heading_with_a_part_that_fits_nothing_is_not_guessed(heading):
    found = read(f"Date,Type,{heading}\n4/3/26,Exam,x\n")

    assert [one.heading for one in found.unknown] == [heading]


def test_beside_a_column_of_its_own_the_joined_one_keeps_its_words():
    (event,) = read("Date,Outcome,Outcome / Notes\n4/3/26,DNA,no answer\n").events

    assert (event.attendance, event.text) == (Attendance.NOT_BROUGHT, "no answer")


def test_a_column_that_is_not_understood_is_shown_with_some_of_what_it_holds():
    (column,) = read("Date,Status,Gizmo\n4/3/26,DNA,one\n5/3/26,DNA,\n6/3/26,DNA,two\n").unknown

    assert (column.place, column.heading, column.holds) == (2, "Gizmo", ("one", "two"))


@pytest.mark.parametrize(
    ("column", "told"),
    [
        (Column.TIME, lambda event: f"{event.happened_at:%H:%M}" == "09:10"),
        (Column.TEXT, lambda event: event.text == "09:10"),
    ],
)
def test_what_somebody_says_of_a_column_is_how_it_is_read(column, told):
    chosen = (TakenAs(2, "Gizmo", column),)

    found = read("Date,Status,Gizmo\n4/3/26,DNA,09:10\n", chosen=chosen)

    assert told(found.events[0])
    assert (column, "Gizmo") in found.columns
    assert [one.heading for one in found.unknown] == ["Gizmo"]  # so that it can be changed again


def test_a_column_that_was_chosen_as_whose_or_when_stands_in_the_place_of_the_other():
    rows = "Date,Status,Name,Seen on,For\n4/3/26,DNA,Reception,6/3/26,Sam Thornton\n"
    chosen = (TakenAs(3, "Seen on", Column.DAY), TakenAs(4, "For", Column.WHOSE))

    found = read(rows, chosen=chosen)

    assert [(one.happened_on, one.also_about) for one in found.events] == [
        (date(2026, 3, 6), "Sam Thornton")
    ]
    assert found.left_out == ("Date", "Name")


def test_a_choice_is_for_the_column_of_that_heading_alone():
    chosen = (TakenAs(2, "Gizmo", Column.TEXT),)

    assert read("Date,Status,Other\n4/3/26,DNA,x\n", chosen=chosen).events[0].text == ""


def test_of_two_dates_without_headings_somebody_says_which_is_the_day():
    rows = "01/12/2024\t13/03/2026\tExam\tDNA\n02/12/2024\t14/03/2026\tExam\tDNA\n"
    asked = read(rows)

    found = read(rows, chosen=(TakenAs(1, "", Column.DAY),))

    assert asked.wrong
    assert 1 in [one.place for one in asked.unknown]
    assert [one.happened_on for one in found.events] == [date(2026, 3, 13), date(2026, 3, 14)]
    assert found.events[0].text == "01/12/2024"


def test_two_columns_that_are_chosen_as_the_time_must_agree():
    chosen = (TakenAs(2, "In", Column.TIME), TakenAs(3, "Out", Column.TIME))

    (row,) = read("Date,Status,In,Out\n4/3/26,DNA,09:10,09:30\n", chosen=chosen).rows

    assert row.refused == (
        "The row has two times, “09:10” and “09:30”. Correct the one that is wrong."
    )


def test_with_whom_alone_begins_a_sentence():
    alone, beside = read("Date,Status,With,Notes\n4/3/26,DNA,AK,\n5/3/26,DNA,AK,Filling\n").events

    assert (alone.text, beside.text) == ("With AK", "Filling; with AK")


def test_what_is_left_are_the_refused_rows_as_they_were_written_below_their_headings():
    found = read(APPOINTMENTS)

    left, others = left_over(APPOINTMENTS, found), not_left(APPOINTMENTS, found)

    lines = APPOINTMENTS.splitlines()
    assert left.text.splitlines() == [lines[0], *lines[5:]]
    assert others.text.splitlines() == lines[:5]
    assert left_over(others.text, read(others.text)).text == ""


@pytest.mark.parametrize("sign", ["\t", ";", ",", "|"])
def test_what_is_left_is_read_as_it_was_even_if_one_row_is_left(sign):
    text = f"Date{sign}Type{sign}Notes\n4/3/26{sign}Exam{sign}\n31/2/26{sign}Exam{sign}a,b;c|d,e,f"
    text += f"\n5/3/26{sign}Exam{sign}\n" if sign == "\t" else f"\n5/3/26{sign}Exam{sign}x\n"
    text = text.replace("a,b;c|d,e,f", '"a,b;c|d,e,f\nand more"')

    left = left_over(text, read(text)).text.replace("31/2/26", "28/2/26")

    (event,) = read(left).events
    assert (event.happened_on, event.text) == (date(2026, 2, 28), "a,b;c|d,e,f\nand more")


def test_rows_without_headings_are_left_below_what_their_columns_were_told_to_be():
    rows = (
        "14/02/2020\t13/03/2026\tExam\tDNA\tMia Thornton\n"
        "14/02/2020\t31/02/2026\tExam\tDNA\tSam Thornton\n"
    )

    left = left_over(rows, read(rows)).text

    assert left.splitlines() == ["Date of birth\tDate\tType\tOutcome\tName", rows.splitlines()[1]]
    (event,) = read(left.replace("31/02", "28/02").replace("14/02/2020", "")).events
    assert (event.happened_on, event.also_about) == (date(2026, 2, 28), "Sam Thornton")


def test_a_column_that_named_others_beside_the_person_names_them_in_what_is_left():
    rows = "Date,Status,Guest\n4/3/26,DNA,Mia Thornton\n31/2/26,DNA,Sam Thornton\n"
    whole = read(rows)
    left = left_over(rows, whole).text.replace("31/2", "28/2")

    (event,) = read(left, settled=whole.taken_as).events

    assert event.also_about == "Sam Thornton"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (RowsTold(source=" Book "), "Book, rows pasted on 22 Nov 2026"),
        (RowsTold(file="appts.csv"), "“appts.csv”, read on 22 Nov 2026"),
        (RowsTold(source="Book", file="appts.csv"), "Book, “appts.csv”, read on 22 Nov 2026"),
        (RowsTold(put_right=True), "pasted rows, put right on 22 Nov 2026"),
        (RowsTold(file="a.csv", put_right=True), "“a.csv”, put right on 22 Nov 2026"),
        (RowsTold(file="a\u202e\nb.csv"), "“a b.csv”, read on 22 Nov 2026"),
        (RowsTold(file="x" * 250), f"“{'x' * 60}…”, read on 22 Nov 2026"),
    ],
)
def test_a_source_names_the_file_or_the_paste_and_its_day(told, words):
    assert where_from(told, date(2026, 11, 22)) == words
