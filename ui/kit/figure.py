"""A view of the body as it is drawn on the screen: outline, fine lines, and numbered marks."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPalette, QPen, QTransform

from sgdesk.domain.maps import MapView
from sgdesk.domain.outlines import segments
from ui.kit.layout import lines


class Figure:
    """One view of a figure, ready to be drawn."""

    def __init__(self, view: MapView) -> None:
        self.view = view
        self._outline = [painter_path(path) for path in view.outline]
        self._details = [painter_path(path) for path in view.details]

    def transform(self, width: int, height: int) -> QTransform:
        """Return how the view's units become points of a widget of this size, in its middle."""
        view = self.view
        scale = min(width / view.width, height / view.height)
        left, top = (width - view.width * scale) / 2, (height - view.height * scale) / 2
        return QTransform(scale, 0, 0, scale, left, top)

    def draw_outline(self, painter: QPainter, palette: QPalette) -> None:
        """Fill the silhouette; the painter works in the view's own units."""
        painter.setPen(_edge(palette, QPalette.ColorRole.Dark, 0.1))
        painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
        for path in self._outline:
            painter.drawPath(path)

    def draw_details(self, painter: QPainter, palette: QPalette) -> None:
        """Draw the fine lines inside; the painter works in the view's own units."""
        painter.setPen(_edge(palette, QPalette.ColorRole.PlaceholderText, 0.06))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for path in self._details:
            painter.drawPath(path)


def draw_mark(
    painter: QPainter, disc: QRectF, label: str, palette: QPalette, *, known: bool, ringed: bool
) -> None:
    """Draw a disc with what stands on the mark: filled, or hollow for a known one."""
    ring = lines(0.1)
    fill, ink = palette.highlight(), palette.color(QPalette.ColorRole.HighlightedText)
    pen = QPen(palette.color(QPalette.ColorRole.Base), ring)
    if known:
        fill, ink = palette.base(), palette.color(QPalette.ColorRole.Highlight)
        pen = QPen(ink, ring, Qt.PenStyle.DashLine)
    if ringed:
        pen = QPen(palette.color(QPalette.ColorRole.WindowText), ring)
    painter.setPen(pen)
    painter.setBrush(fill)
    painter.drawEllipse(disc.adjusted(ring, ring, -ring, -ring))
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(max(round(disc.height() * (0.55 if len(label) < 2 else 0.45)), 1))
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, label)


def painter_path(path: str) -> QPainterPath:
    """Return a path of a map as the painter draws it."""
    drawn = QPainterPath()
    for letter, points in segments(path):
        to = [QPointF(x, y) for x, y in points]
        if letter == "M":
            drawn.moveTo(to[0])
        elif letter == "L":
            drawn.lineTo(to[0])
        elif letter == "Q":
            drawn.quadTo(to[0], to[1])
        elif letter == "C":
            drawn.cubicTo(to[0], to[1], to[2])
        else:
            drawn.closeSubpath()
    return drawn


def _edge(palette: QPalette, role: QPalette.ColorRole, share: float) -> QPen:
    edge = QPen(palette.color(role), 0)
    edge.setCosmetic(True)
    edge.setWidthF(lines(share))
    return edge
