"""How an appointment ended by all columns of its row that say so, each leaving what can be."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

import msgspec

from sgdesk.domain.facts.kinds import Attendance
from sgdesk.domain.importing.cells import Cells
from sgdesk.domain.importing.dates import is_moment
from sgdesk.domain.importing.headings import Column
from sgdesk.domain.importing.vocabulary import (
    is_cancelled_by_nobody,
    outcome_of,
    shortened,
    yes_or_no,
)
from sgdesk.text import _


class _End(StrEnum):
    CAME = "came"
    MISSED = "missed"
    BY_FAMILY = "by-family"
    BY_PRACTICE = "by-practice"


_Ends = frozenset[_End]
_ANY = frozenset(_End)
_CANCELLED = frozenset({_End.BY_FAMILY, _End.BY_PRACTICE})
_YES = {
    Column.CAME: frozenset({_End.CAME}),
    Column.MISSED: frozenset({_End.MISSED}),
    Column.CANCELLED: _CANCELLED,
}
# The last word of an end is the plain one: who was late has also attended.
_END_OF = {
    Attendance.LATE: _End.CAME,
    Attendance.ATTENDED: _End.CAME,
    Attendance.NOT_BROUGHT: _End.MISSED,
    Attendance.DID_NOT_ATTEND: _End.MISSED,
    Attendance.CANCELLED_BY_FAMILY: _End.BY_FAMILY,
    Attendance.CANCELLED_BY_PRACTICE: _End.BY_PRACTICE,
}


class Ending(msgspec.Struct, frozen=True):
    """How a row says that it ended, or None; `told` are its words.

    `is_told` when it speaks of an end at all, `supposed` when it says only what did not happen.
    `unclear` is why an appointment cannot end so, `wrong` how the columns contradict each other.
    """

    ended: Attendance | None = None
    told: str = ""
    is_told: bool = False
    supposed: bool = False
    note: str = ""
    unclear: str = ""
    wrong: str = ""


class _Said(msgspec.Struct, frozen=True):
    """What one cell says: which ends it leaves, in which word, and whether outright."""

    words: str
    ends: _Ends = _ANY
    word: Attendance | None = None
    outright: bool = True
    unclear: str = ""


def ending_of(cells: Cells) -> Ending:
    """Return how a row ended: what is left when every column has said what it can have been."""
    said = tuple(_all_said(cells))
    told = "; ".join(one.words for one in said if one.outright)
    ends = _common(said)
    unclear = next((one.unclear for one in said if one.unclear), "")
    if not ends:
        return Ending(told=told, wrong=_contradiction(said))
    if ends == _CANCELLED:
        return Ending(told=told, is_told=True, unclear=_by_nobody(_telling(said)))
    if len(ends) == 1 and any(one.outright for one in _telling(said)):
        note = _not_understood(said) if unclear else ""
        return Ending(_word(said, ends), told, is_told=True, note=note)
    waiting = next((one.word for one in said if one.ends == _ANY and one.word is not None), None)
    likely = ends & {_End.CAME, _End.MISSED}
    if unclear or waiting is not None or len(likely) != 1:
        return Ending(waiting, told, unclear=unclear)
    return Ending(
        _word(said, likely), told, is_told=True, supposed=True,
        note=_supposed(_telling(said), likely),
    )  # fmt: skip


def _all_said(cells: Cells) -> Iterator[_Said]:
    for cell in cells.all(Column.OUTCOME):
        yield _by_words(cell, cell)
    for column in _YES:
        answers = [
            one
            for heading, cell in cells.named(column)
            for one in _by_answer(column, heading, cell)
        ]
        # Of a missed visit one says "WNB" and another "DNA": no to the one is no to the word.
        missed = column is Column.MISSED and any(one.outright for one in answers)
        yield from (one for one in answers if one.outright or not missed)


def _by_words(cell: str, words: str) -> _Said:
    told = outcome_of(cell)
    if told is not None:
        end = _END_OF.get(told)
        return _Said(words, _ANY if end is None else frozenset({end}), told)
    if is_cancelled_by_nobody(cell):
        return _Said(words, _CANCELLED)
    return _Said(words, unclear=_no_outcome(shortened(words)))


def _by_answer(column: Column, heading: str, cell: str) -> Iterator[_Said]:
    """Yield what a cell says under a heading that asks for yes or no; nothing if it is blank."""
    words = f"{heading}: {cell}"
    asked = outcome_of(heading)  # "UTA" says by whom, "WNB" in which word
    ends = frozenset({_END_OF[asked]}) if asked in _END_OF else _YES[column]
    answer = yes_or_no(cell)
    if answer is not None:
        yield _Said(words, ends, asked) if answer else _Said(words, _ANY - ends, outright=False)
    elif is_moment(cell):
        yield _Said(words, ends, asked, outright=column is not Column.CAME)
    elif any(sign.isalnum() for sign in cell):
        by_whom = outcome_of(f"cancelled by {cell}") if column is Column.CANCELLED else None
        found = _by_words(cell if by_whom is None else f"cancelled by {cell}", words)
        # Who pressed the button is no answer to who wanted it.
        yield _Said(words, ends) if found.unclear and column is Column.CANCELLED else found


def _common(said: Iterable[_Said]) -> _Ends:
    left = _ANY
    for one in said:
        left &= one.ends
    return left


def _telling(said: Iterable[_Said]) -> list[_Said]:
    return [one for one in said if one.ends != _ANY]


def _word(said: Iterable[_Said], ends: _Ends) -> Attendance:
    (end,) = ends
    words = [word for word, its in _END_OF.items() if its is end]
    told = {one.word for one in said}
    return next((word for word in words if word in told), words[-1])


def _contradiction(said: Iterable[_Said]) -> str:
    return _("The row contradicts itself: {cells}. Correct the one that is wrong.").format(
        cells=_named(_telling(said))
    )


def _supposed(telling: Iterable[_Said], ends: _Ends) -> str:
    cells = _named(telling)
    if _End.CAME in ends:
        return _("Taken as attended, because the row says {cells} and no more.").format(cells=cells)
    return _("Taken as missed, because the row says {cells} and no more.").format(cells=cells)


def _not_understood(said: Iterable[_Said]) -> str:
    cell = next(shortened(one.words) for one in said if one.unclear)
    return _("“{cell}” does not say how it ended; another column does.").format(cell=cell)


def _by_nobody(telling: Sequence[_Said]) -> str:
    outright = next((one for one in telling if one.outright), None)
    if outright is None:
        return _("{cells}: it was neither kept nor missed, and nothing says who cancelled it. Write"
                 " “cancelled by family” or “cancelled by practice”.")\
            .format(cells=_named(telling))  # fmt: skip
    return _("“{cell}” does not say by whom. Write “cancelled by family” or “cancelled by"
             " practice”.").format(cell=shortened(outright.words))  # fmt: skip


def _named(said: Iterable[_Said]) -> str:
    return ", ".join(f"“{shortened(one.words)}”" for one in said)


def _no_outcome(cell: str) -> str:
    return _("“{cell}” does not say how it ended. Write “attended”, “was not brought”, “cancelled"
             " by family” or “cancelled by practice”.").format(cell=cell)  # fmt: skip
