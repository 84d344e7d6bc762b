"""Cases, bases and consents by chance, made of what LAW 4 names."""

from datetime import UTC, date, datetime

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.concern import Concern, ConcernDraft, Stage, Urgency
from sgdesk.domain.facts.kinds import Observation, ObservationTopic
from sgdesk.domain.people import Person, PersonKind, Relation, SafeContact
from sgdesk.domain.practice import Episode, Practice, PracticeStatus
from sgdesk.domain.sharing.decision import (
    Agreement,
    Basis,
    Choice,
    Consent,
    SharingDraft,
    SubjectBasis,
)
from sgdesk.ids import ConcernId, FactId, SharingId, UserId

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
E, W, S, NI = "england", "wales", "scotland", "northern-ireland"
ALL, EW = {E, W, S, NI}, {E, W}
YOUNG, ADULT, ANY = {"child", "unborn"}, {"adult"}, {"child", "unborn", "adult"}
NHS, PRIVATE = "authority", "private"
BOTH = {NHS, PRIVATE}

# Article 6 (LAW 4.2): who may use it, whether a law is named, a balance written, haste or consent.
ARTICLE_6 = {
    "6-1-c": (BOTH, "law"), "6-1-d": (BOTH, "haste"), "6-1-e": ({NHS}, "law"),
    "6-1-ea": ({PRIVATE}, ""), "6-1-f": ({PRIVATE}, "balance"), "6-1-a": (BOTH, "consent"),
}  # fmt: skip
# Laws and tasks (LAW 4.2, 4.3, 6, 12): nations, about whom, for which basis, for which practice.
LAWS = {
    "children-act-2004-10-11": ({E}, YOUNG, {"6-1-e"}, {NHS}),
    "children-act-1989-47": (EW, YOUNG, {"6-1-e"}, BOTH),
    "children-act-2004-16h": ({E}, YOUNG, {"6-1-c", "6-1-e"}, BOTH),
    "s16la": ({E}, YOUNG, {"6-1-c"}, {NHS}),
    "fgm-act-5b": (EW, {"child"}, {"6-1-c"}, BOTH),
    "care-act-42": ({E}, ADULT, {"6-1-e"}, BOTH),
    "crime-disorder-115": (EW, ANY, {"6-1-e"}, BOTH),
    "court-order": (ALL, ANY, {"6-1-c"}, BOTH),
    "sswba-130": ({W}, YOUNG, {"6-1-c", "6-1-e"}, BOTH),
    "sswba-128": ({W}, ADULT, {"6-1-c", "6-1-e"}, BOTH),
    "asp-2007-5": ({S}, ADULT, {"6-1-c", "6-1-e"}, {NHS}),
    "criminal-law-ni-5": ({NI}, ANY, {"6-1-c"}, BOTH),
}
# Article 9 and Schedule 1 (LAW 4.4).
ARTICLE_9 = {
    "9-2-g-18": "reason", "9-2-h": "", "9-2-g-10": "", "9-2-g-6": "", "9-2-c": "haste",
    "9-2-f": "", "9-2-a": "consent",
}  # fmt: skip
REASONS = {"cannot-consent", "cannot-be-expected", "would-prejudice"}
ARTICLE_10 = {"10-18": "", "10-10": "", "10-6": "", "10-30": "haste"}
# Confidentiality (LAW 4.5).
GATEWAYS = {
    "public-interest": "factors", "law": "", "consent": "consent", "best-interests": "unable",
}  # fmt: skip
# Towards somebody beside the person who agrees, or who cannot decide (C8: for each subject).
OTHERS_GATEWAYS = {"public-interest", "law", "consent", "not-in-confidence"}
FACTORS = [
    "harm-to-patient", "harm-to-trust", "harm-if-withheld", "benefit", "nature", "views",
    "less-intrusive",
]  # fmt: skip

# What each fact that may go tells of whom: the source of harm, the family, a stranger.
FACTS = (
    Observation(id=FactId("of-karl"), topic=ObservationTopic.BEHAVIOUR,
                text="Silent while father was in the room."),
    Observation(id=FactId("of-salma"), topic=ObservationTopic.BEHAVIOUR,
                text="Came with somebody else.", also_about="Salma Begum"),
    Observation(id=FactId("of-none"), topic=ObservationTopic.BEHAVIOUR, text="Held her arm."),
    Observation(id=FactId("of-zoe"), topic=ObservationTopic.BEHAVIOUR, text="Played.",
                also_about="Zoe Finch"),
)  # fmt: skip
KARL = Relation(id="k", name="Karl Thornton", relationship="father", alleged_source=True)
SALMA = Relation(id="s", name="Salma Begum", relationship="aunt")
FAMILY = "Family and household"


