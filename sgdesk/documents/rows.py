"""Lines of text and rows of cells as strips; what every kind of block is built from."""

import msgspec

from sgdesk.documents import styles
from sgdesk.documents.lines import Setter
from sgdesk.documents.strips import Mark, Strip, Stroke, Words
from sgdesk.documents.styles import LEFT, RIGHT, TEXT_WIDTH, Style

PAD = 3.5
_FEW_LINES = 5


class Cell(msgspec.Struct, frozen=True):
    """One text of a row: where it begins, how much room it has, how it is set."""

    x: float
    room: float
    text: str
    style: Style


def row(cells: list[Cell], setter: Setter, head: tuple[Strip, ...] = ()) -> list[Strip]:
    """Return cells side by side with a hairline under them, one strip for each line of text."""
    leading = max(cell.style.leading for cell in cells)
    ascent = max(cell.style.ascent for cell in cells)
    texts = [(cell, setter.wrapped(cell.text, cell.style, cell.room)) for cell in cells]
    count = max(len(lines) for _cell, lines in texts)
    found = []
    for index in range(count):
        top = PAD if index == 0 else 0.0
        marks: list[Mark] = [
            Words(cell.x, top + ascent, cell.style, lines[index], column)
            for column, (cell, lines) in enumerate(texts)
            if index < len(lines)
        ]
        height = top + leading
        if index == count - 1:
            height += PAD
            marks.append(hairline(height))
        stays = _stays(index, count)
        found.append(Strip(height, tuple(marks), joined=stays, continues=index > 0, head=head))
    return found


def running(text: str, style: Style, setter: Setter, indent: float = 0.0) -> list[Strip]:
    """Return a paragraph, one strip for each line."""
    lines = setter.wrapped(text, style, TEXT_WIDTH - indent)
    return [
        Strip(
            style.leading,
            (Words(LEFT + indent, style.ascent, style, line),),
            joined=_stays(index, len(lines)),
        )
        for index, line in enumerate(lines)
    ]


def hairline(down: float) -> Stroke:
    """Return the line that ends a row."""
    return Stroke(LEFT, down, RIGHT, down, 0.5, styles.HAIRLINE)


def joined(strips: list[Strip]) -> list[Strip]:
    """Return the strips tied to one another and to what follows."""
    return [msgspec.structs.replace(strip, joined=True) for strip in strips]


def after_gap(strips: list[Strip], gap: float) -> list[Strip]:
    """Return the strips with space above the first."""
    return [msgspec.structs.replace(strips[0], gap=gap), *strips[1:]]


def _stays(index: int, count: int) -> bool:
    # Short texts are never split, long ones never by a single line.
    return index < count - 1 and (count <= _FEW_LINES or index in (0, count - 2))
