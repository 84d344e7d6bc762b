"""Rows that come one after the other, and of which only those that say something else are made
anew: what stays keeps its focus, and the window does not wait for any of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, clear, column
from ui.kit.rows import Rows

_AT_ONCE = 2
Piece = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what it is about, all that it says, and what makes its cells."""

    id: str
    says: object
    cells: Callable[[], Sequence[QWidget]]


class SteadyRows:
    """Columns in a card: `titles` in the user's language, and the `shares` of the width. `place`
    stands where they are; what is shown below them goes into it as well."""

    def __init__(
        self, owner: QWidget, titles: Callable[[], Sequence[str]], shares: Sequence[int]
    ) -> None:
        self.place: QVBoxLayout = column(gap=Gap.NONE)
        self._titles = titles
        self._shares = tuple(shares)
        self._slowly = Gradually(owner)
        self._rows: Rows | None = None
        self._lines: list[Line] = []
        self._below: object = None

    def forget(self) -> None:
        """Show nothing, at once."""
        self._slowly.replace(())
        clear(self.place)
        self._rows, self._lines, self._below = None, [], None

    def show_instead(self, widget: QWidget) -> None:
        """Show this and no rows."""
        self.forget()
        self.place.addWidget(widget)

    def show(self, lines: Sequence[Line], below: object = None, *pieces: Piece) -> None:
        """Show these rows. The pieces put more below them; `below` is all that this says."""
        rows = self._rows
        same = [one.id for one in lines] == [one.id for one in self._lines]
        if rows is None or not same or below != self._below or not self._slowly.is_done:
            self._begin(lines, pieces)
            self._below = below
        else:
            self._slowly.replace(
                partial(self._replace, rows, number, line)
                for number, line in enumerate(lines)
                if line.says != self._lines[number].says
            )
        self._slowly.go_on()

    def _begin(self, lines: Sequence[Line], pieces: Sequence[Piece]) -> None:
        clear(self.place)
        self._rows = rows = Rows(self._titles(), self._shares)
        self._lines = list(lines)
        self.place.addWidget(rows)
        for line in lines[:_AT_ONCE]:
            rows.add_row(*line.cells())
        self._slowly.replace(partial(_add, rows, line) for line in lines[_AT_ONCE:])
        self._slowly.add(*pieces)

    def _replace(self, rows: Rows, number: int, line: Line) -> None:
        self._lines[number] = line
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None and rows.isAncestorOf(focus) else ""
        cells = line.cells()
        rows.replace_row(number, *cells)
        if name and not (focus is not None and focus.isVisible()):
            _focus_again(cells, name)


def _add(rows: Rows, line: Line) -> None:
    rows.add_row(*line.cells())


def _focus_again(cells: Sequence[QWidget], name: str) -> None:
    for cell in cells:
        found = cell if cell.objectName() == name else cell.findChild(QWidget, name)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
