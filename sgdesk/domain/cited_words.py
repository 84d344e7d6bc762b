"""A statement of the guidance in words: its weight, how sure we are, and every text behind it."""

from sgdesk.domain.cited import CONFIDENCE_WORDS, STATUS_WORDS, Confidence, Source, Stated
from sgdesk.domain.guidance import Guidance
from sgdesk.domain.statements import TOPIC_WORDS, Statement, Topic
from sgdesk.text import _, read_short_date

_LAW = "-law"


def weight_words(stated: Stated | Source) -> str:
    """Return what weight a statement has and how sure we are of it."""
    return _("This is {status}, {confidence}.").format(
        status=_(STATUS_WORDS[stated.status]), confidence=_(CONFIDENCE_WORDS[stated.confidence])
    )


def source_words(source: Source) -> str:
    """Return a source in one line; its address is text to copy."""
    said = _("Source: {title}, {publisher}, checked on {date}, {confidence}.").format(
        title=source.title, publisher=source.publisher, date=read_short_date(source.checked_on),
        confidence=_(CONFIDENCE_WORDS[source.confidence]),
    )  # fmt: skip
    return " ".join(filter(None, (said, source.address)))


def source_lines(stated: Stated, guidance: Guidance) -> list[str]:
    """Return a statement's weight, which says where it must be checked locally, and each text it
    rests on. That none was read is said once."""
    if stated.confidence is Confidence.RECALLED:
        told = _("{weight} No official text was read for this.")
        read = [one for one in guidance.sources_of(stated) if one.address]
        return [told.format(weight=weight_words(stated)), *map(source_words, read)]
    return [weight_words(stated), *map(source_words, guidance.sources_of(stated))]


def named_sources(stated: Stated, guidance: Guidance) -> str:
    """Return in one line what weight a statement has, and by name each text it rests on."""
    weight = source_lines(stated, guidance)[0]
    texts = [one for one in guidance.sources_of(stated) if one.address]
    if not texts:
        return weight
    names = "; ".join(f"{one.title}, {one.publisher}" for one in texts)
    return " ".join((weight, _("Source: {names}.").format(names=names)))


def statement_words(statement: Statement) -> str:
    """Return a statement with its topic in front."""
    topic = _(TOPIC_WORDS[statement.topic])
    named = f"{topic} {statement.number}" if statement.number else topic
    return _("{topic}: {title}. {text}").format(
        topic=named, title=statement.title, text=statement.text
    )


def also_lines(guidance: Guidance, place: str) -> list[str]:
    """Return what else holds at a page or beside a check: each statement, with its sources."""
    lines = []
    for statement in guidance.statements_at(place):
        lines.append(statement_words(statement))
        lines += [f"  · {line}" for line in source_lines(statement, guidance)]
    return lines


def leaned_on(guidance: Guidance) -> tuple[str, ...]:
    """Return what a decision leans on, a line each: the nation's law and guidance, and every
    reference that holds there."""
    law = [
        _("{note} Check locally.").format(note=one.text) if one.check_locally else one.text
        for one in guidance.statements
        if one.topic is Topic.NATION and one.id.endswith(_LAW)
    ]
    named = [
        _("{title}, {publisher}").format(title=one.title, publisher=one.publisher)
        for one in guidance.references
        if one.holds
    ]
    return (*law, *named)
