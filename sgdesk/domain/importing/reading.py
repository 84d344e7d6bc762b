"""Rows read as entries of a chronology: each with what it makes, or why it makes nothing."""

import re
from collections.abc import Iterator

import msgspec

from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.facts.kinds import Attendance, Event
from sgdesk.domain.importing.cells import Cells, Layout
from sgdesk.domain.importing.columns import HEADINGS_WITHIN, layout_of
from sgdesk.domain.importing.dates import Moment, read_clock, read_moment
from sgdesk.domain.importing.endings import ending_of
from sgdesk.domain.importing.headings import Column
from sgdesk.domain.importing.outcomes import kind_and_end
from sgdesk.domain.importing.repeats import Entries
from sgdesk.domain.importing.settled import taken_as, unknown_columns
from sgdesk.domain.importing.splitting import Row, rows_of
from sgdesk.domain.importing.values import EventRow, EventsRead, KnownEvents
from sgdesk.domain.importing.vocabulary import is_name_of_kind, shortened
from sgdesk.domain.importing.whose import is_brought, several_people, whose_row
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
    if len(rows) > MOST_ROWS + HEADINGS_WITHIN:
        return EventsRead(wrong=_too_many(len(rows)))
    layout = layout_of(rows, known)
    if len(layout.rows) > MOST_ROWS:
        return EventsRead(wrong=_too_many(len(layout.rows)))
    wrong = layout.wrong or several_people(layout, known)
    if not wrong and Column.DAY not in layout.places:
        wrong = _("No column holds dates. Copy the rows with their headings, one of them “Date”.")
    return EventsRead(
        rows=() if wrong else tuple(_all(layout, known)),
        headings_at=layout.headings_at,
        taken_as=taken_as(layout),
        unknown=unknown_columns(layout),
        left_out=layout.left_out,
        wrong=wrong,
    )


def _too_many(count: int) -> str:
    return _("These are {count:,} rows; up to {most:,} can be read at once. Take those of one"
             " person alone.").format(count=count, most=MOST_ROWS)  # fmt: skip


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
    day_first, *others = (*notes, entries.beside(event))
    told = tuple(note for note in (day_first, *others) if note)
    return msgspec.structs.replace(plain, event=event, notes=told, doubtful=any(others))


def _event(row: Row, layout: Layout, known: KnownEvents) -> tuple[Event, list[str], str]:
    """Return the entry of a row, what to know of it, and what is wrong with it."""
    cells = Cells(row, layout)
    day = _day(cells, known)
    clock = _clock(cells, day, known)
    theirs = whose_row(cells, known, layout.has_names)
    told = kind_and_end(
        cells.one(Column.KIND), ending_of(cells), day.day, known.today, known.unnamed
    )
    event = Event(
        id=FactId(f"line:{row.line}"),
        happened_on=day.day,
        happened_on_typed=_typed(cells.one(Column.DAY), day),
        happened_at=clock.at,
        event=told.kind,
        attendance=_ended(told.ended, is_brought(theirs.name, day.day, known)),
        text=_text(cells, told.rest),
        outreach="; ".join(cells.all(Column.OUTREACH)),
        reason_given=cells.one(Column.REASON),
        noticed_by=_source(cells, row, known),
        also_about=theirs.name,
    )
    wrong = (row.wrong, _shape(row, layout), day.wrong, clock.wrong, theirs.wrong, told.wrong)
    before = _before_birth(day, theirs.name, known)
    notes = [day.note, theirs.note, *told.notes, *_formulas(row), before]
    return event, notes, next(filter(None, (*wrong, *_lengths(event))), "")


def _day(cells: Cells, known: KnownEvents) -> Moment:
    """Return the day of a row; of several columns all name the same, and one the clock time."""
    told = cells.all(Column.DAY)
    moments = [read_moment(cell, known.today) for cell in told]
    first = next((one for one in moments if one.wrong), None) or next(iter(moments), None)
    if first is None:
        return read_moment("", known.today)
    if first.wrong or len({one.day for one in moments}) == 1:
        at = next((one.at for one in moments if one.at is not None), None)
        return msgspec.structs.replace(first, at=at)
    return Moment(wrong=_two_days(told[0], told[1]))


def _clock(cells: Cells, day: Moment, known: KnownEvents) -> Moment:
    """Return the clock time of a row: of its own column, which may repeat the day, or the day's."""
    cell, *others = cells.all(Column.TIME) or [""]
    clock = read_clock(cell) if cell else day
    if any(read_clock(other).at != clock.at for other in others):
        return Moment(wrong=_two_times(cell, others[0]))
    if not clock.wrong:
        return clock
    again = read_moment(cell, known.today)
    if again.day is None:
        return clock
    return again if again.day == day.day else Moment(wrong=_two_days(cells.one(Column.DAY), cell))


def _two_days(one: str, other: str) -> str:
    return _("The row has two days, “{one}” and “{other}”. Correct the one that is wrong.").format(
        one=shortened(one), other=shortened(other)
    )


def _two_times(one: str, other: str) -> str:
    return _("The row has two times, “{one}” and “{other}”. Correct the one that is wrong.").format(
        one=shortened(one), other=shortened(other)
    )


def _ended(told: Attendance | None, brought: bool) -> Attendance | None:
    # Rows say "DNA" of everybody; of a child that means that nobody brought them.
    return Attendance.NOT_BROUGHT if brought and told is Attendance.DID_NOT_ATTEND else told


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


def _text(cells: Cells, rest: str) -> str:
    kind, *kinds = cells.all(Column.KIND) or [""]
    told = ("" if is_name_of_kind(kind) else kind, *kinds, *cells.all(Column.TEXT), rest)
    text = "; ".join(filter(None, told))
    with_whom = cells.one(Column.WITH_WHOM)
    if not with_whom:
        return text
    if not text:
        return _("With {who}").format(who=with_whom)
    return _("{text}; with {who}").format(text=text, who=with_whom)


def _source(cells: Cells, row: Row, known: KnownEvents) -> str:
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
