"""What was chosen sentence by sentence, on its way to paper, to another store, and to nobody."""

from datetime import date

import msgspec
import pytest
from msgspec.structs import replace
from printed_words import printed_words
from sharing_support import agency as agency_in
from sharing_support import at, rang, ready, sent, signed

from sgdesk.domain.facts.kinds import Context, ContextTopic, Saying
from sgdesk.domain.handed_on import HandedOn
from sgdesk.domain.letters import LetterKind
from sgdesk.domain.outcome import TeamNote
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.people import Relation, SafeContact
from sgdesk.domain.police import PoliceContact
from sgdesk.domain.sharing.decision import Choice
from sgdesk.domain.sharing.proposal import whole_again
from sgdesk.errors import UserError
from sgdesk.ids import FactId, PoliceContactId

GAP = "[... part held back by the practice]"
HISTORY = "She wakes with pain. Her aunt has hepatitis C. She misses school."
PROTECTED = {"address": "12 Weir Street", "postcode": "ZZ99 2QA", "address_protected": True}


def agency(desk, kind="children-social-care"):
    return agency_in(desk, kind=kind)


def record(desk, *facts, **changes):
    facts = facts or (
        Context(id=FactId("history"), topic=ContextTopic.HISTORY, text=HISTORY),
        Saying(id=FactId("said"), speaker="Mia", words="It hurts. Dad is cross. I am scared."),
    )  # fmt: skip
    return signed(desk, facts=list(facts), **changes)


def preview(desk, draft, kind=PaperKind.PACK):
    return printed_words(desk.printing.preview(draft, kind))


def without_second_sentence(desk, concern):
    draft = ready(desk, concern, agency(desk))
    fact = concern.facts[1]
    choice = whole_again(fact, draft.choices[fact.id])
    stays = replace(choice.parts[1], goes=False, reason="Said in anger by somebody else.")
    parts = (choice.parts[0], stays, choice.parts[2])
    draft.choices = draft.choices | {fact.id: replace(choice, parts=parts)}
    return draft


def test_the_pack_shows_where_part_of_a_quotation_is_held_back(desk):
    draft = without_second_sentence(desk, record(desk))

    text = preview(desk, draft)

    assert f"“It hurts. {GAP} I am scared.”" in text
    assert "Dad is cross" not in text
    assert f"She wakes with pain. {GAP} She misses school." in text
    assert "hepatitis" not in text


def test_the_internal_record_says_which_sentence_stays_and_why(desk):
    concern = record(desk)
    sharing = desk.sharings.decide(without_second_sentence(desk, concern))

    made = desk.printing.make(PaperKind.DISCLOSURE_RECORD, concern.id, sharing.id)
    text = printed_words(made.pdf)

    assert "Her aunt has hepatitis C." in text
    assert "Another person’s health" in text
    assert "Dad is cross." in text
    assert "Said in anger by somebody else." in text


def test_a_decision_with_a_held_back_sentence_shares_in_part(desk):
    concern = record(desk)
    sharing = desk.sharings.decide(without_second_sentence(desk, concern))

    assert sharing.decision.value == "share-in-part"
    assert desk.concerns.get(concern.id).sharings[0].sharing.choices == sharing.choices


def test_a_sentence_that_should_stay_cannot_be_decided_to_go_without_a_reason(desk):
    concern = record(desk)
    draft = ready(desk, concern, agency(desk))
    fact = concern.facts[0]
    draft.choices = draft.choices | {fact.id: Choice(goes=True, proposed_because="Needed.")}

    with pytest.raises(UserError, match="essential"):
        desk.sharings.decide(draft)


def test_a_protected_address_typed_anywhere_stops_the_decision(desk):
    concern = record(desk, person=PROTECTED)
    draft = ready(desk, concern, agency(desk))
    draft.conditions = replace(draft.conditions, not_to_disclose="zz992qa, to the father.")

    with pytest.raises(UserError, match="cannot go"):
        desk.sharings.decide(draft)


