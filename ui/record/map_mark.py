"""One numbered mark on the body map: a round button that can be dragged, or moved by arrows."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from sgdesk.text import _
from ui.kit.figure import draw_mark
from ui.kit.layout import lines
from ui.kit.overrides import called_by_qt, nothing

_SIZE = 1.25
_STEP, _FINE_STEP = 4, 1
_ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MapMark(QAbstractButton):
    """A mark with its number. `nudged` tells how far right and down, in the view's units."""

    focused = Signal()
    dragged = Signal()
    nudged = Signal(int, int)
    removal_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.resize(lines(_SIZE), lines(_SIZE))
        self._known = False
        self._current = False
        self._grabbed: QPoint | None = None
        self._is_dragging = False

    def show_as(self, label: str, name: str, known: bool, current: bool) -> None:
        """Show the number, and for a screen reader the name; a known mark is drawn hollow."""
        self.setText(label)
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            _("Enter opens its card. The arrow keys move it, with Shift in small steps.")
        )
        self.setToolTip(name)
        self._known, self._current = known, current
        if current:
            self.raise_()
        self.update()

    def put_centre(self, at: QPoint) -> None:
        """Stand with the middle at a point of the map."""
        self.move(at - QPoint(self.width() // 2, self.height() // 2))

    @called_by_qt(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a disc with the number: filled, or hollow for a known mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        draw_mark(
            painter, QRectF(self.rect()), self.text(), self.palette(),
            known=self._known, ringed=self._current or self.hasFocus(),
        )  # fmt: skip

    @called_by_qt(nothing)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the mark."""
        super().mousePressEvent(event)
        self._grabbed = event.position().toPoint()
        self._is_dragging = False

    @called_by_qt(nothing)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it along, once the mouse has moved far enough to mean it."""
        if self._grabbed is None:
            return
        way = event.position().toPoint() - self._grabbed
        if self._is_dragging or way.manhattanLength() >= QApplication.startDragDistance():
            self._is_dragging = True
            self.move(self.pos() + way)

    @called_by_qt(nothing)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a drag moves the mark, anything else is a click."""
        self._grabbed = None
        if self._is_dragging:
            self.setDown(False)
            self.dragged.emit()
        else:
            super().mouseReleaseEvent(event)

    @called_by_qt(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows, open with Enter, ask for removal with Delete."""
        way = _ARROWS.get(event.key())
        if way is not None:
            fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = _FINE_STEP if fine else _STEP
            self.nudged.emit(way[0] * step, way[1] * step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    @called_by_qt(nothing)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this mark is the one meant."""
        super().focusInEvent(event)
        self.focused.emit()
