"""The same person in several concerns is one person, once somebody says so."""

from datetime import date, timedelta

import msgspec
from sharing_support import signed, typed

from sgdesk.domain.answers import YesNo
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.known_people import moved_in, parted, taken_over
from sgdesk.domain.people import Person, Relation
from sgdesk.ids import ConcernId
from sgdesk.text import initials

NOBODY = ConcernId("")


def actions(desk):
    with desk._context.unit() as unit:
        return [event.action for event in unit.history.newest(limit=500)]


def named(desk, name, number="", but_not=NOBODY):
    person = Person(name=name, nhs_number=number)
    return [one.person.name for one in desk.people.like(person, but_not)]


def test_somebody_is_found_by_the_beginnings_of_names_and_by_the_whole_number(desk):
    signed(desk, person={"nhs_number": "999 123 4012", "known_as": "Mimi"})
    signed(desk, person={"name": "Rosa Pereira", "born": date(2019, 5, 3)})

    assert named(desk, "mia th") == ["Mia Thornton"]
    assert named(desk, "Mimi") == ["Mia Thornton"]
    assert named(desk, "Somebody", "9991234012") == ["Mia Thornton"]
    assert named(desk, "Ros") == ["Rosa Pereira"]
    assert named(desk, "Mi") == named(desk, "Karl Thornton") == []


def test_what_is_typed_is_never_a_command_of_the_search(desk):
    signed(desk)

    for typed_name in (
        '"Mia',
        "Mia*",
        "names:",
        "Mia AND",
        "Mia) OR (",
        "NEAR(",
        "-Mia",
        "\ud800ab",
    ):
        named(desk, typed_name)


def test_the_draft_itself_is_not_offered_to_itself(desk):
    draft = typed(desk)
    desk.concerns.save_draft(draft, "person", Caret())

    assert named(desk, "Mia Thornton", but_not=draft.id) == []


def test_two_concerns_of_one_person_are_found_as_one(desk):
    first = signed(desk)
    draft = typed(desk, person={"name": "Mia"})
    desk.concerns.save_draft(draft, "person", Caret())
    before = draft.person.id
    [known] = desk.people.like(draft.person, draft.id)

    draft.person = taken_over(draft.person, known.person)
    desk.concerns.save_draft(draft, "person", Caret())
    second = desk.concerns.sign(draft)

    assert second.person.id == first.person.id
    [one] = desk.people.like(Person(name="Mia Thornton"), NOBODY)
    assert one.references == (second.reference, first.reference)
    with desk._context.unit() as unit:
        assert unit.people.get(before) is None
        lines = unit.concerns.of_person(first.person.id)
    assert {line.id for line in lines} == {first.id, second.id}


def test_whom_another_concern_is_about_stays_when_a_draft_parts(desk):
    first = signed(desk)
    draft = typed(desk)
    draft.person = msgspec.structs.replace(draft.person, id=first.person.id)
    desk.concerns.save_draft(draft, "person", Caret())

    draft.person = typed(desk).person
    desk.concerns.save_draft(draft, "person", Caret())

    with desk._context.unit() as unit:
        assert unit.people.get(first.person.id).name == "Mia Thornton"


def test_a_household_is_found_by_anybody_in_it_and_not_by_a_professional(desk):
    around = [
        Relation(id="f", name="Karl Thornton", relationship="Father", in_household=YesNo.YES),
        Relation(id="w", name="Jo Okoro", relationship="Social worker", professional=True),
    ]
    first = signed(desk, relations=around)

    [found] = desk.people.households("karl", NOBODY)
    _person, relations = moved_in(typed(desk, person={"name": "Leo Thornton"}), found)

    assert (found.reference, found.person.name) == (first.reference, "Mia Thornton")
    assert {one.name for one in relations} == {"Karl Thornton", "Mia Thornton"}
    assert desk.people.households("Okoro", NOBODY) == ()
    assert desk.people.households("karl", first.id) == ()


def test_that_names_were_looked_through_is_written_once_without_them(desk):
    signed(desk)

    for _time in range(3):
        desk.people.like(Person(name="Mia"), NOBODY)
        desk.people.households("Thornton", NOBODY)

    assert actions(desk).count("people.offered") == 1


