"""What kind of entry a row is and how it ended: by its words, and never by a guess."""

from datetime import date

import msgspec

from sgdesk.domain.facts.kinds import Attendance, EventKind
from sgdesk.domain.facts.words import EVENT_WORDS
from sgdesk.domain.importing.endings import Ending
from sgdesk.domain.importing.vocabulary import kinds_of, shortened
from sgdesk.text import _

_OTHER = EventKind.OTHER_SERVICE
_NO_APPOINTMENT = (EventKind.CONTACT, EventKind.NOTE)
_HAPPENED = (
    Attendance.ATTENDED, Attendance.LATE, Attendance.NOT_BROUGHT, Attendance.DID_NOT_ATTEND,
)  # fmt: skip
_KEPT = (Attendance.ATTENDED, Attendance.LATE)
_ENDED = (*_HAPPENED, Attendance.CANCELLED_BY_FAMILY, Attendance.CANCELLED_BY_PRACTICE)


class Ended(msgspec.Struct, frozen=True):
    """The kind and the outcome; `rest` is what the outcome said more, `wrong` why it is neither."""

    kind: EventKind | None = None
    ended: Attendance | None = None
    rest: str = ""
    notes: tuple[str, ...] = ()
    wrong: str = ""


def kind_and_end(
    kind_cell: str, ending: Ending, day: date | None, today: date, unnamed: EventKind | None
) -> Ended:
    """Return kind and outcome of a row. `unnamed` is the kind where the row names none.

    A cancellation without saying by whom is refused: the count turns on it. What says how it
    ended was an appointment, if it can be read as one; what is not counted says so.
    """
    kinds = kinds_of(kind_cell) or (() if unnamed is None else (unnamed,))
    if ending.wrong or not kinds:
        return Ended(wrong=ending.wrong or _no_kind(shortened(kind_cell)))
    kind, doubt = _kind(kinds, ending, shortened(kind_cell))
    if kind in _NO_APPOINTMENT:
        rest = "" if ending.ended is Attendance.NOT_AN_APPOINTMENT else ending.told
        notes = (doubt, _left_out(kind, ending))
        return Ended(kind, Attendance.NOT_AN_APPOINTMENT, rest, notes)
    if ending.unclear:
        return Ended(wrong=ending.unclear)
    told = _dated(ending, day, today)
    return msgspec.structs.replace(
        told, kind=kind, notes=(doubt, *told.notes, _not_counted(kind, told.ended))
    )


def _kind(kinds: tuple[EventKind, ...], ending: Ending, cell: str) -> tuple[EventKind, str]:
    """Return the kind, and what to know where its words name a call or letter as well."""
    first = kinds[0]
    kept = next((kind for kind in kinds if kind not in (*_NO_APPOINTMENT, _OTHER)), None)
    if first not in _NO_APPOINTMENT or kept is None:
        return first, ""
    is_appointment = ending.is_told or ending.ended is Attendance.PLANNED
    kind, other = (kept, first) if is_appointment else (first, kept)
    return kind, _("“{cell}” is taken as “{kind}”, and could be “{other}”.").format(
        cell=cell, kind=_(EVENT_WORDS[kind]), other=_(EVENT_WORDS[other])
    )


def _left_out(kind: EventKind, ending: Ending) -> str:
    if not ending.is_told:
        return ""
    return _("Not counted, though the row says “{ended}”: a {kind} is no appointment.").format(
        ended=shortened(ending.told), kind=_(EVENT_WORDS[kind]).lower()
    )


def _not_counted(kind: EventKind, ended: Attendance | None) -> str:
    if ended is Attendance.NOT_AN_APPOINTMENT:
        return _("Not counted: the row says that it was no appointment.")
    counted_apart = kind is EventKind.EMERGENCY and ended in _KEPT
    if kind not in (_OTHER, EventKind.EMERGENCY) or ended not in _ENDED or counted_apart:
        return ""
    return _("Not in the count of planned appointments: its kind is “{kind}”.").format(
        kind=_(EVENT_WORDS[kind])
    )


def _dated(ending: Ending, day: date | None, today: date) -> Ended:
    """Return the outcome as it can be on its day, and what to know of that."""
    ended = ending.ended
    if ended is None or (ending.supposed and day is not None and day >= today):
        return _without_outcome(day, today)
    if day is not None and day > today and ended in _HAPPENED:
        return Ended(
            wrong=_("This day is still to come, and the row says “{cell}”. Check the date.").format(
                cell=shortened(ending.told)
            )
        )
    if day is not None and day < today and ended is Attendance.PLANNED:
        note = _("“{cell}”, and the day has passed: the outcome is not recorded.")
        told = note.format(cell=shortened(ending.told))
        return Ended(ended=Attendance.NOT_RECORDED, notes=(told,))
    return Ended(ended=ended, notes=(ending.note,))


def _without_outcome(day: date | None, today: date) -> Ended:
    if day is not None and day > today:
        return Ended(ended=Attendance.PLANNED)
    return Ended(ended=Attendance.NOT_RECORDED, notes=(_("The row does not say how it ended."),))


def _no_kind(cell: str) -> str:
    if not cell:
        return _("The row names no kind of entry. Choose above what such rows are.")
    return _("“{cell}” is no kind of entry known here. Choose above what such rows are.").format(
        cell=cell
    )
