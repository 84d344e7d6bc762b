"""A drawing that is only looked at: made once, in a turn of its own, and shown from memory."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton

from ui.kit.gradually import Gradually
from ui.kit.layout import lines
from ui.kit.overrides import called_by_qt, nothing

Draw = Callable[[QPainter, QSize, QPalette], None]


class Picture(QAbstractButton):
    """Shows what `draw` draws, in this size. One that can be pressed takes the keyboard's focus."""

    def __init__(self, draw: Draw, size: QSize, *, can_be_pressed: bool) -> None:
        super().__init__()
        self._draw = draw
        self._size = size
        self._drawn = QPixmap()
        self._later = Gradually(self)
        policy = Qt.FocusPolicy.StrongFocus if can_be_pressed else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        if can_be_pressed:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @called_by_qt(QSize)
    def sizeHint(self) -> QSize:
        """Return the size it was asked for."""
        return self._size

    @called_by_qt(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Show what was drawn, framed while it has the focus or is pressed down."""
        painter = QPainter(self)
        if not self._drawn.isNull():
            painter.drawPixmap(0, 0, self._drawn)
        if self.hasFocus() or self.isChecked():
            wide = lines(0.1)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), wide))
            painter.drawRect(self.rect().adjusted(wide, wide, -wide, -wide))

    @called_by_qt(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw in the new size."""
        super().resizeEvent(event)
        self._draw_again()

    @called_by_qt(nothing)
    def changeEvent(self, event: QEvent) -> None:
        """Draw in the new colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_again()

    def _draw_again(self) -> None:
        self._later.replace([self._make])
        self._later.go_on()

    def _make(self) -> None:
        if self.size().isEmpty():
            return  # it is drawn when it has its size
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setFont(self.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, self.size(), self.palette())
        painter.end()
        self._drawn = drawn
        self.update()
