"""A long list of values in columns, walked through by keyboard, fifty rows at a time.

What does not fit a column wraps. A list may have other columns for a narrow window.
"""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import msgspec
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from sgdesk.text import _
from ui.kit.cards import button
from ui.kit.layout import Gap, column, letters, lines
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.table_cells import CELL, Cell, CellModel, CellPainter

RowT = TypeVar("RowT")


class Column(msgspec.Struct, Generic[RowT], frozen=True):
    """A column: its title, what a row shows in it, and its share of the width."""

    title: str
    cell: Callable[[RowT], Cell]
    share: int = 1


class Table(QWidget, Generic[RowT]):
    """Rows are frozen values. `chosen` carries a row: clicked, or Return pressed on it;
    `more_asked` asks for the next ones. `narrow` are the columns below a width in letters."""

    chosen = Signal(object)
    more_asked = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[RowT]],
        narrow: Sequence[Column[RowT]] = (),
        least: int = 0,
    ) -> None:
        super().__init__()
        self._wide = self._columns = tuple(columns)
        self._narrow = tuple(narrow)
        self._least = least
        self._has_more = False
        self._rows: list[RowT] = []
        self._model = CellModel([column.title for column in columns])
        self._view = _View(self._model)
        self._view.setObjectName(name)
        self._view.chosen.connect(lambda number: self.chosen.emit(self._rows[number]))
        self._share_width()
        self._more = button(_("Show 50 more"), "small", f"{name}:more")
        self._more.clicked.connect(self.more_asked)
        layout = column(self, Gap.SMALL)
        layout.addWidget(self._view)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_rows(())

    def set_name(self, label: str) -> None:
        """Name the list for a screen reader."""
        self._view.setAccessibleName(label)

    def show_rows(self, rows: Sequence[RowT], has_more: bool = False) -> None:
        """Show these rows instead of what was shown."""
        self._rows = []
        self._model.clear()
        self.add_rows(rows, has_more)

    def add_rows(self, rows: Sequence[RowT], has_more: bool = False) -> None:
        """Show more rows below what is shown; `has_more` offers to ask for others."""
        self._rows.extend(rows)
        self._model.add([[column.cell(row) for column in self._columns] for row in rows])
        self._view.fit_height()
        self._has_more = has_more
        self._more.setVisible(has_more)

    def rows(self) -> list[RowT]:
        """Return the rows that are shown."""
        return list(self._rows)

    def focus(self) -> None:
        """Go to the list, and to its first row if none was chosen before."""
        self._view.setFocus()
        if self._rows and not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self._model.index(0, 0))

    @called_by_qt(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns that suit the width."""
        super().resizeEvent(event)
        is_narrow = bool(self._narrow) and event.size().width() < letters(self._least)
        wanted = self._narrow if is_narrow else self._wide
        if wanted is not self._columns:
            self._columns = wanted
            self._view.shares = []
            self._model.set_titles([column.title for column in wanted])
            self._share_width()
            self.show_rows(self.rows(), self._has_more)

    def _share_width(self) -> None:
        header = self._view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._view.shares = [column.share for column in self._columns]


class _View(QTableView):
    chosen = Signal(int)

    def __init__(self, model: CellModel) -> None:
        super().__init__()
        self.shares: list[int] = []
        self._measured: tuple[int, ...] = ()
        self.setModel(model)
        self.setItemDelegate(CellPainter(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.clicked.connect(self._on_clicked)

    def fit_height(self) -> None:
        """Take the height of all rows: the page scrolls, not the list within it."""
        painter = self.itemDelegate()
        if isinstance(painter, CellPainter):
            painter.forget()
        self._measured = ()
        self._measure()

    def _measure(self) -> None:
        """Give each row the height that its words need in columns of this width."""
        model, painter = self.model(), self.itemDelegate()
        widths = tuple(self.columnWidth(at) for at in range(model.columnCount()))
        if widths == self._measured or not isinstance(painter, CellPainter):
            return
        self._measured = widths
        height = self.horizontalHeader().sizeHint().height()
        for number in range(model.rowCount()):
            cells = (model.index(number, at).data(CELL) for at in range(len(widths)))
            needed = [painter.height(cell, w) for cell, w in zip(cells, widths, strict=True)]
            self.setRowHeight(number, max(needed, default=lines(2)))
            height += self.rowHeight(number)
        self.setFixedHeight(height)

    @called_by_qt(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the row with Return."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @called_by_qt(nothing)
    def updateGeometries(self) -> None:
        """Share the width between the columns."""
        if self.shares:
            total, width = sum(self.shares), self.viewport().width()
            for at, share in enumerate(self.shares):
                wanted = width * share // total
                if self.columnWidth(at) != wanted:
                    self.setColumnWidth(at, wanted)
            self._measure()
        super().updateGeometries()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())
