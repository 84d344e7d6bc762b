"""A table of many rows, some at a time, so that the window never stalls over a long one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.text import _
from ui.kit.cards import button, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, column
from ui.record.lines_table import LinesTable

AT_ONCE = 20
Cells = Callable[[int], tuple[QWidget, ...]]


class PagedRows(QWidget):
    """Shows lines, each a value that can be compared; `cells` makes the widgets of one by its
    number. `turned` tells that other lines came into sight."""

    turned = Signal()

    def __init__(self, name: str, titles: Sequence[str], shares: Sequence[int]) -> None:
        super().__init__()
        self._lines: Sequence[object] = ()
        self._cells: Cells = lambda _number: ()
        self._first = 0
        self._shown: list[object] = []
        self._later = Gradually(self)
        layout = column(self, Gap.NORMAL)
        self._rows = LinesTable(titles, shares)
        layout.addWidget(self._rows)
        ways = FlowLayout(gap=Gap.SMALL)
        layout.addLayout(ways)
        self._back = button(_("Show those before"), "small", f"{name}:before")
        self._on = button(_("Show those after"), "small", f"{name}:after")
        self._where = words("", "hint")
        self._where.setWordWrap(False)
        self._back.clicked.connect(lambda: self._turn(self._first - AT_ONCE))
        self._on.clicked.connect(lambda: self._turn(self._first + AT_ONCE))
        for way in (self._back, self._on, self._where):
            ways.addWidget(way)

    def show_lines(self, lines: Sequence[object], cells: Cells) -> None:
        """Show these lines; those that are in sight already and did not change stay."""
        self._lines, self._cells = lines, cells
        if self._first >= len(lines):
            self._first = max(len(lines) - 1, 0) // AT_ONCE * AT_ONCE
        self._show()

    def show_line(self, number: int) -> None:
        """Bring a line into sight, now."""
        first = number // AT_ONCE * AT_ONCE
        if first != self._first:
            self._turn(first)
        self._later.finish()

    def finish(self) -> None:
        """Make what is to be in sight, now."""
        self._later.finish()

    def _turn(self, first: int) -> None:
        self._first = max(first, 0)
        self._show()
        self.turned.emit()

    def _show(self) -> None:
        wanted = self._lines[self._first : self._first + AT_ONCE]
        stay = [one for one, shown in zip(wanted, self._shown, strict=False) if one == shown]
        left = len(wanted) if stay else 0
        self._rows.cut(left)
        del self._shown[left:]
        self._later.replace(partial(self._show_row, at) for at in range(len(wanted)))
        self._later.go_on()
        self._show_where(len(wanted))

    def _show_row(self, at: int) -> None:
        number = self._first + at
        line = self._lines[number]
        if at >= len(self._shown) or line != self._shown[at]:
            self._rows.put(at, self._cells(number))
            self._shown[at:] = [line, *self._shown[at + 1 :]]

    def _show_where(self, count: int) -> None:
        several = len(self._lines) > AT_ONCE
        for part in (self._back, self._on, self._where):
            part.setVisible(several)
        self._back.setEnabled(self._first > 0)
        self._on.setEnabled(self._first + count < len(self._lines))
        self._where.setText(
            _("{first} to {last} of {count}").format(
                first=self._first + 1, last=self._first + count, count=f"{len(self._lines):,}"
            )
        )
