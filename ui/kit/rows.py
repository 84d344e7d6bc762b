"""A short table of whatever widgets, such as what needs doing: words that wrap, tags, buttons.

Where its columns do not fit beside each other, each row's cells go below each other.
"""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from ui.kit.cards import rich_words, words
from ui.kit.layout import Gap, clear, column, letters, lines, shown_together
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.theme import mark


class Rows(QWidget):
    """Columns with small titles, where any has one, and their shares of the width; hairlines
    between the rows."""

    def __init__(self, titles: Sequence[str], shares: Sequence[int]) -> None:
        super().__init__()
        self._titles = tuple(titles)
        self._shares = tuple(shares)
        self._folded = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(letters(2))
        self._grid.setVerticalSpacing(lines(0.45))
        self._share_width()
        self._rows: list[tuple[QWidget, ...]] = []
        self._least = [0] * len(self._titles)
        self._measured = 0
        self._rules: list[QWidget] = []
        self._heads: list[QWidget] = []
        self._add_titles()
        self._look_again = QTimer(self)
        self._look_again.setSingleShot(True)
        self._look_again.timeout.connect(self._fold)

    @property
    def count(self) -> int:
        """How many rows there are, without the titles."""
        return len(self._rows)

    def add_row(self, *cells: QWidget) -> None:
        """Add a row, one widget for each column."""
        self._rows.append(cells)
        with shown_together(self):
            self._rules.append(_rule("rule-soft"))
            self._place(self.count - 1)
        self._look_again.start(0)

    def replace_row(self, number: int, *cells: QWidget) -> None:
        """Show another row in the place of one."""
        for old in self._rows[number]:
            old.hide()
            old.deleteLater()
        self._rows[number] = cells
        self._measured = 0
        self._place(number)
        # Tab goes in the order of the children: the rows below come after these cells.
        for below in self._rows[number + 1 :]:
            for cell in below:
                cell.raise_()
        self._look_again.start(0)

    def clear(self) -> None:
        """Take every row away."""
        clear(self._grid)
        self._rows, self._rules = [], []
        self._measured = 0
        self._add_titles()

    @called_by_qt(QSize)
    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest cell alone, so that the cells can go below each other."""
        return QSize(max(self._widths()), super().minimumSizeHint().height())

    @called_by_qt(nothing)
    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another size of text."""
        super().changeEvent(event)
        self._measured = 0

    @called_by_qt(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cells below each other, or back beside each other."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        folded = self.width() < self._width_beside()
        if folded is self._folded:
            return
        self._folded = folded
        for head in self._heads:
            head.setVisible(not folded)
        self._share_width()
        for number in range(self.count):
            self._place(number)

    def _width_beside(self) -> int:
        between: int = self._grid.horizontalSpacing()
        return sum(self._widths()) + between * (len(self._titles) - 1)

    def _widths(self) -> list[int]:
        """Return the least width of each column; a row that was measured is not measured again."""
        if self._measured == 0:
            self._least = [0] * len(self._titles)
        for cells in self._rows[self._measured :]:
            for at, cell in enumerate(cells):
                self._least[at] = max(self._least[at], cell.minimumSizeHint().width())
        self._measured = self.count
        return self._least

    def _share_width(self) -> None:
        for at, share in enumerate(self._shares):
            self._grid.setColumnStretch(at, int(at == 0) if self._folded else share)

    def _place(self, number: int) -> None:
        each = len(self._titles) + 1  # a row may take as many lines of the grid as it has cells
        first = each * number + 2
        for at, cell in enumerate(self._rows[number]):
            place = Qt.AlignmentFlag.AlignTop
            if isinstance(cell, QPushButton):
                place |= Qt.AlignmentFlag.AlignLeft
            if self._folded:
                self._grid.addWidget(cell, first + at, 0, 1, each - 1, place)
            else:
                self._grid.addWidget(cell, first, at, place)
        self._grid.addWidget(self._rules[number], first + each - 1, 0, 1, each - 1)

    def _add_titles(self) -> None:
        if not any(self._titles):
            return
        self._heads = [words(title, "column") for title in self._titles]
        for at, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, at)
            head.setVisible(not self._folded)
        self._grid.addWidget(_rule("rule"), 1, 0, 1, len(self._titles))


def _rule(role: str) -> QFrame:
    rule = QFrame()
    mark(rule, role)
    return rule


def two_lines(strong: str, rest: str = "", hint: str = "") -> QWidget:
    """Return a cell: strong words and others behind them, and a hint below. None is markup."""
    cell = QWidget()
    layout = column(cell, Gap.NONE)
    layout.addWidget(strong_words(strong, rest))
    if hint:
        layout.addWidget(words(hint, "hint"))
    return cell


def strong_words(strong: str, rest: str = "") -> QLabel:
    """Return a line that begins with strong words. What a person typed is never markup."""
    bold = f"<b>{escape(strong)}</b>" if strong else ""
    return rich_words(f"{bold} {escape(rest)}".strip())
