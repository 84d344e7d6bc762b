"""The body map: a figure that takes numbered marks by mouse, and lets the keyboard move them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QToolTip, QWidget

from sgdesk.domain.maps import MapView, Place, is_on_body, place_at
from sgdesk.text import _
from ui.kit.figure import Figure, painter_path
from ui.kit.layout import lines
from ui.kit.overrides import called_by_qt, nothing
from ui.record.map_mark import MapMark

_HEIGHT = 19.8
_HOVER_ALPHA = 36
_EARLIER, _EARLIER_ALPHA = 0.45, 60


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark stands, in the view's own units, and what it is called."""

    id: str
    label: str
    name: str
    x: float
    y: float
    known: bool = False


class BodyMap(QWidget):
    """One view of a figure.

    `pressed` tells a point of the body, in the view's units; `moved` a mark and its new point;
    `chosen` a mark that was clicked or has the focus; `opened` one whose card is wanted;
    `removal_asked` one for which Delete was pressed. `pointed` names the place under the mouse;
    nothing beside the body.
    """

    pressed = Signal(float, float)
    moved = Signal(str, float, float)
    chosen = Signal(str)
    opened = Signal(str)
    removal_asked = Signal(str)
    pointed = Signal(str)

    def __init__(self, view: MapView) -> None:
        super().__init__()
        self.setObjectName("body-map")
        self.setMouseTracking(True)
        self._zoom = 1.0
        self._marks: dict[str, MapMark] = {}
        self._spots: dict[str, Spot] = {}
        self._hovered: Place | None = None
        self._earlier: tuple[Spot, ...] = ()
        self.show_view(view)

    @property
    def view(self) -> MapView:
        """The view that is shown."""
        return self._view

    def show_view(self, view: MapView) -> None:
        """Show another figure or side; its marks are shown by `show_spots`."""
        self._view = view
        self._hovered = None
        self._figure = Figure(view)
        self.setAccessibleName(_("Body map, {view}").format(view=view.title))
        self.update()

    def show_spots(self, spots: Sequence[Spot], current: str) -> None:
        """Show these marks, the current one ringed; a mark that stays keeps the focus."""
        self._spots = {spot.id: spot for spot in spots}
        for gone in [mark_id for mark_id in self._marks if mark_id not in self._spots]:
            mark = self._marks.pop(gone)
            mark.hide()
            mark.deleteLater()
        for spot in spots:
            mark = self._marks.get(spot.id) or self._add_mark(spot.id)
            mark.show_as(spot.label, spot.name, spot.known, spot.id == current)
        self._place_marks()

    def show_earlier(self, spots: Sequence[Spot]) -> None:
        """Show marks of earlier records behind the present ones, fainter; they cannot be moved."""
        self._earlier = tuple(spots)
        self.update()

    def set_zoom(self, zoom: float) -> None:
        """Show the figure so many times as large."""
        self._zoom = zoom
        self.setMinimumSize(self.sizeHint() if zoom > 1 else QSize(0, self.sizeHint().height()))
        self.updateGeometry()

    def marks(self) -> list[MapMark]:
        """Return the marks on this view, in their order."""
        return [self._marks[mark_id] for mark_id in self._spots]

    def to_widget(self, x: float, y: float) -> QPointF:
        """Return where a point of the view is drawn."""
        return self._transform().map(QPointF(x, y))

    @called_by_qt(QSize)
    def sizeHint(self) -> QSize:
        """Return the room for the whole figure at its zoom; it grows with the text."""
        height = lines(_HEIGHT) * self._zoom
        return QSize(round(height * self._view.width / self._view.height), round(height))

    @called_by_qt(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the figure, its fine lines, and the place under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._transform())
        palette = self.palette()
        self._figure.draw_outline(painter, palette)
        self._draw_hovered(painter)
        self._figure.draw_details(painter, palette)
        painter.resetTransform()
        self._draw_earlier(painter)

    @called_by_qt(nothing)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell a point of the body that was pressed; the ground beside it takes no marks."""
        x, y = self._from_widget(event.position())
        if event.button() == Qt.MouseButton.LeftButton and is_on_body(self._view, x, y):
            self.pressed.emit(x, y)

    @called_by_qt(nothing)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which place is under the mouse."""
        self._hover(event.position())

    @called_by_qt(nothing)
    def leaveEvent(self, event: QEvent) -> None:
        """Forget the place under the mouse."""
        super().leaveEvent(event)
        self._point_at(None)

    @called_by_qt(bool)
    def event(self, event: QEvent) -> bool:
        """Name the place under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._hovered.name if self._hovered is not None else ""
            earlier = [spot.name for spot in self._earlier if self._covers(spot, event.pos())]
            name = "\n".join([*earlier, place])
            QToolTip.showText(event.globalPos(), name, self)
            return True
        return super().event(event)

    @called_by_qt(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the marks where they belong."""
        super().resizeEvent(event)
        self._place_marks()

    def _add_mark(self, mark_id: str) -> MapMark:
        mark = MapMark(self)
        mark.setObjectName(f"{mark_id}:mark")
        mark.focused.connect(lambda: self.chosen.emit(mark_id))
        mark.clicked.connect(lambda: self.opened.emit(mark_id))
        mark.dragged.connect(lambda: self._on_dragged(mark_id))
        mark.nudged.connect(lambda right, down: self._on_nudged(mark_id, right, down))
        mark.removal_asked.connect(lambda: self.removal_asked.emit(mark_id))
        self._marks[mark_id] = mark
        mark.show()
        return mark

    def _on_dragged(self, mark_id: str) -> None:
        mark = self._marks[mark_id]
        self._move(mark_id, *self._from_widget(QPointF(mark.geometry().center())))

    def _on_nudged(self, mark_id: str, right: int, down: int) -> None:
        spot = self._spots[mark_id]
        self._move(mark_id, spot.x + right, spot.y + down)

    def _move(self, mark_id: str, x: float, y: float) -> None:
        if is_on_body(self._view, x, y):
            self.moved.emit(mark_id, round(x, 1), round(y, 1))
        self._place_marks()

    def _place_marks(self) -> None:
        for mark_id, mark in self._marks.items():
            spot = self._spots[mark_id]
            mark.put_centre(self.to_widget(spot.x, spot.y).toPoint())

    def _hover(self, at: QPointF) -> None:
        x, y = self._from_widget(at)
        found = place_at(self._view, x, y) if is_on_body(self._view, x, y) else None
        if found is not self._hovered:
            self._point_at(found)

    def _point_at(self, place: Place | None) -> None:
        self._hovered = place
        self.pointed.emit(place.name if place is not None else "")
        self.update()

    def _draw_hovered(self, painter: QPainter) -> None:
        if self._hovered is None:
            return
        tint = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        tint.setAlpha(_HOVER_ALPHA)
        painter.fillPath(painter_path(self._hovered.path), tint)

    def _draw_earlier(self, painter: QPainter) -> None:
        faint = self.palette().color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(QPen(faint, lines(0.06), Qt.PenStyle.DotLine))
        faint.setAlpha(_EARLIER_ALPHA)
        for spot in self._earlier:
            painter.setBrush(Qt.BrushStyle.NoBrush if spot.known else QBrush(faint))
            painter.drawEllipse(self.to_widget(spot.x, spot.y), lines(_EARLIER), lines(_EARLIER))

    def _covers(self, spot: Spot, at: QPoint) -> bool:
        way = self.to_widget(spot.x, spot.y) - QPointF(at)
        return way.manhattanLength() <= lines(_EARLIER) * 1.5

    def _transform(self) -> QTransform:
        return self._figure.transform(self.width(), self.height())

    def _from_widget(self, at: QPointF) -> tuple[float, float]:
        back, _possible = self._transform().inverted()
        point = back.map(at)
        return point.x(), point.y()
