"""Where the headings of a table are, or what its columns hold where it has none."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

import msgspec

from sgdesk.domain.importing.dates import read_clock, read_moment
from sgdesk.domain.importing.headings import Column, columns_of
from sgdesk.domain.importing.splitting import Row
from sgdesk.domain.importing.vocabulary import is_cancelled_by_nobody, kind_of, outcome_of

_LOOKED_AT = 60
_HEADINGS_WITHIN = 12
_SHORT = 30


class Layout(msgspec.Struct, frozen=True):
    """The places of each column, the headings by place, and the rows that hold entries."""

    places: Mapping[Column, tuple[int, ...]]
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    above: tuple[Row, ...] = ()

    @property
    def left_out(self) -> tuple[str, ...]:
        """The headings of columns that are not taken."""
        taken = {place for places in self.places.values() for place in places}
        return tuple(
            name for place, name in enumerate(self.headings) if name and place not in taken
        )


def layout_of(rows: Sequence[Row], today: date) -> Layout:
    """Return the layout: by the headings, in any order, or by what the columns hold."""
    for number, row in enumerate(rows[:_HEADINGS_WITHIN]):
        found = columns_of(row.cells)
        if len(found) > 1 and Column.DAY not in found:
            found |= _day_by_content(rows[number + 1 :], found, today)
        if Column.DAY in found and not _holds_a_date(row, today):
            return Layout(found, row.cells, tuple(rows[number + 1 :]), tuple(rows[:number]))
    return _by_content(rows, today)


def _by_content(rows: Sequence[Row], today: date) -> Layout:
    width = max(len(row.cells) for row in rows)
    places: dict[Column, tuple[int, ...]] = {}
    left = list(range(width))
    for column, fits, least in (
        (Column.DAY, lambda cell: read_moment(cell, today).day is not None, 0.4),
        (Column.TIME, lambda cell: read_clock(cell).at is not None, 0.6),
        (Column.OUTCOME, _is_outcome, 0.5),
        (Column.KIND, _is_kind, 0.5),
    ):
        place = _best(rows, left, fits, least)
        if place is not None:
            places[column] = (place,)
            left.remove(place)
    if left and Column.DAY in places:
        places[Column.TEXT] = tuple(left)
    return Layout(places, (), tuple(rows))


def _day_by_content(
    rows: Sequence[Row], named: Mapping[Column, tuple[int, ...]], today: date
) -> dict[Column, tuple[int, ...]]:
    width = max((len(row.cells) for row in rows), default=0)
    taken = {place for places in named.values() for place in places}
    left = [place for place in range(width) if place not in taken]
    place = _best(rows, left, lambda cell: read_moment(cell, today).day is not None, 0.4)
    return {} if place is None else {Column.DAY: (place,)}


def _best(
    rows: Sequence[Row], places: Sequence[int], fits: Callable[[str], bool], least: float
) -> int | None:
    shares = {place: _share(rows, place, fits) for place in places}
    best = max(shares, key=lambda place: shares[place], default=None)
    return best if best is not None and shares[best] >= least else None


def _share(rows: Sequence[Row], place: int, fits: Callable[[str], bool]) -> float:
    cells = [row.cells[place] for row in rows[:_LOOKED_AT] if place < len(row.cells)]
    told = [cell for cell in cells if cell]
    return sum(fits(cell) for cell in told) / len(told) if told else 0.0


def _is_outcome(cell: str) -> bool:
    return outcome_of(cell) is not None or is_cancelled_by_nobody(cell)


def _is_kind(cell: str) -> bool:
    return len(cell) <= _SHORT and kind_of(cell) is not None


def _holds_a_date(row: Row, today: date) -> bool:
    dated = [cell for cell in row.cells if re.search(r"\d", cell)]
    return any(read_moment(cell, today).day is not None for cell in dated)
