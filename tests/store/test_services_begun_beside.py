"""A concern begun from the page of a sister's takes what is known with it, and is linked."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from sharing_support import signed

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Beside
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.people import Relation
from sgdesk.ids import ConcernId, new_id

SIRA = Relation(
    id="sira", name="Sira Kamara", relationship="Sister", is_child=True, born=date(2017, 4, 9),
    school="Hill Primary", access="Sleeps there", note="Not asked yet",
)  # fmt: skip

ELDER = {"name": "Amina Kamara", "address": "30 Mill Road", "postcode": "ZZ99 2QC"}


@pytest.fixture
def elder(desk):
    return signed(desk, relations=[SIRA])


def test_what_is_known_of_the_sister_is_handed_on_and_what_was_only_said_is_not(desk, elder):
    draft = desk.concerns.begin(Beside(elder.id, "Sira Kamara"))

    assert (draft.person.name, draft.person.born) == ("Sira Kamara", date(2017, 4, 9))
    assert draft.person.school == "Hill Primary"
    assert draft.beside == elder.id
    assert draft.relations == []


def test_an_estimate_and_the_shared_address_are_handed_on(desk):
    sira = replace(SIRA, born=None, born_typed="about 9 years", in_household=YesNo.YES)
    elder = signed(desk, relations=[sira], person=ELDER)

    person = desk.concerns.begin(Beside(elder.id, "Sira Kamara")).person

    assert (person.born, person.born_typed) == (None, "about 9 years")
    assert (person.address, person.postcode, person.address_protected) == (
        "30 Mill Road", "ZZ99 2QC", False
    )  # fmt: skip


def test_an_estimate_that_has_gone_on_is_handed_on_by_the_years_of_birth(desk, clock):
    sira = replace(SIRA, born=None, born_typed="about 9 years")
    elder = signed(desk, relations=[sira])
    clock.at += timedelta(days=200)

    person = desk.concerns.begin(Beside(elder.id, "Sira Kamara")).person

    assert person.born_typed == "2016 or 2017"
    assert person.address == ""


@pytest.mark.parametrize("whose", ["sister", "household"])
def test_a_shared_address_that_is_protected_stays_protected(desk, whose):
    sira = replace(SIRA, in_household=YesNo.YES, address_protected=whose == "sister")
    home = ELDER | {"address_protected": whose == "household"}
    elder = signed(desk, relations=[sira], person=home)

    assert desk.concerns.begin(Beside(elder.id, "Sira Kamara")).person.address_protected


def test_a_shared_address_that_a_record_of_her_own_protects_stays_protected(desk):
    home = {"name": "Sira Kamara", "born": SIRA.born, "address_protected": True}
    signed(desk, person=home | {"address": "30 Mill Road", "postcode": "ZZ99 2QC"})
    elder = signed(desk, relations=[replace(SIRA, in_household=YesNo.YES)], person=ELDER)

    person = desk.concerns.begin(Beside(elder.id, "Sira Kamara")).person

    assert (person.address, person.address_protected) == ("30 Mill Road", True)


def test_one_who_lives_elsewhere_is_not_given_the_address(desk):
    elder = signed(desk, relations=[replace(SIRA, in_household=YesNo.NO)], person=ELDER)

    assert desk.concerns.begin(Beside(elder.id, "Sira Kamara")).person.address == ""


@pytest.mark.parametrize("about", ["", "Somebody else"])
def test_a_girl_whom_the_record_does_not_hold_begins_empty(desk, elder, about):
    draft = desk.concerns.begin(Beside(elder.id, about))

    assert draft.person.name == ""
    assert draft.beside == elder.id


def test_both_pages_show_the_link_once_it_is_signed(desk, elder):
    draft = desk.concerns.begin(Beside(elder.id, "Sira Kamara"))
    desk.concerns.save_draft(draft, "urgency", Caret())
    before = desk.concerns.get(elder.id).linked
    other = signed(desk, beside=desk.concerns.open_draft(draft.id).draft.beside)

    (here,), (there,) = desk.concerns.get(elder.id).linked, desk.concerns.get(other.id).linked

    assert before == ()
    assert (here.row.line.id, there.row.line.id) == (other.id, elder.id)
    assert here.link.linked_by == desk.user.name


def test_one_whose_first_record_is_not_there_is_signed_all_the_same(desk):
    other = signed(desk, beside=ConcernId(new_id()))

    assert desk.concerns.get(other.id).linked == ()
