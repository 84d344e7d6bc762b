"""Headings that join several, such as "Reason / Notes", understood by their parts."""

from collections.abc import Sequence

from sgdesk.domain.importing.headings import Column, column_named, parts_of

_NAMES = frozenset({Column.WHOSE, Column.FORENAME, Column.SURNAME})
_WORDS = frozenset({Column.TEXT, Column.REASON, Column.OUTREACH})
# What a column is that holds several things in one cell: read whole, so that nothing is lost.
_TOGETHER = (
    (frozenset({Column.DAY, Column.TIME}), Column.DAY),
    (_NAMES | {Column.BORN, Column.NUMBER}, Column.WHOSE),
    (frozenset({Column.CAME, Column.MISSED, Column.CANCELLED, Column.OUTCOME}), Column.OUTCOME),
    (_WORDS | {Column.KIND}, Column.KIND),
    (_WORDS | {Column.OUTCOME}, Column.OUTCOME),
    (_WORDS | {Column.WITH_WHOM, Column.SOURCE}, Column.TEXT),
)
_MAY_BE_SEVERAL = (Column.TEXT, Column.OUTREACH)


def add_joined(found: dict[Column, tuple[int, ...]], cells: Sequence[str]) -> None:
    """Add the columns of a heading row whose headings join several that are known."""
    taken = {place for places in found.values() for place in places}
    for place, cell in enumerate(cells):
        parts = parts_of(cell)
        named = {column_named(part) for part in parts} if place not in taken else set()
        column = _column(named - {None}, found) if len(parts) > 1 and None not in named else None
        if column is not None:
            found[column] = tuple(sorted({*found.get(column, ()), place}))


def _column(parts: set[Column | None], found: dict[Column, tuple[int, ...]]) -> Column | None:
    """Return what a column is that holds all these, or None if it cannot be told."""
    if not parts:
        return None
    if parts <= _WORDS and len(parts) > 1:
        return Column.TEXT
    together = next((column for several, column in _TOGETHER if parts <= several), None)
    column = next(iter(parts)) if len(parts) == 1 else together
    if column is None or column in _MAY_BE_SEVERAL:
        return column
    there = _NAMES if column is Column.WHOSE else {column}
    if there.isdisjoint(found):
        return column
    return Column.TEXT if not _WORDS.isdisjoint(parts) else None
