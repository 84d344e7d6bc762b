"""Text for a portal's boxes: counted as portals count, split at sentences, its parts numbered."""

import re

from sgdesk.text import _

USUAL_LIMIT = 2_000
LEAST_LIMIT = 20
_SENTENCE_ENDS = re.compile(r"(?:[.!?…。؟।][”\"’')\]]*\s+)|(?:\s*\n+)")
_SPACES = re.compile(r"\s+")
_MOST_DIGITS = 4


def counted(text: str) -> int:
    """Return how many characters a portal counts: two for a line break, and two for a character
    outside the first plane, such as a picture."""
    return sum(2 if letter == "\n" or ord(letter) > 0xFFFF else 1 for letter in text)


def split(text: str, limit: int) -> tuple[str, ...]:
    """Return the text in parts that fit with their numbers, cut at sentences where there is one.

    Nothing is left out or moved: the parts joined are the text. One longer than the limit in a
    single word is cut within it.
    """
    limit = max(limit, LEAST_LIMIT)
    if counted(text) <= limit:
        return (text,) if text else ()
    for digits in range(1, _MOST_DIGITS + 1):
        parts = _cut(text, limit - len(_number("9" * digits, "9" * digits)))
        if len(str(len(parts))) <= digits:
            return parts
    return parts


def numbered(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts with their numbers in front: "(1 of 3) "; a single one has none."""
    if len(parts) < 2:
        return parts
    count = str(len(parts))
    return tuple(f"{_number(str(at), count)}{part}" for at, part in enumerate(parts, 1))


def _number(at: str, count: str) -> str:
    return _("({number} of {count})").format(number=at, count=count) + " "


def _cut(text: str, limit: int) -> tuple[str, ...]:
    parts: list[str] = []
    start = 0
    while start < len(text):
        end = _furthest(text, start, limit)
        if end < len(text):
            end = _at_break(text, start, end)
        parts.append(text[start:end])
        start = end
    return tuple(parts)


def _furthest(text: str, start: int, limit: int) -> int:
    length, end = 0, start
    while end < len(text):
        length += counted(text[end])
        if length > limit:
            break
        end += 1
    return end


def _at_break(text: str, start: int, end: int) -> int:
    """Return where to cut: after the last sentence, or else after the last word."""
    for breaks in (_SENTENCE_ENDS, _SPACES):
        found = [one.end() for one in breaks.finditer(text, start, end) if one.end() > start]
        if found:
            return found[-1]
    return end
