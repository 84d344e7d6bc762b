"""Both versions of an amended fact in words, whatever was put right in it."""

from collections.abc import Sequence

import msgspec

from sgdesk.domain.amendment import Change, said_words
from sgdesk.domain.facts.kinds import Fact, Injury
from sgdesk.domain.facts.tied_marks import tie_words
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.domain.maps import FACING_WORDS, Facing
from sgdesk.domain.withdrawal import withdrawn_words
from sgdesk.text import _

# What the sentence of a fact leaves out, or tells only of some: both versions must differ in words.
_NOT_IN_A_SENTENCE = {
    "also_about": "Also about",
    "relationship": "Who that is",
    "reported_by": "Reported by",
    "is_explanation": "Explains how a mark or injury came about",
    "explains": "What it explains",
    "known_since": "Known since",
    "happened_on": "Happened on",
    "happened_at": "Happened at",
    "review_by": "Who reviews it",
    "document": "Local document used",
    "photo_held": "Photograph: consent, by whom, where it is",
    "notes_kept": "Rough notes were made",
    "notes_held": "Where the rough notes are kept",
}


def fact_change(before: Fact, after: Fact, facts: Sequence[Fact] = ()) -> Change:
    """Return both versions of a fact in words; `facts` are the others of its record. One that is
    withdrawn, or stands again, is whole on one side only."""
    if after.withdrawn_at is not None:
        return Change(label(after), fact_words(before, facts), withdrawn_words(after.withdrawn_as))
    if before.withdrawn_at is not None:
        return Change(label(after), withdrawn_words(before.withdrawn_as), fact_words(after, facts))
    untold = [
        field
        for field in _NOT_IN_A_SENTENCE
        if getattr(before, field, None) != getattr(after, field, None)
        and fact_words(_with(after, field, before), facts) == fact_words(after, facts)
    ]
    moved = _point_of(before) != _point_of(after)
    old, new = (
        "\n".join(
            (
                fact_words(one, facts),
                *(_untold(one, field) for field in untold),
                *([_map_words(one)] if moved else []),
            )
        )
        for one in (before, after)
    )
    return Change(label(after), old, new)


def _point_of(fact: Fact) -> tuple[str, float, float] | None:
    return (fact.view, fact.x, fact.y) if isinstance(fact, Injury) else None


def _map_words(fact: Fact) -> str:
    """Return where a mark stands on its view: two points of one place have the same words."""
    if not isinstance(fact, Injury):
        return ""
    _figure, _dash, facing = fact.view.partition("-")
    known = facing in set(Facing)
    return _("On the map: {view}; {x:g} across, {y:g} down").format(
        view=_(FACING_WORDS[Facing(facing)]) if known else fact.view, x=fact.x, y=fact.y
    )


def _with(fact: Fact, field: str, other: Fact) -> Fact:
    return msgspec.structs.replace(fact, **{field: getattr(other, field)})


def _untold(fact: Fact, field: str) -> str:
    said = said_words(getattr(fact, field)) or "–"
    return _("{label}: {text}").format(label=_(_NOT_IN_A_SENTENCE[field]), text=said)


def fact_words(fact: Fact, facts: Sequence[Fact]) -> str:
    """Return the whole fact in words, with where it comes from; `facts` are those of its record."""
    words = " ".join(filter(None, (sentence(fact), tie_words(fact, facts))))
    head = _("{label}: {words}").format(label=label(fact), words=words)
    return "\n".join(filter(None, (head, source(fact))))
