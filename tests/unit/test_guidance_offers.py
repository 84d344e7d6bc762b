import pytest

from sgdesk.domain.answers import Nation
from sgdesk.domain.guidance import Trigger, find
from sgdesk.domain.lawful import Capacity, acting_as
from sgdesk.domain.people import PersonKind
from sgdesk.domain.practice import Episode, PracticeStatus
from sgdesk.library.guidance import guidance_for

ENGLAND = guidance_for(Nation.ENGLAND)
PUBLIC, PRIVATE = Capacity.PUBLIC_AUTHORITY, Capacity.PRIVATE


def ids(items):
    return [item.id for item in items]


@pytest.mark.parametrize(
    ("status", "episode", "capacity"),
    [
        (PracticeStatus.NHS_GP, Episode.NHS, PUBLIC),
        (PracticeStatus.NHS_DENTAL, Episode.NHS, PUBLIC),
        (PracticeStatus.MIXED_DENTAL, Episode.NHS, PUBLIC),
        (PracticeStatus.MIXED_DENTAL, Episode.PRIVATE, PRIVATE),
        (PracticeStatus.PRIVATE_DENTAL, Episode.NHS, PRIVATE),
        (PracticeStatus.PRIVATE_GP, Episode.PRIVATE, PRIVATE),
    ],
)
def test_a_practice_is_a_public_authority_for_nhs_work_only(status, episode, capacity):
    assert acting_as(status, episode) is capacity


def test_nhs_work_is_offered_public_task_first_and_no_legitimate_interest():
    assert ids(ENGLAND.bases_for(PUBLIC)) == ["6-1-e", "6-1-c", "6-1-a"]


def test_private_care_is_offered_the_safeguarding_interest_first_and_no_public_task():
    assert ids(ENGLAND.bases_for(PRIVATE)) == ["6-1-ea", "6-1-c", "6-1-f", "6-1-a"]


def test_vital_interests_are_offered_in_an_emergency():
    assert "6-1-d" in ids(ENGLAND.bases_for(PUBLIC, emergency=True))


def test_a_child_in_nhs_care_stands_on_the_children_acts():
    offered = ids(ENGLAND.foundations_for("6-1-e", PersonKind.CHILD, PUBLIC))

    assert offered[:2] == ["children-act-2004-10-11", "children-act-1989-47"]
    assert "care-act-42" not in offered


def test_an_adult_stands_on_the_care_act():
    offered = ids(ENGLAND.foundations_for("6-1-e", PersonKind.ADULT, PUBLIC))

    assert "care-act-42" in offered
    assert "children-act-1989-47" not in offered


def test_the_duty_to_share_is_not_offered_for_private_work():
    assert "s16la" in ids(ENGLAND.foundations_for("6-1-c", PersonKind.CHILD, PUBLIC))
    assert "s16la" not in ids(ENGLAND.foundations_for("6-1-c", PersonKind.CHILD, PRIVATE))


@pytest.mark.parametrize("nation", list(Nation))
@pytest.mark.parametrize("kind", list(PersonKind))
def test_public_task_finds_a_footing_for_everybody_in_every_nation(nation, kind):
    assert guidance_for(nation).foundations_for("6-1-e", kind, PUBLIC)


@pytest.mark.parametrize("nation", list(Nation))
def test_every_foundation_belongs_to_a_basis_that_asks_for_one(nation):
    guidance = guidance_for(nation)
    asking = {basis.id for basis in guidance.bases if basis.needs_foundation}

    assert {name for one in guidance.foundations for name in one.for_bases} <= asking


def test_fgm_starts_two_clocks_in_england_and_none_in_scotland():
    assert ids(ENGLAND.rules_for(Trigger.FGM_DISCOVERED)) == ["DL-FGM-TARGET", "DL-FGM-LEGAL"]
    assert guidance_for(Nation.SCOTLAND).rules_for(Trigger.FGM_DISCOVERED) == ()


def test_paragraph_18_needs_a_policy_and_one_of_three_reasons():
    condition = find(ENGLAND.special_conditions, "9-2-g-18")

    assert condition.needs_policy
    assert condition.needs_reason
    assert len(ENGLAND.para_18_reasons) == 3
    assert len(ENGLAND.at_risk_limbs) == 3


def test_an_unknown_id_finds_nothing():
    assert find(ENGLAND.bases, "6-1-z") is None
    assert ENGLAND.rule("DL-NONE") is None
