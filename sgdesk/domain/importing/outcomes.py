"""What kind of entry a row is and how it ended: by its words, and never by a guess."""

from datetime import date

import msgspec

from sgdesk.domain.facts.kinds import Attendance, EventKind
from sgdesk.domain.importing.vocabulary import (
    is_cancelled_by_nobody,
    kind_of,
    outcome_of,
    shortened,
)
from sgdesk.text import _

_NO_APPOINTMENT = (EventKind.CONTACT, EventKind.NOTE)
_HAPPENED = (
    Attendance.ATTENDED, Attendance.LATE, Attendance.NOT_BROUGHT, Attendance.DID_NOT_ATTEND,
)  # fmt: skip


class Ended(msgspec.Struct, frozen=True):
    """The kind and the outcome; `rest` is what the outcome said more, `wrong` why it is neither."""

    kind: EventKind | None = None
    ended: Attendance | None = None
    rest: str = ""
    note: str = ""
    wrong: str = ""


def kind_and_end(
    kind_cell: str, outcome_cell: str, day: date | None, today: date, unnamed: EventKind | None
) -> Ended:
    """Return kind and outcome of a row. `unnamed` is the kind where the row names none.

    A cancellation without saying by whom is refused: the count turns on it.
    """
    kind = kind_of(kind_cell) or unnamed
    if kind is None:
        return Ended(wrong=_no_kind(shortened(kind_cell)))
    if kind in _NO_APPOINTMENT:
        rest = "" if outcome_of(outcome_cell) is Attendance.NOT_AN_APPOINTMENT else outcome_cell
        return Ended(kind, Attendance.NOT_AN_APPOINTMENT, rest)
    if not outcome_cell:
        return _without_outcome(kind, day, today)
    ended = outcome_of(outcome_cell)
    if ended is None:
        return Ended(wrong=_no_outcome(shortened(outcome_cell)))
    return _dated(Ended(kind, ended), outcome_cell, day, today)


def _without_outcome(kind: EventKind, day: date | None, today: date) -> Ended:
    if day is not None and day > today:
        return Ended(kind, Attendance.PLANNED)
    return Ended(kind, Attendance.NOT_RECORDED, note=_("The row does not say how it ended."))


def _dated(told: Ended, cell: str, day: date | None, today: date) -> Ended:
    if day is None:
        return told
    if day > today and told.ended in _HAPPENED:
        return Ended(
            wrong=_("This day is still to come, and the row says “{cell}”. Check the date.").format(
                cell=cell
            )
        )
    if day < today and told.ended is Attendance.PLANNED:
        note = _("“{cell}”, and the day has passed: the outcome is not recorded.")
        return Ended(told.kind, Attendance.NOT_RECORDED, note=note.format(cell=cell))
    return told


def _no_kind(cell: str) -> str:
    if not cell:
        return _("The row names no kind of entry. Choose above what such rows are.")
    return _("“{cell}” is no kind of entry known here. Choose above what such rows are.").format(
        cell=cell
    )


def _no_outcome(cell: str) -> str:
    if is_cancelled_by_nobody(cell):
        return _("“{cell}” does not say by whom. Write “cancelled by family” or “cancelled by"
                 " practice”.").format(cell=cell)  # fmt: skip
    return _("“{cell}” does not say how it ended. Write “attended”, “was not brought”, “cancelled"
             " by family” or “cancelled by practice”.").format(cell=cell)  # fmt: skip
