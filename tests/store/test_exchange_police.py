"""What was chosen of the numbers of the police stays chosen in another store."""

import json
from datetime import date, time
from uuid import uuid4

from msgspec.structs import replace
from sharing_support import agency, ready, signed

from sgdesk.domain.answers import YesNo
from sgdesk.domain.police import PoliceDraft, PoliceReason, PoliceWay
from sgdesk.domain.sharing.police_numbers import renamed_number
from sgdesk.ids import ConcernId, PoliceContactId, new_id

SATURDAY = date(2026, 11, 21)


def contact(desk, concern):
    return desk.police.record(
        PoliceDraft(
            id=PoliceContactId(new_id()), concern_id=ConcernId(concern.id), by="Asha Rahman",
            reason=PoliceReason.CRIME, way=PoliceWay.NON_EMERGENCY, force="Weir County Police",
            day=SATURDAY, started=time(10, 40), ended=time(10, 58), told="What was seen.",
            number_given=YesNo.YES, incident_number="Log 0123", incident_on=SATURDAY,
        )
    )  # fmt: skip


def as_another(content):
    return content.decode().replace(json.loads(content)["concern"]["id"], str(uuid4())).encode()


def test_a_number_that_was_held_back_is_held_back_under_its_new_name(desk):
    concern = signed(desk)
    old = contact(desk, concern)
    concern = desk.sharings.complete(concern)
    draft = ready(desk, concern, agency(desk, kind="children-social-care"))
    number = f"police-number:{old.id}:1"
    why = "They asked that it stays with us."
    draft.choices = draft.choices | {number: replace(draft.choices[number], goes=False, reason=why)}
    desk.sharings.decide(draft)

    taken = desk.exchange.take_in(as_another(desk.exchange.written(concern.id)))

    (new,) = [past.contact for past in desk.police.of(taken.id)]
    (past,) = desk.concerns.get(taken.id).sharings
    assert new.id != old.id
    assert number not in past.sharing.choices
    found = past.sharing.choices[f"police-number:{new.id}:1"]
    assert (found.goes, found.reason) == (False, why)


def test_only_the_number_of_a_contact_that_is_named_is_renamed():
    assert renamed_number("police-number:a:b:2", {"a:b": "new"}) == "police-number:new:2"
    assert renamed_number("police-number:other:1", {"a": "new"}) is None
    assert renamed_number("a:1", {"a": "new"}) is None
    assert renamed_number("police-number:", {"": "new"}) is None
