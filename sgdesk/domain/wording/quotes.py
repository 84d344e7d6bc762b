"""Where a text quotes somebody. Quoted words are their speaker's: never marked, never changed.

An apostrophe opens nothing, and a quotation mark that is never closed quotes nothing.
"""

import re
from bisect import bisect_right

# An apostrophe within a word is none of them.
_MARK = re.compile(r"[\"“”„«»‚‘]|(?<![^\W_])['’]|['’](?![^\W_])|\n[^\S\n]*\n|[.!?](?=\s)")
_PAIRS = {"“": "”", "„": "“”", "«": "»", "‚": "‘’"}
# As other languages, and machines that guess, use them: ”He hit me”, »He hit me«.
_TURNED = {"”": "”", "»": "«"}
# Rarer marks, read as those they look like.
_LIKE = str.maketrans("＂‟〝「『〞」』‹›`´‛", "\"““““”””«»''‘")
# "'em", "'n'", "'90s": whole words, for "'Never again'" and "'3 days ago'" are quotations.
_SHORTENED = re.compile(
    r"['’](?:(?:cause|em|til|till|tis|twas|bout|round|cos|coz|ere|ello|ouse|n)(?![^\W_])"
    r"|\d\d(?:s\b|\b(?=[.,;)]|$)))",
    re.IGNORECASE,
)
_BEFORE_SPEECH = '“"…(£[-?'
Marks = list[tuple[int, str]]


class Quotations:
    """The quotations of one text."""

    def __init__(self, text: str) -> None:
        text = text.translate(_LIKE)
        marks = [(found.start(), found[0]) for found in _MARK.finditer(text)]
        self._spans = _spans(text, marks)
        self._starts = [start for start, _end in self._spans]

    def hold(self, place: int) -> bool:
        """Return whether that place is quoted."""
        nearest = bisect_right(self._starts, place) - 1
        return nearest >= 0 and place < self._spans[nearest][1]


def _spans(text: str, marks: Marks) -> list[tuple[int, int]]:
    ends = _next_ends(marks)
    spans: list[tuple[int, int]] = []
    number = 0
    while number < len(marks):
        at, mark = marks[number]
        last = -1
        if mark in _PAIRS:
            last = _end_of_pair(text, marks, number, ends[mark])
        elif mark == '"' and _opens_straight(text, at):
            last = _end_of_straight(text, marks, number, ends['"'])
        elif mark in _TURNED and _opens_turned(text, at):
            last = ends[mark][number]
        elif mark in "‘'" and _opens_single(text, at):
            last = _end_of_single(text, marks, number)
        if last > number:
            spans.append((at, marks[last][0] + 1))
        number = max(number, last) + 1
    return spans


def _next_ends(marks: Marks) -> dict[str, list[int]]:
    """Return, for each mark that opens, which mark next closes or opens again; -1 for none."""
    wanted = {mark: mark + closing for mark, closing in _PAIRS.items()} | {'"': '"'} | _TURNED
    ends = {mark: [-1] * len(marks) for mark in wanted}
    for opening, either in wanted.items():
        nearest = -1
        for number in range(len(marks) - 1, -1, -1):
            ends[opening][number] = nearest
            if marks[number][1] in either:
                nearest = number
    return ends


def _end_of_pair(text: str, marks: Marks, number: int, ends: list[int]) -> int:
    opening = marks[number][1]
    end = ends[number]
    while end >= 0 and marks[end][1] == opening and _begins_paragraph(text, marks[end][0]):
        end = ends[end]
    if end < 0 or marks[end][1] not in _PAIRS[opening]:
        return -1
    begins_word = text[marks[end][0] + 1 : marks[end][0] + 2].isalnum()
    return -1 if opening == "‚" and begins_word else end


def _end_of_straight(text: str, marks: Marks, number: int, ends: list[int]) -> int:
    end = ends[number]
    if end < 0:
        return -1
    at = marks[end][0]
    opens_again = text[at - 1].isspace() and text[at + 1 : at + 2].isalnum()
    return -1 if opens_again else end


def _end_of_single(text: str, marks: Marks, number: int) -> int:
    """Return the mark that closes. One behind an s may be an owner's, if a surer one follows."""
    opening, owner = marks[number][1], -1
    for end in range(number + 1, len(marks)):
        at, mark = marks[end]
        if mark[0] == "\n":
            if opening == "'" or owner >= 0:
                break
        elif mark in ".!?":
            if owner >= 0:
                break
        elif mark in "‘'" and _opens_single(text, at):
            break
        elif mark in "’'" and _closes_single(text, at):
            if not _may_own(text, at):
                return end
            owner = end if owner < 0 else owner
    return owner


def _begins_paragraph(text: str, at: int) -> bool:
    return (
        not text[max(0, at - 20) : at].rpartition("\n")[2].strip()
        and "\n" in text[max(0, at - 20) : at]
    )


def _opens_straight(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return not before.isdigit() and (not before.isalnum() or after.isalnum())


def _opens_turned(text: str, at: int) -> bool:
    return not text[at - 1 : at].strip() and text[at + 1 : at + 2].isalnum()


def _opens_single(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if before.isalnum() or _SHORTENED.match(text, at):
        return False
    return text[at] == "‘" or after.isalnum() or (after != "" and after in _BEFORE_SPEECH)


def _closes_single(text: str, at: int) -> bool:
    return not text[at - 1].isspace() and not text[at + 1 : at + 2].isalnum()


def _may_own(text: str, at: int) -> bool:
    after = text[at + 1 : at + 3]
    return text[at - 1] in "sS" and after[:1] == " " and after[1:].islower()
