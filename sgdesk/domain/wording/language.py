"""Phrases as data: a small language for words in a row, without regular expressions, so that a
file from outside can neither hang the program nor run in it.

`a|b` either; `word*` that beginning; `word~` that word with its endings; `word?` may be left out;
`*word` that ending, not first; `!word` never that one, of what stands beside it; `#` a number in
figures or words; `_` any word; `..` up to three words; `^` a name; `%` capitals that are no word;
`@name` a word of that group. Capitals match capitals only. `self-harm` is two words, with a hyphen
or a gap between them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sgdesk.domain.wording.inflections import inflections
from sgdesk.domain.wording.words import Word

_PREFIX = 3
_SIGNS = frozenset("#_^%")


class Vocabulary(msgspec.Struct, frozen=True):
    """What phrases may name: groups of words, endings that are not regular, what is no name."""

    groups: Mapping[str, frozenset[str]]
    irregular: Mapping[str, str]
    no_names: frozenset[str]
    known_short: frozenset[str]
    # Parts that were read: many phrases share theirs.
    parts: dict[str, "Part"] = msgspec.field(default_factory=dict)


class Part(msgspec.Struct, frozen=True, gc=False):
    """What may stand at one place of a phrase."""

    exact: frozenset[str]
    cased: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    not_names: frozenset[str] | None
    not_short: frozenset[str] | None
    compounds: tuple[tuple[str, ...], ...]
    barred: frozenset[str]
    number: bool
    anything: bool
    optional: bool
    is_exact: bool

    def fits(self, word: Word) -> bool:
        """Return whether that word may stand here."""
        if self.is_exact or word.plain in self.exact:
            return word.plain in self.exact
        return word.plain not in self.barred and (
            self.anything
            or (bool(self.beginnings) and word.plain.startswith(self.beginnings))
            or (bool(self.endings) and word.plain.endswith(self.endings))
            or (self.number and word.is_number)
            or word.text in self.cased
            or (
                self.not_names is not None
                and word.is_capitalised
                and word.plain not in self.not_names
            )
            or (
                self.not_short is not None
                and word.is_short_form
                and word.plain not in self.not_short
            )
        )


Phrase = tuple[Part, ...]
# The words of which one comes second, the words of which one stands somewhere behind (where those
# are certain words), the phrase, and what it stands for. Both rule most phrases out at once.
_Opening = tuple[frozenset[str] | None, frozenset[str] | None, Phrase, int]


class PhraseIndex:
    """Many phrases, each with what it stands for, found by their first words."""

    def __init__(self, phrases: Iterable[tuple[Phrase, int]]) -> None:
        self._by_word: dict[str, list[_Opening]] = {}
        self._by_beginning: dict[str, list[_Opening]] = {}
        self._by_number: list[_Opening] = []
        self._by_name: list[_Opening] = []
        self._no_names: frozenset[str] = frozenset()
        self._by_capitals: list[_Opening] = []
        for phrase, meaning in phrases:
            self._add(phrase, (_seconds(phrase), _wanted(phrase), phrase, meaning))

    def matches(self, words: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
        """Yield (first word, word after the last, meaning) for each phrase found."""
        written = {word.plain for word in words}
        for first, word in enumerate(words):
            second = words[first + 1] if first + 1 < len(words) else None
            plain = second.plain if second is not None and second.joined else ""
            for seconds, wanted, phrase, meaning in self._starting_with(word):
                if seconds is not None and plain not in seconds:
                    continue
                if wanted is not None and wanted.isdisjoint(written):
                    continue
                if seconds is None and not _may_begin(phrase, second):
                    continue
                after = _end(phrase, 0, words, first, first)
                if after > first:
                    yield first, after, meaning

    def is_in(self, words: Sequence[Word]) -> bool:
        """Return whether one of the phrases stands in these words."""
        return next(self.matches(words), None) is not None

    def _starting_with(self, word: Word) -> Iterator[_Opening]:
        yield from self._by_word.get(word.plain, ())
        yield from self._by_beginning.get(word.plain[:_PREFIX], ())
        if self._by_number and word.is_number:
            yield from self._by_number
        if self._by_name and word.is_capitalised and word.plain not in self._no_names:
            yield from self._by_name
        if self._by_capitals and word.is_short_form:
            yield from self._by_capitals

    def _add(self, phrase: Phrase, opening: _Opening) -> None:
        first = phrase[0]
        compounds = {compound[0] for compound in first.compounds}
        for word in first.exact | compounds | {cased.lower() for cased in first.cased}:
            self._by_word.setdefault(word, []).append(opening)
        for beginning in {each[:_PREFIX] for each in first.beginnings}:
            self._by_beginning.setdefault(beginning, []).append(opening)
        if first.number:
            self._by_number.append(opening)
        if first.not_names is not None:
            self._by_name.append(opening)
            self._no_names = first.not_names
        if first.not_short is not None:
            self._by_capitals.append(opening)


def read_phrase(written: str, vocabulary: Vocabulary) -> Phrase:
    """Return the phrase that is written in the small language above.

    Raises ValueError when it is empty, begins with something that fits any word, or names a group
    that does not exist.
    """
    parts: list[Part] = []
    for piece in written.split():
        parts += [_shared("_?", vocabulary)] * 3 if piece == ".." else [_shared(piece, vocabulary)]
    if not parts or _opens_with_any(parts[0]):
        raise ValueError("A phrase begins with a word.")
    if any(len(beginning) < _PREFIX for beginning in parts[0].beginnings):
        raise ValueError("A beginning has at least three letters.")
    return tuple(parts)


def _opens_with_any(part: Part) -> bool:
    return part.optional or part.anything or bool(part.endings)


def _shared(piece: str, vocabulary: Vocabulary) -> Part:
    if piece not in vocabulary.parts:
        vocabulary.parts[piece] = _part(piece, vocabulary)
    return vocabulary.parts[piece]


def _part(piece: str, vocabulary: Vocabulary) -> Part:
    optional = piece.endswith("?")
    choices = piece.removesuffix("?").split("|")
    barred = _all_words([each[1:] for each in choices if each.startswith("!")], vocabulary)
    choices = [each for each in choices if not each.startswith("!")]
    exact = _all_words(choices, vocabulary) - barred
    cased = frozenset(choice for choice in choices if choice.isupper() and len(choice) > 1)
    compounds = frozenset(word for word in exact if "-" in word.strip("-"))
    return Part(
        exact=frozenset(exact - compounds),
        cased=cased,
        beginnings=tuple(choice[:-1] for choice in choices if choice.endswith("*")),
        endings=tuple(choice[1:] for choice in choices if choice.startswith("*")),
        not_names=vocabulary.no_names if "^" in choices else None,
        not_short=vocabulary.known_short if "%" in choices else None,
        compounds=tuple(tuple(word.split("-")) for word in sorted(compounds)),
        barred=barred,
        number="#" in choices,
        anything="_" in choices,
        optional=optional,
        is_exact=all(choice not in _SIGNS and _is_plain(choice) for choice in choices),
    )


def _is_plain(choice: str) -> bool:
    return "*" not in choice and not (choice.isupper() and len(choice) > 1)


def _all_words(choices: Sequence[str], vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset().union(*(_words(choice, vocabulary) for choice in choices))


def _words(choice: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words that a choice stands for, when it stands for certain words."""
    if choice.startswith("@"):
        if choice[1:] not in vocabulary.groups:
            raise ValueError(f"No group is called {choice[1:]}.")
        return vocabulary.groups[choice[1:]]
    if choice.endswith("~"):
        return inflections(choice[:-1], vocabulary.irregular)
    if "n't" in choice:
        raise ValueError("A contraction is written as two words.")
    is_word = choice not in _SIGNS and "*" not in choice
    is_cased = choice.isupper() and len(choice) > 1
    return frozenset([choice]) if is_word and not is_cased else frozenset()


