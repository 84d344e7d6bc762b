"""No words about a fact fail because one of its questions has no answer yet."""

import types
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import get_args, get_origin, get_type_hints

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sgdesk.domain.concern import Presentation
from sgdesk.domain.facts.chronology import count, count_sentence, in_time_order
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.domain.flows.fact_rules import fact_problems
from sgdesk.domain.recipients import fact_names
from sgdesk.ids import FactId

KINDS = get_args(Fact)
DAY = date(2026, 11, 22)


def choices_of(kind) -> Iterator[str]:
    """Name every field of a kind that can be without an answer."""
    for name, hint in get_type_hints(kind).items():
        if get_origin(hint) is types.UnionType and type(None) in get_args(hint):
            yield name


UNANSWERED = [(kind, field) for kind in KINDS for field in choices_of(kind)]
# No record is older or younger, and the ends of the calendar have no London time.
FIRST, LAST = datetime(1900, 1, 1), datetime(2200, 1, 1)  # noqa: DTZ001 - the zone is put on later
MOMENTS = some.datetimes(FIRST, LAST, timezones=some.just(UTC))
ANSWERS = {datetime | None: MOMENTS, float: some.floats(0, 999)}
CHOSEN_FROM_A_LIST = {
    "Observation": "topic", "Saying": "hearing", "Event": "event", "Context": "topic",
    "Need": "topic",
}  # fmt: skip


def test_every_list_of_a_form_can_be_without_an_answer():
    unanswered = {(kind.__name__, field) for kind, field in UNANSWERED}

    assert unanswered >= {*CHOSEN_FROM_A_LIST.items(), ("Event", "attendance")}


@pytest.mark.parametrize(
    ("kind", "field"), UNANSWERED, ids=lambda one: getattr(one, "__name__", one)
)
@settings(max_examples=12)
@given(drawn=some.data())
def test_one_question_without_an_answer_breaks_no_sentence(kind, field, drawn):
    fact = msgspec.structs.replace(drawn.draw(facts(kind)), **{field: None})

    told(fact)


@pytest.mark.parametrize("kind", KINDS, ids=lambda one: one.__name__)
def test_a_fact_without_any_answer_breaks_no_sentence(kind):
    nothing = {field: None for owner, field in UNANSWERED if owner is kind}

    told(kind(id=FactId("f"), **nothing))


@pytest.mark.parametrize(("kind", "field"), [*CHOSEN_FROM_A_LIST.items(), ("Event", "attendance")])
def test_a_choice_that_was_put_back_is_asked_for_before_the_signature(kind, field):
    kind = next(one for one in KINDS if one.__name__ == kind)
    fact = kind(id=FactId("f"), **{field: None})

    assert f"f.{field}" in [one.field for one in fact_problems("here", fact, DAY)]


def facts(kind):
    hints = get_type_hints(kind)
    answers = {name: ANSWERS.get(hint, some.from_type(hint)) for name, hint in hints.items()}
    return some.builds(kind, **answers | {"id": some.just(FactId("f"))})


def told(fact):
    assert isinstance(label(fact) + sentence(fact) + source(fact), str)
    assert fact_names(fact)
    assert msgspec.json.decode(msgspec.json.encode(fact), type=Fact).id == fact.id
    in_time_order([fact])
    count_sentence(count([fact], Presentation().count_from or DAY))
    fact_problems("here", fact, DAY)
