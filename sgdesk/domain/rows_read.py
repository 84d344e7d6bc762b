"""What comes of reading rows that somebody pasted or chose: the taken, the refused, the repeats."""

from typing import Generic, TypeVar

import msgspec


class RowRead(msgspec.Struct, frozen=True, kw_only=True):
    """One row as it was read.

    `refused` says what must be put right; `repeats` what it is the same as; `notes` what to know
    of a row that is taken.
    """

    line: int
    written: str
    notes: tuple[str, ...] = ()
    refused: str = ""
    repeats: str = ""


RowT = TypeVar("RowT", bound=RowRead)


class RowsRead(msgspec.Struct, Generic[RowT], frozen=True, kw_only=True):
    """All rows as they were read. `left_out` are the headings that were not taken; `wrong` says
    why nothing could be read at all."""

    rows: tuple[RowT, ...] = ()
    left_out: tuple[str, ...] = ()
    wrong: str = ""

    @property
    def refused(self) -> int:
        """How many rows must be put right."""
        return sum(bool(row.refused) for row in self.rows)

    @property
    def repeated(self) -> int:
        """How many rows are there already."""
        return sum(bool(row.repeats) for row in self.rows)
