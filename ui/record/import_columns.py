"""Columns of pasted rows that are not understood: each with some of what it holds, and a choice."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.importing.headings import COLUMN_WORDS, Column
from sgdesk.domain.importing.values import TakenAs, UnknownColumn
from sgdesk.text import _
from ui.kit.cards import words
from ui.kit.choice_fields import SteadyList, options_of
from ui.kit.layout import Gap, column
from ui.record.paged_rows import PagedRows

_CHOICES = (
    Column.DAY, Column.TIME, Column.KIND, Column.OUTCOME, Column.TEXT, Column.WHOSE,
)  # fmt: skip


class ColumnChoices(QWidget):
    """`changed`: something else was said of a column."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._columns: list[UnknownColumn] = []
        self._said: dict[tuple[int, str], Column] = {}
        layout = column(self, Gap.TIGHT)
        self._table = PagedRows(
            "import-unknown", (_("Column not understood"), _("Holds"), _("Take it as")), (4, 7, 6)
        )
        layout.addWidget(self._table)

    @property
    def chosen(self) -> tuple[TakenAs, ...]:
        """What was said of columns, those that are not among the rows just now as well."""
        return tuple(TakenAs(*where, column) for where, column in self._said.items())

    def show_columns(self, columns: Sequence[UnknownColumn]) -> None:
        """Show these columns: those that are in sight stay where they are, so that the one that
        is being chosen keeps the keyboard."""
        stay = [one for one in self._columns if one in columns]
        self._columns = [*stay, *(one for one in columns if one not in stay)]
        self.setVisible(bool(self._columns))
        self._table.show_lines(self._columns, self._cells)

    def forget(self) -> None:
        """Forget everything that was said."""
        self._said = {}
        self.show_columns(())

    def _cells(self, number: int) -> tuple[QWidget, ...]:
        one = self._columns[number]
        name = _name(one)
        choice = self._choice((one.place, one.heading), name)
        label = words(name.replace("&", "&&"), "strong")
        label.setBuddy(choice)
        return label, words("; ".join(one.holds)), choice

    def _choice(self, where: tuple[int, str], name: str) -> QWidget:
        box = SteadyList()
        box.setObjectName(f"import-column:{where[0]}")
        box.setAccessibleName(_("{column}, take it as").format(column=name))
        box.addItems([_("Leave out"), *(text for _column, text in _options())])
        if where in self._said:
            box.setCurrentIndex(1 + _CHOICES.index(self._said[where]))
        box.currentIndexChanged.connect(partial(self._on_chosen, where))
        return box

    def _on_chosen(self, where: tuple[int, str], index: int) -> None:
        self._said.pop(where, None)
        if index > 0:
            self._said[where] = _CHOICES[index - 1]
        self.changed.emit()


def _options() -> Sequence[tuple[object, str]]:
    return options_of({column: COLUMN_WORDS[column] for column in _CHOICES})


def _name(one: UnknownColumn) -> str:
    if one.heading:
        return _("“{heading}”").format(heading=one.heading)
    return _("Column {number}").format(number=one.place + 1)
