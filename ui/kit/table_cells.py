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
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QLabel, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.kit.cards import tag
from ui.kit.layout import letters, lines
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.theme import mark

_Index = QModelIndex | QPersistentModelIndex
_CELL = Qt.ItemDataRole.UserRole
_NO_ANSWER: object = None


class Cell(msgspec.Struct, frozen=True):
    """The words of a cell, a hint below them, and a tone that makes a tag of the words."""

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
        self.has_hints = False

    def add(self, rows: Sequence[list[Cell]]) -> None:
        """Add rows at the end."""
        if not rows:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows.extend(rows)
        self.has_hints = self.has_hints or any(cell.hint for row in rows for cell in row)
        self.endInsertRows()

    def clear(self) -> None:
        """Take every row away."""
        self.beginResetModel()
        self._rows = []
        self.has_hints = False
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
        if role == _CELL:
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

    @called_by_qt(nothing)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the ground, and the words on it."""
        self.initStyleOption(option, index)
        option.text = ""
        option.state &= ~QStyle.StateFlag.State_HasFocus
        widget: QWidget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        cell: Cell = index.data(_CELL)
        area: QRect = option.rect.adjusted(letters(1), 0, -letters(1), 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cell.tone:
            self._draw_tag(painter, area, cell)
        else:
            self._draw_words(painter, area, cell)
        painter.restore()

    def _draw_words(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        if cell.hint:
            upper = QRect(area.x(), area.center().y() - lines(1), area.width(), lines(1))
            self._draw(painter, upper, cell.text, "strong" if cell.strong else "")
            self._draw(painter, upper.translated(0, lines(1)), cell.hint, "hint")
        else:
            self._draw(painter, area, cell.text, "strong" if cell.strong else "")

    def _draw(self, painter: QPainter, area: QRect, text: str, role: str) -> None:
        sample = self._sample(role)
        painter.setFont(sample.font())
        painter.setPen(sample.palette().color(QPalette.ColorRole.WindowText))
        short = sample.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, short)

    def _draw_tag(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        sample = self._sample(f"tag-{cell.tone}")
        metrics = sample.fontMetrics()
        width = min(metrics.horizontalAdvance(cell.text) + letters(2), area.width())
        height = metrics.height() + lines(0.2)
        pill = QRect(area.x(), area.center().y() - height // 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(sample.palette().color(QPalette.ColorRole.Window))
        painter.drawRoundedRect(QRectF(pill), lines(0.2), lines(0.2))
        inside = pill.adjusted(letters(1), 0, -letters(1) // 2, 0)
        self._draw(painter, inside, cell.text, f"tag-{cell.tone}")

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
