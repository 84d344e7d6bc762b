"""Answers of a form written into their boxes with faces of our own; nothing of them is cut."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

import msgspec

from sgdesk.documents.drawing import open_canvas
from sgdesk.documents.fonts import unprintable
from sgdesk.documents.lines import Line, Setter
from sgdesk.documents.shaping import clusters
from sgdesk.documents.sheet import Sheet
from sgdesk.documents.strips import Frame, Strip, Words
from sgdesk.documents.styles import INK, PAGE_HEIGHT, REGULAR, Style

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_USUAL, _LEAST, _SMALLER = 12.0, 5.0, 0.5
_THIN = 0.75
_LEADING, _PAD, _MOST_OF_HEIGHT = 1.2, 2.0, 0.85
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s+Tf")
_TICK = "{left:.2f} {middle:.2f} m {low:.2f} {bottom:.2f} l {right:.2f} {top:.2f} l S"
_CROSS = "{left:.2f} {bottom:.2f} m {right:.2f} {top:.2f} l {left:.2f} {top:.2f} m"
_CROSS += " {right:.2f} {bottom:.2f} l S"
_SQUARE = "{left:.2f} {bottom:.2f} {across:.2f} {up:.2f} re f"


class Answer(msgspec.Struct, frozen=True):
    """A text and its box in points. `cells` are those of a comb, or none; `side` is where lines
    begin: 0 left, 1 in the middle, 2 right."""

    text: str
    width: float
    height: float
    size: float = 0.0
    side: int = 0
    cells: int = 0
    has_lines: bool = False
    has_frame: bool = False


def size_in(appearance: str) -> float:
    """Return the size of letters that a field asks for, or 0 for whatever fits."""
    found = _SIZE.findall(appearance)
    return float(found[-1]) if found else 0.0


def written(document: "Pdf", answers: Sequence[Answer]) -> list["Object | None"]:
    """Return each answer as a part of a PDF, or None for one that its box cannot hold or that has
    characters which no font here has."""
    import pikepdf

    setter, out = Setter(), BytesIO()
    placed = [_placed(answer, setter) for answer in answers]
    canvas = open_canvas(out, REGULAR)
    for words, answer in zip(placed, answers, strict=True):
        sheet = Sheet(canvas)
        sheet.strip(PAGE_HEIGHT, Strip(PAGE_HEIGHT, (*_frame(answer), *(words or ()))))
        sheet.finish()
    canvas.save()
    parts: list[Object | None] = []
    with pikepdf.open(BytesIO(out.getvalue())) as drawn:
        for page, words, answer in zip(drawn.pages, placed, answers, strict=False):
            if words is None:
                parts.append(None)
                continue
            form = document.copy_foreign(page.as_form_xobject())
            form.BBox = pikepdf.Array([0, PAGE_HEIGHT - answer.height, answer.width, PAGE_HEIGHT])
            parts.append(form)
    return parts


def ticked(document: "Pdf", width: float, height: float, sign: str, *, has_frame: bool) -> "Object":
    """Return a box with a sign in it: a cross for 8, a filled square for n, or else a tick."""
    import pikepdf

    drawn = {"8": _CROSS, "n": _SQUARE}.get(sign, _TICK).format(
        left=width * 0.2, low=width * 0.42, right=width * 0.8, across=width * 0.6,
        bottom=height * 0.2, middle=height * 0.5, top=height * 0.8, up=height * 0.6,
    )  # fmt: skip
    thick = max(1.0, min(width, height) * 0.12)
    if has_frame:
        drawn = f"{drawn} {_THIN} w 0.4 0.4 {width - 0.8:.2f} {height - 0.8:.2f} re S"
    return document.make_stream(
        f"q 0 G 0 g {thick:.2f} w {drawn} Q".encode(), Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form, BBox=[0, 0, width, height],
    )  # fmt: skip


def _frame(answer: Answer) -> Iterator[Frame]:
    if answer.has_frame:
        inside = (answer.width - _THIN, answer.height - _THIN)
        yield Frame(_THIN / 2, _THIN / 2, *inside, _THIN, INK)


def _placed(answer: Answer, setter: Setter) -> list[Words] | None:
    if unprintable([answer.text]):
        return None
    text = answer.text if answer.has_lines else " ".join(answer.text.splitlines())
    size = min(answer.size or _USUAL, max(_LEAST, answer.height * _MOST_OF_HEIGHT))
    while size >= _LEAST:
        style = Style(REGULAR, size, size * _LEADING)
        found = _combed(answer, style, setter) if answer.cells else None
        found = found or _lines(answer, text, style, setter)
        if found is not None:
            return found
        size -= _SMALLER
    return None


def _combed(answer: Answer, style: Style, setter: Setter) -> list[Words] | None:
    letters, cell = clusters(answer.text), answer.width / answer.cells
    if len(letters) > answer.cells:
        return None
    first = {0: 0, 1: (answer.cells - len(letters)) // 2}.get(
        answer.side, answer.cells - len(letters)
    )
    if max((setter.width(one, style.face) for one in letters), default=0) * style.size > cell:
        return None
    down = (answer.height + 0.72 * style.size) / 2
    return [
        Words((first + at + 0.5) * cell - wide / 2, down, style, line)
        for at, letter in enumerate(letters)
        for line in setter.wrapped(letter, style, style.size * 4)
        for wide in [setter.line_width(line, style.face) * style.size]
    ]


def _lines(answer: Answer, text: str, style: Style, setter: Setter) -> list[Words] | None:
    """Return the lines of an answer, or None where they do not fit into its box."""
    room = answer.width - 2 * _PAD
    lines = setter.wrapped(text, style, room) if room > style.size else []
    if not lines or (len(lines) > 1 and not answer.has_lines and style.size > _LEAST):
        return None
    tall = len(lines) * style.leading
    if (tall > answer.height and len(lines) > 1) or style.size > answer.height:
        return None
    top = _PAD if answer.has_lines and tall + _PAD <= answer.height else (answer.height - tall) / 2
    return [
        Words(_start(answer, line, style, setter), top + at * style.leading + style.ascent, style,
              line)
        for at, line in enumerate(lines)
    ]  # fmt: skip


def _start(answer: Answer, line: Line, style: Style, setter: Setter) -> float:
    spare = answer.width - 2 * _PAD - setter.line_width(line, style.face) * style.size
    return _PAD + max(0.0, spare) * answer.side / 2
