"""Several people at once: what is read surely is taken, and what is not is said back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.flows.record import RecordConcern
from sgdesk.domain.several_people import people_in
from sgdesk.ids import ConcernId

TODAY = date(2026, 11, 22)


def doubt(line):
    read = people_in(line, TODAY)
    assert read.people == ()
    assert read.left == (line,)
    return read.doubts[0]


def test_several_people_are_read_from_lines():
    text = (
        "Sira Kamara, sister, 9\nAbu Kamara; 3 5 1980; Father; note: works nights\n\n"
        "Binta, about 2 years"
    )

    sira, abu, binta = people_in(text, TODAY).people

    assert (sira.name, sira.relationship, sira.born_typed, sira.is_child) == (
        "Sira Kamara", "Sister", "9 years", True
    )  # fmt: skip
    assert (abu.born, abu.relationship, abu.note) == (date(1980, 5, 3), "Father", "works nights")
    assert (abu.is_child, abu.in_household) == (False, None)
    assert (binta.born_typed, binta.is_child) == ("about 2 years", True)
    draft = ConcernDraft(id=ConcernId("c"), relations=[sira, abu, binta])
    assert RecordConcern(TODAY).problems(draft, "family") == []


def test_a_profession_of_the_list_makes_somebody_a_professional():
    (nurse,) = people_in("J Okafor, school nurse, 01632 960140", TODAY).people

    assert (nurse.relationship, nurse.professional, nurse.phone) == (
        "School nurse", True, "01632 960140"
    )  # fmt: skip


def test_somebody_whose_name_nobody_knows_begins_with_the_relationship():
    (sister,) = people_in("sister, 9", TODAY).people

    assert (sister.name, sister.relationship, sister.born_typed) == ("", "Sister", "9 years")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("J Okafor, school nurse, 14/13/1980", "“14/13/1980” is no date and no age."),
        ("Abu, uncle, 31 2 1980", "February 1980 has 29 days."),
        ("Abu, uncle, 3 5 2080", "This date is in the future."),
        ("Ibrahim Kamara father", "is “father” the relationship?"),
        ("J Okafor school nurse, 40", "is “school nurse” the relationship?"),
        ("Sira Kamara sister 9", "before “9”"),
        ("Abu, father, works nights", "“works nights” is in no list"),
        ("Abu, father, 40, 3 5 1980", "“3 5 1980” says again"),
        ("J Okafor, school nurse, 3 5 1980", "of a professional no birth or age is kept"),
        ("K.T., aunt", "Write the name in full."),
        (", 9", "begin with the name"),
    ],
)
def test_a_line_that_cannot_be_read_surely_is_said_back_and_stays(line, said):
    assert said in doubt(line)
    assert doubt(line).startswith("Line 1: ")


def test_the_lines_that_can_be_read_are_taken_and_the_others_counted_as_they_stay():
    read = people_in("Ana, aunt\nBo father\nCem, uncle\nDil, 14/13/1980", TODAY)

    assert [one.name for one in read.people] == ["Ana", "Cem"]
    assert read.left == ("Bo father", "Dil, 14/13/1980")
    assert [one[:7] for one in read.doubts] == ["Line 1:", "Line 2:"]


@given(some.text(max_size=80) | some.text("Ab9 ,;.'-\n", max_size=80))
def test_every_word_of_a_line_is_kept_somewhere(text):
    read = people_in(text, TODAY)
    people = [
        f"{one.name} {one.relationship} {one.born_typed} {one.phone} {one.note} {one.organisation}"
        for one in read.people
    ]
    kept = " ".join([*people, *read.left]).casefold()

    for word in text.replace(",", " ").replace(";", " ").casefold().split():
        assert word in kept
