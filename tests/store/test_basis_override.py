"""A basis that an emergency left open: recorded, printed, due, and completed afterwards."""

from random import Random

import pytest
from msgspec.structs import replace
from sharing_support import agency, ready, signed

from sgdesk.domain.answers import YesNo
from sgdesk.domain.sharing.basis_record import basis_record
from sgdesk.domain.sharing.decision import Consent
from sgdesk.errors import UserError

_COMPLETE = "DL-EMERG-COMPLETE"


def hasty(desk, concern, team):
    draft = ready(desk, concern, team)
    first = replace(draft.basis.subjects[0], foundations=(), article_9="")
    subjects = (first, *draft.basis.subjects[1:])
    draft.basis = replace(
        draft.basis, subjects=subjects, gateway="", emergency=True,
        emergency_because="He is on his way to fetch her.",
    )  # fmt: skip
    return draft


def open_rules(desk, concern):
    return [line.due.rule for line in desk.dues.open(concern.id)]


def test_deciding_in_an_emergency_makes_the_completion_due(desk):
    concern = signed(desk)

    desk.sharings.decide(hasty(desk, concern, agency(desk)))

    assert _COMPLETE in open_rules(desk, concern)


def test_the_override_is_recorded_with_its_reason_and_stands_in_the_internal_record(desk):
    sharing = desk.sharings.decide(hasty(desk, signed(desk), agency(desk)))

    words = [line for one in basis_record(sharing.basis, desk.guidance) for line in one.words]

    assert any("in an emergency" in line and "fetch her" in line for line in words)


def test_a_whole_decision_for_the_same_team_completes_it(desk):
    concern, team = signed(desk), agency(desk)
    desk.sharings.decide(hasty(desk, concern, team))
    draft = ready(desk, concern, team)
    draft.again_because, draft.accepted = "To complete the basis.", ("consent", "necessary")

    desk.sharings.decide(draft)

    assert _COMPLETE not in open_rules(desk, concern)


def test_an_emergency_without_its_reason_is_not_recorded(desk):
    draft = hasty(desk, signed(desk), agency(desk))
    draft.basis = replace(draft.basis, emergency_because="  ")

    with pytest.raises(UserError) as stopped:
        desk.sharings.decide(draft)

    assert stopped.value.field == "basis.emergency_because"


def gaps(draft):
    """Return ways to break a whole draft, each one gap."""
    basis, consent = draft.basis, draft.consent
    first, rest = basis.subjects[0], basis.subjects[1:]

    def of_first(**answers):
        return replace(basis, subjects=(replace(first, **answers), *rest))

    return [
        ("basis", of_first(article_6="")), ("basis", of_first(foundations=())),
        ("basis", of_first(foundations=("s16la", "sswba-130"))),
        ("basis", of_first(article_9="")), ("basis", of_first(article_9="unknown")),
        ("basis", of_first(without_consent_because="")), ("basis", of_first(offence_alleged=None)),
        ("basis", of_first(offence_alleged=YesNo.YES)), ("basis", of_first(article_9="9-2-a")),
        ("basis", of_first(article_9="9-2-c")), ("basis", of_first(nothing_goes=True)),
        ("basis", of_first(foundation_typed="A task", foundations=())),
        ("basis", replace(basis, gateway="")), ("basis", replace(basis, no_weight=())),
        ("basis", replace(basis, gateway="consent")), ("basis", replace(basis, subjects=())),
        ("basis", replace(basis, duty_to_share=YesNo.NO)),
        ("consent", Consent()), ("consent", replace(consent, family_told=None)),
        ("consent", replace(consent, not_told_reasons=())),
        ("consent", replace(consent, agreement=None)),
        ("consent", replace(consent, not_sought_reasons=())),
        ("consent", replace(consent, is_competent=YesNo.NO)),
    ]  # fmt: skip


def test_no_draft_with_a_gap_can_be_decided(desk):
    concern, team, chance = signed(desk), agency(desk), Random(4)
    whole = ready(desk, concern, team)
    for _once in range(150):
        broken = replace(whole)
        for part, value in chance.sample(gaps(whole), k=chance.choice([1, 2])):
            setattr(broken, part, value)
        with pytest.raises(UserError):
            desk.sharings.decide(broken)

    assert desk.concerns.get(concern.id).sharings == ()
    assert desk.sharings.decide(whole).version == 1