def chosen(desk, clock, **person):
    """Return a draft, saved and an hour later, that was said to be about the one person known."""
    clock.at += timedelta(hours=1)
    draft = typed(desk, person={"name": "Mia Th", "born": None})
    [known] = desk.people.like(draft.person, draft.id)
    draft.person = taken_over(draft.person, known.person)
    desk.concerns.save_draft(draft, "person", Caret())
    draft.person = msgspec.structs.replace(draft.person, **person)
    desk.concerns.save_draft(draft, "person", Caret())
    return draft


def who(desk):
    return {row.line.reference: (row.line.person_name, row.line.born) for row in everywhere(desk)}


def everywhere(desk):
    rows = desk.concerns.newest()
    assert {row.line for row in desk.concerns.find("SG")} == {row.line for row in rows}
    assert {one.reference: one.initials for one in desk.log.register()} == {
        row.line.reference: initials(row.line.person_name) for row in rows
    }
    names = {row.line.reference: row.line.person_name for row in rows}
    for due in desk.dues.open():
        assert due.person_name == names[due.reference]
    return rows


NOOR = {"name": "Noor Begum", "born": date(2015, 1, 1)}
MIA_AS_SIGNED = ("Mia Thornton", date(2020, 2, 14))


def test_a_draft_never_changes_whom_a_signed_record_is_about(desk, clock):
    first = signed(desk)
    draft = chosen(desk, clock, **NOOR)

    assert who(desk) == {
        first.reference: MIA_AS_SIGNED,
        draft.reference: ("Noor Begum", date(2015, 1, 1)),
    }
    assert named(desk, "Mia") == ["Mia Thornton"]
    assert named(desk, "Noor") == []
    assert desk.concerns.get(first.id).concern.person.name == "Mia Thornton"


def test_each_record_shows_a_person_as_it_tells_of_them(desk, clock):
    first = signed(desk)
    second = desk.concerns.sign(chosen(desk, clock, name="Mia Begum"))

    assert second.person.id == first.person.id
    assert {name for name, _born in who(desk).values()} == {"Mia Thornton", "Mia Begum"}
    assert named(desk, "Mia") == ["Mia Begum"]


def test_whom_a_draft_parts_from_is_as_the_others_say(desk, clock):
    first = signed(desk)
    second = chosen(desk, clock, **NOOR)
    third = chosen(desk, clock, name="Mia T", school="Hill School")
    for draft in (second, third):
        draft.person = parted(draft.person)
        desk.concerns.save_draft(draft, "person", Caret())
    desk.concerns.sign(second)

    assert who(desk)[first.reference] == MIA_AS_SIGNED
    with desk._context.unit() as unit:
        assert unit.people.get(first.person.id) == first.person
        assert unit.people.get(second.person.id).name == "Noor Begum"


def test_whom_a_draft_parts_from_is_as_the_other_draft_says(desk, clock):
    first = typed(desk)
    desk.concerns.save_draft(first, "person", Caret())
    second = chosen(desk, clock, **NOOR)

    assert who(desk)[first.reference] == MIA_AS_SIGNED

    second.person = parted(second.person)
    desk.concerns.save_draft(second, "person", Caret())

    with desk._context.unit() as unit:
        assert unit.people.get(first.person.id).name == "Mia Thornton"
    assert named(desk, "Mia") == ["Mia Thornton"]


def test_an_older_copy_never_lowers_the_protection_of_an_address(desk, clock):
    first = signed(desk, person={"address": "12 Weir Street"})
    older = chosen(desk, clock)
    guarded = msgspec.structs.replace(first.person, address_protected=True)
    clock.at += timedelta(hours=1)
    desk.amendments.record(
        AmendmentDraft(id="one", concern_id=first.id, because="The police", person=guarded)
    )
    desk.concerns._saved.clear()  # as after the program was begun anew
    older = desk.concerns.open_draft(older.id).draft

    for keep in (lambda: desk.concerns.save_draft(older, "person", Caret()),
                 lambda: desk.concerns.sign(older)):  # fmt: skip
        clock.at += timedelta(hours=1)
        keep()
        [known] = desk.people.like(Person(name="Mia"), NOBODY)
        assert known.person.address_protected
        assert not desk.concerns.get(older.id).concern.person.address_protected
