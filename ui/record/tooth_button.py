"""One tooth of the chart: its FDI number, its Palmer sign, and letters for what was found."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from sgdesk.domain.teeth import STATE_LETTERS, ToothState, is_upper, palmer
from ui.kit.layout import lines
from ui.kit.overrides import called_by_qt, nothing

_BODY, _NUMBER = 0.5, 0.3
_KEYS = {letter: state for state, letter in STATE_LETTERS.items()}
_ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class ToothButton(QAbstractButton):
    """A tooth. `walked` tells how many teeth to the right and rows down the arrows lead; `typed`
    tells a finding by its letter; `emptied`: Delete was pressed."""

    walked = Signal(int, int)
    typed = Signal(object)
    emptied = Signal()

    def __init__(self, tooth: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.tooth = tooth
        self.setObjectName(f"tooth:{tooth}")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._letters = ""
        self._earlier = ""
        self._current = False

    def show_as(self, name: str, letters: str, earlier: str, current: bool) -> None:
        """Show letters for what was found now, fainter ones for earlier records, and the name."""
        self._letters, self._earlier, self._current = letters, earlier, current
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    @called_by_qt(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the crown, with the numbers at the side of the root."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.height()
        body, number, small = height * _BODY, height * _NUMBER, height * (1 - _BODY - _NUMBER)
        upper = is_upper(self.tooth)
        crown = QRectF(1, height - body if upper else 0, self.width() - 2, body)
        root = 0.0 if upper else body
        self._draw_crown(painter, crown.adjusted(1, 1, -1, -1))
        palette = self.palette()
        first = QRectF(0, root + (0 if not upper else small), self.width(), number)
        second = QRectF(0, root + (number if not upper else 0), self.width(), small)
        self._write(painter, first, self.tooth, palette.color(QPalette.ColorRole.WindowText), 0.8)
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        self._write(painter, second, palmer(self.tooth)[-1], quiet, 0.95)

    def _draw_crown(self, painter: QPainter, crown: QRectF) -> None:
        palette = self.palette()
        edge = palette.color(QPalette.ColorRole.Dark)
        painter.setPen(QPen(edge, lines(0.06)))
        painter.setBrush(palette.alternateBase())
        if self._letters:
            painter.setBrush(palette.highlight())
        if self._current or self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.WindowText), lines(0.14)))
        painter.drawRoundedRect(crown, crown.width() * 0.3, crown.width() * 0.3)
        if self._letters:
            ink = palette.color(QPalette.ColorRole.HighlightedText)
            self._write(painter, crown, self._letters[:2], ink, 0.62, bold=True)
        elif self._earlier:
            ink = palette.color(QPalette.ColorRole.PlaceholderText)
            self._write(painter, crown, self._earlier[:2].lower(), ink, 0.62)

    def _write(
        self, painter: QPainter, box: QRectF, text: str, ink: QColor, share: float,
        bold: bool = False,
    ) -> None:  # fmt: skip
        font = QFont(self.font())
        font.setBold(bold)
        wide = self.width() / max(len(text), 1) * 1.35
        font.setPixelSize(max(round(min(box.height() * share, wide)), 1))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    @called_by_qt(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by arrows, open with Enter, note a finding by its letter, empty with Delete."""
        way = _ARROWS.get(event.key())
        state: ToothState | None = _KEYS.get(event.text().upper())
        if way is not None:
            self.walked.emit(*way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.emptied.emit()
        elif state is not None and not event.modifiers():
            self.typed.emit(state)
        else:
            super().keyPressEvent(event)
