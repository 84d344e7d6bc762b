"""The chart of the teeth to look at: one examination, with letters for what was found."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPalette

from sgdesk.domain.facts.tooth_words import finding_words, in_chart_order
from sgdesk.domain.teeth import ToothFinding, is_primary
from sgdesk.text import _
from ui.kit.layout import lines
from ui.kit.picture import Picture
from ui.kit.teeth import boxes, chart_height, draw_cross, draw_tooth, letters_of, rows_of

_ROW = 2.8
_TOOTH = 1.35


def tooth_picture(findings: Sequence[ToothFinding]) -> Picture:
    """Return the rows of teeth in which something was found, seen from the front."""
    found = {one.tooth: one for one in findings}
    primary = any(is_primary(tooth) for tooth in found)
    permanent = not all(is_primary(tooth) for tooth in found)
    rows = rows_of(primary=primary, permanent=permanent)

    def draw(painter: QPainter, size: QSize, palette: QPalette) -> None:
        draw_cross(painter, rows, size.width(), size.height(), palette)
        for tooth, box in boxes(rows, size.width(), size.height()):
            draw_tooth(painter, tooth, QRectF(box), palette, letters_of(found.get(tooth)))

    across = max(len(row) for row in rows)
    size = QSize(lines(_TOOTH) * across, chart_height(rows, _ROW))
    picture = Picture(draw, size, can_be_pressed=False)
    picture.setObjectName("tooth-picture")
    picture.setAccessibleName(_("Chart of the teeth"))
    told = "; ".join(finding_words(one) for one in in_chart_order(tuple(findings)))
    picture.setAccessibleDescription(told)
    return picture
