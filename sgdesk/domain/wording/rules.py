"""The rules for wording made ready: which phrases stand in one sentence, and whether they count."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from sgdesk.domain.wording.inflections import inflections
from sgdesk.domain.wording.kinds import TYPES, Reported, WordingFile
from sgdesk.domain.wording.language import Phrase, PhraseIndex, Vocabulary, read_phrase
from sgdesk.domain.wording.named import is_counted, names_paper
from sgdesk.domain.wording.words import Word, words_of

_NOT_NAMES, _NAMES, _KNOWN, _PAPERS = "not_names", "names", "known_capitals", "papers"
_PLAIN, _VOWELS = re.compile(r"[a-z]+"), frozenset("aeiouy")
_ABBREVIATIONS = 12
_LAST_WORDS = 2
_LONGEST_SPEAKER = 4
# Behind these stand quoted words, which are exempt, or something that was not said.
_BREAKS_OFF = frozenset("\"“„«‘';:”»‟‚‛‹＂`´「『〝")
_BUT = frozenset(["but", "however", "yet", "whereas"])
_WRITERS = frozenset(["i", "we"])
_GOES_ON = frozenset(["he", "she", "they", "that", "not", "it", "did", "had", "was"])


class Found(msgspec.Struct, frozen=True, gc=False):
    """A phrase of one rule in a sentence, in code points from where the sentence begins."""

    rule: int
    start: int
    end: int


class Wording:
    """The rules made ready for reading: built once, used for every text."""

    def __init__(self, source: WordingFile) -> None:
        """Raise ValueError, which names the place, for a phrase or kinds that are not in order."""
        self.version = source.version
        self.types = {kind.number: kind for kind in source.types}
        self.rules = source.rules
        self.yields = {kind.number: frozenset(kind.yields_to) for kind in source.types}
        if sorted(self.types) != list(range(1, TYPES + 1)):
            raise ValueError("types")
        vocabulary = _vocabulary(source)
        self._spellings = source.spellings
        self._no_names = vocabulary.groups.get(_NOT_NAMES, frozenset())
        self._papers = vocabulary.groups.get(_PAPERS, frozenset())
        self._phrases = _index([rule.phrases for rule in source.rules], vocabulary, "phrases")
        self._near = _each([rule.near for rule in source.rules], vocabulary, "near")
        self._unless = _each([rule.unless for rule in source.rules], vocabulary, "unless")
        self._reports = _Reports(source.reported, vocabulary)
        self._harmless = _index([source.harmless], vocabulary, "harmless")

    def found(self, sentence: str) -> tuple[Found, ...]:
        """Return the phrases that count in one sentence."""
        words = words_of(sentence, self._spellings, self._no_names)
        reported, asked = self._reports.words(sentence, words), self._reports.ask(sentence, words)
        harmless: frozenset[int] | None = None
        holds: dict[int, bool] = {}
        found: list[Found] = []
        for first, after, number in self._phrases.matches(words):
            if harmless is None:
                harmless = _words_in(self._harmless, words)
            if not harmless.isdisjoint(range(first, after)):
                continue
            kind = self.types[self.rules[number].type]
            if kind.reported_may and (first in reported or after - 1 in reported):
                continue
            if kind.asked_may and asked:
                continue
            if kind.named_may and names_paper(words, first, after, self._papers, self._no_names):
                continue
            if kind.counted_may and is_counted(sentence, words[after - 1].end):
                continue
            if number not in holds:
                holds[number] = self._holds(number, words)
            if holds[number]:
                found.append(Found(number, words[first].start, words[after - 1].end))
        return tuple(found)

    def _holds(self, number: int, words: Sequence[Word]) -> bool:
        near, unless = self._near.get(number), self._unless.get(number)
        if near is not None and not near.is_in(words):
            return False
        return unless is None or not unless.is_in(words)


class _Reports:
    """Finds which words of a sentence are what somebody else said."""

    def __init__(self, source: Reported, vocabulary: Vocabulary) -> None:
        self._before = _index([source.before], vocabulary, "reported before")
        self._anywhere = _index([source.anywhere], vocabulary, "reported anywhere")
        self._not_after = frozenset(source.not_after.split())
        self._not_before = frozenset(source.not_before.split())
        self._labels = _index([source.labels], vocabulary, "reported labels")
        self._questions = _index([source.questions], vocabulary, "reported questions")

    def ask(self, sentence: str, words: Sequence[Word]) -> bool:
        """Return whether the sentence is a question in full: "NAI?" is none."""
        if not words or "?" not in _gap(sentence, words, len(words)):
            return False
        return any(not first for first, _after, _meaning in self._questions.matches(words))

    def words(self, sentence: str, words: Sequence[Word]) -> frozenset[int]:
        if self._anywhere.is_in(words):
            return frozenset(range(len(words)))
        reported = self._labelled(sentence, words)
        for first, after, _meaning in self._before.matches(words):
            if first and words[first - 1].plain in self._not_after:
                continue
            if after < len(words) and words[after].plain in self._not_before:
                continue
            if after >= len(words) - _LAST_WORDS and _stands_apart(sentence, words, first):
                reported.update(range(_clause_start(sentence, words, first), after))
            if not _BREAKS_OFF & set(_gap(sentence, words, after)):
                reported.update(range(after, _clause_end(sentence, words, after)))
        return frozenset(reported)

    def _labelled(self, sentence: str, words: Sequence[Word]) -> set[int]:
        """Return the words behind the name of a speaker and a colon: "Mother: he fell"."""
        labelled: set[int] = set()
        for _first, after, _meaning in self._labels.matches(words):
            if ":" in _gap(sentence, words, after):
                labelled.update(range(after, _clause_end(sentence, words, after)))
        return labelled


def _words_in(phrases: PhraseIndex, words: Sequence[Word]) -> frozenset[int]:
    """Return which words the phrases lie on."""
    lie_on = (range(first, after) for first, after, _meaning in phrases.matches(words))
    return frozenset().union(*lie_on)


def _gap(sentence: str, words: Sequence[Word], number: int) -> str:
    """Return what stands in front of a word, or behind the last."""
    end = words[number].start if number < len(words) else len(sentence)
    return sentence[words[number - 1].end : end] if number else ""


def _stands_apart(sentence: str, words: Sequence[Word], number: int) -> bool:
    """Return whether a comma comes before the speaker: "He fell, his mother said."."""
    return any(
        "," in _gap(sentence, words, each)
        for each in range(max(2, number - _LONGEST_SPEAKER), number + 1)
    )


def _clause_start(sentence: str, words: Sequence[Word], number: int) -> int:
    while number > 0 and ";" not in _gap(sentence, words, number):
        number -= 1
    return number


def _clause_end(sentence: str, words: Sequence[Word], number: int) -> int:
    while number < len(words) and not _turns(sentence, words, number):
        number += 1
    return number


def _turns(sentence: str, words: Sequence[Word], number: int) -> bool:
    """Return whether the writer's own words begin here: "She said he fell, but the marks are"."""
    gap = _gap(sentence, words, number)
    if ";" in gap:
        return True
    if words[number].plain not in _BUT or number + 1 >= len(words):
        return False
    after = words[number + 1].plain
    return after in _WRITERS or ("," in gap and after not in _GOES_ON)


