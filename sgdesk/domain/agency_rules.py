"""What must be put right in an agency's entry, typed or read from a file."""

from collections.abc import Callable
from datetime import date

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.agency_lines import parse_boxes, parse_ladder
from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.hours import parse_hours
from sgdesk.domain.identity import date_problem, number_problem, past_problem
from sgdesk.errors import UserError
from sgdesk.text import _

_MOST_HOURS = 72
_MOST_DAYS = 20
_LONG = ("note", "address", "ladder", "boxes")


def agency_problems(agency: Agency, today: date) -> list[tuple[str, str]]:
    """Return (field, what to do) for everything that must be put right, in the form's order."""
    checks: list[tuple[str, str | None]] = [
        ("name", None if agency.name.strip() else _("Write the name of the team.")),
        ("phone", _unreachable(agency)),
        ("hours", _hours_problem(agency.hours)),
        ("preferred", _preferred_problem(agency)),
        ("written_hours", _outside(agency.written_hours, agency.written_hours_typed, _MOST_HOURS)),
        (
            "acknowledge_days",
            _outside(agency.acknowledge_days, agency.acknowledge_days_typed, _MOST_DAYS),
        ),
        ("chase_days", _outside(agency.chase_days, agency.chase_days_typed, _MOST_DAYS)),
        ("ladder", _line_problem(lambda: parse_ladder(agency.ladder))),
        ("boxes", _line_problem(lambda: parse_boxes(agency.boxes))),
        ("checked_on", date_problem(agency.checked_on, agency.checked_on_typed)),
        ("checked_on", past_problem(agency.checked_on, today)),
        *_lengths(agency),
    ]
    return [(field, text) for field, text in checks if text is not None]


def _unreachable(agency: Agency) -> str | None:
    if agency.phone.strip() or agency.email.strip():
        return None
    return _("Give a telephone number or an email address.")


def _hours_problem(typed: str) -> str | None:
    return _line_problem(lambda: parse_hours(typed)) if typed.strip() else None


def _line_problem(read: Callable[[], object]) -> str | None:
    try:
        read()
    except UserError as error:
        return error.text
    return None


def _preferred_problem(agency: Agency) -> str | None:
    if agency.preferred is None or not agency.channels or agency.preferred in agency.channels:
        return None
    return _("They cannot prefer a way that they do not accept. Tick it above, or choose another.")


def _lengths(agency: Agency) -> list[tuple[str, str | None]]:
    return [
        (field.removesuffix("_typed"), too_long(value, TEXT if field in _LONG else LINE))
        for field, value in msgspec.structs.asdict(agency).items()
        if isinstance(value, str)
    ]


def _outside(number: int | None, typed: str, most: int) -> str | None:
    if number is not None and not 1 <= number <= most:
        return _("Write a number from 1 to {most}, or leave it empty.").format(most=most)
    return number_problem(number, typed)
