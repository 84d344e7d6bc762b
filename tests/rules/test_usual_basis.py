"""What usually fits is filled in whole: in each nation, for each practice and person."""

from itertools import product
from random import Random

import pytest
from basis_cases import FAMILY, KARL, SALMA, TODAY, case_of
from msgspec.structs import replace

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.flows.share import ShareInformation
from sgdesk.domain.people import PersonKind
from sgdesk.domain.practice import Episode, Practice, PracticeStatus
from sgdesk.domain.sharing.decision import Agreement, Basis, Consent, SharingDraft
from sgdesk.domain.sharing.setting import capacity_for
from sgdesk.domain.sharing.subjects import subjects_of
from sgdesk.domain.sharing.usual_basis import usual_basis
from sgdesk.ids import SharingId
from sgdesk.library.guidance import guidance_for

_AGREED = Consent(agreement=Agreement.GIVEN, agreement_of="her")
CONSENTS = {
    "agreed": _AGREED,
    "not asked": Consent(agreement=Agreement.NOT_SOUGHT, not_sought_reasons=("risk-to-child",)),
    "cannot agree": Consent(agreement=Agreement.NOT_SOUGHT, not_sought_reasons=("cannot-give",)),
    "not able": replace(_AGREED, can_decide=YesNo.NO, capacity="Was not", best_interests="Safe"),
}
CASES = list(product(Nation, PersonKind, PracticeStatus, Episode))


@pytest.mark.parametrize("said", CONSENTS)
def test_one_button_and_what_was_weighed_leave_nothing_open(said):
    for nation, kind, status, episode in CASES:
        if said == "not able" and kind is PersonKind.CHILD:
            continue  # a child is asked about in another way
        concern, _practice = case_of(Random(1))
        concern = replace(
            concern, relations=(KARL, SALMA),
            urgency=replace(concern.urgency, nation=nation, episode=episode),
            person=replace(concern.person, kind=kind),
        )  # fmt: skip
        guidance, practice = guidance_for(nation), Practice(nation=nation, status=status)
        empty = Basis(subjects=subjects_of(concern))

        usual = usual_basis(
            empty, concern, CONSENTS[said], capacity_for(concern, practice), guidance
        ).basis

        assert [one.subject for one in usual.subjects][1:] == [FAMILY, KARL.name]
        weighed = {one.id: "Weighs much" for one in guidance.gateway_factors}
        draft = SharingDraft(
            id=SharingId("s"), concern_id=concern.id, consent=CONSENTS[said],
            basis=replace(usual, factors=weighed),
        )  # fmt: skip
        flow = ShareInformation(TODAY, concern, practice, guidance)
        assert flow.problems(draft, "basis") == [], (nation, kind, status, episode)
        assert flow.problems(flow.settled(draft), "basis") == []


def test_agreement_under_pressure_is_not_leaned_on():
    concern, practice = case_of(Random(1))
    guidance = guidance_for(concern.urgency.nation)
    pressed = replace(_AGREED, agreement_freely=YesNo.NO)
    empty = Basis(subjects=subjects_of(concern))

    usual = usual_basis(empty, concern, pressed, capacity_for(concern, practice), guidance)

    assert usual.basis.gateway == "public-interest"
    assert usual.basis.subjects[0].article_9 == "9-2-g-18"
