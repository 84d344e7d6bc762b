"""Rows read against a real draft, and taken in as facts written down now."""

from datetime import date

import pytest
from msgspec.structs import replace

from sgdesk.domain.facts.kinds import Attendance, Event, EventKind
from sgdesk.domain.importing.sources import RowsTold
from sgdesk.domain.people import PersonKind, Relation
from sgdesk.errors import SituationError
from sgdesk.ids import new_id

ROWS = (
    "Date,Type,Outcome,Patient\n4/3/26,Exam,DNA,Mia\n5/3/26,Exam,DNA,Sam Thornton\n6/3/26,?,DNA,\n"
)


@pytest.fixture
def draft(desk):
    draft = desk.concerns.begin()
    draft.person = type(draft.person)(name="Mia Thornton", known_as="Mimi, Em")
    draft.relations = [Relation(id="sam", name="Sam Thornton")]
    return draft


def test_rows_are_read_by_the_names_and_the_chronology_of_the_draft(desk, draft):
    draft.facts = [
        Event(
            id=new_id(), happened_on=date(2026, 3, 4), event=EventKind.EXAMINATION,
            attendance=Attendance.NOT_BROUGHT,
        )
    ]  # fmt: skip

    mia, sam, unknown = desk.importing.read(draft, ROWS, RowsTold(source=" Appointment book ")).rows

    assert mia.repeats == "There already: 4 Mar 2026."
    assert (sam.event.also_about, sam.event.noticed_by) == (
        "Sam Thornton", "Appointment book, rows pasted on 22 Nov 2026, row 3",
    )  # fmt: skip
    assert "Choose above what such rows are." in unknown.refused


def test_a_row_with_the_number_of_somebody_else_is_refused(desk, draft):
    draft.person = replace(draft.person, nhs_number="999 000 0018")
    rows = "NHS No,Date,Type,Outcome\n9990000018,4/3/26,Exam,DNA\n9990000026,5/3/26,Exam,DNA\n"

    own, other = desk.importing.read(draft, rows, RowsTold()).rows

    assert own.event.attendance is Attendance.NOT_BROUGHT
    assert other.refused == ("The number “9990000026” is not that of the person of this record.")


@pytest.mark.parametrize(
    ("kind", "ended"),
    [
        (PersonKind.CHILD, Attendance.NOT_BROUGHT),
        (PersonKind.ADULT, Attendance.DID_NOT_ATTEND),
        (PersonKind.UNBORN, Attendance.DID_NOT_ATTEND),
    ],
)
def test_an_adult_or_a_pregnant_woman_is_not_brought_by_anybody(desk, draft, kind, ended):
    draft.person = replace(draft.person, kind=kind)
    draft.relations = [replace(draft.relations[0], is_child=True)]

    mia, sam, _unknown = desk.importing.read(draft, ROWS, RowsTold()).rows

    assert (mia.event.attendance, sam.event.attendance) == (ended, Attendance.NOT_BROUGHT)


def test_what_is_taken_in_is_new_and_written_down_now(desk, clock, draft):
    read = desk.importing.read(draft, ROWS, RowsTold(unnamed=EventKind.TREATMENT))

    one, other = (desk.importing.taken(draft.id, read) for _time in range(2))

    assert len(one) == 3
    assert {event.recorded_at for event in one} == {clock.now()}
    assert {event.id for event in one}.isdisjoint(event.id for event in other)


def test_a_file_that_is_not_there_is_explained(desk, tmp_path):
    with pytest.raises(SituationError, match="could not be read"):
        desk.importing.text_of(tmp_path / "gone.csv")
