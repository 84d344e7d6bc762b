"""The chronology drawn: a lane for each kind of entry over a line of dates, and its words."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from sgdesk.domain.facts.signs import SHAPES, Dot, Sign
from sgdesk.domain.facts.timeline import Lane, TimeLine, lane_words
from sgdesk.text import _, read_short_date
from ui.kit.gradually import Gradually
from ui.kit.layout import letters, lines
from ui.kit.overrides import called_by_qt, nothing

_LANE = 1.9
_AXIS = 1.6
_SIGN = 0.34
_PEN = 0.12


class TimeLineView(QWidget):
    """Draws a time line with the colours of the theme; the lanes name their signs in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("time-line")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line: TimeLine | None = None
        self._own = ""
        self._drawn = QPixmap()
        self._next = QPixmap()
        self._later = Gradually(self)
        self._later.finished.connect(self._on_drawn)

    def show_line(self, line: TimeLine | None, own: str) -> None:
        """Show this line, or nothing; `own` names the person whose lanes have no name."""
        self._line = line
        self._own = own
        told = " ".join(lane_words(lane) for lane in line.lanes) if line else ""
        self.setAccessibleName(_("Time line"))
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self._draw_again()

    @called_by_qt(QSize)
    def sizeHint(self) -> QSize:
        """Return the height of all lanes; the width is what there is."""
        return QSize(letters(40), self._height())

    @called_by_qt(QSize)
    def minimumSizeHint(self) -> QSize:
        """Return a width that fits every window, and the whole height."""
        return QSize(letters(30), self._height())

    @called_by_qt(nothing)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Show what was drawn."""
        if not self._drawn.isNull():
            QPainter(self).drawPixmap(0, 0, self._drawn)

    @called_by_qt(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw in the new size."""
        super().resizeEvent(event)
        self._draw_again()

    @called_by_qt(nothing)
    def changeEvent(self, event: QEvent) -> None:
        """Draw in the new colours and letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_again()

    def _draw_again(self) -> None:
        """Draw a lane at a time: hundreds of signs at once would stall the window."""
        if self._line is None or self.size().isEmpty():
            return
        ratio = self.devicePixelRatioF()
        self._next = QPixmap(self.size() * ratio)
        self._next.setDevicePixelRatio(ratio)
        self._next.fill(Qt.GlobalColor.transparent)
        pieces = [partial(self._on_canvas, self._draw_axis, self._tops()[-1])]
        for number, lane in enumerate(self._line.lanes):
            top = self._tops()[number]
            if self._is_headed(number):
                pieces.append(partial(self._on_canvas, self._draw_heading, lane, top))
                top += self._unit(_AXIS)
            pieces.append(partial(self._on_canvas, self._draw_lane, lane, top))
        self._later.replace(pieces)
        self._later.go_on()

    def _on_canvas(self, draw: Callable[..., None], *where: object) -> None:
        painter = QPainter(self._next)
        painter.setFont(self.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, *where)
        painter.end()

    def _on_drawn(self) -> None:
        self._drawn = self._next
        self.update()

    def _tops(self) -> list[float]:
        """Return where each lane begins, and where the line of dates stands."""
        tops = [0.0]
        for number in range(len(self._line.lanes) if self._line is not None else 0):
            tops.append(tops[-1] + self._unit(_LANE + _AXIS * self._is_headed(number)))
        return tops

    def _height(self) -> int:
        if self._line is None:
            return 0
        heads = sum(self._is_headed(number) for number in range(len(self._line.lanes)))
        return lines(len(self._line.lanes) * _LANE + heads * _AXIS + _AXIS)

    def _is_headed(self, number: int) -> bool:
        """Say whether a lane is the first of another person, where there are several."""
        lanes = self._line.lanes if self._line is not None else ()
        if len({lane.whose for lane in lanes}) < 2:
            return False
        return number == 0 or lanes[number].whose != lanes[number - 1].whose

    def _draw_heading(self, painter: QPainter, lane: Lane, top: float) -> None:
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._colour(QPalette.ColorRole.WindowText))
        room = QRectF(0, top, self.width(), self._unit(_AXIS))
        name = lane.whose or self._own or _("The person’s own")
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom, name)
        painter.setFont(self.font())

    def _draw_lane(self, painter: QPainter, lane: Lane, top: float) -> None:
        middle = top + self._unit(_LANE) * 0.64
        painter.setPen(self._colour(QPalette.ColorRole.WindowText))
        room = QRectF(0, middle - self._unit(1), self._left() - self._unit(1.2), self._unit(2))
        metrics = self.fontMetrics()
        label = metrics.elidedText(lane.label, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, label)
        self._draw_sign(painter, lane.sign, self._left() - self._unit(0.6), middle)
        painter.setPen(QPen(self._colour(QPalette.ColorRole.Mid), 1))
        painter.drawLine(
            QPointF(self._left() + self._unit(0.4), middle), QPointF(self.width(), middle)
        )
        self._draw_points(painter, lane, top, middle)

    def _draw_points(self, painter: QPainter, lane: Lane, top: float, middle: float) -> None:
        line = self._line
        if line is None:
            return
        metrics = self.fontMetrics()
        taken = 0.0
        for point in line.points(lane, self._unit(_SIGN * 2.4) / max(self._width(), 1)):
            x = self._x(point.x)
            self._draw_sign(painter, lane.sign, x, middle)
            text = _day_words(point.days)
            wide = metrics.horizontalAdvance(text)
            begin = min(max(x - wide / 2, self._left()), self.width() - wide)
            if begin >= taken:
                painter.setPen(self._colour(QPalette.ColorRole.WindowText))
                room = QRectF(begin, top - self._unit(0.14), wide + 1, self._unit(0.95))
                painter.drawText(room, Qt.AlignmentFlag.AlignBottom, text)
                taken = begin + wide + self._unit(0.4)

    def _draw_sign(self, painter: QPainter, sign: Sign, x: float, y: float) -> None:
        ink = self._colour(QPalette.ColorRole.WindowText)
        ground = self._colour(QPalette.ColorRole.Base)
        size = self._unit(_SIGN)
        for shape in SHAPES[sign]:
            if isinstance(shape, Dot):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground if shape.hollow else ink)
                painter.drawEllipse(QPointF(x, y), shape.radius * size, shape.radius * size)
            else:
                painter.setPen(QPen(ink, self._unit(_PEN)))
                painter.drawLine(
                    QPointF(x + shape.x * size, y + shape.y * size),
                    QPointF(x + shape.to_x * size, y + shape.to_y * size),
                )

    def _draw_axis(self, painter: QPainter, top: float) -> None:
        line = self._line
        if line is None:
            return
        quiet = self._colour(QPalette.ColorRole.PlaceholderText)
        most = max(int(self._width() // letters(14)), 1)
        for tick in line.ticks(most):
            x = self._x(tick.x)
            painter.setPen(QPen(self._colour(QPalette.ColorRole.Mid), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, 0), QPointF(x, top + self._unit(0.2)))
            painter.setPen(quiet)
            wide = self.fontMetrics().horizontalAdvance(tick.label)
            begin = min(max(x - wide / 2, self._left()), self.width() - wide)
            painter.drawText(QPointF(begin, top + self._unit(1.2)), tick.label)

    def _left(self) -> float:
        """Return where the line begins: behind the names of the lanes."""
        named = self._line.lanes if self._line is not None else ()
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(lane.label) for lane in named), default=0)
        return min(widest + self._unit(1.6), self.width() * 0.42)

    def _width(self) -> float:
        return self.width() - self._left() - self._unit(1.4)

    def _x(self, share: float) -> float:
        return self._left() + self._unit(0.8) + share * self._width()

    def _unit(self, count: float) -> float:
        return lines(1) * count

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)


def _day_words(days: tuple[date, ...]) -> str:
    if len(days) > 1:
        return f"{len(days)} ×"
    return read_short_date(days[0]).rsplit(" ", 1)[0]
