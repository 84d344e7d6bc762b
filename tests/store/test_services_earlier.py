"""Earlier records of the same person: found for that person, and for nobody else."""

from datetime import date

import msgspec
import pytest
from sharing_support import FRIDAY, signed, typed

from sgdesk.domain.facts.kinds import Injury, Observation, ObservationTopic
from sgdesk.domain.facts.tooth_words import ToothVisit
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.teeth import Care, ToothFinding, ToothState
from sgdesk.ids import FactId, PersonId, new_id

DECAY = ToothFinding(tooth="54", states=(ToothState.DECAY,), care=Care.ADVISED)


def recorded(desk, **person):
    """Return a signed concern with a mark and an examination of the teeth."""
    draft = typed(desk)
    draft.person = msgspec.structs.replace(draft.person, **person)
    noticed = {"noticed_by": "A. Rahman", "noticed_on": FRIDAY}
    mark = Injury(id=FactId(new_id()), view="child-front", x=236, y=128, place="left-cheek",
                  place_words="left cheek", mark="bruise", **noticed)  # fmt: skip
    teeth = Observation(
        id=FactId(new_id()), topic=ObservationTopic.TEETH, teeth=(DECAY,), **noticed
    )
    draft.facts = [mark, teeth]
    desk.concerns.save_draft(draft, "check", Caret())
    return desk.concerns.sign(draft)


def earlier(desk, **person):
    draft = typed(desk)
    draft.person = msgspec.structs.replace(draft.person, **person)
    return desk.concerns.earlier(draft)


SAME = [
    {"name": "Mia Thornton", "born": date(2020, 2, 14), "nhs_number": ""},
    {"name": "mia  thornton", "born": date(2020, 2, 14), "nhs_number": "999 123 4012"},
    {"name": "Mia Begum", "born": None, "nhs_number": "9991234012"},
]
ANOTHER = [
    {"name": "Mia Thornton", "born": date(2019, 2, 14), "nhs_number": ""},
    {"name": "Mia Thornton", "born": None, "nhs_number": ""},
    {"name": "Noah Thornton", "born": date(2020, 2, 14), "nhs_number": ""},
    {"name": "Mia Thornton", "born": date(2020, 2, 14), "nhs_number": "999 000 0018"},
    {"name": "", "born": date(2020, 2, 14), "nhs_number": ""},
]
MIA = {"name": "Mia Thornton", "born": date(2020, 2, 14), "nhs_number": "999 123 4012"}


@pytest.mark.parametrize("person", SAME)
def test_marks_and_teeth_of_the_same_person_are_found(desk, person):
    before = recorded(desk, **MIA)

    (record,) = earlier(desk, **person)

    assert record.reference == before.reference
    assert [mark.place_words for mark in record.marks] == ["left cheek"]
    assert record.visits == (ToothVisit(FRIDAY, (DECAY,)),)


@pytest.mark.parametrize("person", ANOTHER)
def test_marks_of_somebody_else_are_not_shown(desk, person):
    recorded(desk, **MIA)

    assert earlier(desk, **person) == ()


def test_a_person_of_the_same_id_is_the_same_whatever_is_written(desk):
    recorded(desk, id=PersonId("p"), name="Mia Thornton", born=None)

    assert len(earlier(desk, id=PersonId("p"), name="Mia Begum", born=None)) == 1


def test_a_draft_is_no_earlier_record(desk):
    draft = typed(desk)
    draft.person = msgspec.structs.replace(draft.person, **MIA)
    draft.facts = [Injury(id=FactId("x"), view="child-front", place_words="left cheek")]
    desk.concerns.save_draft(draft, "seen", Caret())

    assert earlier(desk, **MIA) == ()


def test_a_record_without_marks_or_teeth_is_left_out(desk):
    concern = signed(desk)

    found = earlier(desk, id=concern.person.id)

    assert all(record.marks or record.visits for record in found)
