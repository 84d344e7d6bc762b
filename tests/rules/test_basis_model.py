"""The law's tables (LAW 4) as a second model, written anew: it and the program must agree which
problems 10,000 generated bases and consents have."""

from random import Random

import pytest
from basis_cases import (
    ARTICLE_6,
    ARTICLE_9,
    ARTICLE_10,
    BOTH,
    FACTORS,
    FAMILY,
    GATEWAYS,
    KARL,
    LAWS,
    NHS,
    OTHERS_GATEWAYS,
    PRIVATE,
    REASONS,
    SALMA,
    TODAY,
    E,
    case_of,
    draft_of,
)
from msgspec.structs import replace

from sgdesk.domain.answers import YesNo
from sgdesk.domain.flows.share import ShareInformation
from sgdesk.domain.practice import Episode
from sgdesk.domain.sharing.decision import (
    Agreement,
)
from sgdesk.ids import FactId
from sgdesk.library.guidance import guidance_for

# ------------------------------------------------------------------------- the second model


def blank(text):
    return not text.strip()


class Model:
    """What LAW 4 says of one draft, as (field, number of the check or nothing)."""

    def __init__(self, concern, practice, draft):
        self.concern, self.draft, self.basis = concern, draft, draft.basis
        self.nation, self.kind = concern.urgency.nation.value, concern.person.kind.value
        private = practice.status.value in ("private-dental", "private-gp")
        self.acts = PRIVATE if private or concern.urgency.episode == Episode.PRIVATE else NHS
        self.haste = self.basis.emergency or concern.urgency.immediate_danger == YesNo.YES
        self.agreed = (
            draft.consent.agreement == Agreement.GIVEN
            and draft.consent.agreement_freely != YesNo.NO
            and draft.consent.can_decide != YesNo.NO
        )

    def wrong(self):
        found = set(self.left_out())
        gaps, clashes = set(), set(self.of_all_clashes())
        for at, subject in enumerate(self.basis.subjects):
            if subject.nothing_goes:
                clashes |= {(f"basis.{at}.{f}", c) for f, c in self.of_silent(subject, at)}
            else:
                gaps |= {(f"basis.{at}.{f}", c) for f, c in self.gaps_of(subject, at)}
                clashes |= {(f"basis.{at}.{f}", c) for f, c in self.clashes_of(subject, at)}
        gaps |= set(self.of_all_gaps())
        if not self.basis.emergency:
            return found | gaps | clashes
        if blank(self.basis.emergency_because):
            clashes.add(("basis.emergency_because", ""))
        return found | clashes

    def left_out(self):
        there = {one.subject for one in self.basis.subjects}
        wanted = {"Mia Thornton"}
        wanted |= {FAMILY} if SALMA in self.concern.relations else set()
        wanted |= {KARL.name} if KARL in self.concern.relations else set()
        return [("basis", "")] if wanted - there else []

    def gaps_of(self, one, at):
        if one.article_6 not in ARTICLE_6:
            yield "article_6", ""
        else:
            needs = ARTICLE_6[one.article_6][1]
            if needs == "law" and not self.carried(one) and blank(one.foundation_typed):
                yield "foundations", "C3"
            if not blank(one.foundation_typed) and blank(one.foundation_source):
                yield "foundation_source", ""
            if needs == "balance" and blank(one.balancing):
                yield "balancing", ""
        if one.article_9 not in ARTICLE_9:
            yield "article_9", "C4"
        else:
            asked = ARTICLE_9[one.article_9] == "reason" and not (at == 0 and self.agreed)
            if asked and one.without_consent_because not in REASONS:
                yield "without_consent_because", "C5"
        if one.offence_alleged is None:
            yield "offence_alleged", ""
        elif one.offence_alleged == YesNo.YES and one.article_10 not in ARTICLE_10:
            yield "article_10", ""
        if at and self.is_of_one_person() and one.confidence not in OTHERS_GATEWAYS:
            yield "confidence", ""

    def is_of_one_person(self):
        return GATEWAYS.get(self.basis.gateway, "") in ("consent", "unable")

    def carried(self, one):
        return any(
            self.nation in LAWS[law][0] and self.kind in LAWS[law][1]
            and one.article_6 in LAWS[law][2] and self.acts in LAWS[law][3]
            for law in one.foundations
        )  # fmt: skip

    def clashes_of(self, one, at):
        if blank(one.subject):
            yield "subject", ""
        who, needs = ARTICLE_6.get(one.article_6, (BOTH, ""))
        # C2 only warns: a public authority that leans on a legitimate interest.
        if self.acts not in who and self.acts == PRIVATE:
            yield "article_6", ""
        if (needs == "haste" and not self.haste) or (needs == "consent" and not self.agreed):
            yield "article_6", ""
        if any(self.nation not in LAWS[law][0] for law in one.foundations):
            yield "foundations", "C7"
        special = ARTICLE_9.get(one.article_9, "")
        if special == "reason" and at == 0 and self.agreed:
            yield "article_9", "C1"
        if (special == "consent" and not self.agreed) or (special == "haste" and not self.haste):
            yield "article_9", ""
        hasty = ARTICLE_10.get(one.article_10, "") == "haste"
        if one.offence_alleged == YesNo.YES and hasty and not self.haste:
            yield "article_10", ""

    def of_silent(self, one, at):
        if at == 0:
            yield "nothing_goes", ""
            return
        told = {"of-karl": KARL.name, "of-salma": FAMILY, "of-zoe": "Zoe Finch"}
        here = {KARL.name: KARL in self.concern.relations, FAMILY: True, "Zoe Finch": True}
        for fact, name in told.items():
            if name == one.subject and here[name] and self.draft.choices[FactId(fact)].goes:
                yield "nothing_goes", "C8"

    def of_all_clashes(self):
        known = {one.subject for one in self.basis.subjects}
        strangers = [
            ("of-zoe", "Zoe Finch" in known),
            ("of-salma", SALMA in self.concern.relations),
        ]
        if any(self.draft.choices[FactId(f)].goes and not there for f, there in strangers):
            yield "basis", "C8"
        gate = GATEWAYS.get(self.basis.gateway, "")
        if gate == "consent" and not self.agreed:
            yield "basis.gateway", ""
        if gate == "unable" and self.draft.consent.can_decide == YesNo.YES:
            yield "basis.gateway", ""

    def of_all_gaps(self):
        basis = self.basis
        if basis.gateway not in GATEWAYS:
            yield "basis.gateway", ""
        elif self.is_weighed():
            weighed = {one for one in FACTORS if not blank(basis.factors.get(one, ""))}
            yet = [one for one in FACTORS if one not in weighed and one not in basis.no_weight]
            yield from ((f"basis.factors.{one}", "") for one in yet)
            if not yet and not weighed and blank(basis.gateway_factors):
                yield "basis.gateway_factors", ""
        if basis.duty_to_share is not None and blank(basis.duty_because):
            yield "basis.duty_because", ""
        used = basis.duty_to_share == basis.duty_detriment == YesNo.YES and self.nation == E
        if used and blank(basis.duty_detriment_because):
            yield "basis.duty_detriment_because", ""

    def is_weighed(self):
        others = [one.confidence for one in self.basis.subjects[1:] if not one.nothing_goes]
        ways = [self.basis.gateway, *(others if self.is_of_one_person() else ())]
        return any(GATEWAYS.get(way, "") == "factors" for way in ways)

    def of_consent(self):
        said = self.draft.consent
        if said.family_told is None:
            yield "family_told"
        if said.family_told == YesNo.YES and blank(said.told_who):
            yield "told_who"
        if said.family_told == YesNo.NO and not said.not_told_reasons and blank(said.not_told_note):
            yield "not_told_reasons"
        if said.agreement is None:
            yield "agreement"
        elif said.agreement == Agreement.NOT_SOUGHT:
            if not said.not_sought_reasons and blank(said.not_sought_note):
                yield "not_sought_reasons"
        elif blank(said.agreement_of):
            yield "agreement_of"
        pressed = said.agreement == Agreement.GIVEN and said.agreement_freely == YesNo.NO
        if pressed and blank(said.agreement_freely_because):
            yield "agreement_freely_because"
        if said.is_competent is not None and blank(said.competence):
            yield "competence"
        if said.can_decide == YesNo.NO:
            if blank(said.capacity):
                yield "capacity"
            if blank(said.best_interests):
                yield "best_interests"


