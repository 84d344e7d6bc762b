"""What is known before rows are read, and what comes of reading them."""

from datetime import date

import msgspec

from sgdesk.domain.facts.kinds import Event, EventKind
from sgdesk.domain.importing.headings import Column
from sgdesk.domain.rows_read import RowRead, RowsRead


class KnownEvents(msgspec.Struct, frozen=True, kw_only=True):
    """What rows are read against.

    `names` are the person's own; `others` the people around; `there` is the chronology so far.
    `source` says where the rows come from; `unnamed` is the kind of rows that name none. `adults`
    are those who keep their appointments themselves, by name; "" is the person of the record.
    """

    today: date
    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    adults: tuple[str, ...] = ()
    there: tuple[Event, ...] = ()
    born: date | None = None
    source: str = ""
    unnamed: EventKind | None = None


class EventRow(RowRead, frozen=True, kw_only=True):
    """One row with the entry it makes, if any."""

    event: Event | None = None


class EventsRead(RowsRead[EventRow], frozen=True, kw_only=True):
    """All rows as they were read. `columns` are the headings by what they were taken as."""

    columns: tuple[tuple[Column, str], ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """The entries that would be taken in, in the order of the rows."""
        return tuple(row.event for row in self.rows if row.event is not None)
