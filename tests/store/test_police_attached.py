"""A contact with the police that began before its record is put to the record later."""

from datetime import date, time

import pytest
from sharing_support import at, open_dues, rules, signed

from sgdesk.domain.answers import YesNo
from sgdesk.domain.police import NewsKind, PoliceDraft, PoliceNews, PoliceReason, PoliceWay
from sgdesk.errors import SituationError
from sgdesk.ids import ConcernId, PoliceContactId

SATURDAY = date(2026, 11, 21)


def told(desk, **changes):
    values = {
        "id": PoliceContactId("c1"), "reason": PoliceReason.CRIME, "way": PoliceWay.NON_EMERGENCY,
        "force": "Weir County Police", "day": SATURDAY, "started": time(10, 40),
        "told": "What was seen.", "number_given": YesNo.NO, "asked": time(10, 57),
        "by": "Asha Rahman",
    }  # fmt: skip
    return desk.police.record(PoliceDraft(**(values | changes)))


def test_what_it_waits_for_counts_from_the_contact_and_not_from_the_attaching(desk):
    contact = told(desk, call_back_on=SATURDAY, call_back=time(15))
    before = desk.police.record(
        PoliceDraft(
            id=PoliceContactId("c2"), concern_id=signed(desk).id, reason=PoliceReason.CRIME,
            way=PoliceWay.NON_EMERGENCY, force="Weir County Police", day=SATURDAY,
            started=time(10, 40), told="The same.", number_given=YesNo.NO, asked=time(10, 57),
            by="Asha Rahman", call_back_on=SATURDAY, call_back=time(15),
        )
    )  # fmt: skip
    concern = signed(desk)

    attached = desk.police.attach(contact.id, concern.id)

    assert attached.concern_id == concern.id
    assert [past.contact for past in desk.police.of(concern.id)] == [attached]
    there = {rule: due.due_at for rule, due in open_dues(desk, concern).items()}
    for rule in ("DL-POLICE-REF", "DL-POLICE-CALLBACK"):
        of_the_other = desk.dues.open(before.concern_id)
        assert there[rule] in [one.due.due_at for one in of_the_other if one.due.rule == rule]


def test_a_number_that_came_meanwhile_is_not_waited_for(desk):
    contact = told(desk)
    desk.police.add_news(
        PoliceNews(
            id="", contact_id=contact.id, kind=NewsKind.INCIDENT_NUMBER, at=at(21, 15),
            recorded_at=at(21, 15), number="Log 0456", number_on=SATURDAY,
        )
    )  # fmt: skip
    concern = signed(desk)

    desk.police.attach(contact.id, concern.id)

    assert "DL-POLICE-REF" not in rules(desk, concern)


def test_it_is_put_to_one_concern_only_and_only_to_one_that_is_there(desk):
    contact, concern = told(desk), signed(desk)
    with pytest.raises(SituationError, match="no such concern"):
        desk.police.attach(contact.id, ConcernId("nowhere"))
    desk.police.attach(contact.id, concern.id)

    with pytest.raises(SituationError, match="belongs to a concern already"):
        desk.police.attach(contact.id, signed(desk).id)


def test_today_lists_it_until_it_is_put_somewhere(desk):
    contact = told(desk)
    assert [one.id for one in desk.today.view().loose_contacts] == [contact.id]

    desk.police.attach(contact.id, signed(desk).id)

    assert desk.today.view().loose_contacts == ()
