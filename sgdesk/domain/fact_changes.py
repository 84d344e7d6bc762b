"""Both versions of an amended fact in words, whatever was put right in it."""

from collections.abc import Sequence

import msgspec

from sgdesk.domain.amendment import Change, said_words
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.facts.tied_marks import tie_words
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.text import _

# What the sentence of a fact leaves out, or tells only of some: both versions must differ in words.
_NOT_IN_A_SENTENCE = {
    "also_about": "Also about",
    "relationship": "Who that is",
    "reported_by": "Reported by",
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
    """Return both versions of a fact in words; `facts` are the others of its record."""
    untold = [
        field
        for field in _NOT_IN_A_SENTENCE
        if getattr(before, field, None) != getattr(after, field, None)
        and _whole(_with(after, field, before), facts) == _whole(after, facts)
    ]
    old, new = (
        "\n".join((_whole(one, facts), *(_untold(one, field) for field in untold)))
        for one in (before, after)
    )
    return Change(label(after), old, new)


def _with(fact: Fact, field: str, other: Fact) -> Fact:
    return msgspec.structs.replace(fact, **{field: getattr(other, field)})


def _untold(fact: Fact, field: str) -> str:
    said = said_words(getattr(fact, field)) or "–"
    return _("{label}: {text}").format(label=_(_NOT_IN_A_SENTENCE[field]), text=said)


def _whole(fact: Fact, facts: Sequence[Fact]) -> str:
    words = " ".join(filter(None, (sentence(fact), tie_words(fact, facts))))
    head = _("{label}: {words}").format(label=label(fact), words=words)
    return "\n".join(filter(None, (head, source(fact))))
