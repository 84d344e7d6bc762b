"""A table whose rows are laid out one by one: another row costs no new look at those before."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.kit.cards import words
from ui.kit.letting_go import LettingGo
from ui.kit.overrides import called_by_qt, nothing
from ui.record.table_line import FollowsWidth, TableLine, Widths


class LinesTable(FollowsWidth):
    """Columns with small titles and their shares of the width. Where the columns do not fit
    beside each other, each row's cells go below each other.

    It places its rows by itself: a layout of Qt's asks each of them thousands of times.
    """

    def __init__(self, titles: Sequence[str], shares: Sequence[int]) -> None:
        super().__init__()
        self._widths = Widths(tuple(shares))
        self._lines: list[TableLine] = []
        self._heights: dict[int, int] = {}
        self._arranged, self._bottom = 0, 0
        self._leaving = LettingGo(self)
        heads = [words(title, "column") for title in titles]
        self._head = TableLine(heads, self._widths, only_beside=True)
        self._head.setParent(self)
        if not any(titles):
            self._head.hide()

    @property
    def count(self) -> int:
        """How many rows there are, without the titles."""
        return len(self._lines)

    def put(self, number: int, cells: Sequence[QWidget]) -> None:
        """Show these cells as the row of this number, in the place of one that is there."""
        line = TableLine(cells, self._widths)
        line.setParent(self)
        if number < self.count:
            self._leaving.add(self._lines[number])
            self._lines[number] = line
            # Tab goes in the order of the children: the rows below come after these cells.
            for below in self._lines[number + 1 :]:
                below.raise_()
        else:
            self._lines.append(line)
        has_grown = line.dress()
        if has_grown:
            for other in (self._head, *self._lines):
                other.look_again()
        if line is self._lines[-1] and self._arranged == len(self._lines) - 1 and not has_grown:
            self._arrange_last(line)
        else:
            self._arrange_anew()
        line.show()

    def cut(self, count: int) -> None:
        """Keep only so many rows."""
        for line in self._lines[count:]:
            self._leaving.add(line)
        del self._lines[count:]
        self._arrange_anew()

    @called_by_qt(int)
    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        if width not in self._heights:
            self._heights[width] = sum(line.heightForWidth(width) for line in self._shown())
        return self._heights[width]

    @called_by_qt(QSize)
    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest cell alone, so that cells can go below each other."""
        least = (line.minimumSizeHint().width() for line in self._shown())
        return QSize(max(least, default=0), 0)

    @called_by_qt(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the rows in their places."""
        super().resizeEvent(event)
        self._arrange()

    @called_by_qt(nothing)
    def changeEvent(self, event: QEvent) -> None:
        """Forget the heights when everything is dressed anew."""
        super().changeEvent(event)
        self._heights.clear()

    def _shown(self) -> list[TableLine]:
        head = [] if self._head.isHidden() else [self._head]
        return [*head, *self._lines]

    def _arrange_anew(self) -> None:
        self._heights.clear()
        self.updateGeometry()
        self._arrange()

    def _arrange(self) -> None:
        down, width = 0, self.width()
        for line in self._shown():
            height = line.heightForWidth(width)
            line.setGeometry(0, down, width, height)
            down += height
        self._arranged, self._bottom = len(self._lines), down

    def _arrange_last(self, line: TableLine) -> None:
        """Put a row below the others, which stay where they are."""
        known = self._heights.items()
        self._heights = {wide: high + line.heightForWidth(wide) for wide, high in known}
        height = line.heightForWidth(self.width())
        line.setGeometry(0, self._bottom, self.width(), height)
        self._arranged, self._bottom = len(self._lines), self._bottom + height
        self.updateGeometry()
