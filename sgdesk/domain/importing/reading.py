"""Rows read as entries of a chronology: each with what it makes, or why it makes nothing."""

import re
from collections.abc import Iterator

import msgspec

from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.facts.kinds import Attendance, Event
from sgdesk.domain.importing.columns import Layout, layout_of
from sgdesk.domain.importing.dates import Moment, read_clock, read_moment
from sgdesk.domain.importing.headings import Column
from sgdesk.domain.importing.outcomes import kind_and_end
from sgdesk.domain.importing.repeats import Entries
from sgdesk.domain.importing.splitting import Row, rows_of
from sgdesk.domain.importing.values import EventRow, EventsRead, KnownEvents
from sgdesk.domain.importing.vocabulary import is_name_of_kind
from sgdesk.domain.importing.whose import is_brought, whose
from sgdesk.ids import FactId
from sgdesk.text import _, parse_date, read_short_date

MOST_ROWS = 5_000
MOST_COLUMNS = 200
_LOOKS_LIKE_FORMULA = re.compile(r"[=@]\s*\S|[+\-]\s*[A-Za-z(]")


def read_rows(text: str, known: KnownEvents) -> EventsRead:
    """Return every row of a text as it reads. Nothing is taken in by reading."""
    rows = rows_of(text)
    if not rows:
        return EventsRead(
            wrong=_("There are no rows here. Copy them with their headings, and paste.")
        )
    if max(len(row.cells) for row in rows) > MOST_COLUMNS:
        return EventsRead(
            wrong=_("A row has more than {most} columns. Copy only the rows of appointments.")
            .format(most=MOST_COLUMNS)
        )  # fmt: skip
    layout = layout_of(rows, known.today)
    if len(layout.rows) > MOST_ROWS:
        return EventsRead(
            wrong=_("These are {count:,} rows; up to {most:,} can be read at once. Take those of"
                    " one person alone.").format(count=len(layout.rows), most=MOST_ROWS)
        )  # fmt: skip
    if Column.DAY not in layout.places:
        return EventsRead(
            wrong=_("No column holds dates. Copy the rows with their headings, one of them “Date”.")
        )
    return EventsRead(
        rows=tuple(_all(layout, known)),
        columns=tuple(
            (column, "".join(layout.headings[place : place + 1]))  # a row may have more columns
            for column, places in layout.places.items()
            for place in places
        ),
        left_out=layout.left_out,
    )


def _all(layout: Layout, known: KnownEvents) -> Iterator[EventRow]:
    entries = Entries(known.there)
    for row in layout.above:
        why = _("This line stands above the headings and is not read.")
        yield EventRow(line=row.line, written=_written(row), repeats=why)
    for row in layout.rows:
        read = _row(row, layout, known, entries)
        if read.event is not None:
            entries.add(read.event, row.line)
        yield read


def _row(row: Row, layout: Layout, known: KnownEvents, entries: Entries) -> EventRow:
    plain = EventRow(line=row.line, written=_written(row))
    if row.cells == layout.headings:
        return msgspec.structs.replace(plain, repeats=_("The headings once more."))
    event, notes, wrong = _event(row, layout, known)
    if wrong:
        return msgspec.structs.replace(plain, refused=wrong)
    if same := entries.same(event):
        return msgspec.structs.replace(plain, repeats=same)
    if contradicted := entries.contradicted(event):
        return msgspec.structs.replace(plain, refused=contradicted)
    told = tuple(note for note in (*notes, entries.beside(event)) if note)
    return msgspec.structs.replace(plain, event=event, notes=told)


def _event(row: Row, layout: Layout, known: KnownEvents) -> tuple[Event, list[str], str]:
    """Return the entry of a row, what to know of it, and what is wrong with it."""
    cells = _Cells(row, layout)
    day = read_moment(cells.one(Column.DAY), known.today)
    clock = read_clock(cells.one(Column.TIME)) if cells.one(Column.TIME) else day
    name, nobody = whose(cells.one(Column.WHOSE), known)
    told = kind_and_end(
        cells.one(Column.KIND), cells.one(Column.OUTCOME), day.day, known.today, known.unnamed
    )
    event = Event(
        id=FactId(f"line:{row.line}"),
        happened_on=day.day,
        happened_on_typed=_typed(cells.one(Column.DAY), day),
        happened_at=clock.at,
        event=told.kind,
        attendance=_ended(told.ended, is_brought(name, day.day, known)),
        text=_text(cells, told.rest),
        outreach="; ".join(cells.all(Column.OUTREACH)),
        reason_given=cells.one(Column.REASON),
        noticed_by=_source(cells, row, known),
        also_about=name,
    )
    wrong = (row.wrong, _shape(row, layout), day.wrong, clock.wrong, nobody, told.wrong)
    notes = [day.note, told.note, *_formulas(row), _before_birth(day, name, known)]
    return event, notes, next(filter(None, (*wrong, *_lengths(event))), "")


def _ended(told: Attendance | None, brought: bool) -> Attendance | None:
    # Rows say "DNA" of everybody; of a child that means that nobody brought them.
    return Attendance.NOT_BROUGHT if brought and told is Attendance.DID_NOT_ATTEND else told


class _Cells:
    """The cells of one row by what their columns are taken as."""

    def __init__(self, row: Row, layout: Layout) -> None:
        self._cells = row.cells
        self._places = layout.places

    def all(self, column: Column) -> list[str]:
        places = [place for place in self._places.get(column, ()) if place < len(self._cells)]
        return [self._cells[place] for place in places if self._cells[place]]

    def one(self, column: Column) -> str:
        return next(iter(self.all(column)), "")


def _shape(row: Row, layout: Layout) -> str:
    if not layout.headings or not any(row.cells[len(layout.headings) :]):
        return ""
    return _("This row has {cells} cells for {headings} headings. Put a text that holds the"
             " separator into quotation marks.").format(
        cells=len(row.cells), headings=len(layout.headings)
    )  # fmt: skip


def _typed(cell: str, day: Moment) -> str:
    # What was written stays in sight in the form, where the form reads it as the same day.
    return cell if len(cell) <= LINE and parse_date(cell) == day.day else ""


def _text(cells: _Cells, rest: str) -> str:
    kind = cells.one(Column.KIND)
    with_whom = cells.one(Column.WITH_WHOM)
    return "; ".join(
        part
        for part in (
            "" if is_name_of_kind(kind) else kind,
            *cells.all(Column.TEXT),
            rest,
            _("with {who}").format(who=with_whom) if with_whom else "",
        )
        if part
    )


def _source(cells: _Cells, row: Row, known: KnownEvents) -> str:
    told = cells.one(Column.SOURCE) or known.source
    where = _("row {line}").format(line=row.line)
    return f"{told}, {where}" if told else where


def _lengths(event: Event) -> list[str]:
    told = (event.text, event.outreach, event.reason_given)
    found = [too_long(text, TEXT) for text in told]
    return [why for why in (*found, too_long(event.noticed_by, LINE)) if why]


def _formulas(row: Row) -> list[str]:
    if any(_LOOKS_LIKE_FORMULA.match(cell) for cell in row.cells):
        return [_("Text that looks like a formula is kept as text.")]
    return []


def _before_birth(day: Moment, name: str, known: KnownEvents) -> str:
    if name or known.born is None or day.day is None or day.day >= known.born:
        return ""
    return _("This is before the date of birth, {born}.").format(born=read_short_date(known.born))


def _written(row: Row) -> str:
    return " · ".join(" ".join(cell.split()) for cell in row.cells if cell)
