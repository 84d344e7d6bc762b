"""Rows of other programs: each makes an entry, or says with its line why it makes none."""

import csv
import io
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sgdesk.domain.facts.kinds import Attendance, Event, EventKind
from sgdesk.domain.importing.decoding import decode
from sgdesk.domain.importing.headings import Column
from sgdesk.domain.importing.reading import read_rows
from sgdesk.domain.importing.splitting import rows_of
from sgdesk.domain.importing.values import KnownEvents
from sgdesk.errors import UserError

KNOWN = KnownEvents(
    today=date(2026, 11, 22), names=("Mia Thornton", "Mimi"),
    others=("Karl Thornton", "Sam Thornton"), born=date(2020, 2, 14), source="Practice system",
)  # fmt: skip

# The heading, then twenty bad lines: what becomes of each, by the line it begins on.
WORST = """Status,Appt Date,Start Time,Appointment Type,Notes,Letters,Fee,Patient
DNA,04/03/2026,09:30,Treatment,"Filling 54, 64",Letter 5 Mar,0.00,"Thornton, Mia"
Attended,30.4.26,,Emergency,"Dressing on 75
broken, said ""again""\",,45,MIA THORNTON
wnb ,2nd June 2026,9.40am,tx,,"Telephone, no answer",,
Cancelled,15/07/2026,,Treatment,,,,
cancelled by practice,15-Jul-26,0940,Treatment,"=HYPERLINK(""x"")",,,
WNB,08/18/2026,,Treatment,,,,
WNB,31/02/2026,,Treatment,,,,
WNB,03/04/25,,Exam,,,,
Attended,46346,,Exam,,,,
"Attended,07/10/2026,,Exam,"never closed,,,
DNA,Mon 07/10/2026,,Treatment,,,,
DNA,Wed 07/10/2026,,Treatment,,,,
DNA,7/10/26,,TREATMENT,,,,
Attended,12/12/2026,,Exam,,,,
Attended,11/12/2025,25:61,Exam,,,,
Attended,11/12/2025,,30 MIN CHILD,,,,
sort of came,11/12/2025,,Exam,,,,
DNA,18/08/2026,,Treatment,one,two,3,Mia Thornton,too,many
DNA,18/08/2026,,Treatment,,,,Olu Someone
Total,,,,17,,,
"""
BECOMES = {
    2: "4 Mar 2026 09:30 treatment not-brought",
    3: "30 Apr 2026 emergency attended",
    5: "2 Jun 2026 09:40 treatment not-brought",
    6: "does not say by whom",
    7: "15 Jul 2026 09:40 treatment cancelled-by-practice",
    8: "has no month 18",
    9: "There is no day “31/02/2026”",
    10: "3 Apr 2025 examination not-brought",
    11: "spreadsheet’s number",
    12: "A quotation mark opens in this line and does not close.",
    13: "another day of the week",
    14: "7 Oct 2026 treatment not-brought",
    15: "The same as line 14: 7 Oct 2026.",
    16: "still to come, and the row says “Attended”",
    17: "“25:61” is not a clock time",
    18: "“30 MIN CHILD” is no kind of entry known here.",
    19: "“sort of came” does not say how it ended.",
    20: "This row has 10 cells for 8 headings.",
    21: "“Olu Someone” is not the person of this record",
    22: "The date is missing.",
}


def read(text, **changes):
    from msgspec.structs import replace

    return read_rows(text, replace(KNOWN, **changes))


def told(row):
    """Return in one line what became of a row."""
    if row.event is None:
        return row.refused or row.repeats
    one = row.event
    day = f"{one.happened_on:%-d %b %Y}" if one.happened_on else ""
    at = f" {one.happened_at:%H:%M}" if one.happened_at else ""
    return f"{day}{at} {one.event} {one.attendance}"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_twenty_bad_lines_each_come_in_or_say_why_with_their_line(delimiter):
    rows = read(WORST.replace(",", delimiter) if delimiter != "," else WORST).rows

    assert [row.line for row in rows] == list(BECOMES)
    for row in rows:
        assert BECOMES[row.line] in told(row), row


def test_a_line_break_and_doubled_marks_inside_quotation_marks_are_kept():
    found = read(WORST).rows[1].event

    assert found.text == 'Dressing on 75\nbroken, said "again"'
    assert read(WORST).rows[2].line == 5


def test_each_entry_says_which_row_it_was_and_other_columns_are_named_as_left_out():
    found = read(WORST)

    assert found.rows[0].event.noticed_by == "Practice system, row 2"
    assert found.left_out == ("Fee",)
    assert dict(found.columns)[Column.OUTCOME] == "Status"


