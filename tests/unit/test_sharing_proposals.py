from datetime import date

import pytest
from msgspec.structs import replace
from proposal_cases import CAREFUL, S1, S2, named, sample_concern

from sgdesk.domain.answers import YesNo
from sgdesk.domain.facts.kinds import (
    Attendance,
    Context,
    ContextTopic,
    Event,
    EventKind,
    Need,
    NeedTopic,
    Saying,
)
from sgdesk.domain.people import PersonKind
from sgdesk.domain.sharing.proposal import proposed
from sgdesk.ids import FactId
from sgdesk.library.recipients import recipient_file
from sgdesk.library.wording import wording_rules

KINDS = [kind.id for kind in recipient_file().kinds]


def proposals(concern, kind):
    return proposed(concern, kind, recipient_file(), wording_rules())


def with_fact(fact, reference=S1, **changes):
    concern = sample_concern(reference)
    return replace(concern, facts=(*concern.facts, fact), **changes)


def choice_for(fact, kind="children-social-care", **changes):
    return proposals(with_fact(fact, **changes), kind)[fact.id]


def context(text, topic=ContextTopic.HISTORY, **more):
    return Context(id=FactId("new"), topic=topic, text=text, **more)


@pytest.mark.parametrize(("reference", "kind", "goes", "why"), CAREFUL)
def test_the_proposal_is_what_a_careful_lead_would_propose(reference, kind, goes, why):
    concern = sample_concern(reference)
    choices = proposals(concern, kind)

    found = {name for name, fact in named(concern).items() if choices[fact.id].goes}

    assert found == goes, why
    assert all(choice.proposed_because for choice in choices.values())


def test_at_least_six_kinds_are_looked_at_for_each_case():
    kinds = {}
    for reference, kind, _goes, _why in CAREFUL:
        kinds.setdefault(reference, set()).add(kind)

    assert all(len(found) >= 6 for found in kinds.values())
    assert len(kinds) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Her aunt has hepatitis C.", "Mum is on methadone.", "Salma Begum was diagnosed last year.",
        "Dad owes money to a friend.", "Two invoices are unpaid.", "Mum obviously doesn't care.",
        "The bruise was caused by a slap.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", KINDS)
def test_other_people_guesses_and_invoices_stay_for_everybody(kind, text):
    assert not choice_for(context(text), kind).goes


def test_only_the_sentence_that_must_stay_is_held_back():
    fact = context("She wakes at night with pain. Her aunt has hepatitis C. She misses school.")

    choice = choice_for(fact)

    assert choice.goes
    assert [part.text for part in choice.parts if part.goes] == [
        "She wakes at night with pain.", "She misses school.",
    ]  # fmt: skip
    held = next(part for part in choice.parts if not part.goes)
    assert held.proposed_because == (
        "Another person’s health: “aunt … hepatitis”. Say why it is essential to include it."
    )


def test_verbatim_words_may_guess_but_not_tell_of_anothers_health():
    guess = Saying(id=FactId("new"), speaker="Mia", words="Dad must have hit me on purpose.")
    health = Saying(id=FactId("new"), speaker="Mia", words="It hurts. My aunt has hepatitis.")

    assert not choice_for(guess).parts
    assert [part.goes for part in choice_for(health).parts] == [True, False]


def test_the_patients_own_health_is_no_other_persons():
    assert choice_for(context("She has had diabetes since 2024.")).goes


def test_an_unborn_babys_mother_is_the_patient():
    concern = with_fact(context("The mother was diagnosed with depression."), S2)

    assert proposals(concern, "midwife")[FactId("new")].goes


def test_money_is_the_point_where_it_is_the_harm():
    fact = context("Her daughter keeps her pension. Two bills are unpaid.")
    concern = replace(sample_concern("SG-2026-0026"), facts=(fact,))

    assert not proposals(concern, "adult-social-care")[fact.id].parts


def test_an_obstacle_may_name_money():
    fact = Need(id=FactId("new"), topic=NeedTopic.BARRIER, text="Mum lost her wages when she came.")

    assert choice_for(fact).goes


def test_a_visitor_is_named_only_with_a_reason():
    fact = context("Salma Begum brought her twice.")

    assert not choice_for(fact).goes
    assert choice_for(context("Her aunt brought her twice.")).goes


@pytest.mark.parametrize("kind", ["dentist", "school-nurse"])
def test_who_treats_her_is_not_told_the_names_of_the_family(kind):
    fact = Need(id=FactId("new"), topic=NeedTopic.BARRIER, text="Karl Thornton works nights.")

    assert not choice_for(fact, kind).goes


@pytest.mark.parametrize(
    "text",
    [
        "She asks that father does not know.", "We referred her to social care.",
        "Seen alone by the nurse.", "The police have it.", "Bruise on the cheek was looked at.",
        "She told us at home it is not safe.",
    ],
)  # fmt: skip
def test_nothing_that_could_endanger_is_proposed_to_a_parent(text):
    need = Need(id=FactId("new"), topic=NeedTopic.SAFETY_NET, text=text)

    assert not choice_for(need, "parent").goes


def test_a_carer_of_an_adult_is_proposed_nothing():
    concern = sample_concern(S1)
    concern = replace(concern, person=replace(concern.person, kind=PersonKind.ADULT))

    assert not any(choice.goes for choice in proposals(concern, "parent").values())


def test_the_designated_officer_is_asked_where_a_colleague_is_accused():
    concern = sample_concern(S1)
    concern = replace(concern, urgency=replace(concern.urgency, about_colleague=YesNo.YES))

    assert any(choice.goes for choice in proposals(concern, "designated-officer").values())


def test_a_protected_address_is_never_proposed():
    fact = context("She sleeps badly. They moved to 12 Weir Street in May.")
    concern = with_fact(fact)
    concern = replace(concern, person=replace(concern.person, address_protected=True))

    choice = proposals(concern, "children-social-care")[fact.id]

    assert [part.goes for part in choice.parts] == [True, False]


def test_a_fact_whose_own_words_stay_stays_whole():
    need = Need(
        id=FactId("new"), topic=NeedTopic.SAFETY_NET, text="The police and the refuge were named.",
        understood="She repeated it in her own words.",
    )  # fmt: skip

    assert choice_for(need).goes
    held = choice_for(need, "dentist")
    assert not held.goes
    assert "police" in held.proposed_because


def test_an_appointment_goes_without_the_words_that_stay_so_that_the_pattern_is_whole():
    event = Event(
        id=FactId("new"), event=EventKind.TREATMENT, attendance=Attendance.NOT_BROUGHT,
        happened_on=date(2026, 3, 4), text="Mum obviously doesn't care.",
    )  # fmt: skip

    choice = choice_for(event)

    assert choice.goes
    assert [part.goes for part in choice.parts] == [False]
