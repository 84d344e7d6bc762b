from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace
from proposal_cases import S1, named, sample_concern

from sgdesk.domain.facts.kinds import Context
from sgdesk.domain.facts.words import sentence
from sgdesk.domain.police import PoliceContact
from sgdesk.domain.recipients import IN_THE_FAMILY
from sgdesk.domain.sharing.decision import Choice, Conditions, Recipient, SharingDraft
from sgdesk.domain.sharing.enough import cut_pattern, numbers_left_out, unmarked_explanations
from sgdesk.domain.sharing.minimum import minimum_problems, needs_reason, unexplained
from sgdesk.domain.sharing.police_numbers import is_police_number, with_police_numbers
from sgdesk.domain.sharing.proposal import proposed, whole_again
from sgdesk.domain.sharing.stops import stop_problems
from sgdesk.ids import ConcernId, FactId, PoliceContactId, SharingId
from sgdesk.library.recipients import recipient_file
from sgdesk.library.wording import wording_rules

FACT = Context(id=FactId("f"), text="She is in pain. Her aunt has hepatitis C. She misses school.")
NEEDED = "It shows how long."


def concern_with(*facts, **person):
    concern = sample_concern(S1)
    return replace(concern, facts=facts, person=replace(concern.person, **person))


def draft_with(choice):
    return SharingDraft(
        id=SharingId("s"), concern_id=ConcernId("c"), choices={FACT.id: choice}
    )  # fmt: skip


def problems(choice, **person):
    return [one.text for one in minimum_problems(draft_with(choice), concern_with(FACT, **person))]


def by_sentence(*stay, held=(), reasons=()):
    """Return a choice; `held` were proposed to stay, and `reasons` says why they go or stay."""
    whole = whole_again(FACT, Choice(goes=True, proposed_because=NEEDED))
    parts = tuple(
        replace(
            part, goes=place not in stay, proposed=place not in held,
            reason="They must know." if place in reasons else "",
        )
        for place, part in enumerate(whole.parts)
    )  # fmt: skip
    return replace(whole, parts=parts)


def test_sentences_as_proposed_need_no_reason():
    assert problems(by_sentence(1, held=(1,))) == []


def test_a_sentence_against_the_proposal_needs_a_reason():
    assert needs_reason(by_sentence(held=(1,)))
    assert "each sentence" in problems(by_sentence(held=(1,)))[0]
    assert "each sentence" in problems(by_sentence(0))[0]


def test_a_reason_of_the_sentence_or_of_the_fact_is_enough():
    assert problems(by_sentence(held=(1,), reasons=(1,))) == []
    assert problems(replace(by_sentence(held=(1,)), reason="They must know.")) == []


def test_a_fact_that_stays_needs_no_reason_for_each_sentence():
    choice = replace(by_sentence(held=(1,)), goes=False, proposed=False)

    assert problems(choice) == ["Nothing goes. Choose at least one fact, or decide not to share."]


def test_a_ticked_fact_without_a_sentence_is_refused():
    choice = by_sentence(0, 1, 2, held=(0, 1, 2))

    assert problems(choice) == [
        "No sentence of this goes. Take the tick away, and say why it stays."
    ]  # fmt: skip


def test_a_whole_fact_goes_too_far_where_a_sentence_should_stay():
    proposal = {FACT.id: by_sentence(1, held=(1,))}
    whole = Choice(goes=True, proposed_because=NEEDED)

    assert unexplained({FACT.id: whole}, proposal)
    assert not unexplained({FACT.id: by_sentence(1)}, proposal)
    assert not unexplained({FACT.id: by_sentence(reasons=(1,))}, proposal)
    assert not unexplained({FACT.id: replace(whole, reason="They treat her aunt.")}, proposal)


def test_a_protected_address_stops_the_fact_until_its_sentence_stays():
    address = {"address": "12 Weir Street", "address_protected": True}
    fact = Context(id=FACT.id, text="She is in pain. They live at 12 Weir Street.")
    whole = whole_again(fact, Choice(goes=True, proposed_because=NEEDED, reason="Yes."))
    cut = replace(whole, parts=(whole.parts[0], replace(whole.parts[1], goes=False)))
    concern = concern_with(fact, **address)

    assert "cannot go" in minimum_problems(draft_with(whole), concern)[0].text
    assert minimum_problems(draft_with(cut), concern) == []


def test_the_pattern_is_missed_when_the_chronology_is_cut():
    concern = sample_concern(S1)
    fact = named(concern)
    without = [one for one in concern.facts if one not in (fact["2 jun"], fact["18 aug"])]

    assert cut_pattern(concern, concern.facts) == ""
    assert "“not brought 4 of 4” reads 2 of 2" in cut_pattern(concern, without)


def test_an_emergency_may_stay_without_the_pattern():
    concern = sample_concern(S1)
    without = [one for one in concern.facts if one is not named(concern)["jan"]]

    assert cut_pattern(concern, without) == ""


def test_no_chronology_at_all_says_nothing_of_a_pattern():
    concern = sample_concern(S1)

    assert cut_pattern(concern, [named(concern)["mia said"]]) == ""


def test_an_explanation_needs_the_mark_that_it_explains():
    concern = sample_concern(S1)
    fact = named(concern)
    said = replace(fact["father said"], explains_marks=(fact["cheek"].id,))

    assert unmarked_explanations(concern, [said, fact["cheek"]]) == 0
    assert unmarked_explanations(concern, [said, fact["forearm"]]) == 1
    assert unmarked_explanations(concern, [fact["mother said"], fact["birthmark"]]) == 1
    assert unmarked_explanations(concern, [fact["mother said"], fact["forearm"]]) == 0


@pytest.fixture
def with_number():
    moment = datetime(2026, 11, 21, 10, 40, tzinfo=UTC)
    contact = PoliceContact(
        id=PoliceContactId("c1"), force="Weir County Police", started_at=moment,
        incident_number="Log 0123", incident_on=date(2026, 11, 21), recorded_at=moment,
    )  # fmt: skip
    return with_police_numbers(sample_concern(S1), [(contact, ())])


def test_a_police_number_is_chosen_like_a_fact(with_number):
    number = with_number.facts[-1]

    assert is_police_number(number)
    assert "Weir County Police: incident number Log 0123 of 21 Nov 2026." in sentence(number)
    assert numbers_left_out(with_number, with_number.facts) == 0
    assert numbers_left_out(with_number, with_number.facts[:-1]) == 1


@pytest.mark.parametrize(
    ("kind", "goes"),
    [("children-social-care", True), ("police", True), ("gp", False), ("parent", False)],
)
def test_a_police_number_is_proposed_to_those_who_work_with_them(with_number, kind, goes):
    choices = proposed(with_number, kind, recipient_file(), wording_rules())

    assert choices[with_number.facts[-1].id].goes is goes


def test_a_police_number_changes_no_count(with_number):
    assert cut_pattern(with_number, with_number.facts) == ""


def test_the_safe_contact_sheet_is_not_for_the_family():
    draft = draft_with(Choice(goes=True))
    draft.conditions = Conditions(use="x", safe_contact_sheet=True)
    assert stop_problems(draft, sample_concern(S1), "conditions") == []

    draft.recipient = Recipient(kind=IN_THE_FAMILY)
    found = stop_problems(draft, sample_concern(S1), "conditions")
    assert [one.field for one in found] == ["conditions.safe_contact_sheet"]
