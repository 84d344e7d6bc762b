"""One view of a body map to look at: its name, the person's sides, and its marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette

from sgdesk.domain.maps import FACING_WORDS, SIDE_WORDS, MapView, edge_sides, is_one_sided
from sgdesk.text import _
from ui.kit.figure import Figure, draw_mark
from ui.kit.layout import letters, lines
from ui.kit.picture import Picture

_SMALL, _LARGE = 13.0, 24.0
_LEAST_WIDTH = 28
_HEAD = 2.6
_LINE = 1.2
_EDGE = 0.3
_DISC = 1.0


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A mark as it is drawn, at its point in the view's own units."""

    label: str
    x: float
    y: float
    known: bool


def map_picture(view: MapView, marks: Sequence[DrawnMark], *, large: bool) -> Picture:
    """Return the view as a picture; the small one can be pressed to see the large one."""
    figure = Figure(view)

    def draw(painter: QPainter, size: QSize, palette: QPalette) -> None:
        _draw_words(painter, view, size, palette)
        head = lines(_HEAD)
        painter.save()
        painter.translate(0, head)
        way = figure.transform(size.width(), size.height() - head - lines(_EDGE))
        painter.setTransform(way * painter.transform())
        figure.draw_outline(painter, palette)
        figure.draw_details(painter, palette)
        painter.restore()
        half = lines(_DISC) / 2
        for mark in marks:
            at = way.map(QPointF(mark.x, mark.y)) + QPointF(0, head)
            disc = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
            draw_mark(painter, disc, mark.label, palette, known=mark.known, ringed=False)

    height = lines(_LARGE if large else _SMALL)
    wide = round((height - lines(_HEAD)) * view.width / view.height)
    size = QSize(max(wide, letters(_LEAST_WIDTH)), height)
    picture = Picture(draw, size, can_be_pressed=not large)
    picture.setObjectName(f"map:{view.id}")
    picture.setCheckable(not large)
    picture.setAccessibleName(_named(view, marks, large=large))
    return picture


def _named(view: MapView, marks: Sequence[DrawnMark], *, large: bool) -> str:
    name = _(FACING_WORDS[view.facing])
    labels = ", ".join(mark.label for mark in marks) or _("none")
    if large:
        return _("{view}, larger, marks: {labels}").format(view=name, labels=labels)
    return _("{view}, marks: {labels}. Press to see it larger.").format(view=name, labels=labels)


def _draw_words(painter: QPainter, view: MapView, size: QSize, palette: QPalette) -> None:
    plain = painter.font()
    bold = QFont(plain)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(palette.color(QPalette.ColorRole.WindowText))
    edge = lines(_EDGE)
    line = QRectF(edge, edge, size.width() - 2 * edge, lines(_LINE))
    painter.drawText(line, Qt.AlignmentFlag.AlignCenter, _(FACING_WORDS[view.facing]))
    small = QFont(plain)
    small.setPixelSize(max(round(lines(0.62)), 1))
    painter.setFont(small)
    painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
    at_left, at_right = (_(SIDE_WORDS[side]) for side in edge_sides(view))
    below = line.translated(0, lines(_LINE))
    if is_one_sided(view):
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, at_left)
    else:
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, at_left)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, at_right)
    painter.setFont(plain)
