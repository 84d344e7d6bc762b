"""The chart of the teeth as a strip: FDI numbers, Palmer signs, letters for what was found."""

from sgdesk.documents import styles
from sgdesk.documents.blocks import ToothChart
from sgdesk.documents.lines import Setter
from sgdesk.documents.strips import Frame, Mark, Strip, Stroke, Words
from sgdesk.documents.styles import LEFT, TEXT_WIDTH, Style
from sgdesk.domain.maps import SIDE_WORDS, Side
from sgdesk.domain.teeth import (
    PERMANENT,
    PRIMARY,
    STATE_LETTERS,
    ToothFinding,
    is_primary,
    is_upper,
    palmer,
)
from sgdesk.text import _

_ACROSS = 16
_PITCH = 26.0
_BOX_WIDTH, _BOX = 20.0, 20.0
_TITLE = 16.0
_ROW = 46.0
_BETWEEN = 8.0


def tooth_chart(block: ToothChart, setter: Setter) -> list[Strip]:
    """Return the rows that have a finding, with their opposite rows, and the cross between them;
    its letters are explained right below."""
    found = {finding.tooth: finding for finding in block.findings}
    rows = _rows(found)
    left = LEFT + (TEXT_WIDTH - _ACROSS * _PITCH) / 2
    half = len(rows) // 2
    middle = _TITLE + half * _ROW + _BETWEEN / 2
    height = _TITLE + len(rows) * _ROW + _BETWEEN
    across = left + _ACROSS * _PITCH / 2
    marks: list[Mark] = [
        Words(left, 11, styles.FIGURE, _(SIDE_WORDS[Side.RIGHT])),
        _at_right(_(SIDE_WORDS[Side.LEFT]), left + _ACROSS * _PITCH, setter),
        Stroke(left, middle, left + _ACROSS * _PITCH, middle, 0.8, styles.INK),
        Stroke(across, _TITLE, across, height, 0.8, styles.INK),
    ]
    for number, row in enumerate(rows):
        top = _TITLE + number * _ROW + (_BETWEEN if number >= half else 0)
        for place, tooth in enumerate(row, (_ACROSS - len(row)) // 2):
            marks.extend(
                _tooth(tooth, found.get(tooth), left + (place + 0.5) * _PITCH, top, setter)
            )
    return [Strip(height, tuple(marks), gap=8, joined=True)]


def _rows(found: dict[str, ToothFinding]) -> list[tuple[str, ...]]:
    primary = any(is_primary(tooth) for tooth in found)
    permanent = not primary or any(not is_primary(tooth) for tooth in found)
    rows = (PERMANENT[0], PRIMARY[0], PRIMARY[1], PERMANENT[1])
    return [row for row in rows if (primary if len(row) < _ACROSS else permanent)]


def _tooth(
    tooth: str, finding: ToothFinding | None, centre: float, top: float, setter: Setter
) -> list[Mark]:
    upper = is_upper(tooth)
    box = top + (_ROW - _BOX - 3 if upper else 3)
    number = top + (19 if upper else _BOX + 14)
    sign = top + (9 if upper else _BOX + 23)
    thickness = 1.8 if finding else 0.6
    marks: list[Mark] = [
        Frame(centre - _BOX_WIDTH / 2, box, _BOX_WIDTH, _BOX, thickness, styles.INK),
        _centred(tooth, centre, number, styles.TOOTH, setter),
        _centred(palmer(tooth)[-1], centre, sign, styles.NOTE, setter),
    ]
    if finding:
        letters = "".join(STATE_LETTERS[state] for state in finding.states)[:3]
        marks.append(_centred(letters, centre, box + _BOX / 2 + 3, styles.KNOWN_MARK, setter))
    return marks


def _centred(text: str, x: float, down: float, style: Style, setter: Setter) -> Words:
    return Words(x - setter.width(text, style.face) * style.size / 2, down, style, text)


def _at_right(text: str, right: float, setter: Setter) -> Words:
    width = setter.width(text, styles.FIGURE.face) * styles.FIGURE.size
    return Words(right - width, 11, styles.FIGURE, text)
