"""Which columns a table has, and the cells of one row by what their columns are taken as."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from sgdesk.domain.importing.headings import Column
from sgdesk.domain.importing.splitting import Row


class Layout(msgspec.Struct, frozen=True):
    """The places of each column, the headings by place, and the rows that hold entries. `wrong`
    says why the columns cannot be told apart; `beside` are columns with names that are not read,
    `chosen` those of which somebody said what they hold."""

    places: Mapping[Column, tuple[int, ...]]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    above: tuple[Row, ...] = ()
    wrong: str = ""
    beside: tuple[int, ...] = ()
    headings_at: int = 0
    chosen: tuple[int, ...] = ()

    @property
    def left_out(self) -> tuple[str, ...]:
        """The headings of columns that are not taken."""
        taken = {place for places in self.places.values() for place in places}
        return tuple(
            name for place, name in enumerate(self.headings) if name and place not in taken
        )

    @property
    def has_names(self) -> bool:
        """Whether a column says whose appointment each row is."""
        return any(one in self.places for one in (Column.WHOSE, Column.FORENAME, Column.SURNAME))

    def heading(self, place: int) -> str:
        """Return the heading of a column, or "" where it has none."""
        return "".join(self.headings[place : place + 1])  # a row may have more columns


class Cells:
    """What one row holds under each column."""

    def __init__(self, row: Row, layout: Layout) -> None:
        self._cells = row.cells
        self._layout = layout

    def named(self, column: Column) -> Iterator[tuple[str, str]]:
        """Yield the cells that hold anything, each with its heading, or "" without headings."""
        yield from self._at(self._layout.places.get(column, ()))

    def _at(self, places: Iterable[int]) -> Iterator[tuple[str, str]]:
        for place in places:
            if place < len(self._cells) and self._cells[place]:
                yield self._layout.heading(place), self._cells[place]

    def all(self, column: Column) -> list[str]:
        """Return the cells that hold anything."""
        return [cell for _heading, cell in self.named(column)]

    def one(self, column: Column) -> str:
        """Return the first cell that holds anything, or ""."""
        return next((cell for _heading, cell in self.named(column)), "")

    def beside(self) -> Iterator[tuple[str, str]]:
        """Yield the names that are not read, each with its heading."""
        yield from self._at(self._layout.beside)

    def name(self) -> str:
        """Return the name in a row, whole or put together of its parts, or ""."""
        columns = (Column.WHOSE, Column.FORENAME, Column.SURNAME)
        return " ".join(cell for column in columns for cell in self.all(column))
