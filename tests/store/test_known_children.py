"""The FGM card names the children who need a concern, and those who have one, by its reference."""

from datetime import date

import pytest
from msgspec.structs import replace
from sharing_support import signed

from sgdesk.domain.concern import Beside, FgmScreen
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.people import Relation

TOLD = {"fgm": FgmScreen.TOLD_BY_HER}
BORN = date(2017, 4, 9)


def girl(name, **changes):
    return Relation(id=name, name=name, relationship="Sister", is_child=True, **changes)


@pytest.fixture
def elder(desk):
    sisters = [girl("Sira Kamara", born=BORN), girl("Isata Kamara")]
    return signed(desk, relations=sisters, urgency=TOLD, person={"name": "Amina Kamara"})


def case(desk, concern):
    return desk.concerns.get(concern.id).fgm


def named(case):
    return [(one.name, one.reference) for one in case.known]


def test_without_a_concern_each_child_needs_one(desk, elder):
    found = case(desk, elder)

    assert found.others == ("Sira Kamara", "Isata Kamara")
    assert found.known == ()


def test_a_draft_begun_beside_is_her_concern_until_it_is_closed_as_a_mistake(desk, elder):
    draft = desk.concerns.begin(Beside(elder.id, "Sira Kamara"))
    desk.concerns.save_draft(draft, "person", Caret())

    assert case(desk, elder).others == ("Isata Kamara",)
    assert named(case(desk, elder)) == [("Sira Kamara", draft.reference)]

    desk.outcomes.close(draft.id, "Begun twice.")
    assert case(desk, elder).others == ("Sira Kamara", "Isata Kamara")


def test_with_both_signed_and_linked_each_page_names_the_other(desk, elder):
    younger = signed(
        desk, person={"name": "Sira Kamara", "born": BORN}, urgency=TOLD,
        relations=[girl("Amina")],
    )  # fmt: skip
    link = desk.amendments.link(elder.id, younger.reference, "Her sister")

    assert named(case(desk, elder)) == [("Sira Kamara", younger.reference)]
    assert case(desk, elder).others == ("Isata Kamara",)
    assert named(case(desk, younger)) == [("Amina", elder.reference)]
    assert case(desk, younger).others == ()

    desk.amendments.unlink(link.id)
    assert case(desk, elder).known == ()


@pytest.mark.parametrize(
    "person",
    [
        {"name": "Fatu Kamara", "born": date(2012, 1, 1)},
        {"name": "Sira Kamara", "born": date(2019, 1, 1)},
    ],
    ids=["another name", "another birth"],
)
def test_a_linked_concern_about_somebody_else_is_not_hers(desk, elder, person):
    other = signed(desk, person=person)
    desk.amendments.link(elder.id, other.reference, "The family")

    assert "Sira Kamara" in case(desk, elder).others


def test_one_concern_is_never_that_of_two_children(desk):
    twins = [replace(girl("Sira"), id="one"), replace(girl("Sira"), id="two")]
    elder = signed(desk, relations=twins, urgency=TOLD)
    other = signed(desk, person={"name": "Sira", "born": BORN})
    desk.amendments.link(elder.id, other.reference, "Her sister")

    found = case(desk, elder)
    assert (len(found.known), found.others) == (1, ("Sira",))
