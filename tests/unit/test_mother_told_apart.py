"""Of an unborn baby the name and the birth are the mother's: nobody takes her for the baby."""

from datetime import UTC, date, datetime

from msgspec.structs import replace
from proposal_cases import S2, sample_concern

from sgdesk.domain.answers import Nation
from sgdesk.domain.call import CallKind
from sgdesk.domain.call_script import Teller, Told, script
from sgdesk.domain.people import PersonKind
from sgdesk.domain.practice import Practice, Role, User
from sgdesk.domain.sharing.decision import SharingDraft
from sgdesk.domain.sharing.portal_blocks import portal_blocks
from sgdesk.ids import SharingId, UserId
from sgdesk.library.guidance import guidance_for

LEAD = User(UserId("u1"), "Asha Rahman", Role.LEAD)
TODAY = datetime(2026, 11, 22, tzinfo=UTC).date()


def unborn():
    concern = sample_concern(S2)
    person = replace(
        concern.person, kind=PersonKind.UNBORN, name="Rina Thornton", known_as="",
        born=date(1998, 2, 1), expected=date(2027, 3, 1),
    )  # fmt: skip
    return replace(concern, person=person)


def spoken(concern):
    teller = Teller(user=LEAD, practice=Practice(), kind=CallKind.REFERRAL)
    return {one.id: one.text for one in script(teller, Told(concern=concern), TODAY)}["person"]


def test_on_the_telephone_the_baby_comes_first_and_the_mother_is_named_as_such():
    assert spoken(unborn()).startswith(
        "an unborn baby, expected 1 March 2027, the mother is Rina Thornton, born 1 February 1998"
    )


def test_an_adult_is_named_and_then_said_to_be_at_risk():
    person = replace(unborn().person, kind=PersonKind.ADULT, expected=None)

    assert spoken(replace(unborn(), person=person)).startswith("Rina Thornton, an adult at risk, ")


def test_the_portal_is_told_whose_name_and_birth_they_are():
    concern = unborn()
    draft = SharingDraft(id=SharingId("s"), concern_id=concern.id)

    told = dict(portal_blocks(draft, concern, guidance_for(Nation.ENGLAND)))["The person"]

    assert told.splitlines()[:3] == [
        "Mother’s name: Rina Thornton",
        "Baby expected: 1 March 2027",
        "Mother born: 1 February 1998",
    ]
