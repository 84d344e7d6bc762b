"""What the columns of a table are, told by what they hold."""

import re
from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from sgdesk.domain.facts.kinds import EventKind
from sgdesk.domain.importing.dates import read_clock, read_moment
from sgdesk.domain.importing.splitting import Row
from sgdesk.domain.importing.values import KnownEvents
from sgdesk.domain.importing.vocabulary import (
    is_cancelled_by_nobody,
    is_name_of_kind,
    kinds_of,
    outcome_of,
)
from sgdesk.domain.importing.whose import name_words, whose
from sgdesk.text import _

_LOOKED_AT = 60
_SHORT = 30
_DATED = 0.4
_KINDS = 0.5
_VISITS = {EventKind.EXAMINATION, EventKind.TREATMENT}
_APPOINTMENTS = {*_VISITS, EventKind.HOSPITAL, EventKind.EMERGENCY}
_NAME = re.compile(r"[^\W\d_]['’.\w()-]*(?:[ ,]+[^\W\d_]['’.\w()-]*){0,4}\.?")
_LIKE_NAMES = 0.8
_NHS_NUMBER = re.compile(r"\d{3}[ -]?\d{3}[ -]?\d{4}")


class Days(msgspec.Struct, frozen=True):
    """The columns of the appointments' days and of the date of birth, or why they are not told."""

    places: tuple[int, ...] = ()
    born: tuple[int, ...] = ()
    wrong: str = ""


def day_places(
    rows: Sequence[Row], places: Sequence[int], today: date, born: date | None = None
) -> Days:
    """Return which column holds the days. Of several that hold dates one is the date of birth if
    nothing else stands in it; the others must name the same days, or they are not told apart."""

    def day(cell: str) -> date | None:
        return read_moment(cell, today).day

    def is_day(cell: str) -> bool:
        return day(cell) is not None

    dated = [one for one in places if _share(rows, one, is_day) >= _DATED]
    births = [one for one in dated if len(dated) > 1 and _days(rows, one, day) == {born}]
    left = [one for one in dated if one not in births]
    if len(left) > 1:
        left = [one for one in left if _is_filled(rows, one)] or left
    if all(len(days) < 2 for days in _days_of_rows(rows, left, day)):
        return Days(tuple(left), tuple(births))
    return Days(
        wrong=_("Columns {columns} hold dates, and nothing says which of them is the day of the"
                " appointment. Choose it below, or write a line above the rows that names each"
                " column, with “Date” above the day of the appointment.")
        .format(columns=_listed([one + 1 for one in left]))
    )  # fmt: skip


def clock_place(rows: Sequence[Row], places: Sequence[int]) -> tuple[int, ...]:
    """Return the column that holds clock times."""
    return _best(rows, places, lambda cell: read_clock(cell).at is not None, 0.6)


def outcome_place(rows: Sequence[Row], places: Sequence[int]) -> tuple[int, ...]:
    """Return the column that says how each ended."""
    return _best(
        rows, places, lambda cell: outcome_of(cell) is not None or is_cancelled_by_nobody(cell), 0.5
    )


def kind_place(rows: Sequence[Row], places: Sequence[int]) -> tuple[int, ...]:
    """Return the column that names kinds of entry; of several, the one with the most visits in
    their bare names: notes name a letter or a call as well."""
    named = [one for one in places if _share(rows, one, _is_kind) >= _KINDS]

    def likelihood(place: int) -> tuple[float, float]:
        return _share(rows, place, _is_appointment), _share(rows, place, is_name_of_kind)

    return (max(named, key=likelihood),) if named else ()


def visit_place(rows: Sequence[Row], places: Sequence[int]) -> tuple[int, ...]:
    """Return the column that names visits to this practice: a reason why nobody came may well
    name a hospital or a school."""
    return _best(rows, places, _is_visit, _KINDS)


def name_places(rows: Sequence[Row], places: Sequence[int], known: KnownEvents) -> tuple[int, ...]:
    """Return the columns that hold names: those that look so throughout, and hold one that is
    known, whole or in part."""
    theirs = [name_words(name) for name in (*known.names, *known.others)]

    def is_known(cell: str) -> bool:
        words = name_words(cell)
        return bool(words) and any(words <= name for name in theirs)

    return _named(rows, places, is_known)


def own_name_place(
    rows: Sequence[Row], places: Sequence[int], known: KnownEvents
) -> tuple[int, ...]:
    """Return the column that holds names, and among them that of the person of the record: other
    names alone may be of those who booked or came along."""

    def is_own(cell: str) -> bool:
        found = whose(cell, known)
        return not found.wrong and not found.name

    return _named(rows, places, is_own)[:1]


def number_places(rows: Sequence[Row], places: Sequence[int]) -> tuple[int, ...]:
    """Return the column that holds NHS numbers."""
    return _best(rows, places, lambda cell: bool(_NHS_NUMBER.fullmatch(cell)), 0.8)


def _named(
    rows: Sequence[Row], places: Sequence[int], is_known: Callable[[str], bool]
) -> tuple[int, ...]:
    return tuple(
        place
        for place in places
        if _share(rows, place, _looks_like_name) >= _LIKE_NAMES
        and any(map(is_known, _different(rows, place)))
    )


def _is_kind(cell: str) -> bool:
    return len(cell) <= _SHORT and bool(kinds_of(cell))


def _is_appointment(cell: str) -> bool:
    return len(cell) <= _SHORT and not _APPOINTMENTS.isdisjoint(kinds_of(cell))


def _is_visit(cell: str) -> bool:
    return len(cell) <= _SHORT and not _VISITS.isdisjoint(kinds_of(cell))


def _looks_like_name(cell: str) -> bool:
    return _NAME.fullmatch(cell) is not None


def _best(
    rows: Sequence[Row], places: Sequence[int], fits: Callable[[str], bool], least: float
) -> tuple[int, ...]:
    shares = {place: _share(rows, place, fits) for place in places}
    best = max(shares, key=lambda place: shares[place], default=None)
    return (best,) if best is not None and shares[best] >= least else ()


def _share(rows: Sequence[Row], place: int, fits: Callable[[str], bool]) -> float:
    told = [cell for row in rows[:_LOOKED_AT] if (cell := _cell(row, place))]
    return sum(fits(cell) for cell in told) / len(told) if told else 0.0


def _is_filled(rows: Sequence[Row], place: int) -> bool:
    # Each appointment has its day; when it was cancelled stands in few rows.
    return sum(bool(_cell(row, place)) for row in rows) * 2 > len(rows)


def _days(rows: Sequence[Row], place: int, day: Callable[[str], date | None]) -> set[date | None]:
    return {day(cell) for cell in _different(rows, place)}


def _days_of_rows(
    rows: Sequence[Row], places: Sequence[int], day: Callable[[str], date | None]
) -> list[set[date | None]]:
    if len(places) < 2:
        return []
    return [{day(cell) for place in places if (cell := _cell(row, place))} - {None} for row in rows]


def _different(rows: Sequence[Row], place: int) -> set[str]:
    return {cell for row in rows if (cell := _cell(row, place))}


def _cell(row: Row, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""


def _listed(numbers: Sequence[int]) -> str:
    *first, last = map(str, numbers)
    return _("{first} and {last}").format(first=", ".join(first), last=last)
