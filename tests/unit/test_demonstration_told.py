"""What the invented practice tells agrees with the cases that it was made from."""

import pytest

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Harm
from sgdesk.domain.flows.share import is_shared
from sgdesk.library.demonstration import read_demonstration

# Harm that one person does to another, which may be a crime: whether it is one, nobody knows yet.
DONE_TO_SOMEBODY = {Harm.PHYSICAL, Harm.SEXUAL, Harm.DOMESTIC, Harm.FINANCIAL, Harm.FGM}


@pytest.fixture(scope="module")
def told():
    return read_demonstration()


def test_no_story_of_harm_by_somebody_says_that_no_offence_is_alleged(told):
    shared = {
        story.reference: told.bases[story.sharing.basis].subject.offence_alleged
        for story in told.stories
        if story.sharing is not None
        and is_shared(story.sharing.decision)
        and DONE_TO_SOMEBODY.intersection(story.urgency.harms)
    }

    assert shared.keys() >= {"SG-2026-0026", "SG-2026-0029", "SG-2026-0031"}
    assert set(shared.values()) == {YesNo.NOT_KNOWN}


def test_where_nobody_harmed_anybody_no_offence_is_made_of_it(told):
    agreed = told.bases["child-agreed"].subject, told.bases["adult-agreed"].subject

    assert {one.offence_alleged for one in agreed} == {YesNo.NO}


def test_every_basis_that_is_told_is_one_that_a_decision_stands_on(told):
    used = {story.sharing.basis for story in told.stories if story.sharing is not None}

    assert used - {""} == told.bases.keys()
