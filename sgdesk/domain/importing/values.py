"""What is known before rows are read, and what comes of reading them."""

from datetime import date

import msgspec

from sgdesk.domain.facts.kinds import Event, EventKind
from sgdesk.domain.importing.headings import Column
from sgdesk.domain.rows_read import RowRead, RowsRead


class TakenAs(msgspec.Struct, frozen=True):
    """What a column is taken as: its place from 0, and its heading or ""."""

    place: int
    heading: str
    column: Column


class UnknownColumn(msgspec.Struct, frozen=True):
    """A column that is not understood by itself, with some of what it `holds`."""

    place: int
    heading: str
    holds: tuple[str, ...]


class KnownEvents(msgspec.Struct, frozen=True, kw_only=True):
    """What rows are read against.

    `names` are the person's own; `others` the people around; `there` is the chronology so far.
    `source` says where the rows come from; `unnamed` is the kind of rows that name none. `adults`
    are those who keep their appointments themselves, by name; "" is the person of the record, and
    `number` their NHS number. `settled` is how columns were read before the rows that are left
    were put right, `chosen` what somebody says of those that are not understood; each is for a
    column of this heading in this place.
    """

    today: date
    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    adults: tuple[str, ...] = ()
    there: tuple[Event, ...] = ()
    born: date | None = None
    number: str = ""
    source: str = ""
    unnamed: EventKind | None = None
    settled: tuple[TakenAs, ...] = ()
    chosen: tuple[TakenAs, ...] = ()


class EventRow(RowRead, frozen=True, kw_only=True):
    """One row with the entry it makes, if any. `doubtful` when its notes say more than that the
    day was read first."""

    event: Event | None = None
    doubtful: bool = False


class EventsRead(RowsRead[EventRow], frozen=True, kw_only=True):
    """All rows as they were read, below the headings on the line `headings_at`, or 0 without.

    `taken_as` are the columns that were understood or chosen, `unknown` those that were not, with
    those that were chosen.
    """

    headings_at: int = 0
    taken_as: tuple[TakenAs, ...] = ()
    unknown: tuple[UnknownColumn, ...] = ()

    @property
    def columns(self) -> tuple[tuple[Column, str], ...]:
        """The headings by what they were taken as."""
        return tuple((one.column, one.heading) for one in self.taken_as)

    @property
    def events(self) -> tuple[Event, ...]:
        """The entries that would be taken in, in the order of the rows."""
        return tuple(row.event for row in self.rows if row.event is not None)

    @property
    def doubtful(self) -> int:
        """How many rows can be taken in and want a look first."""
        return sum(row.doubtful for row in self.rows)
