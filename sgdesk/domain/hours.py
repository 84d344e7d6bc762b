"""When an agency answers its telephone: weekdays and clock times in London."""

import re
from datetime import date, datetime, timedelta

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.answers import Nation
from sgdesk.domain.calendar import is_bank_holiday
from sgdesk.errors import UserError
from sgdesk.text import _, parse_time, to_london

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WHOLE_WEEK = tuple(range(7))
_NAMED_DAYS = {
    "every day": _WHOLE_WEEK,
    "daily": _WHOLE_WEEK,
    "weekdays": tuple(range(5)),
    "weekends": (5, 6),
}
_ALL_HOURS = ("24 hours", "24 hours a day", "24/7", "always")
_MIDNIGHT = 24 * 60
_LONGEST = 200
_SPAN = re.compile(r"([^\d]*)(\d{1,2}[:.]\d{2})\s*(?:-|to)\s*(\d{1,2}[:.]\d{2})")


class Span(msgspec.Struct, frozen=True):
    """The same hours on some weekdays (Monday is 0), in minutes after midnight.

    One that closes no later than it opens runs on into the next day.
    """

    days: tuple[int, ...]
    opens: int
    closes: int


class OpeningHours(msgspec.Struct, frozen=True):
    """All the spans of a week; none when the hours are not known."""

    spans: tuple[Span, ...] = ()
    always: bool = False


def parse_hours(typed: str) -> OpeningHours:
    """Return hours typed as "Mon-Fri 08:30-17:00; Sat 09:00-12:00" or "24 hours".

    Raises UserError with an example when they cannot be read.
    """
    text = re.sub(r"[–—]", "-", typed.strip().casefold())
    if text in _ALL_HOURS:
        return OpeningHours(always=True)
    spans: list[Span] = []
    end = 0
    while len(typed) <= _LONGEST and (found := _SPAN.match(text, end)):
        days = _days(found[1], spans[-1].days if spans else _WHOLE_WEEK)
        spans.append(Span(days, _minutes(found[2]), _minutes(found[3])))
        end = found.end()
    if text[end:].strip(" ,;."):
        raise _unreadable()
    whole_week = Span(_WHOLE_WEEK, 0, _MIDNIGHT)
    return OpeningHours(tuple(spans), always=whole_week in spans)


def is_open(hours: OpeningHours, at: datetime, nation: Nation) -> bool:
    """Return whether they answer at that moment; on the nation's bank holidays they do not,
    unless they answer at all hours."""
    if hours.always:
        return True
    local = to_london(at)
    minute = local.hour * 60 + local.minute
    today, yesterday = local.date(), local.date() - timedelta(days=1)
    return any(
        _answers(span, day, minute + after) and not is_bank_holiday(day, nation)
        for span in hours.spans
        for day, after in ((today, 0), (yesterday, _MIDNIGHT))
    )


def number_at(agency: Agency, at: datetime) -> str:
    """Return the number that is right at that moment: the out-of-hours one while they are closed.

    Where only one number is known, or no hours are, it is the one that is known.
    """
    if not agency.phone or not agency.phone_out_of_hours or not agency.hours.strip():
        return agency.phone or agency.phone_out_of_hours
    if is_open(parse_hours(agency.hours), at, agency.nation):
        return agency.phone
    return agency.phone_out_of_hours


def _answers(span: Span, day: date, minute: int) -> bool:
    """Return whether a span that begins on that day holds a minute after its midnight."""
    closes = span.closes + (_MIDNIGHT if span.closes <= span.opens else 0)
    return day.weekday() in span.days and span.opens <= minute < closes


def _days(typed: str, unnamed: tuple[int, ...]) -> tuple[int, ...]:
    typed = typed.strip(" \n\t,;:")
    if typed in _NAMED_DAYS or not typed:
        return _NAMED_DAYS.get(typed, unnamed)
    days: set[int] = set()
    for piece in re.split(r"[\s,&]+", re.sub(r"\s*(?:-|\bto\b)\s*", "-", typed)):
        if piece != "and":
            days |= _range(piece)
    return tuple(sorted(days))


def _range(piece: str) -> set[int]:
    first, *more = [_day(name) for name in piece.split("-")]
    if len(more) > 1:
        raise _unreadable()
    return {(first + step) % 7 for step in range((more[0] - first) % 7 + 1 if more else 1)}


def _day(name: str) -> int:
    for number, day in enumerate(_DAYS):
        if len(name) >= 3 and day.startswith(name):
            return number
    raise _unreadable()


def _minutes(typed: str) -> int:
    if typed in ("24:00", "24.00"):
        return _MIDNIGHT
    read = parse_time(typed)
    if read is None:
        raise _unreadable()
    return read.hour * 60 + read.minute


def _unreadable() -> UserError:
    return UserError(_("Write the hours like “Mon-Fri 08:30-17:00”, or “24 hours”."), "hours")
