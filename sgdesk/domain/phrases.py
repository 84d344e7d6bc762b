"""Phrases as data: a small language for words in a row, without regular expressions, so that a
file from outside can neither hang the program nor run in it.

`a|b` either; `word*` that beginning; `word?` may be left out; `#` a number in figures or words;
`_` any word; `..` up to three words; `@name` a word of that group. Capitals match capitals only.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BETWEEN_WORDS = re.compile(r"[\s\-–]*")
_SENTENCE_ENDS = re.compile(r"[.!?][\"”’')]*\s|\n")
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve few several couple".split()
)
_PREFIX = 3


class Word(msgspec.Struct, frozen=True):
    """One word of a text, where it stands, its sentence, and whether only a gap comes before it."""

    text: str
    plain: str
    start: int
    end: int
    sentence: int
    joined: bool

    @property
    def is_number(self) -> bool:
        """Return whether it is a number, in figures or in words."""
        return self.plain[0].isdigit() or self.plain in _NUMBERS


class Part(msgspec.Struct, frozen=True):
    """What may stand at one place of a phrase."""

    exact: frozenset[str]
    cased: frozenset[str]
    beginnings: tuple[str, ...]
    number: bool
    anything: bool
    optional: bool

    def fits(self, word: Word) -> bool:
        """Return whether that word may stand here."""
        return (
            self.anything
            or word.plain in self.exact
            or word.text in self.cased
            or (self.number and word.is_number)
            or word.plain.startswith(self.beginnings or "\0")
        )


Phrase = tuple[Part, ...]


class PhraseIndex:
    """Many phrases, each with what it stands for, found by their first word."""

    def __init__(self, phrases: Iterable[tuple[Phrase, int]]) -> None:
        self._by_word: dict[str, list[tuple[Phrase, int]]] = {}
        self._by_beginning: dict[str, list[tuple[Phrase, int]]] = {}
        self._by_number: list[tuple[Phrase, int]] = []
        for phrase, meaning in phrases:
            self._add(phrase, meaning)

    def matches(self, words: list[Word]) -> Iterator[tuple[int, int, int]]:
        """Yield (first word, word after the last, meaning) for each phrase found."""
        for first, word in enumerate(words):
            for phrase, meaning in self._starting_with(word):
                after = _end(phrase, 0, words, first, first)
                if after > first:
                    yield first, after, meaning

    def _starting_with(self, word: Word) -> Iterator[tuple[Phrase, int]]:
        yield from self._by_word.get(word.plain, ())
        yield from self._by_beginning.get(word.plain[:_PREFIX], ())
        if word.is_number:
            yield from self._by_number

    def _add(self, phrase: Phrase, meaning: int) -> None:
        first = phrase[0]
        for word in first.exact | {cased.lower() for cased in first.cased}:
            self._by_word.setdefault(word, []).append((phrase, meaning))
        for beginning in first.beginnings:
            self._by_beginning.setdefault(beginning[:_PREFIX], []).append((phrase, meaning))
        if first.number:
            self._by_number.append((phrase, meaning))


def words_of(text: str) -> list[Word]:
    """Return the words of a text with their places in code points."""
    words: list[Word] = []
    sentence = end = 0
    for found in _WORD.finditer(text):
        between = text[end : found.start()]
        if _SENTENCE_ENDS.search(between):
            sentence += 1
        plain = found[0].replace("’", "'").lower()
        joined = _BETWEEN_WORDS.fullmatch(between) is not None and "\n\n" not in between
        end = found.end()
        words.append(Word(found[0], plain, found.start(), end, sentence, joined))
    return words


def read_phrase(written: str, groups: Mapping[str, frozenset[str]]) -> Phrase:
    """Return the phrase that is written in the small language above.

    Raises ValueError when it is empty, begins with something that fits any word, or names a group
    that does not exist.
    """
    parts: list[Part] = []
    for piece in written.split():
        parts += [_part("_?", groups)] * 3 if piece == ".." else [_part(piece, groups)]
    if not parts or parts[0].optional or parts[0].anything:
        raise ValueError("A phrase begins with a word.")
    if any(len(beginning) < _PREFIX for beginning in parts[0].beginnings):
        raise ValueError("A beginning has at least three letters.")
    return tuple(parts)


def _part(piece: str, groups: Mapping[str, frozenset[str]]) -> Part:
    optional = piece.endswith("?")
    choices = piece.removesuffix("?").split("|")
    named = [choice[1:] for choice in choices if choice.startswith("@")]
    if unknown := [name for name in named if name not in groups]:
        raise ValueError(f"No group is called {unknown[0]}.")
    cased = {choice for choice in choices if choice.isupper() and len(choice) > 1}
    beginnings = tuple(choice[:-1] for choice in choices if choice.endswith("*"))
    return Part(
        exact=frozenset(choices).union(*(groups[name] for name in named)) - cased,
        cased=frozenset(cased),
        beginnings=beginnings,
        number="#" in choices,
        anything="_" in choices,
        optional=optional,
    )


def _end(phrase: Phrase, part: int, words: list[Word], word: int, first: int) -> int:
    """Return the word after the longest match of the phrase from here on, or -1."""
    if part == len(phrase):
        return word
    fits = (
        word < len(words)
        and (word == first or words[word].joined)
        and phrase[part].fits(words[word])
    )
    taken = _end(phrase, part + 1, words, word + 1, first) if fits else -1
    if taken < 0 and phrase[part].optional:
        return _end(phrase, part + 1, words, word, first)
    return taken
