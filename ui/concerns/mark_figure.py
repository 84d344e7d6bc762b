"""The figure on which a signed mark is put right: pressed, dragged, or moved by the arrow keys."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from sgdesk.domain.maps import (
    FACING_WORDS,
    SIDE_WORDS,
    MapView,
    edge_sides,
    is_on_body,
    is_one_sided,
    place_at,
)
from sgdesk.text import _
from ui.kit.figure import Figure, draw_mark, painter_path
from ui.kit.layout import lines
from ui.kit.overrides import called_by_qt, nothing

_HEIGHT, _HEAD, _DISC = 21.0, 1.4, 1.25
_BESIDE = 7.0
_TINT = 40
_STEP, _FINE_STEP = 4.0, 1.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
Point = tuple[float, float]


class MarkFigure(QWidget):
    """One view with one mark; `pointed` when somebody moved it, `left` when the focus goes.

    `label` stands on the mark, which is hollow if it is `known`.
    """

    pointed = Signal()
    left = Signal()

    def __init__(self, view: MapView, label: str, *, known: bool) -> None:
        super().__init__()
        self._label, self._known = label, known
        self._figure = Figure(view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.show_mark(view, None)

    @property
    def view(self) -> MapView:
        """The view that is shown."""
        return self._figure.view

    @property
    def point(self) -> Point | None:
        """Where the mark is on this view, in its units; None where it is on another."""
        return self._point

    def show_mark(self, view: MapView, point: Point | None, signed: Point | None = None) -> None:
        """Show a view with the mark, and fainter where it was signed."""
        if view is not self._figure.view:
            self._figure = Figure(view)
        self._point, self._signed = point, signed
        self._name()
        self.updateGeometry()
        self.update()

    @called_by_qt(QSize)
    def sizeHint(self) -> QSize:
        """Return the room for the figure; it grows with the text."""
        height = lines(_HEIGHT)
        wide = round((height - lines(_HEAD)) * self.view.width / self.view.height)
        return QSize(max(wide, lines(12)), height)

    @called_by_qt(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the figure, the place under the mark, and the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, way = self.palette(), self._transform()
        self._draw_sides(painter)
        painter.setTransform(way)
        self._figure.draw_outline(painter, palette)
        if self._point is not None:
            tint = QColor(palette.color(QPalette.ColorRole.Highlight))
            tint.setAlpha(_TINT)
            painter.fillPath(painter_path(place_at(self.view, *self._point).path), tint)
        self._figure.draw_details(painter, palette)
        painter.resetTransform()
        faint = palette.color(QPalette.ColorRole.PlaceholderText)
        if self._signed is not None and self._signed != self._point:
            painter.setPen(QPen(faint, lines(0.08), Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._disc(self._signed))
        if self._point is not None:
            draw_mark(
                painter, self._disc(self._point), self._label, palette,
                known=self._known, ringed=self.hasFocus(),
            )  # fmt: skip
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), lines(0.1)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    @called_by_qt(nothing)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the mark where the body was pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._put(self._from_widget(event.position()))

    @called_by_qt(nothing)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the mark along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._put(self._from_widget(event.position()))

    @called_by_qt(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the mark by the arrow keys, with Shift in small steps."""
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is None or self._point is None:
            super().keyPressEvent(event)
            return
        fine = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        step = _FINE_STEP if fine else _STEP
        self._put((self._point[0] + way[0] * step, self._point[1] + way[1] * step))

    @called_by_qt(nothing)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys move the mark now."""
        super().focusInEvent(event)
        self.update()

    @called_by_qt(nothing)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the mark is left as it is."""
        super().focusOutEvent(event)
        self.update()
        self.left.emit()

    def _put(self, point: Point) -> None:
        # The ground beside the body takes no mark.
        at = round(point[0], 1), round(point[1], 1)
        if is_on_body(self.view, *at) and at != self._point:
            self._point = at
            self._name()
            self.update()
            self.pointed.emit()

    def _name(self) -> None:
        seen = _(FACING_WORDS[self.view.facing])
        self.setAccessibleDescription(_("The arrow keys move the mark, with Shift in small steps."))
        if self._point is None:
            self.setAccessibleName(_("{view}: the mark is not on this view").format(view=seen))
        else:
            place = place_at(self.view, *self._point).name
            self.setAccessibleName(
                _("{view}: the mark is at {place}").format(view=seen, place=place)
            )

    def _draw_sides(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        at_left, at_right = (_(SIDE_WORDS[side]) for side in edge_sides(self.view))
        # At the edges of the figure: the widget is as wide as the page.
        left, right = (self._transform().map(QPointF(x, 0)).x() for x in (0, self.view.width))
        spare = max(lines(_BESIDE) - (right - left) / 2, 0)
        line = QRectF(left - spare, 0, right - left + 2 * spare, lines(_HEAD))
        if is_one_sided(self.view):
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, at_left)
        else:
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, at_left)
            painter.drawText(line, Qt.AlignmentFlag.AlignRight, at_right)

    def _disc(self, point: Point) -> QRectF:
        at, half = self._transform().map(QPointF(*point)), lines(_DISC) / 2
        return QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)

    def _transform(self) -> QTransform:
        head = lines(_HEAD)
        way = self._figure.transform(self.width(), self.height() - head)
        return way * QTransform.fromTranslate(0, head)

    def _from_widget(self, at: QPointF) -> Point:
        back, _possible = self._transform().inverted()
        point = back.map(at)
        return point.x(), point.y()
