"""What a team was told and is withdrawn since is named to it by whichever way it is told next."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace
from printed_words import printed_words
from sharing_support import SAID, agency, decided, ready, sent, signed

from sgdesk.domain.call import CallKind
from sgdesk.domain.call_script import Teller, Told, script
from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.paper import PaperKind
from sgdesk.domain.withdrawal import Deed, Withdrawal, taken_back, taken_back_words
from sgdesk.ids import new_id

TODAY = date(2026, 11, 23)


@pytest.fixture
def told(desk, clock):
    """A team that was sent what is withdrawn by now, and its decision."""
    concern, team = signed(desk), agency(desk)
    clock.at += timedelta(hours=1)
    sharing = decided(desk, concern, team)
    sent(desk, sharing, clock.now())
    clock.at += timedelta(hours=1)
    draft = AmendmentDraft(
        id=new_id(), concern_id=concern.id, because="Written into the wrong record.",
        fact=concern.facts[1], deed=Deed.WITHDRAW, withdrawn_as=Withdrawal.OTHER_PERSON,
    )  # fmt: skip
    desk.amendments.record(draft)
    return desk.concerns.get(concern.id).concern, team, sharing


def to_say(desk, concern, team, kind=CallKind.CHASE, nameless=False):
    case = desk.calls.case(concern.id)
    telling = case.telling(team.id)
    lines = script(
        Teller(user=case.user, practice=case.practice, kind=kind),
        Told(concern=concern, facts=telling.facts, withdrawn=telling.withdrawn, nameless=nameless),
        TODAY,
    )
    return {one.id: one.text for one in lines}


def test_pack_portal_and_call_name_the_same_and_none_gives_the_words(desk, told):
    concern, team, sharing = told

    pack = printed_words(desk.printing.make(PaperKind.PACK, concern.id, sharing.id).pdf)
    portal = taken_back_words(desk.sharings.withdrawn(sharing.id), "\n")
    said = to_say(desk, concern, team)["withdrawn"]

    for named in (pack, portal, said):
        assert "Do not rely on it" in named
        assert "Mia" in named
        assert "withdrawn on 22 Nov 2026" in named
        assert "it is about another person" in named
        assert SAID not in named
    assert portal.startswith(taken_back())


def test_a_team_that_was_never_told_hears_of_no_withdrawal(desk, told):
    concern, _team, _sharing = told
    other = agency(desk, "Southtown Duty Team")
    second = decided(desk, concern, other)

    assert desk.sharings.withdrawn(second.id) == ()
    assert "withdrawn" not in to_say(desk, concern, other)


def test_nobody_in_the_family_is_told_what_was_withdrawn(desk, clock):
    concern = signed(desk)
    parent = agency(desk, "Her mother", kind="parent")
    draft = ready(desk, concern, parent)
    draft.choices = {
        id: replace(one, goes=True, reason="So agreed.") for id, one in draft.choices.items()
    }
    sharing = desk.sharings.decide(draft)
    sent(desk, sharing, clock.now())
    clock.at += timedelta(hours=1)
    desk.amendments.record(
        AmendmentDraft(
            id=new_id(), concern_id=concern.id, because="In error.", fact=concern.facts[1],
            deed=Deed.WITHDRAW, withdrawn_as=Withdrawal.MISTAKE,
        )
    )  # fmt: skip

    assert desk.sharings.withdrawn(sharing.id) == ()


def test_advice_without_names_names_no_withdrawal(desk, told):
    concern, team, _sharing = told

    lines = to_say(desk, concern, team, CallKind.CONSULTATION, nameless=True)

    assert "withdrawn" not in lines


def test_nothing_is_named_while_nothing_is_decided(desk):
    assert desk.sharings.withdrawn(desk.sharings.begin(signed(desk).id).id) == ()
