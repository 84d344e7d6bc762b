"""A short table of whatever widgets, such as what needs doing: words that wrap, tags, buttons."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.kit.cards import rich_words, words
from ui.kit.layout import Gap, clear, column, letters, lines, shown_together
from ui.kit.theme import mark


class Rows(QWidget):
    """Columns with small titles and their shares of the width; hairlines between the rows."""

    def __init__(self, titles: Sequence[str], shares: Sequence[int]) -> None:
        super().__init__()
        self._titles = tuple(titles)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(letters(2))
        self._grid.setVerticalSpacing(lines(0.45))
        for at, share in enumerate(shares):
            self._grid.setColumnStretch(at, share)
        self._rows: list[tuple[QWidget, ...]] = []
        self._add_titles()

    @property
    def count(self) -> int:
        """How many rows there are, without the titles."""
        return len(self._rows)

    def add_row(self, *cells: QWidget) -> None:
        """Add a row, one widget for each column."""
        self._rows.append(cells)
        with shown_together(self):
            self._place(self.count - 1)
            self._add_rule("rule-soft", 2 * self.count + 1)

    def replace_row(self, number: int, *cells: QWidget) -> None:
        """Show another row in the place of one."""
        for old in self._rows[number]:
            old.hide()
            old.deleteLater()
        self._rows[number] = cells
        self._place(number)
        # Tab goes in the order of the children: the rows below come after these cells.
        for below in self._rows[number + 1 :]:
            for cell in below:
                cell.raise_()

    def clear(self) -> None:
        """Take every row away."""
        clear(self._grid)
        self._rows = []
        self._add_titles()

    def _place(self, number: int) -> None:
        for at, cell in enumerate(self._rows[number]):
            place = Qt.AlignmentFlag.AlignTop
            if isinstance(cell, QPushButton):
                place |= Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(cell, 2 * number + 2, at, place)

    def _add_titles(self) -> None:
        for at, title in enumerate(self._titles):
            self._grid.addWidget(words(title, "column"), 0, at)
        self._add_rule("rule", 1)

    def _add_rule(self, role: str, at: int) -> None:
        rule = QFrame()
        mark(rule, role)
        self._grid.addWidget(rule, at, 0, 1, len(self._titles))


def two_lines(strong: str, rest: str = "", hint: str = "") -> QWidget:
    """Return a cell: strong words and others behind them, and a hint below. None is markup."""
    cell = QWidget()
    cell.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    layout = column(cell, Gap.NONE)
    layout.addWidget(strong_words(strong, rest))
    if hint:
        layout.addWidget(words(hint, "hint"))
    return cell


def strong_words(strong: str, rest: str = "") -> QLabel:
    """Return a line that begins with strong words. What a person typed is never markup."""
    bold = f"<b>{escape(strong)}</b>" if strong else ""
    return rich_words(f"{bold} {escape(rest)}".strip())
