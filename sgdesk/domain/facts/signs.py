"""The signs of a drawn time line: told apart by their shape, in black and white as in colour."""

from enum import StrEnum

import msgspec

from sgdesk.domain.facts.kinds import Attendance, Event, EventKind


class Sign(StrEnum):
    """What an entry is drawn as; each has a line of its own, in this order."""

    ATTENDED = "attended"
    LATE = "late"
    NOT_BROUGHT = "not-brought"
    DID_NOT_ATTEND = "did-not-attend"
    CANCELLED_BY_FAMILY = "cancelled-by-family"
    CANCELLED_BY_PRACTICE = "cancelled-by-practice"
    NOT_RECORDED = "not-recorded"
    PLANNED = "planned"
    EMERGENCY = "emergency"
    EMERGENCY_MISSED = "emergency-missed"
    OTHER_SERVICE = "other-service"
    CONTACT = "contact"
    NOTE = "note"


SIGN_WORDS = {
    Sign.ATTENDED: "Attended",
    Sign.LATE: "Attended late",
    Sign.NOT_BROUGHT: "Was not brought",
    Sign.DID_NOT_ATTEND: "Did not attend",
    Sign.CANCELLED_BY_FAMILY: "Cancelled by the patient or family",
    Sign.CANCELLED_BY_PRACTICE: "Cancelled by the practice",
    Sign.NOT_RECORDED: "Outcome not recorded",
    Sign.PLANNED: "Still to come",
    Sign.EMERGENCY: "Emergency, attended",
    Sign.EMERGENCY_MISSED: "Emergency, not attended",
    Sign.OTHER_SERVICE: "Another service",
    Sign.CONTACT: "Calls and letters",
    Sign.NOTE: "Notes",
}
_BY_KIND = {
    EventKind.OTHER_SERVICE: Sign.OTHER_SERVICE,
    EventKind.CONTACT: Sign.CONTACT,
    EventKind.NOTE: Sign.NOTE,
}
_BY_ATTENDANCE = {
    Attendance.ATTENDED: Sign.ATTENDED,
    Attendance.LATE: Sign.LATE,
    Attendance.NOT_BROUGHT: Sign.NOT_BROUGHT,
    Attendance.DID_NOT_ATTEND: Sign.DID_NOT_ATTEND,
    Attendance.CANCELLED_BY_FAMILY: Sign.CANCELLED_BY_FAMILY,
    Attendance.CANCELLED_BY_PRACTICE: Sign.CANCELLED_BY_PRACTICE,
    Attendance.NOT_AN_APPOINTMENT: Sign.NOTE,
    Attendance.PLANNED: Sign.PLANNED,
}


class Line(msgspec.Struct, frozen=True):
    """A straight line within a square from -1 to 1."""

    x: float
    y: float
    to_x: float
    to_y: float


class Dot(msgspec.Struct, frozen=True):
    """A filled circle around the middle of that square; `hollow` is one of the ground's colour."""

    radius: float
    hollow: bool = False


_CROSS = (Line(-0.8, -0.8, 0.8, 0.8), Line(-0.8, 0.8, 0.8, -0.8))
_RING = (Dot(1), Dot(0.72, hollow=True))
_BOX = (
    Line(-0.8, -0.8, 0.8, -0.8), Line(0.8, -0.8, 0.8, 0.8),
    Line(0.8, 0.8, -0.8, 0.8), Line(-0.8, 0.8, -0.8, -0.8),
)  # fmt: skip
# Lines or dots, never both: which of them lies on top is not the same everywhere.
SHAPES: dict[Sign, tuple[Line | Dot, ...]] = {
    Sign.ATTENDED: (Dot(1),),
    Sign.LATE: (Dot(1), Dot(0.45, hollow=True)),
    Sign.NOT_BROUGHT: _CROSS,
    Sign.DID_NOT_ATTEND: (*_CROSS, Line(-1, 0, 1, 0)),
    Sign.CANCELLED_BY_FAMILY: (*_BOX, Line(-0.8, 0.8, 0.8, -0.8)),
    Sign.CANCELLED_BY_PRACTICE: _BOX,
    Sign.NOT_RECORDED: _RING,
    Sign.PLANNED: (Line(-1, 0, 1, 0), Line(0, -1, 0, 1)),
    Sign.EMERGENCY: (
        Line(-1, 0.8, 1, 0.8), Line(1, 0.8, 0, -1), Line(0, -1, -1, 0.8),
    ),
    Sign.EMERGENCY_MISSED: (
        Line(-1, -0.8, 1, -0.8), Line(1, -0.8, 0, 1), Line(0, 1, -1, -0.8),
    ),
    Sign.OTHER_SERVICE: (
        Line(-1, 0, 0, -1), Line(0, -1, 1, 0), Line(1, 0, 0, 1), Line(0, 1, -1, 0),
    ),
    Sign.CONTACT: (Line(0, -1, 0, 1),),
    Sign.NOTE: (Line(-0.8, 0, 0.8, 0),),
}  # fmt: skip


def sign_of(event: Event) -> Sign:
    """Return the sign by which an entry is drawn."""
    if event.event in _BY_KIND:
        return _BY_KIND[event.event]
    ended = event.attendance or Attendance.NOT_RECORDED
    sign = _BY_ATTENDANCE.get(ended, Sign.NOT_RECORDED)
    if event.event is not EventKind.EMERGENCY or sign is Sign.NOT_RECORDED:
        return sign
    return Sign.EMERGENCY if sign in (Sign.ATTENDED, Sign.LATE) else Sign.EMERGENCY_MISSED
