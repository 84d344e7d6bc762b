"""Framed and hand-written parts of a page as strips: boxes, banners, lines to sign or tick."""

from sgdesk.documents import blocks, styles
from sgdesk.documents.lines import Setter
from sgdesk.documents.strips import Frame, Mark, Strip, Stroke, Words
from sgdesk.documents.styles import LEFT, RIGHT, TEXT_WIDTH

_PAD = 9.0
_GAP = 14.0
_TICK = 9.0
_WRITING_LINE = 30.0
_LEAST_BLANK = 60.0


def boxed_lines(block: blocks.BoxedLines, setter: Setter) -> list[Strip]:
    """Return the framed columns as one strip. Columns are as wide as their words where they fit."""
    marks: list[Mark] = []
    x, deepest = LEFT + _PAD, 0.0
    for column, room in zip(block.columns, _rooms(block, setter), strict=True):
        down = _PAD
        for pair in column:
            down += _pair(pair, x, down, room, setter, marks)
        deepest = max(deepest, down)
        x += room + _GAP
    height = deepest + _PAD
    marks.append(Frame(LEFT, 0, TEXT_WIDTH, height, 0.8, styles.INK))
    return [Strip(height, tuple(marks), gap=8)]


def banner(block: blocks.Banner, setter: Setter) -> list[Strip]:
    """Return a framed statement as one strip."""
    marks: list[Mark] = []
    down = _PAD
    for text, style in ((block.text, styles.BANNER), (block.hint, styles.BODY)):
        for line in setter.wrapped(text, style, TEXT_WIDTH - 2 * _PAD) if text else []:
            marks.append(Words(LEFT + _PAD, down + style.ascent, style, line))
            down += style.leading
    height = down + _PAD
    marks.append(Frame(LEFT, 0, TEXT_WIDTH, height, 1.6, styles.INK))
    return [Strip(height, tuple(marks), gap=8)]


def signature_lines(block: blocks.SignatureLines, setter: Setter) -> list[Strip]:
    """Return one line to write on for each label."""
    room = max(setter.width(label, styles.LABEL.face) for label in block.labels)
    start = LEFT + min(room * styles.LABEL.size + 10, TEXT_WIDTH / 2)
    last = len(block.labels) - 1
    return [
        _signature(label, start, setter, joined=index < last)
        for index, label in enumerate(block.labels)
    ]


def tick_lines(block: blocks.TickLines, setter: Setter) -> list[Strip]:
    """Return each line with an empty box before it."""
    return [_tick(text, setter) for text in block.lines]


def numbered_words(block: blocks.NumberedWords, setter: Setter) -> list[Strip]:
    """Return the words numbered down the columns, one strip for each row of the columns."""
    deep = -(-len(block.words) // block.columns)
    wide = TEXT_WIDTH / block.columns
    found = []
    for row in range(deep):
        marks: list[Mark] = []
        for column, index in enumerate(range(row, len(block.words), deep)):
            number = f"{index + 1}"
            shift = setter.width(number, styles.WORD_NUMBER.face) * styles.WORD_NUMBER.size
            x, down = LEFT + column * wide, styles.WORD.ascent
            marks.append(Words(x + 16 - shift, down, styles.WORD_NUMBER, number))
            marks.append(Words(x + 24, down, styles.WORD, block.words[index]))
        found.append(
            Strip(styles.WORD.leading, tuple(marks), gap=0 if row else 8, joined=row < deep - 1)
        )
    return found


def _rooms(block: blocks.BoxedLines, setter: Setter) -> list[float]:
    """Return the width of each column: its words and a share of what is left over."""
    room = TEXT_WIDTH - 2 * _PAD - _GAP * (len(block.columns) - 1)
    natural = [max(_natural(pair, setter) for pair in column) for column in block.columns]
    spare = room - sum(natural)
    if spare >= 0:
        return [width + spare / len(natural) for width in natural]
    least = [min(width, room / len(natural)) for width in natural]
    share = (room - sum(least)) / sum(natural)
    return [width + share * wide for width, wide in zip(least, natural, strict=True)]


def _natural(pair: blocks.Pair, setter: Setter) -> float:
    label = setter.width(pair.label + " ", styles.BOX_LABEL.face) * styles.BOX_LABEL.size
    text = setter.width(pair.text, styles.BOX_TEXT.face) * styles.BOX_TEXT.size
    return label + (_LEAST_BLANK if pair.blank else text) + 1


def _pair(
    pair: blocks.Pair, x: float, down: float, room: float, setter: Setter, marks: list[Mark]
) -> float:
    """Add a label with its text or a line to write on; return the height used."""
    label, text = styles.BOX_LABEL, styles.BOX_TEXT
    indent = setter.width(pair.label + " ", label.face) * label.size if pair.label else 0.0
    baseline = down + label.ascent
    if pair.label:
        marks.append(Words(x, baseline, label, pair.label))
    if pair.blank:
        marks.append(Stroke(x + indent, baseline + 2, x + room, baseline + 2, 0.6, styles.INK))
        return label.leading
    lines = setter.wrapped(pair.text, text, room, indent)
    for index, line in enumerate(lines):
        left = x if index else x + indent
        marks.append(Words(left, baseline + index * text.leading, text, line))
    return text.leading * len(lines)


def _signature(label: str, start: float, setter: Setter, *, joined: bool) -> Strip:
    style = styles.LABEL
    lines = setter.wrapped(label, style, start - LEFT - 6)
    height = _WRITING_LINE + style.leading * (len(lines) - 1)
    first = height - 6 - style.leading * (len(lines) - 1)
    marks: list[Mark] = [
        Words(LEFT, first + index * style.leading, style, line) for index, line in enumerate(lines)
    ]
    marks.append(Stroke(start, height - 4, RIGHT, height - 4, 0.6, styles.INK))
    return Strip(height, tuple(marks), joined=joined)


def _tick(text: str, setter: Setter) -> Strip:
    style = styles.BODY
    lines = setter.wrapped(text, style, TEXT_WIDTH - 20)
    marks: list[Mark] = [Frame(LEFT + 1, style.ascent - _TICK + 1, _TICK, _TICK, 0.8, styles.INK)]
    for index, line in enumerate(lines):
        marks.append(Words(LEFT + 20, style.ascent + index * style.leading, style, line))
    return Strip(style.leading * len(lines), tuple(marks), gap=5)
