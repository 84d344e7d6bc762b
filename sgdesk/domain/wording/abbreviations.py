"""Abbreviations that a text explains: "non-accidental injury (NAI)"."""

import re
from bisect import bisect_right

_BRACKET = re.compile(r"\(")
_SHORT_FORM = re.compile(r"\(([A-Z][A-Za-z]{1,6})s?\)")
_WORD = re.compile(r"[^\W_]+")
_LONGEST_SHORT = 40
_LONGEST_TERM = 90
_SMALL_WORDS = 2


def explained(text: str) -> frozenset[str]:
    """Return the words that stand alone in brackets, or in front of brackets."""
    alone: set[str] = set()
    for found in _BRACKET.finditer(text):
        inner = text[found.end() : found.end() + _LONGEST_SHORT].partition(")")[0].strip()
        before = text[max(0, found.start() - _LONGEST_SHORT) : found.start()].split()
        # "PHQ-9 (Patient Health Questionnaire)".
        alone.update([inner, *before[-1:], *(each.partition("-")[0] for each in before[-1:])])
    return frozenset(alone)


class Terms:
    """The terms of one text that are followed by their abbreviation: names, not the writer's."""

    def __init__(self, text: str) -> None:
        self._spans = [
            (start, found.end())
            for found in _SHORT_FORM.finditer(text)
            if (start := _term_start(text, found.start(), found[1])) < found.start()
        ]
        self._starts = [start for start, _end in self._spans]

    def hold(self, start: int, end: int) -> bool:
        """Return whether that phrase is a part of a term."""
        nearest = bisect_right(self._starts, start) - 1
        return nearest >= 0 and end <= self._spans[nearest][1]


def _term_start(text: str, bracket: int, short: str) -> int:
    """Return where the words begin whose first letters the abbreviation has, or the bracket."""
    letters = short.upper()
    first = max(0, bracket - _LONGEST_TERM)
    words = list(_WORD.finditer(text, first, bracket))[-(len(letters) + _SMALL_WORDS) :]
    for word in words:
        if word[0][0].upper() == letters[0]:
            return word.start()
    return bracket
