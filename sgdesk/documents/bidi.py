"""The order in which a line of mixed left-to-right and right-to-left text is drawn.

Follows the Unicode Bidirectional Algorithm (UAX 9) without explicit embeddings and paired
brackets; a line is right-to-left only when nothing in it is a left-to-right letter.
"""

from itertools import groupby
from unicodedata import bidirectional

_RIGHT = ("R", "AL", "AN")
_NUMBERS = ("EN", "AN")


def has_right_to_left(text: str) -> bool:
    """Return whether any character of the text runs from right to left."""
    return any(bidirectional(character) in _RIGHT for character in text)


def visual_runs(line: str) -> list[tuple[str, bool]]:
    """Return the parts of a line from left to right, each with whether it runs right to left."""
    if not has_right_to_left(line):
        return [(line, False)]
    kinds = [bidirectional(character) or "L" for character in line]
    base = 0 if "L" in kinds else 1
    levels = _levels(_resolved(kinds, "R" if base else "L"), base)
    runs = [
        (level, "".join(character for _, character in part))
        for level, part in groupby(zip(levels, line, strict=True), key=lambda pair: pair[0])
    ]
    for lowest in range(max(levels), 0, -1):
        runs = _turned(runs, lowest)
    return [(text, level % 2 == 1) for level, text in runs]


def _resolved(kinds: list[str], base: str) -> list[str]:
    """Return L, R, EN, AN or ON for each character (rules W1 to W7)."""
    kinds = list(kinds)
    strong = base
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = kind = kinds[index - 1] if index else base
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for index in range(1, len(kinds) - 1):
        before, kind, after = kinds[index - 1 : index + 2]
        if before == after and (kind, before) in (("ES", "EN"), ("CS", "EN"), ("CS", "AN")):
            kinds[index] = before
    _join_signs(kinds)
    strong = base
    for index, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"
        elif kind not in _NUMBERS:
            kinds[index] = "ON"
    return kinds


def _join_signs(kinds: list[str]) -> None:
    """Make a percent or currency sign beside a number part of it (rule W5)."""
    for order in (range(1, len(kinds)), range(len(kinds) - 2, -1, -1)):
        step = order.step
        for index in order:
            if kinds[index] == "ET" and kinds[index - step] == "EN":
                kinds[index] = "EN"


def _levels(kinds: list[str], base: int) -> list[int]:
    """Return the level of each character (rules N1, N2, I1 and I2)."""
    outside = "R" if base else "L"
    index = 0
    while index < len(kinds):
        end = index
        while end < len(kinds) and kinds[end] == "ON":
            end += 1
        if end > index:
            before = _direction(kinds[index - 1]) if index else outside
            after = _direction(kinds[end]) if end < len(kinds) else outside
            kinds[index:end] = [before if before == after else outside] * (end - index)
        index = end + 1
    if base:
        return [1 if kind == "R" else 2 for kind in kinds]
    return [{"L": 0, "R": 1}.get(kind, 2) for kind in kinds]


def _direction(kind: str) -> str:
    return "L" if kind == "L" else "R"


def _turned(runs: list[tuple[int, str]], lowest: int) -> list[tuple[int, str]]:
    """Reverse each sequence of runs at or above a level (rule L2)."""
    turned: list[tuple[int, str]] = []
    for above, part in groupby(runs, key=lambda run: run[0] >= lowest):
        together = list(part)
        turned.extend(reversed(together) if above else together)
    return turned
