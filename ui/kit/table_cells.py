"""What stands in a cell of a list, and how it is drawn: words, a hint below, or a tag."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QLabel, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.kit.cards import tag
from ui.kit.layout import letters, lines
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.theme import mark

_Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
_HIGHEST = 100_000
_NO_ANSWER: object = None


class Cell(msgspec.Struct, frozen=True):
    """The words of a cell, a hint below them, and a tone that makes a tag of the words.

    Both wrap where the column is narrow: nothing is cut."""

    text: str
    hint: str = ""
    tone: str = ""
    strong: bool = False


class CellModel(QAbstractTableModel):
    """Cells in rows; the titles on top."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = tuple(titles)
        self._rows: list[list[Cell]] = []

    def set_titles(self, titles: Sequence[str]) -> None:
        """Show other columns, with no rows yet."""
        self.beginResetModel()
        self._titles = tuple(titles)
        self._rows = []
        self.endResetModel()

    def add(self, rows: Sequence[list[Cell]]) -> None:
        """Add rows at the end."""
        if not rows:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def clear(self) -> None:
        """Take every row away."""
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    @called_by_qt(lambda: _NO_ANSWER)
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell, or its words for tooltips and screen readers."""
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == CELL:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{cell.text}, {cell.hint}" if cell.hint else cell.text
        return None

    @called_by_qt(lambda: _NO_ANSWER)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a title."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None


class CellPainter(QStyledItemDelegate):
    """Draws cells in the look of the labels and tags elsewhere, whose fonts and colours it asks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._samples: dict[str, QLabel] = {}
        self._measures: dict[tuple[str, str, int], tuple[int, Qt.TextFlag]] = {}

    @called_by_qt(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the ground, and the words on it."""
        # Without initStyleOption, which asks the model for nine things that no cell has.
        option.state &= ~QStyle.StateFlag.State_HasFocus
        widget: QWidget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        cell: Cell = index.data(CELL)
        area: QRect = option.rect.adjusted(letters(1), 0, -letters(1), 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell.tone:
            self._draw_tag(painter, area, cell)
        else:
            self._draw_words(painter, area, cell)
        painter.restore()

    def height(self, cell: Cell, width: int) -> int:
        """Return how high a row must be for a cell in a column of this width."""
        inside = width - letters(2)
        if cell.tone:
            return self._height(f"tag-{cell.tone}", cell.text, inside - letters(2)) + lines(0.9)
        words = self._height("strong" if cell.strong else "", cell.text, inside)
        return words + self._height("hint", cell.hint, inside) + lines(0.9)

    def forget(self) -> None:
        """Measure anew from now on: other rows are shown, or the text has another size."""
        self._measures.clear()

    def _height(self, role: str, text: str, width: int) -> int:
        return self._measure(role, text, width)[0] if text else 0

    def _measure(self, role: str, text: str, width: int) -> tuple[int, Qt.TextFlag]:
        """Return how high words are in this width, and how they wrap."""
        key = role, text, width
        if key not in self._measures:
            metrics = self._sample(role).fontMetrics()
            wrapping = _wrapping(metrics, text, width)
            self._measures[key] = _height_of(metrics, text, width, wrapping), wrapping
        return self._measures[key]

    def _draw_words(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        role = "strong" if cell.strong else ""
        above = self._height(role, cell.text, area.width())
        below = self._height("hint", cell.hint, area.width())
        top = area.center().y() - (above + below) // 2
        self._draw(painter, QRect(area.x(), top, area.width(), above), cell.text, role)
        if cell.hint:
            place = QRect(area.x(), top + above, area.width(), below)
            self._draw(painter, place, cell.hint, "hint")

    def _draw(self, painter: QPainter, area: QRect, text: str, role: str) -> None:
        sample = self._sample(role)
        painter.setFont(sample.font())
        painter.setPen(sample.palette().color(QPalette.ColorRole.WindowText))
        _height, wrapping = self._measure(role, text, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | wrapping, text)

    def _draw_tag(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        role = f"tag-{cell.tone}"
        sample = self._sample(role)
        needed = sample.fontMetrics().horizontalAdvance(cell.text) + letters(2)
        width = min(needed, area.width())
        height = self._height(role, cell.text, width - letters(2) + 1) + lines(0.2)
        pill = QRect(area.x(), area.center().y() - height // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(sample.palette().color(QPalette.ColorRole.Window))
        painter.drawRoundedRect(QRectF(pill), lines(0.2), lines(0.2))
        self._draw(painter, pill.adjusted(letters(1), 0, 1 - letters(1), 0), cell.text, role)

    def _sample(self, role: str) -> QLabel:
        if role not in self._samples:
            parent = self.parent()
            sample = tag("")
            mark(sample, role)
            sample.setParent(parent if isinstance(parent, QWidget) else None)
            sample.hide()
            sample.ensurePolished()
            self._samples[role] = sample
        return self._samples[role]


def _height_of(metrics: QFontMetrics, text: str, width: int, wrapping: Qt.TextFlag) -> int:
    if metrics.horizontalAdvance(text) <= width and "\n" not in text:
        return lines(1)
    room = QRect(0, 0, max(width, 1), _HIGHEST)
    wanted: int = metrics.boundingRect(room, wrapping, text).height()
    return max(wanted, lines(1))


def _wrapping(metrics: QFontMetrics, text: str, width: int) -> Qt.TextFlag:
    """A word that is too long for its line alone breaks anywhere; else only between words."""
    longest = max((metrics.horizontalAdvance(word) for word in text.split()), default=0)
    return Qt.TextFlag.TextWrapAnywhere if longest > width else Qt.TextFlag.TextWordWrap
