"""What usually fits is filled in whole: in each nation, for each practice and person."""

from itertools import product
from random import Random

import pytest
from basis_cases import FAMILY, KARL, SALMA, TODAY, case_of
from msgspec.structs import replace

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.concern import FgmScreen, Harm
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


@pytest.mark.parametrize(
    ("urgency", "answer"),
    [
        ({"fgm": FgmScreen.TOLD_BY_HER}, YesNo.NOT_KNOWN),
        ({"fgm": FgmScreen.NOT_RAISED}, YesNo.NO),
        ({"fgm": FgmScreen.AT_RISK}, YesNo.NO),
        ({"sexual_abuse": YesNo.YES}, YesNo.NOT_KNOWN),
        ({"harms": (Harm.NEGLECT, Harm.FGM)}, YesNo.NOT_KNOWN),
        ({"harms": (Harm.NEGLECT,)}, YesNo.NO),
    ],
)
def test_where_what_was_told_may_be_an_offence_nobody_is_said_to_have_done_none(urgency, answer):
    concern, practice = case_of(Random(1))
    concern = replace(concern, relations=(SALMA,), urgency=replace(concern.urgency, **urgency))
    guidance = guidance_for(concern.urgency.nation)
    empty = Basis(subjects=subjects_of(concern))

    usual = usual_basis(empty, concern, _AGREED, capacity_for(concern, practice), guidance)

    assert {one.offence_alleged for one in usual.basis.subjects} == {answer}
    assert ("may be an offence" in " ".join(usual.because)) is (answer is YesNo.NOT_KNOWN)


def test_the_agreement_of_one_person_is_said_not_to_be_that_of_the_others():
    concern, practice = case_of(Random(1))
    guidance = guidance_for(concern.urgency.nation)
    capacity = capacity_for(concern, practice)
    agreed = replace(_AGREED, agreement_of="The mother")

    def said(relations):
        around = replace(concern, relations=relations)
        empty = Basis(subjects=subjects_of(around))
        return " ".join(usual_basis(empty, around, agreed, capacity, guidance).because)

    one = "One person’s agreement is not another’s: this one is that of the mother."
    assert one in said((SALMA,))
    assert one not in said(())
    assert "because agreement was given" not in said((SALMA,))


def test_agreement_under_pressure_is_not_leaned_on():
    concern, practice = case_of(Random(1))
    guidance = guidance_for(concern.urgency.nation)
    pressed = replace(_AGREED, agreement_freely=YesNo.NO)
    empty = Basis(subjects=subjects_of(concern))

    usual = usual_basis(empty, concern, pressed, capacity_for(concern, practice), guidance)

    assert usual.basis.gateway == "public-interest"
    assert usual.basis.subjects[0].article_9 == "9-2-g-18"
