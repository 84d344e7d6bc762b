"""What is known before a directory's rows are read, and what comes of reading them."""

from collections.abc import Mapping
from datetime import date

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.answers import Nation
from sgdesk.ids import AgencyId


class KnownDirectory(msgspec.Struct, frozen=True, kw_only=True):
    """What rows are read against. `kinds` are titles by kind; `nation` is the practice's, for
    rows that name none."""

    today: date
    kinds: Mapping[str, str]
    there: tuple[Agency, ...] = ()
    nation: Nation = Nation.ENGLAND


class AgencyRow(msgspec.Struct, frozen=True, kw_only=True):
    """One row as it was read: the entry it makes, or why it makes none.

    `replaces` is the entry that it would change; `refused` says what must be put right; `repeats`
    what it is the same as; `notes` what to know of a row that is taken.
    """

    line: int
    written: str
    agency: Agency | None = None
    replaces: AgencyId | None = None
    notes: tuple[str, ...] = ()
    refused: str = ""
    repeats: str = ""


class DirectoryRead(msgspec.Struct, frozen=True, kw_only=True):
    """All rows as they were read. `columns` are (field, heading) of those that are taken,
    `left_out` the headings of the others; `wrong` says why nothing could be read at all."""

    rows: tuple[AgencyRow, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()
    wrong: str = ""

    @property
    def new(self) -> tuple[Agency, ...]:
        """The teams that would be added, in the order of the rows."""
        return tuple(
            row.agency for row in self.rows if row.agency is not None and row.replaces is None
        )

    @property
    def changes(self) -> tuple[Agency, ...]:
        """The teams that are there and would be changed, with their ids."""
        return tuple(
            row.agency for row in self.rows if row.agency is not None and row.replaces is not None
        )

    @property
    def refused(self) -> int:
        """How many rows must be put right."""
        return sum(bool(row.refused) for row in self.rows)

    @property
    def repeated(self) -> int:
        """How many rows are there already."""
        return sum(bool(row.repeats) for row in self.rows)
