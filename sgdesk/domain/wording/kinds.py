"""The thirteen kinds of phrase and their rules as data (FORMS B4), and what is marked."""

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from sgdesk.domain.cited import CONFIDENCE_WORDS, Confidence, MaybeText, Text
from sgdesk.text import _

TYPES = 13
_CHECKED_LOCALLY = (Confidence.RECALLED, Confidence.INFERENCE)
TypeNumber = Annotated[int, Meta(ge=1, le=TYPES)]
Phrases = Annotated[
    tuple[Annotated[str, Meta(min_length=1, max_length=1000)], ...], Meta(max_length=500)
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
    """One of the thirteen kinds of phrase, why it is marked, and what to write instead.

    `why` and `instead` are a sentence each. `source` is where the rule comes from, `confidence` how
    sure that is. `opinion_may`: not marked in a labelled opinion with
    reasons. `reported_may`: not marked in a sentence that names its speaker before the phrase.
    `asked_may`: not marked in a question. `named_may`: not marked in the name of a policy, a course
    or a service. `counted_may`: not marked where the count follows. `yields_to`: the kinds that
    stay when both mark the same words.
    """

    number: TypeNumber
    title: Text
    why: Text
    instead: Text
    source: Text
    confidence: Confidence
    ways_out: tuple[WayOut, ...]
    opinion_may: bool = False
    reported_may: bool = False
    asked_may: bool = False
    named_may: bool = False
    counted_may: bool = False
    yields_to: tuple[TypeNumber, ...] = ()


class WordingRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases of one kind. `near`: only with one of these in the sentence; `unless`: not with one.

    `why`, `instead` and `confidence` replace those of the kind. `expandable` phrases are fine in a
    text that explains them once: "non-accidental injury (NAI)". `stays`: marked beside another kind
    too.
    """

    type: TypeNumber
    phrases: Phrases
    near: Phrases = ()
    unless: Phrases = ()
    why: MaybeText = ""
    instead: MaybeText = ""
    confidence: Confidence | None = None
    expandable: bool = False
    stays: bool = False


class Reported(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a sentence names its speaker.

    `before`: in front of what was said, or at the end of the sentence; not behind a word of
    `not_after` ("it is said", "I said"), nor in front of one of `not_before` ("told him off").
    `labels`: only with a colon behind it. `anywhere`: wherever it stands in the sentence.
    `questions`: how a question begins, which says nothing.
    """

    before: Phrases
    anywhere: Phrases
    not_after: Text
    questions: Phrases
    labels: Phrases = ()
    not_before: MaybeText = ""


class WordingFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules as they stand in a file. `spellings`: other spellings of the words in it.

    `harmless`: expressions that mean nothing else; what lies on one is not marked.
    """

    format: int
    version: Text
    groups: dict[str, Text]
    irregular: dict[str, Text]
    spellings: dict[str, Text]
    reported: Reported
    harmless: Phrases
    types: tuple[WordingType, ...]
    rules: Annotated[tuple[WordingRule, ...], Meta(max_length=500)]


class Flag(msgspec.Struct, frozen=True):
    """One marked phrase: its kind, where it stands in code points (the end is not part of it), why
    it is marked, what to write instead, how sure that is, and the ways out. `stays`: it does not
    yield to a mark of another kind."""

    type: int
    start: int
    end: int
    why: str
    instead: str
    confidence: Confidence
    ways_out: tuple[WayOut, ...]
    stays: bool = False

    @property
    def reason(self) -> str:
        """Return in one sentence why it is marked and what to write, and what to check locally."""
        why, instead = self.why.rstrip("."), self.instead.rstrip(".")
        told = _("{why}: {instead}").format(why=why, instead=instead[:1].lower() + instead[1:])
        if self.confidence not in _CHECKED_LOCALLY:
            return _("{reason}.").format(reason=told)
        how = _(CONFIDENCE_WORDS[self.confidence])
        return _("{reason} ({confidence}).").format(reason=told, confidence=how)
