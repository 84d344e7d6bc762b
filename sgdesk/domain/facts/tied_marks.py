"""Marks on the body by their numbers and letters, and the explanations that were tied to them.

A mark that was withdrawn has no number any more.
"""

from collections.abc import Iterable, Sequence

import msgspec

from sgdesk.domain.facts.accounts import in_order, told_by, told_words
from sgdesk.domain.facts.kinds import Fact, Injury, Saying
from sgdesk.domain.facts.words import label, moment_words
from sgdesk.domain.withdrawal import standing, withdrawn
from sgdesk.ids import FactId
from sgdesk.text import _


def mark_labels(facts: Iterable[Fact]) -> dict[str, str]:
    """Return what stands on each mark: numbers for injuries, letters for known marks."""
    marks = [fact for fact in standing(facts) if isinstance(fact, Injury)]
    injuries = [mark.id for mark in marks if not mark.known_mark]
    known = [mark.id for mark in marks if mark.known_mark]
    numbered = {str(mark_id): str(number) for number, mark_id in enumerate(injuries, 1)}
    return numbered | {str(mark_id): _letters(number) for number, mark_id in enumerate(known)}


def mark_names(facts: Sequence[Fact]) -> list[tuple[FactId, str]]:
    """Return each mark with its name in a list: "1 · Left cheek"."""
    labels = mark_labels(facts)
    return [
        (fact.id, _("{number} · {place}").format(number=labels[fact.id], place=label(fact)))
        for fact in standing(facts)
        if isinstance(fact, Injury)
    ]


def tie_words(saying: Fact, facts: Sequence[Fact]) -> str:
    """Return which of the marks among the facts an explanation is about: "Explains marks 1, A."

    A mark that is not among them is not named.
    """
    if not isinstance(saying, Saying) or not saying.is_explanation or not saying.explains_marks:
        return ""
    labels = mark_labels(facts)
    tied = [text for mark_id, text in labels.items() if mark_id in saying.explains_marks]
    gone = [label(fact) for fact in withdrawn(facts) if fact.id in saying.explains_marks]
    told = ""
    if len(tied) == 1:
        told = _("Explains mark {label}.").format(label=tied[0])
    elif tied:
        told = _("Explains marks {labels}.").format(labels=", ".join(tied))
    was = ""
    if gone:
        was = _("Explained a mark that was withdrawn: {places}.").format(places=", ".join(gone))
    return " ".join(filter(None, (told, was)))


def said_of(mark: Fact, facts: Iterable[Fact]) -> list[str]:
    """Return how a mark is said to have come about: each explanation tied to it, in time order."""
    sayings = [
        fact
        for fact in standing(facts)
        if isinstance(fact, Saying) and fact.is_explanation and mark.id in fact.explains_marks
    ]
    return [_how_it_happened(saying) for saying in in_order(sayings)]


def with_what_was_said(mark: Fact, words: str, facts: Iterable[Fact]) -> str:
    """Return the words about a mark, and below them how it is said to have come about."""
    return "\n".join(filter(None, (words, *said_of(mark, facts))))


def untied(fact: Fact, mark_id: str) -> Fact:
    """Return a fact that is not tied to a mark that goes."""
    if not isinstance(fact, Saying) or mark_id not in fact.explains_marks:
        return fact
    left = tuple(one for one in fact.explains_marks if one != mark_id)
    return msgspec.structs.replace(fact, explains_marks=left)


def _how_it_happened(saying: Saying) -> str:
    when = moment_words(saying.noticed_on, saying.noticed_at)
    who = ", ".join(filter(None, (told_by(saying), when)))
    return _("How it is said to have happened ({who}): {said}").format(
        who=who, said=told_words(saying)
    )


def _letters(number: int) -> str:
    return chr(ord("A") + number % 26) * (number // 26 + 1)
