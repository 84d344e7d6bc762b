"""Every answer of a draft in words, with the field where it can be changed."""

from collections.abc import Iterator, Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any

import msgspec

from sgdesk.domain.answers import (
    NATION_WORDS,
    UNANSWERED_WORDS,
    YES_NO_WORDS,
    Nation,
    Unanswered,
    YesNo,
)
from sgdesk.domain.concern import HARM_WORDS, ConcernDraft, FgmScreen, Harm
from sgdesk.domain.facts.chronology import in_time_order
from sgdesk.domain.facts.kinds import (
    Context,
    Event,
    Fact,
    Injury,
    Need,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.facts.options import EPISODE_WORDS, FGM_SCREEN_WORDS
from sgdesk.domain.facts.tied_marks import tie_words
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.domain.identity import format_health_number, health_number_name
from sgdesk.domain.people import PERSON_KIND_WORDS, PersonKind
from sgdesk.domain.practice import Episode
from sgdesk.text import _, read_date, read_time
from ui.record.labels import (
    CONTACT_LABELS,
    PERSON_LABELS,
    PRESENTATION_LABELS,
    URGENCY_LABELS,
)
from ui.record.marks import mark_labels
from ui.record.relation_words import relation_line, relation_title

_WORDS: dict[type[StrEnum], Mapping[Any, str]] = {
    YesNo: YES_NO_WORDS,
    Nation: NATION_WORDS,
    Harm: HARM_WORDS,
    PersonKind: PERSON_KIND_WORDS,
    Episode: EPISODE_WORDS,
    FgmScreen: FGM_SCREEN_WORDS,
    Unanswered: UNANSWERED_WORDS,
}
_FACTS = {
    "seen": (Injury, Observation),
    "said": (Saying,),
    "chronology": (Event,),
    "context": (Context, Opinion),
    "needs": (Need,),
}


class Answer(msgspec.Struct, frozen=True):
    """One answer: its label, what was answered, and the object name of its field. A whole card
    has one answer, and its `source` says where the fact comes from."""

    step: str
    field: str
    label: str
    text: str
    source: str = ""


def answers_at(draft: ConcernDraft, step: str) -> list[Answer]:
    """Return the answers given on one page, in its order."""
    if step == "urgency":
        kind = Answer(
            step, "person.kind", _(PERSON_LABELS["kind"]), answer_words(draft.person.kind)
        )
        return [kind, *_of(step, "urgency", draft.urgency, URGENCY_LABELS)]
    if step == "person":
        return list(_person(draft))
    if step == "family":
        return [*_relations(draft), *_of(step, "contact", draft.contact, CONTACT_LABELS)]
    kinds = _FACTS[step]
    found = [fact for fact in draft.facts if isinstance(fact, kinds)]
    if step == "chronology":
        found = [*in_time_order(found), *(one for one in found if one.happened_on is None)]
    facts = [_fact(draft, step, fact) for fact in found]
    if step == "seen":
        return [*facts, *_of(step, "presentation", draft.presentation, _PRESENTATION)]
    if step == "chronology":
        return [*facts, *_of(step, "presentation", draft.presentation, _COUNT)]
    return facts


def answer_words(value: object) -> str:
    """Return an answer as it is read; nothing for what was not answered."""
    if isinstance(value, StrEnum):
        return _(_WORDS[type(value)][value])
    if isinstance(value, tuple):
        return ", ".join(answer_words(one) for one in value)
    if isinstance(value, date):
        return read_date(value)
    if isinstance(value, time):
        return read_time(value)
    if value is True:
        return _("Yes")
    return value if isinstance(value, str) else ""


def _person(draft: ConcernDraft) -> Iterator[Answer]:
    labels = PERSON_LABELS | {"nhs_number": health_number_name(draft.urgency.nation)}
    for answer in _of("person", "person", draft.person, labels):
        if answer.field == "person.nhs_number":
            yield msgspec.structs.replace(answer, text=format_health_number(answer.text))
        elif answer.field != "person.kind":
            yield answer


def _relations(draft: ConcernDraft) -> Iterator[Answer]:
    for relation in draft.relations:
        title, line = relation_title(relation), relation_line(relation)
        yield Answer("family", f"{relation.id}.name", title, line)


def _fact(draft: ConcernDraft, step: str, fact: Fact) -> Answer:
    name = label(fact)
    if isinstance(fact, Injury):
        name = _("{number} · {place}").format(number=mark_labels(draft)[fact.id], place=name)
    first = {Injury: "mark", Saying: "words", Event: "happened_on"}.get(type(fact), "text")
    text = " ".join(filter(None, (sentence(fact), tie_words(fact, draft.facts))))
    return Answer(step, f"{fact.id}.{first}", name, text, source(fact))


def _of(step: str, part: str, value: msgspec.Struct, labels: Mapping[str, str]) -> Iterator[Answer]:
    reasons: Mapping[str, Unanswered] = getattr(value, "unanswered", {})
    for field, name in labels.items():
        held = getattr(value, field)
        text = answer_words(held) or getattr(value, f"{field}_typed", "")
        if not text and field in reasons:
            text = answer_words(reasons[field])
        if text:
            yield Answer(step, f"{part}.{field}", _(name), text)


_COUNT = {"count_from": PRESENTATION_LABELS["count_from"]}
_PRESENTATION = {
    field: name for field, name in PRESENTATION_LABELS.items() if field != "count_from"
} | {"presented_at": "Brought or seen at", "event_at": "Event said to have happened at"}
