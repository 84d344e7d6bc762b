"""Initials are refused wherever a person is named; short names and short answers are not."""

from datetime import date

import msgspec
import pytest

from sgdesk.domain.concern import ConcernDraft, Presentation
from sgdesk.domain.facts.kinds import Event, Need, Saying
from sgdesk.domain.flows.fact_rules import fact_problems
from sgdesk.domain.flows.record import RecordConcern
from sgdesk.domain.identity import name_problem
from sgdesk.domain.people import Person, Relation
from sgdesk.ids import ConcernId, FactId

TODAY = date(2026, 11, 22)
ONE = FactId("one")


def problems(person):
    draft = ConcernDraft(id=ConcernId("c"), person=person)
    return {one.field: one.text for one in RecordConcern(TODAY).problems(draft, "person")}


@pytest.mark.parametrize(
    "name",
    ["M’T", "M'T", "“M T”", "'M.T.'", "M·T", "M|T", "M\u200bT", "M.T. and K.T.", "M.T., K.T.",
     "MT & KT", "mt", "jb", "Mr mt", "M̂ T"],
)  # fmt: skip
def test_initials_are_refused_in_quotes_by_twos_and_in_small_letters(name):
    assert "Initials alone" in name_problem(name)


@pytest.mark.parametrize(
    "name",
    ["al", "bo", "jo", "li", "ng", "Ng", "md", "Ly", "Wyn", "Ann", "Bo T", "A. Li", "ANN LEE",
     "M’Baye", "Karl and Jo", "नूर", "Md Ali", "Jo and M.T.", "D’Li"],
)  # fmt: skip
def test_short_names_are_names(name):
    assert name_problem(name) is None


@pytest.mark.parametrize("field", ["known_as", "with_whom", "interpreter", "gp", "dentist"])
def test_initials_are_refused_wherever_a_person_is_named(field):
    for typed in ("M.T.", "M T", "M’T"):
        told = problems(Person(name="Mia Thornton", **{field: typed}))
        assert "Initials alone" in told[f"person.{field}"]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("interpreter", "yes, BSL"), ("interpreter", "BSL"), ("interpreter", "NO"),
        ("interpreter", "N/A"), ("gp", "the surgery at Weir Street"), ("gp", "Dr A. Amos"),
        ("with_whom", "Mum and J.B."), ("with_whom", "SW"), ("dentist", "CDS"),
        ("known_as", "TJ"), ("known_as", "Mimi, MJ"), ("known_as", "Mo"),
    ],
)  # fmt: skip
def test_words_that_are_no_initials_are_taken(field, typed):
    assert problems(Person(name="Mia Thornton", **{field: typed})) == {}


@pytest.mark.parametrize("typed", ["MT", "mt", "Mimi, M.T.", "K"])
def test_the_letters_of_the_whole_name_are_not_what_somebody_is_called(typed):
    assert "person.known_as" in problems(Person(name="Mia Thornton", known_as=typed))


@pytest.mark.parametrize(
    ("fact", "field"),
    [
        (Saying(id=ONE, speaker="Mia", words="No."), "present"),
        (Saying(id=ONE, speaker="Mia", words="No."), "interpreter"),
        (Saying(id=ONE, speaker="Mia", words="No."), "also_about"),
        (Event(id=ONE), "also_about"),
        (Need(id=ONE), "to_whom"),
        (Need(id=ONE), "review_by"),
    ],
)
def test_initials_are_refused_in_a_fact_wherever_it_names_a_person(fact, field):
    def told(typed):
        found = fact_problems("", msgspec.structs.replace(fact, **{field: typed}), TODAY)
        return [one.text for one in found if one.field == f"{ONE}.{field}"]

    assert "Initials alone" in told("M.T. and K.T.")[0]
    assert told("Karl Thornton") == told("") == []


def test_initials_are_refused_of_whom_somebody_left_with():
    draft = ConcernDraft(id=ConcernId("c"), presentation=Presentation(left_with="“K T”"))
    around = ConcernDraft(id=ConcernId("c"), relations=[
        Relation(id="r", name="Karl Thornton", interpreter="K.T.")
    ])  # fmt: skip

    fields = [one.field for one in RecordConcern(TODAY).problems(draft, "seen")]
    fields += [one.field for one in RecordConcern(TODAY).problems(around, "family")]

    assert fields == ["presentation.left_with", "r.interpreter"]