def case_of(chance):
    nation, kind = chance.choice(list(Nation)), chance.choice(list(PersonKind))
    concern = Concern(
        id=ConcernId("c"), reference="", stage=Stage.RECORDED,
        urgency=Urgency(
            nation=nation, episode=chance.choice([None, *Episode]),
            immediate_danger=chance.choice([None, YesNo.NO, YesNo.NO, YesNo.YES]),
        ),
        person=Person(name="Mia Thornton", kind=kind),
        relations=tuple(one for one in (KARL, SALMA) if chance.random() < 0.7),
        contact=SafeContact(), presentation=ConcernDraft(id=ConcernId("c")).presentation,
        facts=FACTS, kept=(), opened_at=NOON, opened_by=UserId("u"), changed_at=NOON,
    )  # fmt: skip
    return concern, Practice(nation=nation, status=chance.choice(list(PracticeStatus)))


def subject_of(chance, name, is_first):
    article_6 = chance.choice(["", *ARTICLE_6, "6-1-e", "6-1-e"])
    laws = chance.sample(list(LAWS), k=chance.choice([0, 0, 1, 1, 2]))
    return SubjectBasis(
        subject=name, is_the_person=is_first, article_6=article_6, foundations=tuple(laws),
        article_9=chance.choice(["", *ARTICLE_9, "9-2-g-18"]),
        without_consent_because=chance.choice(["", *sorted(REASONS)]),
        offence_alleged=chance.choice([None, *YesNo]),
        article_10=chance.choice(["", *ARTICLE_10]),
        foundation_typed=chance.choice(["", "", " ", "Common law duty of care"]),
        foundation_source=chance.choice(["", "Clinical guidance, page 4"]),
        balancing=chance.choice(["", "Weighed"]),
        nothing_goes=chance.random() < 0.2,
        confidence=chance.choice(["", "best-interests", *sorted(OTHERS_GATEWAYS)]),
    )  # fmt: skip


def draft_of(chance, concern):
    names = ["Mia Thornton"]
    names += [FAMILY] if SALMA in concern.relations else []
    names += [KARL.name] if KARL in concern.relations else []
    if chance.random() < 0.1:
        names.pop()
    if chance.random() < 0.2:
        names.append(chance.choice(["", "Zoe Finch"]))
    weighed = {one: chance.choice(["", " ", "Weighs much"]) for one in FACTORS}
    rest = [one for one in FACTORS if chance.random() < 0.6]
    all_answered = chance.random() < 0.5
    basis = Basis(
        subjects=tuple(subject_of(chance, name, at == 0) for at, name in enumerate(names)),
        gateway=chance.choice(["", *GATEWAYS]),
        gateway_factors=chance.choice(["", "Weighed together"]),
        factors=weighed if chance.random() < 0.5 else {},
        no_weight=tuple(FACTORS if all_answered else rest),
        duty_to_share=chance.choice([None, *YesNo]), duty_because=chance.choice(["", "Relevant"]),
        duty_detriment=chance.choice([None, *YesNo]),
        duty_detriment_because=chance.choice(["", "They would flee"]),
        emergency=chance.random() < 0.2, emergency_because=chance.choice(["", "He is outside"]),
    )  # fmt: skip
    goes = {one.id: Choice(goes=chance.random() < 0.4) for one in FACTS}
    return SharingDraft(
        id=SharingId("s"), concern_id=concern.id, basis=basis, consent=consent_of(chance),
        choices=goes,
    )  # fmt: skip


def consent_of(chance):
    answer, words = [None, *YesNo], ["", " ", "Said so"]
    return Consent(
        family_told=chance.choice(answer), told_who=chance.choice(words),
        not_told_reasons=chance.choice([(), ("risk-to-child",)]),
        not_told_note=chance.choice(words), agreement=chance.choice([None, *Agreement]),
        agreement_of=chance.choice(words), agreement_freely=chance.choice(answer),
        agreement_freely_because=chance.choice(words),
        not_sought_reasons=chance.choice([(), ("cannot-give",)]),
        not_sought_note=chance.choice(words), is_competent=chance.choice(answer),
        competence=chance.choice(words), can_decide=chance.choice(answer),
        capacity=chance.choice(words), best_interests=chance.choice(words),
    )  # fmt: skip
