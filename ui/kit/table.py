"""A long list of values in columns, walked through by keyboard, fifty rows at a time."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

import msgspec
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from sgdesk.text import _
from ui.kit.cards import button
from ui.kit.layout import Gap, column, lines
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.table_cells import Cell, CellModel, CellPainter

RowT = TypeVar("RowT")


class Column(msgspec.Struct, Generic[RowT], frozen=True):
    """A column: its title, what a row shows in it, and its share of the width."""

    title: str
    cell: Callable[[RowT], Cell]
    share: int = 1


class Table(QWidget, Generic[RowT]):
    """Rows are frozen values. `chosen` carries a row: clicked, or Return pressed on it;
    `more_asked` asks for the next ones."""

    chosen = Signal(object)
    more_asked = Signal()

    def __init__(self, name: str, columns: Sequence[Column[RowT]]) -> None:
        super().__init__()
        self._columns = tuple(columns)
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
        self._more.setVisible(has_more)

    def rows(self) -> list[RowT]:
        """Return the rows that are shown."""
        return list(self._rows)

    def focus(self) -> None:
        """Go to the list, and to its first row if none was chosen before."""
        self._view.setFocus()
        if self._rows and not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self._model.index(0, 0))

    def _share_width(self) -> None:
        header = self._view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._view.shares = [column.share for column in self._columns]


class _View(QTableView):
    chosen = Signal(int)

    def __init__(self, model: CellModel) -> None:
        super().__init__()
        self.shares: list[int] = []
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
        model = self.model()
        height = lines(2.9 if isinstance(model, CellModel) and model.has_hints else 2)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + height * model.rowCount())

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
        total, width = sum(self.shares), self.viewport().width()
        for at, share in enumerate(self.shares):
            wanted = width * share // total
            if self.columnWidth(at) != wanted:
                self.setColumnWidth(at, wanted)
        super().updateGeometries()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())
