"""What holds of both flows whatever is in a draft: settling twice changes nothing, and each
problem stands at a field that exists."""

import types
import typing
from datetime import UTC, date, datetime, time
from enum import Enum

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.concern import Concern, ConcernDraft, Stage, Urgency
from sgdesk.domain.facts.kinds import Fact, Saying
from sgdesk.domain.flows.record import RecordConcern
from sgdesk.domain.flows.share import ShareInformation
from sgdesk.domain.people import Person, SafeContact
from sgdesk.domain.practice import Episode, Practice
from sgdesk.domain.sharing.decision import Basis, Choice, Decision, SharingDraft, SubjectBasis
from sgdesk.ids import ConcernId, FactId, SharingId, UserId
from sgdesk.library.guidance import guidance_for

TODAY = date(2026, 11, 22)
GUIDANCE = guidance_for(Nation.ENGLAND)
TEXTS = some.sampled_from(
    ["", "  ", "x", "12 Weir Street", "М", "a sentence about a visit", "x" * 201]
)
IDS = [
    "",
    "unknown",
    *(one.id for one in GUIDANCE.bases),
    *(one.id for one in GUIDANCE.special_conditions),
    *(one.id for one in GUIDANCE.offence_conditions),
    *(one.id for one in GUIDANCE.gateways),
]
QUIET = settings(max_examples=100, suppress_health_check=list(HealthCheck))


