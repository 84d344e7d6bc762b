"""Where the headings of a table are, or what its columns hold where it has none."""

import re
from collections.abc import Sequence
from datetime import date

from sgdesk.domain.importing.cells import Layout
from sgdesk.domain.importing.contents import (
    clock_place,
    day_places,
    kind_place,
    name_places,
    number_places,
    outcome_place,
    own_name_place,
    visit_place,
)
from sgdesk.domain.importing.dates import read_moment
from sgdesk.domain.importing.headings import (
    Column,
    columns_of,
    is_another_date,
    may_hold_times,
    may_name_kinds,
)
from sgdesk.domain.importing.joined import add_joined
from sgdesk.domain.importing.splitting import Row
from sgdesk.domain.importing.values import KnownEvents

HEADINGS_WITHIN = 12
# Under "Start time" or "Appointment" some programs write the day with its clock time.
_MAY_HOLD_DAYS = (Column.TIME, Column.KIND)
# What several columns may hold; of anything else the column that was chosen is the only one.
_BESIDE_OTHERS = (Column.OUTCOME, Column.TEXT)
_NAMES = {Column.WHOSE, Column.FORENAME, Column.SURNAME}
_Places = dict[Column, tuple[int, ...]]


def layout_of(rows: Sequence[Row], known: KnownEvents) -> Layout:
    """Return the layout: by the headings, in any order, or by what the columns hold; and above
    both by what somebody says of a column."""
    for number, row in enumerate(rows[:HEADINGS_WITHIN]):
        found = columns_of(row.cells)
        add_joined(found, row.cells)
        if (len(found) < 2 and Column.DAY not in found) or _holds_a_date(row, known.today):
            continue
        below = tuple(rows[number + 1 :])
        settled = _settle(found, row.cells, known)
        wrong = _complete(found, row.cells, below, known, settled)
        if Column.DAY in found or wrong:
            beside = name_places(below, _free(found, below), known)
            return Layout(
                found, row.cells, below, tuple(rows[:number]), wrong, beside, row.line,
                _chosen_places(known, row.cells),
            )  # fmt: skip
    return _by_content(rows, known)


def _settle(found: _Places, headings: Sequence[str], known: KnownEvents) -> set[int]:
    """Take columns as they were read before and as somebody says; return their places."""
    told = {
        one.place: one.column
        for one in (*known.settled, *known.chosen)
        if one.heading == _heading(headings, one.place)
    }
    for column in dict.fromkeys(told.values()):
        places = {place for place, its in told.items() if its is column}
        if column is Column.WHOSE:
            found.pop(Column.FORENAME, None)
            found.pop(Column.SURNAME, None)
        if column in _BESIDE_OTHERS:
            places |= {*found.get(column, ())}
        _put(found, column, tuple(sorted(places)))
    return set(told)


def _chosen_places(known: KnownEvents, headings: Sequence[str]) -> tuple[int, ...]:
    chosen = known.chosen
    return tuple(one.place for one in chosen if one.heading == _heading(headings, one.place))


def _heading(headings: Sequence[str], place: int) -> str:
    return "".join(headings[place : place + 1])


def _complete(
    found: _Places,
    headings: Sequence[str],
    rows: Sequence[Row],
    known: KnownEvents,
    settled: set[int],
) -> str:
    """Put in place what the headings leave open and the cells tell; return what cannot be told."""
    wrong = ""

    def open_places(but: Sequence[Column] = ()) -> list[int]:
        return [place for place in _free(found, rows, but) if place not in settled]

    if Column.DAY not in found:
        left = [
            place
            for place in open_places(_MAY_HOLD_DAYS)
            if not is_another_date(_heading(headings, place))
        ]
        days = day_places(rows, left, known.today)
        _put(found, Column.DAY, days.places)
        wrong = days.wrong
    if Column.TIME not in found:
        left = [
            one for one in open_places([Column.KIND]) if may_hold_times(_heading(headings, one))
        ]
        _put(found, Column.TIME, clock_place(rows, left))
    if Column.KIND not in found:
        told = open_places([Column.REASON, Column.TEXT])
        left = [place for place in told if may_name_kinds(_heading(headings, place))]
        _put(found, Column.KIND, visit_place(rows, left))
    if _NAMES.isdisjoint(found):
        _put(found, Column.WHOSE, own_name_place(rows, open_places(), known))
    return wrong


def _free(found: _Places, rows: Sequence[Row], but: Sequence[Column] = ()) -> list[int]:
    """Return the places that are taken as nothing, or as one of these."""
    taken = {place for column, its in found.items() if column not in but for place in its}
    width = max((len(row.cells) for row in rows), default=0)
    return [place for place in range(width) if place not in taken]


def _by_content(rows: Sequence[Row], known: KnownEvents) -> Layout:
    found: _Places = {}
    settled = _settle(found, (), known)
    left = [place for place in range(max(len(row.cells) for row in rows)) if place not in settled]
    dated = sorted({*left, *found.get(Column.DAY, ())})
    days = day_places(rows, dated, known.today, known.born)

    def take(column: Column, places: Sequence[int]) -> None:
        if column not in found or column in _BESIDE_OTHERS:
            its = tuple(place for place in places if place in left)
            _put(found, column, tuple(sorted({*found.get(column, ()), *its})))
            left[:] = [place for place in left if place not in its]

    wrong = "" if Column.DAY in found else days.wrong
    take(Column.DAY, days.places)
    take(Column.BORN, days.born)
    take(Column.NUMBER, number_places(rows, left))
    take(Column.WHOSE, name_places(rows, left, known))
    take(Column.TIME, clock_place(rows, left))
    take(Column.OUTCOME, outcome_place(rows, left))
    take(Column.KIND, kind_place(rows, left))
    if Column.DAY in found:
        take(Column.TEXT, tuple(left))
    chosen = _chosen_places(known, ())
    return Layout(found, (), tuple(rows), wrong=wrong, chosen=chosen)


def _put(found: _Places, column: Column, places: tuple[int, ...]) -> None:
    """Take these places as a column, and as nothing else."""
    if not places:
        return
    for other, its in tuple(found.items()):
        found[other] = tuple(place for place in its if place not in places)
        if not found[other]:
            del found[other]
    found[column] = places


def _holds_a_date(row: Row, today: date) -> bool:
    dated = [cell for cell in row.cells if re.search(r"\d", cell)]
    return any(read_moment(cell, today).day is not None for cell in dated)
