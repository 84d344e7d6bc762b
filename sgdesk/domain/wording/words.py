"""A text as words: where each stands, contractions opened, spellings made one.

Places are code points of the text exactly as given; nothing in it is changed.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest

import msgspec

_LETTER = r"[^\W\d_][\u0300-\u036f\u00ad]*"
_WORD = re.compile(
    r"(?<=\d)/(?:7|12|52)\b(?!/)|(?<![^\W_])[A-Za-z][/&][A-Za-z](?![^\W_])|\d+(?:[.,]\d+)*"
    rf"|(?:{_LETTER})+(?:['’ʼ`](?:{_LETTER})+)*|(?<!\S)\?(?=\s?[^\W\d_])"
)
_JOINTS = frozenset(["", "-", "–", "‐", "‑"])
# A question mark in front of a word is one too: "?fracture".
_QUERY = "query"
_CUT_SHORT = frozenset(["approx", "c", "est", "circa", "prob", "poss"])
# "NM-448210", "ZZ99".
_REFERENCE = re.compile(r"[-/]?\d{2}")
_MARKS = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "\u00ad": None})
# "HVs", "SW's", "NFA'd".
_SEVERAL = re.compile(r"([A-Z]{2,5})['’]?(?:s|d|ed)")
_VOWELS = frozenset("AEIOUY")
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve few several couple".split()
)
_OPENED = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_OF_PRONOUNS = {"'s": "is", "'d": "would"}
_PRONOUNS = frozenset("he she it that this there who what i we they you here".split())
# "Mum's a", "Dad's always", "Gran's been": no possessive stands before these.
_BEFORE_IS = frozenset(
    "a an the not very so too just being always never really quite rather also only still clearly"
    " obviously definitely probably such trying lying hiding going".split()
)
_BEFORE_HAS = frozenset(["been", "got", "had", "gone"])
_WITHOUT_MARK = frozenset(
    "dont doesnt didnt isnt wasnt arent werent cant couldnt wouldnt shouldnt hasnt havent hadnt"
    " wont".split()
)
_TITLES = frozenset("mr mrs ms miss dr nurse prof professor sir".split())
_FIRST_HALF = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
# A sentence without an end is cut here, so that one without end takes no longer than many.
_LONGEST_SENTENCE = 600
_BREAK = re.compile(
    r"(?:(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)(?<!\bNo)(?<!approx)(?<!\bc)(?<!\be\.g)(?<!\bi\.e)\."
    r"|!|(?<!\s)\?)[\"”’')]*(?=\s)|\r?\n(?=[^\S\n]*\n)|\r?\n(?![^\S\n]*[a-z(])"
)


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word: as written, in plain form, where it stands, whether only a gap comes before it."""

    text: str
    plain: str
    start: int
    end: int
    joined: bool
    is_shouted: bool = False

    @property
    def is_number(self) -> bool:
        """Return whether it is a number, in figures or in words."""
        return self.plain[0].isdigit() or self.plain in _NUMBERS

    @property
    def is_short_form(self) -> bool:
        """Return whether it is a few capitals: two to five, more than two if they have a vowel.

        In a sentence in capitals only those that cannot be read as a word.
        """
        if not self.text.isupper() or not 1 < len(self.text) < 6:
            return False
        return not _VOWELS & set(self.text) or (len(self.text) > 2 and not self.is_shouted)

    @property
    def is_capitalised(self) -> bool:
        """Return whether it is written like a name."""
        return self.text[0].isupper() and self.text[1:2].islower()


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences of a text with the place where each begins. Together they are all of it.

    A line that goes on in small letters goes on with its sentence.
    """
    start = 0
    for found in _BREAK.finditer(text):
        yield from _cut(text, start, found.end())
        start = found.end()
    yield from _cut(text, start, len(text))


def words_of(text: str, spellings: Mapping[str, str], no_names: frozenset[str]) -> list[Word]:
    """Return the words of a text. `doesn't` is two in one place: `does`, `not`.

    The plain form of a surname is no word: "Mrs Strange", "Will Sharp".
    """
    words: list[Word] = []
    is_shouted = text.isupper()
    end = 0
    for found in _WORD.finditer(text):
        start, gap = found.start(), text[end : found.start()].strip()
        joined = gap in _JOINTS or (gap == "." and bool(words) and words[-1].plain in _CUT_SHORT)
        end = found.end()
        first, second = _halves(found[0].translate(_MARKS).lower())
        first = _QUERY if first == "?" else first
        # The letters of a number are no abbreviation.
        is_reference = _REFERENCE.match(text, end) or text[max(0, start - 1) : start].isdigit()
        own = found[0].lower() if is_reference else found[0]
        if several := _SEVERAL.fullmatch(own):
            own = several[1]
            first, second = own.lower(), ""
        # "DA" is no Scottish father.
        spelled = first if own.isupper() and len(own) > 1 else spellings.get(first, first)
        # "Mrs JONES" is no abbreviation.
        is_name = joined and bool(words) and words[-1].plain in _TITLES
        word = Word(own, spelled, start, end, joined, is_shouted or is_name)
        if joined and words and word.is_capitalised and _is_named(words[-1], no_names):
            word = msgspec.structs.replace(word, plain=f"^{first}")
        words.append(word)
        if second:
            words.append(Word(second, second, start, end, joined=True))
    return _opened(words)


def _opened(words: list[Word]) -> list[Word]:
    """Return the words with "Mum's" as two, where it is "Mum is" or "Mum has"."""
    opened: list[Word] = []
    for word, after in zip_longest(words, words[1:]):
        is_open = word.plain.endswith("'s") and after is not None and after.joined
        if is_open and (verb := _verb_before(after.plain)):
            opened.append(msgspec.structs.replace(word, plain=word.plain[:-2]))
            opened.append(Word(verb, verb, word.start, word.end, joined=True))
        else:
            opened.append(word)
    return opened


def _verb_before(after: str) -> str:
    return "is" if after in _BEFORE_IS else "has" if after in _BEFORE_HAS else ""


def _is_named(before: Word, no_names: frozenset[str]) -> bool:
    return before.plain in _TITLES or (before.is_capitalised and before.plain not in no_names)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    while end - start > _LONGEST_SENTENCE:
        gap = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        middle = gap if gap > start else start + _LONGEST_SENTENCE
        yield start, text[start:middle]
        start = middle
    if end > start:
        yield start, text[start:end]


def _halves(plain: str) -> tuple[str, str]:
    """Return both words of a contraction, or one word and nothing."""
    if plain == "cannot":
        return "can", "not"
    if plain.endswith("n't"):
        return _FIRST_HALF.get(plain[:-3], plain[:-3]), "not"
    if plain in _WITHOUT_MARK:
        return _FIRST_HALF.get(plain[:-2], plain[:-2]), "not"
    base, mark, ending = plain.partition("'")
    if mark and mark + ending in _OPENED:
        return base, _OPENED[mark + ending]
    if mark and base in _PRONOUNS and mark + ending in _OF_PRONOUNS:
        return base, _OF_PRONOUNS[mark + ending]
    return plain, ""
