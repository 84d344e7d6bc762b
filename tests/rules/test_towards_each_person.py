"""One person's agreement lifts the duty of confidence towards nobody else (LAW 4.4, C8; 4.5)."""

from random import Random

import pytest
from basis_cases import FAMILY, KARL, SALMA, TODAY, case_of
from msgspec.structs import replace

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.flows.share import ShareInformation
from sgdesk.domain.people import PersonKind
from sgdesk.domain.practice import Episode, Practice, PracticeStatus
from sgdesk.domain.sharing.basis_warnings import basis_warnings
from sgdesk.domain.sharing.decision import Agreement, Basis, Consent, SharingDraft
from sgdesk.domain.sharing.setting import capacity_for
from sgdesk.domain.sharing.subjects import subjects_of
from sgdesk.domain.sharing.usual_basis import usual_basis
from sgdesk.domain.sharing.words import basis_words, gateway_words
from sgdesk.ids import SharingId
from sgdesk.library.guidance import guidance_for

AGREED = Consent(agreement=Agreement.GIVEN, agreement_of="her", agreement_freely=YesNo.YES)
NOT_ASKED = Consent(agreement=Agreement.NOT_SOUGHT, not_sought_reasons=("risk-to-child",))
UNABLE = replace(AGREED, can_decide=YesNo.NO, capacity="Was not", best_interests="Safe")
PRACTICE = Practice(status=PracticeStatus.NHS_GP)
GUIDANCE = guidance_for(Nation.ENGLAND)


def case(nation=Nation.ENGLAND, kind=PersonKind.ADULT):
    concern, _practice = case_of(Random(1))
    return replace(
        concern, relations=(KARL, SALMA), person=replace(concern.person, kind=kind),
        urgency=replace(concern.urgency, nation=nation, episode=Episode.NHS),
    )  # fmt: skip


def usual(consent, concern=None, guidance=GUIDANCE):
    concern = concern or case()
    practice = replace(PRACTICE, nation=concern.urgency.nation)
    empty = Basis(subjects=subjects_of(concern))
    return usual_basis(empty, concern, consent, capacity_for(concern, practice), guidance)


def draft_with(basis, consent, concern):
    return SharingDraft(
        id=SharingId("s"), concern_id=concern.id, consent=consent, basis=basis
    )  # fmt: skip


def open_fields(basis, consent=AGREED):
    concern = case()
    flow = ShareInformation(TODAY, concern, PRACTICE, GUIDANCE)
    found = flow.problems(draft_with(basis, consent, concern), "basis")
    return {one.field for one in found}


@pytest.mark.parametrize("consent", [AGREED, UNABLE])
def test_towards_the_family_the_way_is_asked_apart_where_it_is_the_persons_alone(consent):
    basis = usual(consent).basis

    assert [one.subject for one in basis.subjects][1:] == [FAMILY, KARL.name]
    assert [one.confidence for one in basis.subjects] == ["", "public-interest", "public-interest"]
    silent = replace(
        basis, subjects=tuple(replace(one, confidence="") for one in basis.subjects)
    )  # fmt: skip
    asked = {field for field in open_fields(silent, consent) if field.endswith("confidence")}
    assert asked == {"basis.1.confidence", "basis.2.confidence"}


def test_the_public_interest_towards_somebody_else_is_weighed():
    basis = usual(AGREED).basis

    assert {"basis.factors.nature", "basis.factors.views"} <= open_fields(basis)
    none_told = tuple(
        replace(one, confidence="" if one.is_the_person else "not-in-confidence")
        for one in basis.subjects
    )
    assert not [
        field
        for field in open_fields(replace(basis, subjects=none_told))
        if field.startswith(("basis.factors", "basis.1.confidence", "basis.2.confidence"))
    ]


def test_the_persons_own_way_through_is_none_that_is_for_others():
    basis = replace(usual(AGREED).basis, gateway="not-in-confidence")

    assert "basis.gateway" in open_fields(basis)


def test_a_way_that_holds_for_everybody_is_asked_once():
    concern = case()
    flow = ShareInformation(TODAY, concern, PRACTICE, GUIDANCE)
    basis = usual(AGREED).basis
    draft = draft_with(replace(basis, gateway="law"), AGREED, concern)

    settled = flow.settled(draft).basis

    assert {one.confidence for one in settled.subjects} == {""}
    assert {one.confidence for one in usual(NOT_ASKED).basis.subjects} == {""}


def test_somebody_about_whom_nothing_goes_needs_no_way():
    basis = usual(AGREED).basis
    person, family, karl = basis.subjects
    silent = (person, replace(family, nothing_goes=True, confidence=""), karl)

    assert "basis.1.confidence" not in open_fields(replace(basis, subjects=silent))


def test_their_own_agreement_is_questioned_where_it_is_not_theirs():
    concern, basis = case(), usual(AGREED).basis
    person, family, karl = basis.subjects
    basis = replace(basis, subjects=(person, family, replace(karl, confidence="consent")))
    draft = draft_with(basis, AGREED, concern)

    warned = basis_warnings(draft, concern, PRACTICE, GUIDANCE, TODAY)

    told = [one.text for one in warned if one.field == "basis.2.confidence"]
    assert told == ["Consent must be their own. The agreement written down is that of her: check"
                    " that it is theirs, or choose another."]  # fmt: skip


def test_the_papers_say_by_which_way_it_goes_for_each_of_them():
    basis = replace(usual(AGREED).basis, gateway_factors="Harm weighs more.")

    lines = {one.subject: one.words for one in basis_words(basis, GUIDANCE)}

    assert "Confidentiality: The public interest outweighs confidentiality" in lines[KARL.name]
    assert not any("Confidentiality" in line for line in lines["Mia Thornton"])
    assert gateway_words(basis, GUIDANCE) == (
        "The person agrees. For the others: Harm weighs more."
    )


def test_what_was_filled_in_is_said_with_whose_agreement_it_is():
    said = "\n".join(usual(AGREED).because)

    assert "One person’s agreement is not another’s: this one is that of her." in said
    assert "Towards the others: the public interest outweighs confidentiality." in said
    assert "That holds for one person alone." in "\n".join(usual(UNABLE).because)


@pytest.mark.parametrize(
    ("nation", "kind", "law"),
    [
        (Nation.ENGLAND, PersonKind.CHILD, "children-act-1989-47"),
        (Nation.WALES, PersonKind.CHILD, "sswba-130"),
        (Nation.WALES, PersonKind.UNBORN, "sswba-130"),
        (Nation.WALES, PersonKind.ADULT, "sswba-128"),
        (Nation.SCOTLAND, PersonKind.CHILD, "scotland-2021"),
        (Nation.NORTHERN_IRELAND, PersonKind.CHILD, "children-ni-order"),
    ],
)
def test_each_nation_stands_on_its_own_law_first_and_never_on_a_power_about_crime(
    nation, kind, law
):
    basis = usual(NOT_ASKED, case(nation, kind), guidance_for(nation)).basis

    assert {one.foundations for one in basis.subjects} == {(law,)}