@pytest.mark.parametrize(
    "raw",
    [
        WORST.encode(),
        b"\xef\xbb\xbf" + WORST.encode(),
        WORST.encode("utf-16"),
        WORST.encode("utf-16-le"),
        WORST.encode("utf-16-be"),
        WORST.encode("utf-32"),
        WORST.encode("cp1252"),
        WORST.replace("\n", "\r\n").encode(),
        WORST.replace("\n", "\r").encode(),
        ("sep=,\n" + WORST).encode(),
        b"\0".join([WORST.encode(), b""]),
    ],
)
def test_whichever_program_saved_the_file_the_rows_are_the_same(raw):
    found = [told(row) for row in read(decode(raw)).rows]

    wanted = [told(row) for row in read(WORST).rows]
    if raw.startswith(b"sep"):
        wanted = [one.replace("line 14", "line 15") for one in wanted]
    assert found == wanted


def test_names_with_accents_survive_windows_and_unix():
    row = "Date,Type,Outcome,Notes\n1/2/26,Exam,DNA,Zoë’s mum: “café”\n"

    texts = {read(decode(row.encode(code))).events[0].text for code in ("utf-8", "cp1252")}

    assert texts == {"Zoë’s mum: “café”"}


@pytest.mark.parametrize(
    ("raw", "part"),
    [
        (b"PK\x03\x04rest", "save the sheet as CSV"),
        (b"\xd0\xcf\x11\xe0rest", "save the sheet as CSV"),
        (b"%PDF-1.7", "holds no rows"),
        (b"x" * 5_000_001, "larger than 5 MB"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(raw, part):
    with pytest.raises(UserError, match=part):
        decode(raw)


def test_columns_may_stand_in_any_order_under_many_names():
    first = "Date of appointment;Outcome;Type\n4/3/26;Did not attend;Treatment\n"
    second = "appt_type\tAttendanceStatus\tAPPT DATE\nFilling 54\tFTA\t04-Mar-2026\n"

    one, other = read(first).events[0], read(second).events[0]

    assert (one.happened_on, one.attendance) == (other.happened_on, other.attendance)
    assert (one.event, other.event) == (EventKind.TREATMENT, EventKind.TREATMENT)
    assert (one.text, other.text) == ("", "Filling 54")


def test_rows_without_headings_are_told_by_what_they_hold():
    found = read("4/3/2026\tTreatment\tDNA\tLetter sent\n30/4/2026\tEmergency\tAttended\tbroken\n")

    assert [told(row) for row in found.rows] == [
        "4 Mar 2026 treatment not-brought", "30 Apr 2026 emergency attended",
    ]  # fmt: skip
    assert [one.text for one in found.events] == ["Letter sent", "broken"]
    assert {heading for _column, heading in found.columns} == {""}


def test_lines_above_the_headings_and_repeated_headings_are_named_and_left_out():
    text = "Diary of the practice,,\n\nDate,Type,Outcome\n4/3/26,Exam,DNA\nDate,Type,Outcome\n"

    rows = read(text).rows

    assert [(row.line, row.repeats) for row in rows if row.repeats] == [
        (1, "This line stands above the headings and is not read."),
        (5, "The headings once more."),
    ]


def test_rows_that_name_no_kind_wait_for_the_lead_to_say_what_they_are():
    text = "Date,Outcome\n4/3/26,DNA\n"

    assert "Choose above what such rows are." in read(text).rows[0].refused
    assert read(text, unnamed=EventKind.TREATMENT).events[0].event is EventKind.TREATMENT


def test_a_row_of_a_brother_is_his_and_one_of_a_stranger_is_refused():
    text = (
        "Date,Type,Outcome,Name\n4/3/26,Exam,DNA,Sam Thornton\n4/3/26,Exam,DNA,Miss Mia Thornton\n"
        "4/3/26,Exam,DNA,Thornton\n4/3/26,Exam,DNA,Jo Bloggs\n"
    )

    rows = read(text).rows

    assert [row.event.also_about for row in rows if row.event] == ["Sam Thornton", ""]
    assert "could be more than one person" in rows[2].refused
    assert "is not the person of this record" in rows[3].refused


@pytest.mark.parametrize(
    ("outcome", "adult", "child"),
    [
        ("DNA", "did-not-attend", "not-brought"),
        ("No show", "did-not-attend", "not-brought"),
        ("WNB", "not-brought", "not-brought"),
    ],
)
def test_an_adult_did_not_attend_and_a_child_was_not_brought(outcome, adult, child):
    text = f"Date,Type,Outcome,Name\n4/3/26,Exam,{outcome},\n4/3/26,Exam,{outcome},Sam Thornton\n"

    pregnant, brother = read(text, born=None, adults=("",)).events
    girl, grown = read(text, adults=("Sam Thornton",)).events

    assert (pregnant.attendance, brother.attendance) == (adult, child)
    assert (girl.attendance, grown.attendance) == (child, adult)


def test_whether_somebody_was_brought_goes_by_the_age_on_that_day():
    rows = read("Date,Type,Outcome\n13/2/26,Exam,DNA\n14/2/26,Exam,DNA\n", born=date(2008, 2, 14))

    assert [one.attendance for one in rows.events] == ["not-brought", "did-not-attend"]


def test_what_was_missed_is_the_same_in_either_word():
    there = read("Date,Type,Outcome\n4/3/26,Exam,WNB\n").events
    again = read("Date,Type,Outcome\n4/3/26,Exam,DNA\n", born=None, adults=("",), there=there)

    assert again.rows[0].repeats == "There already: 4 Mar 2026."


def test_a_type_that_says_more_than_the_kind_is_kept_in_its_words():
    kinds = ("Hygienist", "Extraction", "School nurse", "Treatment", "Exam", "tx")
    rows = "".join(f"{day}/3/26,{kind},Attended\n" for day, kind in enumerate(kinds, 1))

    found = read(f"Date,Type,Outcome\n{rows}").events

    assert [one.text for one in found] == ["Hygienist", "Extraction", "School nurse", "", "", ""]
    assert found[0].event is EventKind.TREATMENT


def test_what_is_in_the_chronology_already_is_recognised_and_a_contradiction_is_refused():
    there = Event(
        id="e", happened_on=date(2026, 3, 4), happened_at=time(9, 30), event=EventKind.TREATMENT,
        attendance=Attendance.NOT_BROUGHT,
    )  # fmt: skip
    text = (
        "Date,Time,Type,Outcome\n4/3/26,09:30,Treatment,DNA\n4/3/26,,Treatment,WNB\n"
        "4/3/26,09:30,Treatment,Attended\n4/3/26,14:00,Treatment,Attended\n"
    )

    rows = read(text, there=(there,)).rows

    assert [row.repeats for row in rows[:2]] == ["There already: 4 Mar 2026."] * 2
    assert "says of the same appointment: was not brought" in rows[2].refused
    assert rows[3].event.happened_at == time(14)


def test_text_that_looks_like_a_formula_stays_text():
    found = read("Date,Type,Outcome,Notes\n4/3/26,Exam,DNA,=1+1\n5/3/26,Exam,DNA,@x\n").rows

    assert [row.event.text for row in found] == ["=1+1", "@x"]
    assert all("Text that looks like a formula is kept as text." in row.notes for row in found)


@pytest.mark.parametrize("text", ["", "\n\n , \n", "Hello\nWorld\n", '"', "a,b\nc,d"])
def test_a_text_without_dates_says_what_to_do_and_makes_nothing(text):
    found = read(text)

    assert found.events == ()
    assert found.wrong


def test_too_many_rows_are_not_begun():
    assert "5,000" in read("Date,Type\n" + "4/3/26,Exam\n" * 5_001).wrong
    assert read("Date,Type\n" + "4/3/26,Exam\n" * 5_000).wrong == ""


CELLS = some.text(alphabet=some.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs")))


@given(
    some.lists(some.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8), some.sampled_from(",;\t|")
)
def test_what_a_spreadsheet_writes_is_split_as_it_was(table, delimiter):
    table = [tuple(cell.strip().removeprefix("\ufeff") for cell in row) for row in table]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)

    found = [row.cells for row in rows_of(f"sep={delimiter}\n{out.getvalue()}")]

    wanted = [tuple(cell.replace("\x7f", "") for cell in row) for row in table if any(row)]
    assert [tuple("".join(cell.split()) for cell in row) for row in found] == [
        tuple("".join(cell.split()) for cell in row) for row in wanted
    ]


def test_dates_that_stand_beyond_the_last_heading_are_told_with_their_row():
    found = read("Status,Type\nDNA,Treatment,4/3/26")

    assert [row.refused[:37] for row in found.rows] == ["This row has 3 cells for 2 headings. "]
    assert (Column.DAY, "") in found.columns


CELLS = some.sampled_from(["4/3/26", "9.40am", "DNA", "Treatment", "Sam Thornton"])
ROWS = some.lists(some.lists(CELLS | some.text(max_size=8), min_size=1).map(",".join))


@given(some.text(max_size=400) | ROWS.map("\n".join))
def test_no_text_whatever_breaks_the_reading(text):
    found = read(text)

    assert found.wrong or all(row.event or row.refused or row.repeats for row in found.rows)


@given(some.binary(max_size=300))
def test_no_bytes_whatever_break_the_reading(raw):
    try:
        text = decode(raw)
    except UserError:
        return

    read(text)


def test_what_could_never_be_a_list_of_appointments_is_refused_before_it_takes_long():
    assert "more than 200 columns" in read("4/3/26," * 300).wrong
    assert len(read("Date,Type\n" + "x" * 100_000 + ",Exam\n").rows[0].refused) < 200


def test_many_notes_of_one_day_are_told_apart_by_their_words():
    notes = "".join(f"4/3/26,Note,words {number % 50}\n" for number in range(100))

    found = read(f"Date,Type,Notes\n{notes}")

    assert (len(found.events), found.repeated) == (50, 50)
