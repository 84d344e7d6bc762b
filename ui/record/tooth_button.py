"""One tooth of the chart: its FDI number, its Palmer sign, and letters for what was found."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from sgdesk.domain.teeth import STATE_LETTERS, ToothState
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.teeth import draw_tooth

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
        self._picture: tuple[object, QPixmap] | None = None

    def show_as(self, name: str, letters: str, earlier: str, current: bool) -> None:
        """Show letters for what was found now, fainter ones for earlier records, and the name."""
        shown = (letters, earlier, current)
        if shown == (self._letters, self._earlier, self._current) and name == self.toolTip():
            return  # a screen reader is told only of the tooth that changed
        self._letters, self._earlier, self._current = shown
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    @called_by_qt(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the crown, with the numbers at the side of the root."""
        QPainter(self).drawPixmap(0, 0, self.picture())

    def picture(self) -> QPixmap:
        """Return what is painted.

        It is kept: whatever moves on the page, all teeth are painted again.
        """
        ringed = self._current or self.hasFocus()
        looks = (
            self._letters, self._earlier, ringed, self.size(), self.devicePixelRatio(),
            self.font().key(), self.palette().cacheKey(),
        )  # fmt: skip
        if self._picture is None or self._picture[0] != looks:
            self._picture = looks, self._drawn(ringed)
        return self._picture[1]

    def _drawn(self, ringed: bool) -> QPixmap:
        scale = self.devicePixelRatio()
        picture = QPixmap(self.size() * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setFont(self.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_tooth(
            painter, self.tooth, QRectF(self.rect()), self.palette(), self._letters,
            self._earlier, ringed=ringed,
        )  # fmt: skip
        painter.end()
        return picture

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