def _vocabulary(source: WordingFile) -> Vocabulary:
    groups: dict[str, frozenset[str]] = {}
    for name, words in source.groups.items():
        groups[name] = _group(words, source.irregular, groups)
    nothing: frozenset[str] = frozenset()
    known = groups.get(_KNOWN, nothing) | _ordinary(source, groups)
    not_names = groups.get(_NOT_NAMES, nothing) | (known - groups.get(_NAMES, nothing))
    return Vocabulary(groups, source.irregular, not_names, known)


def _ordinary(source: WordingFile, groups: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the words of the file that can be said: in capitals they are no abbreviation."""
    phrases = [
        each
        for rule in source.rules
        if rule.type != _ABBREVIATIONS
        for each in (*rule.phrases, *rule.near, *rule.unless)
    ]
    written = {word for each in phrases for word in _PLAIN.findall(each)}
    words = written.union(*groups.values(), source.spellings.values())
    return frozenset(word for word in words if _VOWELS & set(word))


def _group(
    words: str, irregular: Mapping[str, str], earlier: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """Return the words of a group, which may name the groups before it."""
    forms: set[str] = set()
    for word in words.split():
        if word.startswith("@"):
            forms |= earlier.get(word[1:], frozenset())
        else:
            forms |= inflections(word[:-1], irregular) if word.endswith("~") else {word}
    return frozenset(forms)


def _index(
    phrases: Sequence[Sequence[str]], vocabulary: Vocabulary, field: str, first: int = 0
) -> PhraseIndex:
    """Return the phrases of the rules from the first on. Raises ValueError with the place."""
    read: list[tuple[Phrase, int]] = []
    for number, rule_phrases in enumerate(phrases, first):
        for place, written in enumerate(rule_phrases):
            try:
                read.append((read_phrase(written, vocabulary), number))
            except ValueError as error:
                raise ValueError(f"rules {number + 1}, {field} {place + 1}") from error
    return PhraseIndex(read)


def _each(
    conditions: Sequence[Sequence[str]], vocabulary: Vocabulary, field: str
) -> dict[int, PhraseIndex]:
    return {
        number: _index([each], vocabulary, field, number)
        for number, each in enumerate(conditions)
        if each
    }
