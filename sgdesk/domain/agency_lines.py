"""What stands line by line in an agency's entry: stages of escalation, and boxes of its portal."""

import re

import msgspec

from sgdesk.errors import UserError
from sgdesk.text import _

_MOST_LINES = 40
_MOST_STAGES = 8
_MOST_DAYS = 60
_MOST_HOURS = 24 * 60
_MOST_LETTERS = 100_000
_DAYS = re.compile(r"(\d{1,4})\s*(?:(?:working\s+)?days?)?", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,4})\s*(?:hours?|hrs?|h)", re.IGNORECASE)
_LETTERS = re.compile(r"(\d{1,3}(?:[, ]\d{3})+|\d{1,7})\s*(?:characters?|letters?)?", re.IGNORECASE)


class LadderStage(msgspec.Struct, frozen=True):
    """One stage of a disagreement: between whom, within how many working days or elapsed hours,
    whom to reach."""

    title: str
    days: int | None = None
    contact: str = ""
    hours: int | None = None


class PortalBox(msgspec.Struct, frozen=True):
    """One box of a portal, and how many characters it takes."""

    title: str
    limit: int


def parse_ladder(typed: str) -> tuple[LadderStage, ...]:
    """Return the stages typed as "Team manager; 2 working days; 01632 960141", one on each line;
    in place of days stand hours such as "48 hours".

    The time and the contact may be left out. Raises UserError that names the line.
    """
    told = _told_lines(typed, "ladder", _MOST_STAGES)
    return tuple(_stage(number, line) for number, line in told)


def parse_boxes(typed: str) -> tuple[PortalBox, ...]:
    """Return the boxes typed as "Reasons for referral; 2000", one on each line.

    Raises UserError that names the line.
    """
    return tuple(_box(number, line) for number, line in _told_lines(typed, "boxes"))


def _told_lines(typed: str, field: str, most: int = _MOST_LINES) -> list[tuple[int, str]]:
    lines = [
        (number, line.strip())
        for number, line in enumerate(typed.split("\n"), start=1)
        if line.strip()
    ]
    if len(lines) > most:
        raise UserError(_("Write up to {most} lines.").format(most=most), field)
    return lines


def _stage(number: int, line: str) -> LadderStage:
    title, *rest = [part.strip() for part in line.split(";", 2)]
    if not title:
        raise _wrong(number, _("begin with who settles it"), "ladder")
    limit, contact = [*rest, "", ""][:2]
    found = _HOURS.fullmatch(limit)
    hours = int(found[1]) if found else None
    found = None if hours is not None else _DAYS.fullmatch(limit)
    days = int(found[1]) if found else None
    if limit and days is None and hours is None:
        raise _wrong(number, _("write it like “Team manager; 2 days; 01632 960141”"), "ladder")
    if days is not None and not 1 <= days <= _MOST_DAYS:
        raise _wrong(number, _("give from 1 to {most} days").format(most=_MOST_DAYS), "ladder")
    if hours is not None and not 1 <= hours <= _MOST_HOURS:
        raise _wrong(number, _("give from 1 to {most} hours").format(most=_MOST_HOURS), "ladder")
    return LadderStage(title, days, contact, hours)


def _box(number: int, line: str) -> PortalBox:
    title, _mark, limit = (part.strip() for part in line.rpartition(";"))
    letters = _LETTERS.fullmatch(limit)
    if not title or letters is None:
        raise _wrong(number, _("write it like “Reasons for referral; 2000”"), "boxes")
    count = int(re.sub(r"\D", "", letters[1]))
    if not 1 <= count <= _MOST_LETTERS:
        text = _("give from 1 to {most:,} characters").format(most=_MOST_LETTERS)
        raise _wrong(number, text, "boxes")
    return PortalBox(title, count)


def _wrong(number: int, what: str, field: str) -> UserError:
    return UserError(_("Line {number}: {what}.").format(number=number, what=what), field)
