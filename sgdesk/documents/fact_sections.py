"""Facts as sections of a referral: seen, said, in time order, background, needs, opinion."""

from datetime import date, datetime, time

import msgspec

from sgdesk.documents.blocks import Row
from sgdesk.documents.parts import Section, rows
from sgdesk.domain.concern import Presentation
from sgdesk.domain.facts.delay import delay_lines
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
from sgdesk.domain.facts.tied_marks import mark_labels, tie_words, with_what_was_said
from sgdesk.domain.facts.times import written_late
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.text import _

_STRENGTHS = (ContextTopic.STRENGTHS, ContextTopic.UNKNOWNS)
_SUPPORT = (ContextTopic.SUPPORT,)

Facts = tuple[Fact, ...]


class Delays(msgspec.Struct, frozen=True):
    """When the record was signed, and when it was referred first, as far as either is known."""

    written_at: datetime | None
    referred_at: datetime | None


def delay_row(presentation: Presentation, delays: Delays) -> tuple[str, str]:
    """Return how long lay between event, visit, record and referral, as one row."""
    lines = delay_lines(presentation, delays.written_at, delays.referred_at)
    return _("From the event to the referral"), "\n".join(lines)


def seen_section(
    facts: Facts, presentation: Presentation, delays: Delays, map_section: str
) -> Section:
    """Return marks by their labels on the body map, then behaviour, presentation and delays."""
    labels = mark_labels(facts)
    found = [
        Row(
            f"{labels[fact.id]} {label(fact)}",
            with_what_was_said(fact, sentence(fact), facts),
            _source(fact),
        )
        for fact in facts
        if isinstance(fact, Injury)
    ]
    found += [_row(fact) for fact in facts if isinstance(fact, Observation)]
    delay = delay_row(presentation, delays)
    return Section(_("What was seen"), rows([*found, delay]), map_section if labels else "")


def said_section(facts: Facts) -> Section:
    """Return exact words in time order, those of different people side by side."""
    sayings = [fact for fact in facts if isinstance(fact, Saying)]
    in_order = sorted(
        sayings, key=lambda one: (one.noticed_on or date.max, one.noticed_at or time.max)
    )
    return Section(
        _("What was said, word for word"), rows(_saying(fact, facts) for fact in in_order)
    )


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


def _saying(fact: Saying, facts: Facts) -> Row:
    words = " ".join(filter(None, (sentence(fact), tie_words(fact, facts))))
    return Row(label(fact), words, _source(fact))


def _row(fact: Fact) -> Row:
    return Row(label(fact), sentence(fact), _source(fact))


def _source(fact: Fact) -> str:
    return ", ".join(filter(None, (source(fact), written_late(fact))))


def _contexts(facts: Facts) -> list[Context]:
    return [fact for fact in facts if isinstance(fact, Context)]
