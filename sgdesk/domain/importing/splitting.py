"""A text split into rows and cells: tab, semicolon, comma or bar, quoted or not."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

import msgspec

from sgdesk.text import _

DELIMITERS = ("\t", ";", ",", "|")
_TOLD_FIRST = re.compile(r"sep=(.)[ \t]*(?:\n|\Z)", re.IGNORECASE)
_QUOTED = re.compile(r' *"((?:[^"]|"")*)("?)')
_TRIED_ROWS = 40


class Row(msgspec.Struct, frozen=True):
    """One row: the number of its first line, its cells, what is wrong with its quotation, and the
    text itself."""

    line: int
    cells: tuple[str, ...]
    wrong: str = ""
    raw: str = ""


class Cut(msgspec.Struct, frozen=True):
    """Some rows of a text as they stand in it. `head` is what stands above them, with its line
    break: the headings, and before them how the cells are separated where that could be mistaken.
    """

    head: str = ""
    rows: str = ""

    @property
    def text(self) -> str:
        """The rows below their head, or "" without rows."""
        return f"{self.head}{self.rows}" if self.rows else ""


def rows_of(text: str) -> list[Row]:
    """Return the rows that hold anything, with the number of the line on which each begins.

    The delimiter is the one that a first line `sep=;` names, or the one that splits most rows
    into the same number of cells.
    """
    return list(_rows(*_opened(text)))


def cut_out(text: str, lines: Collection[int], headings: int | Sequence[str]) -> Cut:
    """Return the rows that begin on these lines, below the headings: the row of this line, or
    these words where the text has none."""
    plain, delimiter, first_line = _opened(text)
    rows = list(_rows(plain, delimiter, first_line))
    if isinstance(headings, int):
        above = "".join(row.raw for row in rows if row.line == headings)
    else:
        above = delimiter.join(headings)
    head = f"{above}\n"
    kept = "\n".join(row.raw for row in rows if row.line in lines)
    if _opened(f"{head}{kept}")[1] != delimiter:
        head = f"sep={delimiter}\n{head}"
    return Cut(head, kept)


def _opened(text: str) -> tuple[str, str, int]:
    """Return the lines that hold rows, the delimiter, and the number of the first of them."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    told = _TOLD_FIRST.match(plain)
    if told is not None:
        return plain[told.end() :], told[1], 2
    return plain, _delimiter(plain), 1


def _delimiter(text: str) -> str:
    return max(DELIMITERS, key=lambda one: (_agreement(text, one), -DELIMITERS.index(one)))


def _agreement(text: str, delimiter: str) -> float:
    """Return how well a delimiter splits the first rows: by how many agree on the most cells."""
    found = _rows(text, delimiter, 1)
    widths = [len(row.cells) for row, _number in zip(found, range(_TRIED_ROWS), strict=False)]
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0.0
    width, agreeing = several.most_common(1)[0]
    return agreeing / len(widths) + min(width, 20) / 1000


def _rows(text: str, delimiter: str, first_line: int) -> Iterator[Row]:
    plain = re.compile(rf"[^\n{re.escape(delimiter)}]*")
    at, line = 0, first_line
    while at < len(text):
        begun, cells, wrong, opened = line, list[str](), "", at
        while True:
            at, cell, amiss = _cell(text, at, delimiter, plain)
            line += cell.count("\n")
            cells.append(_clean(cell))
            wrong = wrong or amiss
            if at >= len(text) or text[at] == "\n":
                break
            at += 1
        if any(cells):
            yield Row(begun, tuple(cells), wrong, text[opened:at])
        at += 1
        line += 1


def _cell(text: str, at: int, delimiter: str, plain: re.Pattern[str]) -> tuple[int, str, str]:
    """Return where a cell ends, what it holds, and what is wrong with its quotation."""
    quoted = _QUOTED.match(text, at)
    if quoted is not None:
        after = _blanks(text, quoted.end())
        closed = bool(quoted[2])
        if closed and (after >= len(text) or text[after] in ("\n", delimiter)):
            return after, quoted[1].replace('""', '"'), ""
        if not closed or "\n" in quoted[1]:
            rest = plain.match(text, at)
            end = rest.end() if rest is not None else at
            return end, text[at:end], _("A quotation mark opens in this line and does not close.")
    found = plain.match(text, at)
    end = found.end() if found is not None else at
    return end, text[at:end], ""


def _blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _clean(cell: str) -> str:
    # Signs that no page can show go; a line break and a tab inside quotation marks stay.
    kept = "".join(sign for sign in cell if sign in "\n\t" or sign.isprintable() or ord(sign) > 159)
    return kept.replace("\xa0", " ").strip()
