"""What is told of the columns once they were read: as what each is taken, and which are unknown;
and the rows that are left to be put right, below the same headings."""

from sgdesk.domain.importing.cells import Layout
from sgdesk.domain.importing.headings import Column
from sgdesk.domain.importing.splitting import Cut, cut_out
from sgdesk.domain.importing.values import EventsRead, TakenAs, UnknownColumn
from sgdesk.domain.importing.vocabulary import shortened

_EXAMPLES = 3
# Words that are understood above a column; they stand in the rows themselves, in no language.
_WRITTEN_ABOVE = {
    Column.DAY: "Date",
    Column.TIME: "Time",
    Column.KIND: "Type",
    Column.OUTCOME: "Outcome",
    Column.TEXT: "Notes",
    Column.WHOSE: "Name",
    Column.BORN: "Date of birth",
    Column.NUMBER: "NHS number",
}


def taken_as(layout: Layout) -> tuple[TakenAs, ...]:
    """Return what each column is taken as."""
    return tuple(
        TakenAs(place, layout.heading(place), column)
        for column, places in layout.places.items()
        for place in places
    )


def unknown_columns(layout: Layout) -> tuple[UnknownColumn, ...]:
    """Return the columns that hold anything and are not understood, and those of which somebody
    said what they hold."""
    taken = {place for places in layout.places.values() for place in places}
    width = max((len(row.cells) for row in layout.rows), default=0)
    asked = [place for place in range(width) if place not in taken or place in layout.chosen]
    found = [
        UnknownColumn(place, layout.heading(place), _examples(layout, place)) for place in asked
    ]
    return tuple(one for one in found if one.holds)


def left_over(text: str, read: EventsRead) -> Cut:
    """Return the rows of a text that must be put right, below its headings; where it has none,
    below words for what each column was told to be."""
    return _cut(text, read, {row.line for row in read.rows if row.refused})


def not_left(text: str, read: EventsRead) -> Cut:
    """Return the other rows: those that were taken in, and those that were there already."""
    below = [row for row in read.rows if row.line > read.headings_at]
    return _cut(text, read, {row.line for row in below if not row.refused})


def _cut(text: str, read: EventsRead, lines: set[int]) -> Cut:
    return cut_out(text, lines, read.headings_at or _words_above(read))


def _words_above(read: EventsRead) -> list[str]:
    told = {one.place: one.column for one in read.taken_as}
    return [_WRITTEN_ABOVE[told[place]] if place in told else "" for place in range(max(told) + 1)]


def _examples(layout: Layout, place: int) -> tuple[str, ...]:
    cells = (row.cells[place] for row in layout.rows if place < len(row.cells))
    different = dict.fromkeys(cell for cell in cells if cell)
    return tuple(shortened(" ".join(cell.split())) for cell in [*different][:_EXAMPLES])
