"""Dates and clock times as rows give them: the UK way, day first, and never guessed."""

import re
from datetime import date, datetime, time

import msgspec

from sgdesk.text import _, read_short_date, to_london

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = re.compile(
    r"(?:^|[\sT,])(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,]\d+)?)?|[.h](\d{2}))?\s*"
    r"(am|pm|a\.m\.|p\.m\.)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:-|–|to|until)\s*\d{1,2}[:.]\d{2}.*$", re.IGNORECASE)
# The day that some databases write before a clock time without a day.
_NO_DAY = re.compile(r"^(?:30/12/1899|1899-12-30|00/01/1900|1900-01-00)[ T]+")
_FAR_AHEAD_YEARS = 5
_FIRST_YEAR = 1900
_LONGEST = 60


class Moment(msgspec.Struct, frozen=True):
    """What a cell gives: a date, a clock time, what to know about the reading, or why it cannot
    be read."""

    day: date | None = None
    at: time | None = None
    note: str = ""
    wrong: str = ""


def read_moment(cell: str, today: date) -> Moment:
    """Return the date of a cell, and its clock time where it has one.

    Numbers are day, month, year; a year in front is year, month, day. A name of a month stands
    anywhere. What could be read month first is read day first and said; what only fits month
    first is refused.
    """
    text = _unwrapped(cell)
    if not text:
        return Moment(wrong=_("The date is missing."))
    if len(text) > _LONGEST:
        return _unreadable(f"{text[:_LONGEST]}…")
    if re.fullmatch(r"\d{5}(\.\d+)?", text):
        return Moment(
            wrong=_("“{cell}” is a spreadsheet’s number for a date. Show the column as dates,"
                    " and save again.").format(cell=cell)
        )  # fmt: skip
    stamped = _stamped(text)
    if stamped is not None:
        return _checked(stamped, today)
    day_text, at, wrong = _parted(text)
    if wrong:
        return Moment(wrong=wrong)
    found = _weekday_checked(_day(day_text, cell), day_text, cell)
    # Midnight is what a spreadsheet writes behind a date that has no clock time.
    known = None if at == time(0, 0) else at
    return _checked(msgspec.structs.replace(found, at=known), today)


def read_clock(cell: str) -> Moment:
    """Return the clock time of a cell: "9:40", "09.40", "0940", "9.40 am", "9:40-10:00"."""
    text = _NO_DAY.sub("", _RANGE.sub("", _unwrapped(cell[:_LONGEST])))
    if re.fullmatch(r"\d{3,4}", text):
        text = f"{text[:-2]}:{text[-2:]}"
    found = _TIME.fullmatch(text)
    at = _clock(found) if found is not None and re.search(r"[:.h]|[ap]\.?m", text, re.I) else None
    if at is None:
        told = cell if len(cell) <= _LONGEST else f"{cell[:_LONGEST]}…"
        return Moment(wrong=_("“{cell}” is not a clock time, such as 09:40.").format(cell=told))
    return Moment(at=at)


def is_moment(cell: str) -> bool:
    """Return whether a cell is a clock time or a date, such as when somebody arrived."""
    return read_clock(cell).at is not None or read_moment(cell, date.max).day is not None


def _unwrapped(cell: str) -> str:
    # Some programs write ="20/11/2026" so that a spreadsheet leaves the text as it is.
    wrapped = re.fullmatch(r'=\s*"([^"]*)"', cell.strip())
    return " ".join((wrapped[1] if wrapped else cell).split()).strip("'\"")