# ------------------------------------------------------------------------- both together


def number_of(problem, guidance):
    return next((one.id for one in guidance.consistency if problem.text.startswith(one.text)), "")


@pytest.mark.parametrize("seed", range(10))
def test_a_second_model_finds_the_same_problems_in_ten_thousand_decisions(seed):
    chance = Random(seed)
    for _once in range(1000):
        concern, practice = case_of(chance)
        draft = draft_of(chance, concern)
        guidance = guidance_for(concern.urgency.nation)
        flow = ShareInformation(TODAY, concern, practice, guidance)
        model = Model(concern, practice, draft)

        basis = {(one.field, number_of(one, guidance)) for one in flow.problems(draft, "basis")}
        consent = {one.field for one in flow.problems(draft, "consent")}

        assert basis == model.wrong(), (concern.urgency, practice.status, draft.basis)
        assert consent == {f"consent.{one}" for one in model.of_consent()}, draft.consent


def test_settling_never_hides_what_contradicts_itself():
    chance = Random(99)
    for _once in range(1000):
        concern, practice = case_of(chance)
        draft = draft_of(chance, concern)
        draft.basis = replace(draft.basis, emergency=False)
        guidance = guidance_for(concern.urgency.nation)
        flow = ShareInformation(TODAY, concern, practice, guidance)

        settled = flow.settled(draft)

        model = Model(concern, practice, settled)
        found = {(one.field, number_of(one, guidance)) for one in flow.problems(settled, "basis")}
        assert found == model.wrong()
