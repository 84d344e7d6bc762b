"""A fact as the sentences somebody wrote: some go, and what is left out leaves a visible gap.

The words themselves are never changed: a sentence is printed whole, or it is not printed.
"""

import re
from collections.abc import Callable, Collection, Iterator

import msgspec

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
from sgdesk.domain.wording.words import sentences
from sgdesk.text import _

_FIELDS: dict[type, tuple[str, ...]] = {
    Injury: ("detail",),
    Observation: ("text",),
    Saying: ("words", "gist", "then", "demeanour"),
    Event: ("text", "outreach", "reason_given"),
    Context: ("text", "result"),
    Need: ("text", "understood", "return_if", "ring", "if_not_brought"),
    Opinion: ("text", "because"),
}
_INITIAL_AT_END = re.compile(r"(?:^|[\s(.])[^\W\d_]\.$")
# "J. Okoro said" is one sentence, "hepatitis C. She" is two.
_BEGINS_ANEW = re.compile(
    r"\s*(?:he|she|they|it|the|an?|his|her|their|its|this|that|these|those|there|then|when|while"
    r"|after|before|in|on|at|if|no|not|nobody|i|we|you|my|our|your|mum|dad|mother|father)\b",
    re.IGNORECASE,
)
_OTHER_STOPS = re.compile(r"(?<=[。！？؟।])(?=.)", re.DOTALL)


class SentenceChoice(msgspec.Struct, frozen=True, kw_only=True):
    """Whether one sentence of a fact goes, and why. `text` is the sentence as it stands in the
    field of that name."""

    field: str
    text: str
    goes: bool
    reason: str = ""
    proposed: bool = True
    proposed_because: str = ""


class Sentence(msgspec.Struct, frozen=True):
    """One sentence of a fact, and where in its field it begins, in code points."""

    field: str
    text: str
    start: int


def sentences_of(fact: Fact) -> tuple[Sentence, ...]:
    """Return the sentences that can be chosen one by one, in the order of the fact."""
    return tuple(
        Sentence(field, raw.strip(), start + len(raw) - len(raw.lstrip()))
        for field in _FIELDS[type(fact)]
        for start, raw in _pieces(getattr(fact, field))
        if raw.strip()
    )


def in_part(fact: Fact, parts: Collection[SentenceChoice]) -> Fact:
    """Return the fact with only the sentences that go; a gap shows where something is left out.

    Without choices the whole fact is meant. With them, a sentence that none of them names stays:
    it came later, by an amendment.
    """
    if not parts:
        return fact
    going = {(one.field, one.text) for one in parts if one.goes}
    changes = {
        field: cut
        for field in _FIELDS[type(fact)]
        if (text := getattr(fact, field))
        and (cut := with_gaps(text, _is_among(field, going), gap_words())) != text
    }
    return msgspec.structs.replace(fact, **changes) if changes else fact


def has_more_than_sentences(fact: Fact) -> bool:
    """Return whether something of the fact is left when none of its sentences goes."""
    return isinstance(fact, Injury | Event) or (isinstance(fact, Observation) and bool(fact.teeth))


def loses_its_point(fact: Fact, held: Collection[Sentence]) -> bool:
    """Return whether nothing is left of what a fact is about, only of what is told beside it."""
    if has_more_than_sentences(fact):
        return False
    first = next((one.field for one in sentences_of(fact)), "")
    return all(one in held for one in sentences_of(fact) if one.field == first)


def with_gaps(text: str, goes: Callable[[str], bool], gap: str) -> str:
    """Return the sentences that go, with one gap for those between them that do not."""
    cut, in_gap = "", False
    for _start, raw in _pieces(text):
        if not raw.strip() or goes(raw.strip()):
            apart = " " if in_gap and cut[-1:].strip() and raw[:1].strip() else ""
            cut += apart + raw
            in_gap = in_gap and not raw.strip()
        elif not in_gap:
            before = raw[: len(raw) - len(raw.lstrip())]
            cut += (before or (" " if cut else "")) + gap
            in_gap = True
    return cut


def gap_words() -> str:
    """Return what stands where part of somebody's words was left out."""
    return _("[... part held back by the practice]")


def _is_among(field: str, going: Collection[tuple[str, str]]) -> Callable[[str], bool]:
    return lambda text: (field, text) in going


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences with the space around them; together they are the whole text."""
    held, start = "", 0
    for begins, raw in sentences(text):
        if held and not (_INITIAL_AT_END.search(held) and not _BEGINS_ANEW.match(raw)):
            yield from _at_other_stops(start, held)
            held = ""
        if not held:
            start = begins
        held += raw
    if held:
        yield from _at_other_stops(start, held)


def _at_other_stops(start: int, text: str) -> Iterator[tuple[int, str]]:
    for piece in _OTHER_STOPS.split(text):
        yield start, piece
        start += len(piece)