def anything(kind):
    """Return values of an annotated type, the awkward ones included."""
    if isinstance(kind, typing.NewType):
        kind = kind.__supertype__
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return some.one_of(*(anything(one) for one in inner))
    if origin in (tuple, list):
        return some.lists(anything(inner[0]), max_size=3).map(origin)
    if origin is dict:
        return some.dictionaries(TEXTS, anything(inner[1]), max_size=2)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return whole(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return some.sampled_from(kind)
    return {
        str: TEXTS,
        bool: some.booleans(),
        int: some.integers(-1, 3000),
        float: some.floats(0, 500),
        date: some.sampled_from([date(1850, 1, 1), date(2008, 2, 29), TODAY, date(2031, 5, 1)]),
        time: some.sampled_from([time(), time(23, 59)]),
        datetime: some.just(datetime(2026, 11, 20, 10, tzinfo=UTC)),
        type(None): some.none(),
    }[kind]


def whole(kind, **known):
    """Return structures of a kind with anything in each field that is not known."""
    hints = typing.get_type_hints(kind)
    fields = {name: anything(hints[name]) for name in kind.__struct_fields__}
    return some.builds(kind, **(fields | known))


def numbered(facts):
    return [
        msgspec.structs.replace(one, id=FactId(f"fact-{number}"))
        for number, one in enumerate(facts)
    ]


FACTS = some.lists(anything(Fact), max_size=4).map(numbered)
RECORDS = whole(ConcernDraft, facts=FACTS)
CONCERNS = some.builds(
    Concern,
    id=some.just(ConcernId("c")),
    reference=some.just("SG-2026-0001"),
    stage=some.just(Stage.RECORDED),
    urgency=some.builds(Urgency, episode=some.sampled_from(Episode)),
    person=whole(Person),
    relations=anything(Concern.__annotations__["relations"]),
    contact=some.just(SafeContact()),
    presentation=some.builds(type(ConcernDraft(id=ConcernId("c")).presentation)),
    facts=FACTS.map(tuple),
    kept=some.just(()),
    opened_at=some.just(datetime(2026, 11, 20, 10, tzinfo=UTC)),
    opened_by=some.just(UserId("u")),
    changed_at=some.just(datetime(2026, 11, 20, 10, tzinfo=UTC)),
)
SUBJECTS = whole(
    SubjectBasis,
    article_6=some.sampled_from(IDS),
    article_9=some.sampled_from(IDS),
    article_10=some.sampled_from(IDS),
)
DECISIONS = whole(
    SharingDraft,
    id=some.just(SharingId("s")),
    basis=whole(
        Basis,
        subjects=some.lists(SUBJECTS, max_size=2).map(tuple),
        gateway=some.sampled_from(IDS),
    ),
    choices=some.dictionaries(
        some.sampled_from(["fact-0", "fact-1", "gone"]), whole(Choice), max_size=3
    ),
)


def sharing_flow(concern):
    return ShareInformation(TODAY, concern, Practice(), GUIDANCE)


@QUIET
@given(RECORDS)
def test_settling_a_record_twice_changes_nothing(draft):
    flow = RecordConcern(TODAY)
    once = flow.settled(draft)

    assert flow.settled(once) == once


@QUIET
@given(RECORDS)
def test_every_problem_of_a_record_stands_at_a_field_that_exists(draft):
    flow = RecordConcern(TODAY)
    settled = flow.settled(draft)
    steps = {step.id for step in flow.path(settled)}

    for problem in flow.problems(settled):
        assert problem.step in steps
        assert problem.text
        assert exists_in_record(settled, problem.field), problem.field


@QUIET
@given(CONCERNS, DECISIONS)
def test_settling_a_decision_twice_changes_nothing(concern, draft):
    flow = sharing_flow(concern)
    once = flow.settled(draft)

    assert flow.settled(once) == once


@QUIET
@given(CONCERNS, DECISIONS)
def test_every_problem_of_a_decision_stands_at_a_field_that_exists(concern, draft):
    flow = sharing_flow(concern)
    settled = flow.settled(draft)
    steps = {step.id for step in flow.path(settled)}

    for problem in flow.problems(settled):
        assert problem.step in steps
        assert problem.text
        assert exists_in_decision(settled, concern, problem.field), problem.field


@QUIET
@given(CONCERNS, DECISIONS)
def test_settling_never_touches_the_draft_that_is_shown(concern, draft):
    before = msgspec.json.encode(draft)

    sharing_flow(concern).settled(draft)

    assert msgspec.json.encode(draft) == before


def exists_in_record(draft, field):
    part, _dot, name = field.rpartition(".")
    if part in ("urgency", "person", "contact", "presentation"):
        return name in getattr(draft, part).__struct_fields__
    if field == "add-several":  # the button that opens the box in which the lines stand
        return True
    items = [one for one in (*draft.facts, *draft.relations) if one.id == part]
    return any(name in one.__struct_fields__ for one in items)


def exists_in_decision(draft, concern, field):
    if field in ("basis", "choices"):
        return True
    first, *rest = field.split(".")
    if rest == ["reason"]:
        return first in draft.files or any(fact.id == first for fact in concern.facts)
    advice = next((one for one in draft.purpose.advisers if one.id == first), None)
    if advice is not None:
        return rest[0] in advice.__struct_fields__
    if first == "basis" and rest[0] == "factors":
        return True
    if first == "basis" and len(rest) == 2:
        return rest[1] in draft.basis.subjects[int(rest[0])].__struct_fields__
    if (first, rest[0]) == ("necessity", "principles"):
        return rest[1] in draft.necessity.principles
    return hasattr(draft, first) and rest[0] in getattr(draft, first).__struct_fields__


# ------------------------------------------------------------------- what no longer applies


def settled(**changes):
    concern = Concern(
        id=ConcernId("c"), reference="", stage=Stage.RECORDED, urgency=Urgency(),
        person=Person(name="Mia Thornton"), relations=(), contact=SafeContact(),
        presentation=ConcernDraft(id=ConcernId("c")).presentation,
        facts=(Saying(id=FactId("s")),), kept=(), opened_at=datetime(2026, 11, 20, tzinfo=UTC),
        opened_by=UserId("u"), changed_at=datetime(2026, 11, 20, tzinfo=UTC),
    )  # fmt: skip
    draft = SharingDraft(id=SharingId("s"), concern_id=concern.id, **changes)
    return sharing_flow(concern).settled(draft)


def test_a_condition_for_an_offence_goes_with_the_offence():
    subject = SubjectBasis(subject="Mia", offence_alleged=YesNo.NO, article_10="para-18")

    assert settled(basis=Basis(subjects=(subject,))).basis.subjects[0].article_10 == ""


def test_what_was_weighed_goes_with_the_gateway_that_asked_for_it():
    needs = {one.id: one.needs_factors for one in GUIDANCE.gateways}
    asks = next(id for id, is_asked in needs.items() if is_asked)
    asks_not = next(id for id, is_asked in needs.items() if not is_asked)

    for gateway, kept in ((asks, "Weighed"), (asks_not, "")):
        basis = Basis(gateway=gateway, gateway_factors="Weighed")
        assert settled(basis=basis).basis.gateway_factors == kept


@pytest.mark.parametrize("decision", [Decision.DO_NOT_SHARE, Decision.NOT_YET])
def test_a_decision_not_to_share_stays_what_it_is(decision):
    choices = {FactId("s"): Choice(goes=True)}

    assert settled(decision=decision, choices=choices).decision is decision
