"""Entries of linked concerns: a lane for each child, each entry once, and whose it is."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from msgspec.structs import replace

from sgdesk.documents.blocks import Table, TimeLineDrawing
from sgdesk.documents.chronology_sections import household_section
from sgdesk.domain.facts.household import LinkedRecord, entry_words, side_by_side, with_linked
from sgdesk.domain.facts.kinds import Attendance, Event, EventKind, Saying
from sgdesk.domain.facts.timeline import time_line
from sgdesk.ids import FactId, new_id

MIA, SIRA = "Mia Thornton", "Sira Thornton"


def entry(day, **changes):
    values = {"event": EventKind.TREATMENT, "attendance": Attendance.NOT_BROUGHT} | changes
    return Event(id=FactId(new_id()), happened_on=date(2026, 3, day), **values)


def sister(*facts):
    return LinkedRecord("SG-2026-0002", SIRA, tuple(facts))


def test_each_child_has_lanes_of_their_own():
    line = time_line(with_linked([entry(4)], [sister(entry(9), entry(11))], MIA))

    assert [(lane.whose, len(lane.days)) for lane in line.lanes] == [("", 1), (SIRA, 2)]


def test_an_entry_from_a_linked_record_names_the_record():
    own, other = with_linked(
        [entry(4, noticed_by="Practice system")], [sister(entry(9, noticed_by="Row 2"))], MIA
    )

    assert entry_words(own).endswith("From the record, Practice system.")
    assert entry_words(other).endswith("From the record, SG-2026-0002, Row 2.")


def test_an_entry_that_both_records_hold_stands_once():
    day = entry(4, happened_at=time(9, 40), text="Filling")
    own = [replace(day, id=FactId("own"), also_about=SIRA), entry(5)]

    events = with_linked(own, [sister(day, replace(day, also_about="mia  thornton"))], MIA)

    assert [(event.happened_on.day, event.also_about) for event in events] == [
        (4, SIRA), (4, ""), (5, ""),
    ]  # fmt: skip


def test_what_is_no_dated_entry_is_not_taken_from_a_linked_record():
    facts = [Saying(id=FactId("s"), words="It hurts."), replace(entry(9), happened_on=None)]

    assert with_linked([entry(4)], [sister(*facts)], MIA)[0].happened_on == date(2026, 3, 4)
    assert len(with_linked([entry(4)], [sister(*facts)], MIA)) == 1


@given(
    own=some.lists(some.integers(1, 28), max_size=8),
    theirs=some.lists(some.integers(1, 28), max_size=8),
)
@settings(max_examples=200)
def test_no_entry_is_lost_and_none_changes_its_person(own, theirs):
    records = [sister(*(entry(day, text=f"t{at}") for at, day in enumerate(theirs)))]
    events = with_linked([entry(day, text=f"o{at}") for at, day in enumerate(own)], records, MIA)

    assert sorted(one.happened_on.day for one in events if not one.also_about) == sorted(own)
    assert sorted(one.happened_on.day for one in events if one.also_about) == sorted(theirs)


def test_the_internal_paper_draws_the_lanes_and_names_the_concerns():
    section = household_section((entry(4), entry(6)), (sister(entry(9)),), MIA)

    (drawing,) = [block for block in section.blocks if isinstance(block, TimeLineDrawing)]
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    assert {lane.whose for lane in drawing.line.lanes} == {"", SIRA}
    assert table.columns == ("Date", MIA, SIRA)
    assert "SG-2026-0002" in str(section.blocks[0])


@pytest.mark.parametrize("linked", [(), (sister(),)])
def test_without_entries_of_anybody_else_there_is_no_household(linked):
    assert household_section((entry(4), entry(6)), linked, MIA).blocks == ()
    assert side_by_side(with_linked([entry(4)], linked, MIA)) is None
