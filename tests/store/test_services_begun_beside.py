"""A concern begun from the page of a sister's takes what is known with it, and is linked."""

from datetime import date

import pytest
from sharing_support import signed

from sgdesk.domain.concern import Beside
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.people import Relation
from sgdesk.ids import ConcernId, new_id

SIRA = Relation(
    id="sira", name="Sira Kamara", relationship="Sister", is_child=True, born=date(2017, 4, 9),
    school="Hill Primary", access="Sleeps there", note="Not asked yet",
)  # fmt: skip


@pytest.fixture
def elder(desk):
    return signed(desk, relations=[SIRA])


def test_what_is_known_of_the_sister_is_handed_on_and_what_was_only_said_is_not(desk, elder):
    draft = desk.concerns.begin(Beside(elder.id, "Sira Kamara"))

    assert (draft.person.name, draft.person.born) == ("Sira Kamara", date(2017, 4, 9))
    assert draft.person.school == "Hill Primary"
    assert draft.beside == elder.id
    assert draft.relations == []


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
