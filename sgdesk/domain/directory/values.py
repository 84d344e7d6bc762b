"""What is known before a directory's rows are read, and what comes of reading them."""

from collections.abc import Mapping
from datetime import date

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.answers import Nation
from sgdesk.domain.rows_read import RowRead, RowsRead
from sgdesk.ids import AgencyId


class KnownDirectory(msgspec.Struct, frozen=True, kw_only=True):
    """What rows are read against. `kinds` are titles by kind, `titles` the kinds by every title
    that they have in some nation; `nation` is the practice's, for rows that name none."""

    today: date
    kinds: Mapping[str, str]
    titles: Mapping[str, str] = {}
    there: tuple[Agency, ...] = ()
    nation: Nation = Nation.ENGLAND


class AgencyRow(RowRead, frozen=True, kw_only=True):
    """One row with the entry it makes, if any; `replaces` is the entry that it would change."""

    agency: Agency | None = None
    replaces: AgencyId | None = None


class DirectoryRead(RowsRead[AgencyRow], frozen=True, kw_only=True):
    """All rows as they were read. `columns` are (field, heading) of those that are taken."""

    columns: tuple[tuple[str, str], ...] = ()

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