def _stamped(text: str) -> Moment | None:
    """Return a moment such as 2026-11-20T09:40:00Z on London's clocks, or None."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)", text):
        return None
    try:
        local = to_london(datetime.fromisoformat(text))
    except ValueError:
        return None
    return Moment(local.date(), local.time().replace(second=0, microsecond=0))


def _parted(text: str) -> tuple[str, time | None, str]:
    """Return the part with the date, the clock time behind it, and what is wrong with that."""
    text = _RANGE.sub("", text)
    found = _TIME.search(text)
    if found is None or not _is_told_as_time(found, text):
        return text, None, ""
    at = _clock(found)
    if at is None:
        wrong = _("“{cell}” is not a clock time, such as 09:40.").format(cell=found[0].strip())
        return text, None, wrong
    return text[: found.start()].rstrip(" ,"), at, ""


def _is_told_as_time(found: re.Match[str], text: str) -> bool:
    if re.search(r"[:h]|[ap]\.?m", found[0], re.IGNORECASE):
        return True
    # A stop is also written in dates: only behind a whole date does it begin the minutes.
    return found[4] is not None and len(re.findall(r"\w+", text[: found.start()])) >= 3


def _clock(found: re.Match[str]) -> time | None:
    hour, minute = int(found[1]), int(found[2] or found[4] or 0)
    half = (found[5] or "").lower().replace(".", "")
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _day(text: str, cell: str) -> Moment:
    told = re.findall(r"\d+|[^\W\d_]+", text.lower())
    parts = [part for part in told if not _is_said_around(part)]
    named = [part for part in parts if not part.isdecimal()]
    if len(parts) == 1 and re.fullmatch(r"\d{8}", parts[0]):
        parts = _eight_digits(parts[0])
    if len(parts) != 3 or len(named) > 1 or not all(map(_is_part, parts)):
        return _unreadable(cell)
    if named:
        return _with_a_name(parts, named[0], cell)
    return _in_numbers(parts, cell)


def _with_a_name(parts: list[str], name: str, cell: str) -> Moment:
    month = _month(name)
    day, year = [part for part in parts if part != name]
    if len(day) == 4:
        day, year = year, day
    return _unreadable(cell) if month is None else _made(day, month, year, cell)


def _in_numbers(parts: list[str], cell: str) -> Moment:
    day, month, year = parts
    if len(day) == 4:
        day, year = year, day
        return _made(day, int(month), year, cell)
    if int(month) > 12 and 1 <= int(day) <= 12 and int(month) <= 31:
        return Moment(
            wrong=_("“{cell}” has no month {month}. Dates are read day first: write {right}.")
            .format(cell=cell, month=month, right=f"{month}/{day}/{year}")
        )  # fmt: skip
    either_way = int(day) <= 12 and int(month) <= 12 and int(day) != int(month)
    note = _("Read day first.") if either_way else ""
    return msgspec.structs.replace(_made(day, int(month), year, cell), note=note)


def _made(day: str, month: int, year: str, cell: str) -> Moment:
    if len(day) > 2 or len(year) not in (2, 4):
        return _unreadable(cell)
    try:
        return Moment(date(_full_year(year), month, int(day)))
    except ValueError:
        return Moment(wrong=_("There is no day “{cell}” in the calendar.").format(cell=cell))


def _weekday_checked(found: Moment, text: str, cell: str) -> Moment:
    told = [_DAYS.index(one[:3]) for one in re.findall(r"[^\W\d_]+", text.lower()) if _is_day(one)]
    if found.day is None or not told or told[0] == found.day.weekday():
        return found
    return Moment(
        wrong=_("“{cell}” does not fit: {day} is another day of the week. Check it.").format(
            cell=cell, day=read_short_date(found.day)
        )
    )


def _checked(found: Moment, today: date) -> Moment:
    if found.day is None:
        return found
    if not _FIRST_YEAR <= found.day.year <= today.year + _FAR_AHEAD_YEARS:
        return Moment(
            wrong=_("The year {year} is too far from today. Check it.").format(year=found.day.year)
        )
    return found


def _unreadable(cell: str) -> Moment:
    return Moment(
        wrong=_("“{cell}” is not a date that can be read. Write it such as 20/11/2026.").format(
            cell=cell
        )
    )


def _is_part(part: str) -> bool:
    return not part.isdecimal() or (part.isascii() and len(part) <= 4)


def _is_said_around(part: str) -> bool:
    # The day of the week, the ending of an ordinal number, and "of".
    return part in ("st", "nd", "rd", "th", "of", "the") or _is_day(part)


def _is_day(part: str) -> bool:
    return part[:3] in _DAYS and (len(part) <= 5 or part.endswith("day"))


def _month(name: str) -> int | None:
    short = name[:3]
    known = short in _MONTHS and (_LONG_MONTHS[_MONTHS.index(short)].startswith(name))
    if name == "sept":
        return 9
    return _MONTHS.index(short) + 1 if known else None


def _eight_digits(digits: str) -> list[str]:
    # 20261120 begins with its year; 20112026 ends with it.
    if digits[:2] in ("19", "20") and int(digits[4:6]) <= 12:
        return [digits[:4], digits[4:6], digits[6:]]
    return [digits[:2], digits[2:4], digits[4:]]


def _full_year(year: str) -> int:
    # As everywhere in the program: up to 30 is this century.
    if len(year) == 4:
        return int(year)
    return 2000 + int(year) if int(year) <= 30 else 1900 + int(year)
