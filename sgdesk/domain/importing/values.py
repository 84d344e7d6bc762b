"""What is known before rows are read, and what comes of reading them."""

from datetime import date

import msgspec

from sgdesk.domain.facts.kinds import Event, EventKind
from sgdesk.domain.importing.headings import Column


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What rows are read against.

    `names` are the person's own; `others` the people around; `there` is the chronology so far.
    `source` says where the rows come from; `unnamed` is the kind of rows that name none.
    """

    today: date
    names: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    there: tuple[Event, ...] = ()
    born: date | None = None
    source: str = ""
    unnamed: EventKind | None = None


class RowRead(msgspec.Struct, frozen=True, kw_only=True):
    """One row as it was read: the entry it makes, or why it makes none.

    `refused` says what must be put right; `repeats` what it is the same as; `notes` what to know
    of a row that is taken.
    """

    line: int
    written: str
    event: Event | None = None
    notes: tuple[str, ...] = ()
    refused: str = ""
    repeats: str = ""


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """All rows as they were read. `columns` are the headings by what they were taken as, and
    `left_out` those that were not; `wrong` says why nothing could be read at all."""

    rows: tuple[RowRead, ...] = ()
    columns: tuple[tuple[Column, str], ...] = ()
    left_out: tuple[str, ...] = ()
    wrong: str = ""

    @property
    def events(self) -> tuple[Event, ...]:
        """The entries that would be taken in, in the order of the rows."""
        return tuple(row.event for row in self.rows if row.event is not None)

    @property
    def refused(self) -> int:
        """How many rows must be put right."""
        return sum(bool(row.refused) for row in self.rows)

    @property
    def repeated(self) -> int:
        """How many rows are there already."""
        return sum(bool(row.repeats) for row in self.rows)
