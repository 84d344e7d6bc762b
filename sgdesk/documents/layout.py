"""Blocks measured into strips."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

import msgspec

from sgdesk.documents import blocks, styles
from sgdesk.documents.body_map import body_map
from sgdesk.documents.boxes import banner, boxed_lines, numbered_words, signature_lines, tick_lines
from sgdesk.documents.lines import Setter
from sgdesk.documents.rows import PAD, Cell, after_gap, hairline, joined, row, running
from sgdesk.documents.strips import Mark, Strip, Stroke, Words
from sgdesk.documents.styles import LEFT, RIGHT, TEXT_WIDTH
from sgdesk.documents.time_line import time_line
from sgdesk.documents.tooth_chart import tooth_chart
from sgdesk.text import _

_LABEL_WIDTH = 148.0
_GUTTER = 10.0
_INDENT = 4.0
_VALUE_LEFT = LEFT + _INDENT + _LABEL_WIDTH + _GUTTER
_VALUE_WIDTH = RIGHT - _VALUE_LEFT
_QUOTE_INDENT = 14.0


def strips(content: Iterable[blocks.Block], setter: Setter) -> list[Strip]:
    """Return every block as strips, in order. What is signed never stands alone on a page, and
    what goes on at the top of a page says which section it is of."""
    found: list[Strip] = []
    whole = list(content)
    again: tuple[Strip, ...] = ()
    for number, block in enumerate(whole):
        if found and not found[-1].breaks and _is_signed(whole[number:]):
            found[-1] = msgspec.structs.replace(found[-1], joined=True)
        made = _strips(block, setter)
        if isinstance(block, blocks.Heading | blocks.Title | blocks.PageBreak):
            again = _continued(block, setter) if isinstance(block, blocks.Heading) else ()
        elif again:
            made = [msgspec.structs.replace(one, head=(*again, *one.head)) for one in made]
        found.extend(made)
    return found


def _continued(heading: blocks.Heading, setter: Setter) -> tuple[Strip, ...]:
    if not heading.number:
        return ()
    told = _("{number} {heading}, continued")
    text = told.format(number=heading.number, heading=heading.text)
    *above, last = running(text, styles.LABEL, setter)
    return (*above, msgspec.structs.replace(last, height=last.height + 4))


def _is_signed(rest: Sequence[blocks.Block]) -> bool:
    """Say whether the rest begins with a section that has nothing but a statement to sign."""
    if not isinstance(rest[0], blocks.Heading):
        return False
    section = takewhile(lambda block: not isinstance(block, blocks.Heading), rest[1:])
    kinds = {type(block) for block in section}
    return blocks.SignatureLines in kinds and kinds <= {blocks.Paragraph, blocks.SignatureLines}


def _strips(block: blocks.Block, setter: Setter) -> Sequence[Strip]:
    match block:
        case blocks.Rows():
            return _rows(block, setter)
        case blocks.Table():
            return _table(block, setter)
        case blocks.Heading():
            return _heading(block, setter)
        case blocks.Title():
            return _title(block, setter)
        case blocks.Paragraph():
            style = styles.STRONG if block.strong else styles.QUIET if block.quiet else styles.BODY
            lines = running(block.text, style, setter)
            return after_gap(joined(lines) if block.kept else lines, 6)
        case blocks.Quote():
            return _quote(block, setter)
        case blocks.Rule():
            line = Stroke(LEFT, 0.5, RIGHT, 0.5, 0.7, styles.INK)
            return [Strip(1, (line,), gap=8)]
        case blocks.Spacer():
            return [Strip(0, gap=block.height)]
        case blocks.PageBreak():
            return [Strip(0, joined=True, breaks=True)]
        case _:
            return _framed(block, setter)


def _framed(
    block: blocks.BoxedLines
    | blocks.Banner
    | blocks.SignatureLines
    | blocks.TickLines
    | blocks.NumberedWords
    | blocks.BodyMap
    | blocks.ToothChart
    | blocks.TimeLineDrawing,
    setter: Setter,
) -> Sequence[Strip]:
    match block:
        case blocks.BoxedLines():
            return boxed_lines(block, setter)
        case blocks.Banner():
            return banner(block, setter)
        case blocks.SignatureLines():
            return signature_lines(block, setter)
        case blocks.TickLines():
            return tick_lines(block, setter)
        case blocks.NumberedWords():
            return numbered_words(block, setter)
        case blocks.BodyMap():
            return body_map(block, setter)
        case blocks.ToothChart():
            return tooth_chart(block, setter)
        case blocks.TimeLineDrawing():
            return time_line(block, setter)


def _title(block: blocks.Title, setter: Setter) -> Sequence[Strip]:
    name = joined(running(block.text, styles.TITLE, setter))
    subtitle = running(block.subtitle, styles.SUBTITLE, setter) if block.subtitle else []
    return [*name, *subtitle]


def _heading(block: blocks.Heading, setter: Setter) -> Sequence[Strip]:
    text = f"{block.number} {block.text}".strip()
    *above, last = running(text, styles.HEADING, setter)
    marks = list(last.marks)
    words = marks[-1]
    if block.aside and isinstance(words, Words):
        shift = setter.line_width(words.line, styles.HEADING.face) * styles.HEADING.size + 4
        marks.append(Words(LEFT + shift, words.down, styles.HEADING_ASIDE, block.aside))
    down = last.height + 3
    marks.append(Stroke(LEFT, down, RIGHT, down, 0.9, styles.DARK_BLUE))
    first, *rest = joined([*above, Strip(down + 1.5, tuple(marks))])
    return [msgspec.structs.replace(first, gap=15, bookmark=text), *rest]


def _rows(block: blocks.Rows, setter: Setter) -> Sequence[Strip]:
    found: list[Strip] = []
    for answer in block.rows:
        label = Cell(LEFT + _INDENT, _LABEL_WIDTH, answer.label, styles.LABEL)
        value = Cell(_VALUE_LEFT, _VALUE_WIDTH, answer.text, styles.VALUE)
        cells = row([label, value], setter)
        found.extend(_with_note(cells, answer.note, setter) if answer.note else cells)
    return found


def _with_note(cells: list[Strip], note: str, setter: Setter) -> list[Strip]:
    """Put a quieter line under a row, above its hairline."""
    *above, last = cells
    body = Strip(last.height - PAD, last.marks[:-1])
    lines = setter.wrapped(note, styles.NOTE, _VALUE_WIDTH)
    found = []
    for index, line in enumerate(lines):
        marks: list[Mark] = [Words(_VALUE_LEFT, styles.NOTE.ascent, styles.NOTE, line)]
        height = styles.NOTE.leading
        if index == len(lines) - 1:
            height += PAD
            marks.append(hairline(height))
        found.append(Strip(height, tuple(marks), joined=index < len(lines) - 1))
    return [*above, *joined([body]), *found]


def _table(block: blocks.Table, setter: Setter) -> Sequence[Strip]:
    starts = [sum(block.widths[:index]) * TEXT_WIDTH for index in range(len(block.widths))]

    def line(texts: tuple[str, ...], style: styles.Style, head: tuple[Strip, ...]) -> list[Strip]:
        cells = [
            Cell(LEFT + _INDENT + start, share * TEXT_WIDTH - _GUTTER, text, style)
            for start, share, text in zip(starts, block.widths, texts, strict=True)
        ]
        return row(cells, setter, head)

    head = tuple(joined(line(block.columns, styles.COLUMN, ())))
    return [*head, *(strip for texts in block.rows for strip in line(texts, styles.CELL, head))]


def _quote(block: blocks.Quote, setter: Setter) -> Sequence[Strip]:
    lines = running(block.text, styles.BODY, setter, _QUOTE_INDENT)
    if block.by:
        by = running(block.by, styles.NOTE, setter, _QUOTE_INDENT)
        lines = [*lines[:-1], *joined(lines[-1:]), *by]
    barred = [
        msgspec.structs.replace(strip, marks=(*strip.marks, _bar(strip.height))) for strip in lines
    ]
    return after_gap(barred, 6)


def _bar(height: float) -> Stroke:
    return Stroke(LEFT + 4, 0, LEFT + 4, height, 1.5, styles.SECONDARY)
