"""Who is offered as known, and what is taken over once somebody chooses."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from sgdesk.domain.answers import Unanswered, YesNo
from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.known_people import (
    KnownHousehold,
    can_be,
    closeness,
    differences,
    fits,
    is_worth_finding,
    left_behind,
    moved_in,
    parted,
    taken_over,
)
from sgdesk.domain.people import Person, PersonKind, Relation
from sgdesk.ids import ConcernId, PersonId

MIA = Person(
    id=PersonId("mia"), name="Mia Thornton", known_as="Mimi", born=date(2020, 2, 14),
    nhs_number="999 123 4012", address="12 Weir Street", postcode="ZZ99 2QA", language="English",
    whereabouts="At the practice", with_whom="Father",
)  # fmt: skip
FATHER = Relation(
    id="father", name="Karl Thornton", relationship="Father", in_household=YesNo.YES,
    parental_responsibility=YesNo.YES, alleged_source=True, access="Lives there", note="Drives",
)  # fmt: skip


@pytest.mark.parametrize("typed", ["Mia", "mia thorn", "Thornton mia", "MIMI", "Mía"])
def test_each_word_typed_may_begin_a_name(typed):
    assert fits(MIA, typed, "")


@pytest.mark.parametrize("typed", ["", "Mia Begum", "ornton", "Mia Thorntons"])
def test_other_names_do_not_fit(typed):
    assert not fits(MIA, typed, "")


def test_a_whole_number_finds_whatever_the_name_is():
    assert fits(MIA, "Somebody Else", "9991234012")
    assert not fits(MIA, "Somebody Else", "999123401")


def test_nothing_is_sought_before_three_letters_or_a_whole_number():
    asked = [("Mi", ""), ("Mia", ""), ("", "999 123 401"), ("", "999 123 4012")]

    assert [is_worth_finding(*one) for one in asked] == [False, True, False, True]


def test_an_unborn_baby_is_not_its_mother():
    rosa = Person(name="Rosa Pereira", kind=PersonKind.ADULT)

    assert not can_be(rosa, Person(name="Rosa Pereira", kind=PersonKind.UNBORN))
    assert can_be(rosa, Person(name="Rosa Pereira", kind=PersonKind.CHILD))


def test_the_one_with_the_same_number_comes_first_and_a_difference_is_told():
    typed = Person(name="Mia Thornton", nhs_number="9991234012", born=date(2020, 2, 15))
    namesake = Person(name="Mia Thornton")

    assert closeness(MIA, typed) < closeness(namesake, typed)
    assert differences(MIA, typed) == "Not the same here: another date of birth."
    assert differences(namesake, typed) == ""


def test_what_was_typed_stays_and_what_is_of_the_moment_is_asked_again():
    typed = Person(id=PersonId("new"), name="Mia T", language="Polish",
                   unanswered={"address": Unanswered.NOT_ASKED})  # fmt: skip

    whole = taken_over(typed, MIA)

    assert (whole.id, whole.name, whole.known_as) == ("mia", "Mia Thornton", "Mimi")
    assert (whole.language, whole.address) == ("Polish", "12 Weir Street")
    assert (whole.whereabouts, whole.with_whom, whole.unanswered) == ("", "", {})


def test_an_age_that_was_estimated_then_is_not_taken_over():
    then = Person(id=PersonId("x"), name="Mia Thornton", born_typed="about 3 years")

    assert taken_over(Person(name="Mia"), then).born_typed == ""
    assert "“about 3 years”, is not taken over" in left_behind(then, Person(name="Mia"))
    assert left_behind(then, Person(name="Mia", born_typed="about 4 years")) == ""


def test_a_year_of_birth_that_was_estimated_is_taken_over():
    then = Person(id=PersonId("x"), name="Mia Thornton", born_typed="about 2023")

    assert taken_over(Person(name="Mia"), then).born_typed == "about 2023"
    assert taken_over(Person(name="Mia", born_typed="2022"), then).born_typed == "2022"
    assert left_behind(then, Person(name="Mia")) == ""


def test_somebody_else_keeps_the_answers_under_a_new_id():
    apart = parted(MIA)

    assert apart.id != MIA.id
    assert msgspec.structs.replace(apart, id=MIA.id) == MIA


TEXTS = [name for name in Person.__struct_fields__ if isinstance(getattr(Person(), name), str)]


@given(some.dictionaries(some.sampled_from(TEXTS), some.text(min_size=1, max_size=8)))
def test_taking_over_never_changes_an_answer_that_was_typed(answers):
    answers = {field: text for field, text in answers.items() if field not in ("id", "name")}
    typed = msgspec.structs.replace(Person(name="Mia"), **{**answers, "kind": PersonKind.CHILD})

    whole = taken_over(typed, MIA)

    assert {field: getattr(whole, field) for field in answers if field != "kind"} == {
        field: text for field, text in answers.items() if field != "kind"
    }


def household(**changes):
    person = msgspec.structs.replace(MIA, **changes)
    return KnownHousehold(ConcernId("c"), "SG-2026-0031", person, (FATHER,))


def test_a_household_brings_its_people_and_nothing_that_was_said_of_the_other_child():
    draft = ConcernDraft(id=ConcernId("d"), person=Person(name="Leo Thornton"))

    person, around = moved_in(draft, household())

    assert (person.address, person.postcode) == ("12 Weir Street", "ZZ99 2QA")
    assert [one.name for one in around] == ["Mia Thornton", "Karl Thornton"]
    father = around[1]
    assert (father.in_household, father.relationship) == (YesNo.YES, "Father")
    assert (father.parental_responsibility, father.alleged_source) == (None, False)
    assert (father.access, father.note) == ("", "")
    assert len({one.id for one in around} | {"", "father"}) == 4


def test_the_estimates_of_a_household_stay_estimates():
    mother = Relation(id="m", name="Rina Thornton", born_typed="38 years")
    whole = msgspec.structs.replace(
        household(born=date(2020, 1, 1), born_estimated=True), relations=(mother,)
    )
    draft = ConcernDraft(id=ConcernId("d"), person=Person(name="Leo Thornton"))

    _person, (mia, rina) = moved_in(draft, whole)

    assert (mia.born, mia.born_typed) == (None, "about 2020")
    assert rina.born_typed == "38 years"


def test_a_protected_address_stays_protected_in_the_next_record():
    draft = ConcernDraft(id=ConcernId("d"), person=Person(name="Leo Thornton"))

    person, _around = moved_in(draft, household(address_protected=True))

    assert person.address_protected


def test_taking_a_household_over_twice_adds_nobody_twice():
    draft = ConcernDraft(id=ConcernId("d"), person=MIA)

    draft.person, draft.relations = moved_in(draft, household())
    again = moved_in(draft, household())

    assert [one.name for one in draft.relations] == ["Karl Thornton"]
    assert again == (draft.person, draft.relations)
