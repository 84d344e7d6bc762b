"""A table whose rows are laid out one by one: another row costs no new look at those before."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from ui.kit.cards import words
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, column
from ui.record.table_line import TableLine, Widths


class LinesTable(QWidget):
    """Columns with small titles and their shares of the width. Where the columns do not fit
    beside each other, each row's cells go below each other."""

    def __init__(self, titles: Sequence[str], shares: Sequence[int]) -> None:
        super().__init__()
        self._widths = Widths(tuple(shares))
        self._lines: list[TableLine] = []
        self._leaving = Gradually(self)
        self._layout = column(self, Gap.NONE)
        heads = [words(title, "column") for title in titles]
        self._head = TableLine(heads, self._widths, only_beside=True)
        self._layout.addWidget(self._head)
        if not any(titles):
            self._head.hide()
        self._layout.addStretch()

    @property
    def count(self) -> int:
        """How many rows there are, without the titles."""
        return len(self._lines)

    def put(self, number: int, cells: Sequence[QWidget]) -> None:
        """Show these cells as the row of this number, in the place of one that is there."""
        line = TableLine(cells, self._widths)
        if number < self.count:
            self._let_go(self._lines[number])
            self._lines[number] = line
            self._layout.insertWidget(number + 1, line)
            # Tab goes in the order of the children: the rows below come after these cells.
            for below in self._lines[number + 1 :]:
                below.raise_()
        else:
            self._lines.append(line)
            self._layout.insertWidget(self.count, line)
        if line.dress():
            for other in (self._head, *self._lines):
                other.look_again()
        line.heightForWidth(self.width())

    def cut(self, count: int) -> None:
        """Keep only so many rows."""
        for line in self._lines[count:]:
            self._let_go(line)
        del self._lines[count:]

    def _let_go(self, line: TableLine) -> None:
        self._layout.removeWidget(line)
        line.hide()
        # A row of five widgets takes its time to go: a page of them at once would stall the window.
        self._leaving.add(partial(delete, line))
        self._leaving.go_on()
