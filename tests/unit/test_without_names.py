"""An advice call without names: nothing of the record that says who it is stays in the words."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Concern, Presentation, Stage, Urgency
from sgdesk.domain.people import Person, PersonKind, Relation, SafeContact
from sgdesk.domain.without_names import Disguise
from sgdesk.ids import ConcernId, UserId

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)
MIA = Person(
    name="Mia Thornton", known_as="Mimi", born=date(2020, 2, 14), sex="Female",
    nhs_number="9991234012", address="12 Weir Street\nNorthtown", postcode="ZZ99 2QA",
    phone="01632 960101", school="Weir Street Primary", gp="Dr Amos, Mill Road Surgery",
    email="mia@example.org",
)  # fmt: skip
FAMILY = (
    Relation(id="1", name="Karl Thornton", relationship="father"),
    Relation(id="2", name="Rina Thornton née Begum", relationship="mother", phone="01632 960102"),
    Relation(id="3", name="Will Amos", relationship="uncle", in_household=YesNo.YES),
    Relation(id="4", name="Dr Amos", relationship="GP", professional=True),
)


def concern(person=MIA, relations=FAMILY):
    return Concern(
        id=ConcernId("c"), reference="SG-2026-0031", stage=Stage.RECORDED, urgency=Urgency(),
        person=person, relations=relations, contact=SafeContact(), presentation=Presentation(),
        facts=(), kept=(), opened_at=NOW, opened_by=UserId("u"), changed_at=NOW,
    )  # fmt: skip


@pytest.fixture
def disguise():
    return Disguise(concern(), TODAY)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Mia said no.", "the child said no."),
        ("MIMI’s arm", "the child’s arm"),
        ("mia thornton", "the child"),
        ("Karl drove her.", "her father drove her."),
        ("Rina Thornton née Begum rang", "her mother rang"),
        ("born 14 Feb 2020", "born a birth date"),
        ("born 14/2/2020", "born a birth date"),
        ("NHS 999 123 4012", "NHS a number"),
        ("ring 01632 960 102", "ring a number"),
        ("at 12 weir street", "at her home"),
        ("lives in ZZ992QA", "lives in a number"),
        ("Weir Street Primary", "her school"),
        ("write to mia@example.org", "write to a number"),
        ("another@example.org", "an email address"),
        ("They will ring Will.", "They will ring her uncle."),
        ("a bruise of 22 × 14 mm on 4 Mar 2026", "a bruise of 22 × 14 mm on 4 Mar 2026"),
    ],
)
def test_a_role_stands_where_somebody_was_named(disguise, text, hidden):
    assert disguise.hide(text) == hidden


def test_what_names_somebody_is_found_in_its_order(disguise):
    found = disguise.found("Her dad Karl says mia fell; call 01632 960101.")

    assert found == ("Karl", "mia", "01632 960101")


def test_words_without_names_are_not_questioned(disguise):
    assert disguise.found("A child of 6 was brought by her father with a bruise of 22 mm.") == ()


@pytest.mark.parametrize(
    ("person", "role"),
    [
        (MIA, "a girl of 6"),
        (Person(kind=PersonKind.UNBORN, name="Rosa Pereira"), "an unborn baby"),
        (Person(kind=PersonKind.ADULT, born=date(1945, 3, 30), sex="Male"), "a man of 81"),
        (Person(name="Sam"), "a child"),
    ],
)
def test_the_role_says_age_and_no_name(person, role):
    assert Disguise(concern(person, ()), TODAY).role == role


def test_a_relation_without_a_name_does_not_hide_common_words():
    unnamed = Relation(id="1", name="her mother", relationship="mother")

    hidden = Disguise(concern(Person(name="Mia"), (unnamed,)), TODAY).hide("her mother rang")

    assert hidden == "her mother rang"


@given(
    some.lists(
        some.sampled_from(
            ["Mia", "Thornton", "MIMI", "Karl", "Begum", "9991234012", "ZZ99 2QA", "14 Feb 2020",
             "12 Weir Street", "01632 960101"]
        ),
        min_size=1,
    ),
    some.sampled_from([" ", ", ", "; ", "\n", " and "]),
)  # fmt: skip
def test_no_name_survives_wherever_it_stands(named, between):
    hidden = Disguise(concern(), TODAY).hide(between.join(named))

    assert not [one for one in named if one.casefold() in hidden.casefold()]
