"""Free text read as it is typed: phrases that guess, judge or blame are marked, never rewritten.

Quoted words are exempt: they are somebody's own. A labelled professional opinion with its reasons
may judge (FORMS B4).
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from enum import StrEnum
from operator import itemgetter
from typing import Annotated

import msgspec
from msgspec import Meta

from sgdesk.domain.cited import MaybeText, Text
from sgdesk.domain.phrases import Phrase, PhraseIndex, Word, read_phrase, words_of

TYPES = 13
_LONGEST_REACH = 60
_QUOTED = re.compile(  # bounded, so that a page of opening quotes cannot hang it
    r'(?<!\w)"[^"]{0,4000}"|“[^”]{0,4000}”|‘(?:[^’]|’(?=\w)){0,4000}’(?!\w)'
    r"|(?<!\w)'(?=\w)(?:[^'\n]|'(?=\w)){0,4000}'(?!\w)"
)
_OPINION = re.compile(
    r"^[ \t]*(?:professional )?opinion:[^\n]*\bbecause\b[^\n]*", re.IGNORECASE | re.MULTILINE
)
Groups = Mapping[str, frozenset[str]]
TypeNumber = Annotated[int, Meta(ge=1, le=TYPES)]
Phrases = Annotated[
    tuple[Annotated[str, Meta(min_length=1, max_length=600)], ...], Meta(max_length=500)
]


class WayOut(StrEnum):
    """What the writer can do about a marked phrase."""

    MEASURE = "measure"
    QUOTE = "quote"
    OPINION = "opinion"
    KEEP = "keep"


WAY_OUT_WORDS = {
    WayOut.MEASURE: "Measure it: count, size, date, what you saw",
    WayOut.QUOTE: "Put it in quotation marks, with who said it",
    WayOut.OPINION: "Move it to Professional opinion, with reasons",
    WayOut.KEEP: "Keep it, and say why",
}


class WordingType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the thirteen kinds of phrase, why it is marked, and what to write instead."""

    number: TypeNumber
    title: Text
    why: Text
    instead: Text
    ways_out: tuple[WayOut, ...]
    opinion_may: bool = False


class WordingRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases of one kind. `near`: only with one of these in the sentence; `unless`: not with one.

    `why` and `instead` replace those of the kind. `expandable` phrases are fine in a text that
    explains them once: "non-accidental injury (NAI)".
    """

    type: TypeNumber
    phrases: Phrases
    near: Phrases = ()
    unless: Phrases = ()
    why: MaybeText = ""
    instead: MaybeText = ""
    expandable: bool = False


class WordingFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules as they stand in a file."""

    format: int
    version: Text
    groups: dict[str, Text]
    types: tuple[WordingType, ...]
    rules: Annotated[tuple[WordingRule, ...], Meta(max_length=500)]


class Flag(msgspec.Struct, frozen=True):
    """One marked phrase: its kind, where it stands in code points (the end is not part of it), why
    it is marked, what to write instead, and the ways out."""

    type: int
    start: int
    end: int
    why: str
    instead: str
    ways_out: tuple[WayOut, ...]


class Wording:
    """The rules made ready for reading: built once, used for every text."""

    def __init__(self, source: WordingFile) -> None:
        """Raise ValueError, which names the place, for a phrase or kinds that are not in order."""
        self.version = source.version
        self.types = {kind.number: kind for kind in source.types}
        self.rules = source.rules
        if sorted(self.types) != list(range(1, TYPES + 1)):
            raise ValueError("types")
        groups = {name: frozenset(words.split()) for name, words in source.groups.items()}
        self.phrases = _index([rule.phrases for rule in source.rules], groups)
        self.near = _each(source, "near", groups)
        self.unless = _each(source, "unless", groups)


def check(text: str, rules: Wording, *, is_opinion: bool = False) -> tuple[Flag, ...]:
    """Return the phrases to mark, in the order of the text. The text is never changed.

    `is_opinion` says that the text stands in the place for professional opinions.
    """
    words = words_of(text)
    exempt = [found.span() for found in _QUOTED.finditer(text)]
    opinions = [found.span() for found in _OPINION.finditer(text)]
    flags: list[Flag] = []
    for first, after, number in rules.phrases.matches(words):
        rule, start, end = rules.rules[number], words[first].start, words[after - 1].end
        kind = rules.types[rule.type]
        excused = kind.opinion_may and (is_opinion or _within(start, opinions))
        if excused or _within(start, exempt) or _within(end - 1, exempt):
            continue
        if rule.expandable and _is_explained(text, text[start:end]):
            continue
        if _holds(rules, number, words, first):
            why, instead = rule.why or kind.why, rule.instead or kind.instead
            flags.append(Flag(rule.type, start, end, why, instead, kind.ways_out))
    return _without_inner(flags)


def _index(phrases: Sequence[Sequence[str]], groups: Groups) -> PhraseIndex:
    read: list[tuple[Phrase, int]] = []
    for number, rule_phrases in enumerate(phrases):
        for place, written in enumerate(rule_phrases):
            try:
                read.append((read_phrase(written, groups), number))
            except ValueError as error:
                raise ValueError(f"rules {number + 1}, phrase {place + 1}") from error
    return PhraseIndex(read)


def _each(source: WordingFile, field: str, groups: Groups) -> dict[int, PhraseIndex]:
    conditions = [getattr(rule, field) for rule in source.rules]
    return {number: _index([each], groups) for number, each in enumerate(conditions) if each}


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    nearest = bisect_right(spans, place, key=itemgetter(0)) - 1
    return nearest >= 0 and place < spans[nearest][1]


def _is_explained(text: str, short: str) -> bool:
    return f"({short})" in text or f"{short} (" in text


def _holds(rules: Wording, number: int, words: list[Word], first: int) -> bool:
    near, unless = rules.near.get(number), rules.unless.get(number)
    if near is None and unless is None:
        return True
    sentence = _sentence(words, first)
    if near is not None and next(near.matches(sentence), None) is None:
        return False
    return unless is None or next(unless.matches(sentence), None) is None


def _sentence(words: list[Word], first: int) -> list[Word]:
    around = words[max(0, first - _LONGEST_REACH) : first + _LONGEST_REACH]
    return [word for word in around if word.sentence == words[first].sentence]


def _without_inner(flags: list[Flag]) -> tuple[Flag, ...]:
    """Return the flags without those that lie within a longer one of their own kind."""
    flags.sort(key=lambda flag: (flag.start, -flag.end, flag.type))
    kept: list[Flag] = []
    ends: dict[int, int] = {}
    for flag in flags:
        if flag.start >= ends.get(flag.type, 0):
            kept.append(flag)
            ends[flag.type] = flag.end
    return tuple(kept)
