"""Whatever a record can hold can be amended, or stands here with the reason why it never is."""

from datetime import date, time
from typing import get_args

import pytest
from msgspec.structs import replace

from sgdesk.domain.amendment import FIELD_WORDS, Part
from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Presentation, Urgency
from sgdesk.domain.fact_changes import fact_change
from sgdesk.domain.facts.kinds import Event, Fact, Injury, Observation, Opinion, Saying
from sgdesk.domain.people import Person, Relation, SafeContact
from sgdesk.ids import FactId
from ui.concerns.amendment_fields import (
    FACT_CHOICES,
    FACT_QUESTIONS,
    Ask,
)

DETAILS = {
    Part.URGENCY: Urgency,
    Part.PERSON: Person,
    Part.RELATION: Relation,
    Part.CONTACT: SafeContact,
    Part.PRESENTATION: Presentation,
}
ANSWERS = {
    Ask.LINE: "another",
    Ask.TEXT: "another",
    Ask.DATE: date(2026, 2, 3),
    Ask.TIME: time(9, 9),
    Ask.MEASURE: 77,
    Ask.NUMBER: 7,
    Ask.YES_NO: YesNo.NO,
    Ask.TICK: True,
    Ask.BARRIERS: ("No transport",),
}
OWN_FORMS = {
    Injury: ("view", "x", "y", "place", "place_words"),
    Observation: ("teeth",),
    Saying: ("is_explanation", "explains", "explains_marks"),
}
BY_ITSELF = "the program writes it, nobody answers it"
AT_WITHDRAWAL = "a whole entry is withdrawn by a form of its own"
NOT_ASKED = "no page of the record asks for it"
NEVER_OF_FACTS = {
    "id": BY_ITSELF, "recorded_at": BY_ITSELF, "amended_at": BY_ITSELF,
    "withdrawn_at": BY_ITSELF, "withdrawn_as": AT_WITHDRAWAL,
}  # fmt: skip
NEVER_OF_KIND = {
    Injury: dict.fromkeys(("happened_on", "happened_at", "also_about"), NOT_ASKED),
    Observation: dict.fromkeys(("happened_on", "happened_at"), NOT_ASKED),
    Event: dict.fromkeys(("noticed_on", "noticed_at"), NOT_ASKED),
    Opinion: dict.fromkeys(("happened_on", "happened_at"), NOT_ASKED),
}
NEVER_OF_DETAILS = {
    Part.PERSON: {
        "id": BY_ITSELF,
        "unanswered": "it is answered at the field that it is about",
    },
    Part.RELATION: {
        "id": BY_ITSELF,
        "unanswered": "it is answered at the field that it is about",
        "withdrawn_at": BY_ITSELF,
        "withdrawn_as": AT_WITHDRAWAL,
    },
}


def answers(kind):
    """The fields of a Struct, without what was typed for a date or a number."""
    fields = set(kind.__struct_fields__)
    return {name for name in fields if name.removesuffix("_typed") == name}


@pytest.mark.parametrize("kind", get_args(Fact))
def test_every_field_of_a_fact_is_amendable_or_named_as_never_amended(kind):
    asked = [field for field, _words, _ask in FACT_QUESTIONS[kind]]
    asked += [field for field, _words, _options in FACT_CHOICES.get(kind, ())]
    asked += OWN_FORMS.get(kind, ())
    never = NEVER_OF_FACTS | NEVER_OF_KIND.get(kind, {})

    assert sorted([*asked, *never]) == sorted(answers(kind))
    assert all(never.values())


@pytest.mark.parametrize("part", list(Part))
def test_every_detail_is_amendable_or_named_as_never_amended(part):
    never = NEVER_OF_DETAILS.get(part, {})

    assert sorted([*FIELD_WORDS[part], *never]) == sorted(answers(DETAILS[part]))
    assert all(never.values())


@pytest.mark.parametrize("kind", get_args(Fact))
def test_both_versions_differ_in_words_whatever_was_amended(kind):
    before = kind(id="one")
    answered = {field: ANSWERS[ask] for field, _words, ask in FACT_QUESTIONS[kind]}
    for field, _words, options in FACT_CHOICES.get(kind, ()):
        answered[field] = next(one for one in options if one != getattr(before, field))

    for field, value in answered.items():
        change = fact_change(before, replace(before, **{field: value}))
        assert change.before != change.after, field


@pytest.mark.parametrize("was", [True, False])
def test_that_words_explain_a_mark_or_no_longer_do_is_said_in_both_versions(was):
    before = Saying(id=FactId("said"), speaker="Mia", words="I fell.", is_explanation=was)

    change = fact_change(before, replace(before, is_explanation=not was))

    asked = "Explains how a mark or injury came about: "
    old, new = ("Yes", "No") if was else ("No", "Yes")
    assert change.before.endswith(asked + old)
    assert change.after.endswith(asked + new)


def test_both_versions_say_what_words_were_about_while_they_were_called_no_explanation():
    before = Saying(id=FactId("said"), speaker="Mia", words="I fell.", explains="The bruise")

    change = fact_change(before, replace(before, explains="The burn"))

    assert change.before.endswith("What it explains: The bruise")
    assert change.after.endswith("What it explains: The burn")
