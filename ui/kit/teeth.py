"""The chart of the teeth as it is drawn on the screen: where each tooth stands, how it looks."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen

from sgdesk.domain.teeth import (
    PERMANENT,
    PRIMARY,
    STATE_LETTERS,
    ToothFinding,
    is_upper,
    palmer,
)
from ui.kit.layout import lines

Rows = Sequence[tuple[str, ...]]
_ROWS = (PERMANENT[0], PRIMARY[0], PRIMARY[1], PERMANENT[1])
_ACROSS = 16
_MIDDLE = 0.5
_BODY, _NUMBER = 0.5, 0.3


def rows_of(*, primary: bool, permanent: bool) -> Rows:
    """Return the rows of milk teeth, adult teeth, or both, from the top."""
    return [row for row in _ROWS if (primary if len(row) < _ACROSS else permanent)]


def middle_of(rows: Rows, height: int) -> int:
    """Return where the line between the jaws stands in a chart of this height."""
    return _row_height(rows, height) * (len(rows) // 2) + lines(_MIDDLE) // 2


def boxes(rows: Rows, width: int, height: int) -> Iterator[tuple[str, QRect]]:
    """Yield each tooth with its box in a chart of this size."""
    each = _row_height(rows, height)
    across = max(len(row) for row in rows)
    wide = width / across
    for number, row in enumerate(rows):
        top = number * each + (lines(_MIDDLE) if number >= len(rows) // 2 else 0)
        for place, tooth in enumerate(row, (across - len(row)) // 2):
            left = round(place * wide)
            yield tooth, QRect(left, top, round((place + 1) * wide) - left, each)


def chart_height(rows: Rows, row: float) -> int:
    """Return the height of a chart whose rows are so many lines high."""
    return lines(row * len(rows) + _MIDDLE)


def letters_of(finding: ToothFinding | None) -> str:
    """Return the letters of what was found at a tooth."""
    return "".join(STATE_LETTERS[state] for state in finding.states) if finding else ""


def draw_cross(painter: QPainter, rows: Rows, width: int, height: int, palette: QPalette) -> None:
    """Draw the cross between the four quarters."""
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Dark), lines(0.06)))
    middle, across = middle_of(rows, height), width // 2
    painter.drawLine(0, middle, width, middle)
    painter.drawLine(across, 0, across, height)


def draw_tooth(
    painter: QPainter, tooth: str, size: QRectF, palette: QPalette,
    letters: str = "", earlier: str = "", *, ringed: bool = False,
) -> None:  # fmt: skip
    """Draw a crown with the numbers at the side of the root; `earlier` letters are fainter."""
    height = size.height()
    body, number, small = height * _BODY, height * _NUMBER, height * (1 - _BODY - _NUMBER)
    upper = is_upper(tooth)
    down = size.top() + (height - body if upper else 0)
    crown = QRectF(size.left() + 2, down + 1, size.width() - 4, body - 2)
    _draw_crown(painter, crown, palette, bool(letters), ringed)
    if letters:
        ink = palette.color(QPalette.ColorRole.HighlightedText)
        _write(painter, crown, letters[:2], ink, 0.62, bold=True)
    elif earlier:
        ink = palette.color(QPalette.ColorRole.PlaceholderText)
        _write(painter, crown, earlier[:2].lower(), ink, 0.62)
    root = size.top() + (0 if upper else body)
    first = QRectF(size.left(), root + (small if upper else 0), size.width(), number)
    second = QRectF(size.left(), root + (0 if upper else number), size.width(), small)
    _write(painter, first, tooth, palette.color(QPalette.ColorRole.WindowText), 0.8)
    quiet = palette.color(QPalette.ColorRole.PlaceholderText)
    _write(painter, second, palmer(tooth)[-1], quiet, 0.95)


def _draw_crown(
    painter: QPainter, crown: QRectF, palette: QPalette, found: bool, ringed: bool
) -> None:
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Dark), lines(0.06)))
    painter.setBrush(palette.highlight() if found else palette.alternateBase())
    if ringed:
        painter.setPen(QPen(palette.color(QPalette.ColorRole.WindowText), lines(0.14)))
    painter.drawRoundedRect(crown, crown.width() * 0.3, crown.width() * 0.3)


def _write(
    painter: QPainter, box: QRectF, text: str, ink: QColor, share: float, bold: bool = False
) -> None:
    font = QFont(painter.font())
    font.setBold(bold)
    wide = box.width() / max(len(text), 1) * 1.35
    font.setPixelSize(max(round(min(box.height() * share, wide)), 1))
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _row_height(rows: Rows, height: int) -> int:
    return round((height - lines(_MIDDLE)) / max(len(rows), 1))
