"""Facts as sections of a referral: seen, said, in time order, background, needs, opinion."""

from datetime import date, time

from sgdesk.documents.blocks import Row
from sgdesk.documents.map_sections import mark_labels
from sgdesk.documents.parts import Section, rows
from sgdesk.domain.concern import Presentation
from sgdesk.domain.facts.delay import visit_delay
from sgdesk.domain.facts.kinds import (
    Context,
    ContextTopic,
    Fact,
    Injury,
    Need,
    NeedTopic,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.text import _

_STRENGTHS = (ContextTopic.STRENGTHS, ContextTopic.UNKNOWNS)
_SUPPORT = (ContextTopic.SUPPORT,)

Facts = tuple[Fact, ...]


def seen_section(facts: Facts, presentation: Presentation, map_section: str) -> Section:
    """Return marks by their labels on the body map, then behaviour and presentation."""
    labels = mark_labels(facts)
    found = [
        Row(f"{labels[fact.id]} {label(fact)}", sentence(fact), source(fact))
        for fact in facts
        if isinstance(fact, Injury)
    ]
    found += [_row(fact) for fact in facts if isinstance(fact, Observation)]
    delay = (_("Delay in presentation"), visit_delay(presentation))
    return Section(_("What was seen"), rows([*found, delay]), map_section if labels else "")


def said_section(facts: Facts) -> Section:
    """Return exact words in time order, those of different people side by side."""
    sayings = [fact for fact in facts if isinstance(fact, Saying)]
    in_order = sorted(
        sayings, key=lambda one: (one.noticed_on or date.max, one.noticed_at or time.max)
    )
    return Section(_("What was said, word for word"), rows(_row(fact) for fact in in_order))


def opinion_section(facts: Facts) -> Section:
    """Return professional opinions with their reasons, apart from the facts."""
    found = [_row(fact) for fact in facts if isinstance(fact, Opinion)]
    return Section(_("Professional opinion, not fact"), rows(found))


def history_section(facts: Facts) -> Section:
    """Return background, repeated findings and impact."""
    left_out = (*_STRENGTHS, *_SUPPORT)
    return Section(
        _("History and impact"),
        rows(_row(fact) for fact in _contexts(facts) if fact.topic not in left_out),
    )


def strengths_section(facts: Facts) -> Section:
    """Return strengths, and what is not known."""
    found = [_row(fact) for fact in _contexts(facts) if fact.topic in _STRENGTHS]
    return Section(_("Strengths, and what is not known"), rows(found))


def support_section(facts: Facts) -> Section:
    """Return what was tried and how it went."""
    found = [_row(fact) for fact in _contexts(facts) if fact.topic in _SUPPORT]
    return Section(_("Support tried"), rows(found))


def needs_section(facts: Facts, presentation: Presentation) -> Section:
    """Return risks and immediate needs, and with whom the person left."""
    needs = [
        _row(fact)
        for fact in facts
        if isinstance(fact, Need) and fact.topic is not NeedTopic.KEY_CONTACT
    ]
    left = presentation.left_with
    if left and presentation.left_at is not None:
        left = _("{whom}, {time:%H:%M}").format(whom=left, time=presentation.left_at)
    return Section(_("Immediate needs and safety"), rows([(_("Left with"), left), *needs]))


def key_contacts(facts: Facts) -> tuple[Row, ...]:
    """Return the needs that name somebody to reach."""
    return tuple(
        _row(fact)
        for fact in facts
        if isinstance(fact, Need) and fact.topic is NeedTopic.KEY_CONTACT
    )


def _row(fact: Fact) -> Row:
    return Row(label(fact), sentence(fact), source(fact))


def _contexts(facts: Facts) -> list[Context]:
    return [fact for fact in facts if isinstance(fact, Context)]
