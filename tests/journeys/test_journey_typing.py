"""From the signed record of S1 to "Check and preview", with every key counted."""

from datetime import UTC, datetime

import pytest
from journey_cases import S1
from journey_hands import KeysAlone
from journey_records import duty_team, opened
from journey_sample import AGENCY, PASSPHRASE

from sgdesk.clock import FixedClock
from sgdesk.domain.concern import Presentation, Urgency
from sgdesk.domain.facts.kinds import Context, Event, Injury, Need, Observation, Saying
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.people import Person, Relation
from sgdesk.ids import new_id

NOON = FixedClock(datetime(2026, 11, 20, 12, 30, tzinfo=UTC))
KEYS_A_MINUTE, MINUTES = 200, 5


def record_s1(desk):
    """Record and sign S1 through the services, as its answers stand in the samples."""
    draft = desk.concerns.begin()
    told = dict(S1.urgency)
    kind = told.pop("kind")
    draft.urgency = Urgency(nation=draft.urgency.nation, **told)
    draft.person = Person(id=draft.person.id or new_id(), kind=kind, **S1.person)
    draft.relations = [Relation(id=new_id(), **one) for one in S1.relations]
    draft.presentation = Presentation(**S1.presentation, count_from=S1.count_from)
    marks = [
        Injury(id=new_id(), view=f"child-{view}", place=place, place_words=words, **said)
        for view, place, words, said in S1.marks
    ]
    draft.facts = [
        *marks,
        *(Observation(id=new_id(), **one) for one in S1.observations),
        *(Saying(id=new_id(), **one) for one in S1.sayings),
        *(Event(id=new_id(), **one) for one in S1.events),
        *(Context(id=new_id(), topic=topic, **one) for topic, one in S1.contexts),
        *(Need(id=new_id(), topic=topic, **one) for topic, one in S1.needs),
    ]
    desk.concerns.save_draft(draft, "check", Caret())
    return desk.concerns.sign(draft)


@pytest.fixture
def typist(start, store_folder):
    desk = opened(store_folder, NOON)
    duty_team(desk)
    record_s1(desk)
    desk.close()
    keyboard = KeysAlone(start(store_folder, NOON))
    keyboard.unlock(PASSPHRASE)
    return keyboard


def decide(typist):
    """Fill each page of the decision as briefly as a careful lead would."""
    typist.fill("purpose.so_that", "decide whether a strategy discussion is needed today")
    typist.fill("purpose.ask", "What may be said to her parents.")
    typist.go_on("Consent and openness")
    typist.answer("family_told", "no")
    typist.tick("not_told_reasons=risk-to-child")
    typist.answer("agreement", "not-sought")
    typist.push("same-reasons")
    typist.go_on("Lawful basis")
    typist.push("use-usual-basis")
    typist.fill("basis.factors.harm-to-trust", "The family may stop coming.")
    typist.fill("basis.factors.harm-if-withheld", "Further marks and further pain.")
    typist.push("rest-no-weight")
    typist.fill("basis.gateway_factors", "Further harm to Mia weighs more than trust.")
    typist.go_on("Necessary, proportionate")
    typist.answer("without_naming", "no")
    typist.fill("naming_needed_because", "The team must find her.")
    typist.push("same-weighed")
    typist.go_on("Recipient")
    typist.answer("agency_id", AGENCY)
    typist.fill("recipient.person", "J. Okoro")
    typist.go_on("Route")
    typist.answer("kind", "portal")
    typist.go_on("Only what they need")
    typist.go_on("Conditions")
    typist.push("usual-conditions")
    typist.go_on("Check and preview")


def test_a_newcomer_reaches_the_preview_of_s1_in_under_five_minutes_of_typing(typist):
    typist.push("open:SG-2026-0001")
    typist.heading("SG-2026-0001")
    typist.keys = 0

    typist.push("next-step")
    typist.heading("Purpose")
    decide(typist)

    typist.says("Page 1 of")
    assert typist.read().count("Put right before you decide") == 0
    assert typist.field("next").text() == "Decide to share"
    assert typist.keys <= KEYS_A_MINUTE * MINUTES, typist.keys