def _seconds(phrase: Phrase) -> frozenset[str] | None:
    """Return the words of which one comes second, or None where it need not be one of a list."""
    words = frozenset(compound[1] for compound in phrase[0].compounds)
    for part in phrase[1:]:
        if not part.is_exact:
            return None
        words |= _opening_words(part)
        if not part.optional:
            return words
    return None


def _wanted(phrase: Phrase) -> frozenset[str] | None:
    """Return the words of which one stands behind the first, the fewest, or None for any words."""
    needed = [_opening_words(part) for part in phrase[1:] if part.is_exact and not part.optional]
    return min(needed, key=len, default=None)


def _opening_words(part: Part) -> frozenset[str]:
    if not part.compounds:
        return part.exact
    return part.exact | {compound[0] for compound in part.compounds}


def _may_begin(phrase: Phrase, second: Word | None) -> bool:
    """Return whether the second word lets a phrase begin: most end here, which saves time."""
    if len(phrase) == 1 or phrase[0].compounds or phrase[1].compounds or phrase[1].optional:
        return True
    return second is not None and second.joined and phrase[1].fits(second)


def _end(phrase: Phrase, part: int, words: Sequence[Word], word: int, first: int) -> int:
    """Return the word after the longest match of the phrase from here on, or -1."""
    while part < len(phrase):
        here = phrase[part]
        fits = (
            word < len(words) and (word == first or words[word].joined) and here.fits(words[word])
        )
        if fits and not here.optional and not here.compounds:
            part, word = part + 1, word + 1
            continue
        taken = _end(phrase, part + 1, words, word + 1, first) if fits else -1
        if taken < 0 and here.compounds:
            taken = _compound_end(phrase, part, words, word, first)
        if taken >= 0 or not here.optional:
            return taken
        part += 1
    return word


def _compound_end(phrase: Phrase, part: int, words: Sequence[Word], word: int, first: int) -> int:
    """Return the word after the longest match where a compound stands at this place, or -1."""
    for compound in phrase[part].compounds:
        after = word + len(compound)
        plain = tuple(each.plain for each in words[word:after])
        if plain == compound and all(each.joined for each in words[max(word, first + 1) : after]):
            taken = _end(phrase, part + 1, words, after, first)
            if taken >= 0:
                return taken
    return -1