def test_what_was_written_before_is_swept_from_the_pack(desk):
    home = PROTECTED | {"address": "7 Quarry Lane"}
    concern = record(
        desk, person=home | {"whereabouts": "At home, 7 Quarry Ln. With her aunt."},
        urgency={"summary": "Bruises. They live in Quarry Lane."},
        contact=SafeContact(name="Aunt", number="01632 960171", code_word="bluebell"),
        relations=[
            Relation(id="a", name="Salma Begum", relationship="aunt", phone="01632 960171"),
        ],
    )  # fmt: skip
    to = agency(desk)
    rang(desk, concern, to, at(20, 10), at(20, 11), told="All of it. They live at 7 Quarry Lane.")
    text = preview(desk, ready(desk, concern, to))

    assert "All of it. [... protected: telephone us]" in text
    for never in ("Quarry", "ZZ99 2QA", "960171", "bluebell"):
        assert never not in text
    assert "With her aunt." in text
    assert "Bruises." in text


def test_a_parent_learns_nothing_of_what_was_noticed_and_by_whom(desk):
    concern = record(
        desk,
        Context(id=FactId("teeth"), topic=ContextTopic.UNTREATED, text="Decay in four teeth."),
        urgency={"summary": "She says that her father hits her."},
        person={"whereabouts": "At her aunt’s"},
        relations=[Relation(
            id="f", name="Karl Thornton", relationship="father", alleged_source=True, access="Daily"
        )],
    )  # fmt: skip
    text = preview(desk, ready(desk, concern, agency(desk, "parent")))

    assert "Decay in four teeth." in text
    for never in ("hits her", "alleged", "Karl Thornton", "At her aunt", "Harm to Mia", "risk"):
        assert never not in text


def test_a_dentist_gets_no_family_and_a_doctor_only_names(desk):
    relations = [Relation(
        id="f", name="Karl Thornton", relationship="father", phone="01632 960181", access="Daily"
    )]  # fmt: skip
    concern = record(desk, relations=relations)

    doctor = preview(desk, ready(desk, concern, agency(desk, "gp")))
    dentist = ready(desk, concern, agency(desk, "dentist"))
    dentist.basis = replace(dentist.basis, subjects=dentist.basis.subjects[:1])

    assert "Karl Thornton" in doctor
    assert "960181" not in doctor
    assert "Karl Thornton" not in preview(desk, dentist)


def test_the_number_of_the_police_goes_as_it_was_chosen(desk):
    concern = record(desk)
    contact = PoliceContact(
        id=PoliceContactId("c1"), concern_id=concern.id, force="Weir County Police",
        started_at=at(21, 10), incident_number="Log 0123", incident_on=date(2026, 11, 21),
        recorded_at=at(21, 10),
    )  # fmt: skip
    with desk.police._context.unit() as unit:
        unit.police.add(contact)
        unit.commit()
    complete = desk.sharings.complete(concern)
    draft, number = ready(desk, complete, agency(desk)), complete.facts[-1]

    assert "incident number Log 0123 of 21 Nov 2026" in preview(desk, draft)
    stays = replace(draft.choices[number.id], goes=False, reason="Not theirs.")
    draft.choices = draft.choices | {number.id: stays}
    assert "Log 0123" not in preview(desk, draft)
    assert desk.sharings.decide(draft).choices[number.id] == stays


def test_a_letter_and_a_team_note_stop_at_a_protected_address(desk):
    concern = record(desk, person=PROTECTED)
    draft = ready(desk, concern, agency(desk))
    draft.conditions = replace(draft.conditions, not_to_disclose="Our address, to the father.")
    sharing = desk.sharings.decide(draft)
    sent(desk, sharing, at(22, 9))
    letter = desk.letters.draft(concern.id, sharing.id, LetterKind.CHASE)
    letter.happened += "\n\nNobody came to 12 Weir Street."
    note = TeamNote(
        id="", concern_id=concern.id, tier=0, people="Reception", text="Post to ZZ99 2QA.",
        at=at(22, 9),
    )  # fmt: skip

    with pytest.raises(UserError) as in_letter:
        desk.letters.make(letter)
    with pytest.raises(UserError) as in_note:
        desk.outcomes.add_note(note)

    assert (in_letter.value.field, in_note.value.field) == ("happened", "text")


def test_the_choice_by_sentences_is_handed_on_with_the_record(desk):
    concern = record(desk)
    sharing = desk.sharings.decide(without_second_sentence(desk, concern))

    handed = msgspec.json.decode(desk.exchange.written(concern.id), type=HandedOn)

    assert handed.sharings[0].sharing.choices == sharing.choices
