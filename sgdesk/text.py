"""Text for people: the one door for translation, and how dates, times and numbers are read.

Imported before the first window is painted, and therefore without the modules of date and time.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from zoneinfo import ZoneInfo

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SMALL_INSIDE = (
    "The", "A", "An", "My", "Our", "Your", "His", "Her", "Its", "Their", "Hers", "Both",
)  # fmt: skip
# Whom "a boy of about 6" and the like speak of. In "a smith" there is none of them: a name.
_SOMEBODY = (
    r"\b(?:boy|girl|child|baby|infant|toddler|newborn|foetus|twin|youth|teen|teenager|adolescent"
    r"|adult|man|woman|gentleman|lady|person|male|female|pensioner|pupil|student|patient|resident"
    r"|visitor|caller|passer|stranger|somebody|someone|neighbour|friend|partner|carer|driver"
    r"|(?:grand|god|step-?|foster )?(?:mother|father|parent|son|daughter|child|brother|sister|mum"
    r"|dad)|sibling|aunt|uncle|cousin|niece|nephew|relative|husband|wife|worker|nurse|doctor"
    r"|dentist|teacher|refugee|tourist|schoolboy|schoolgirl|kid|lad|lass)s?\b"
)
UNREADABLE = "\ufffd"


def _(sentence: str) -> str:
    """Return the sentence in the language of the window. English is the only one so far."""
    return sentence


@cache
def london() -> "ZoneInfo":
    """Return the time zone of the United Kingdom."""
    from zoneinfo import ZoneInfo

    return ZoneInfo("Europe/London")


def to_london(at: "datetime") -> "datetime":
    """Return the same moment on the clocks of the United Kingdom."""
    return at.astimezone(london())


def from_london(day: "date", clock_time: "time") -> "datetime":
    """Return the UTC moment of a date and clock time in London; of two, the first."""
    from datetime import UTC, datetime

    return datetime.combine(day, clock_time, tzinfo=london()).astimezone(UTC)


def read_date(day: "date") -> str:
    """Return a date as people read it here: "Fri 20 Nov 2026"."""
    return f"{_DAYS[day.weekday()]} {read_short_date(day)}"


def read_short_date(day: "date") -> str:
    """Return a date without its weekday: "20 Nov 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def read_long_date(day: "date") -> str:
    """Return a date in full: "14 February 2020"."""
    return f"{day.day} {_LONG_MONTHS[day.month - 1]} {day.year}"


def read_full_date(day: "date") -> str:
    """Return a date in full with its weekday: "Sunday 22 November 2026"."""
    return f"{_LONG_DAYS[day.weekday()]} {read_long_date(day)}"


def read_time(clock_time: "time") -> str:
    """Return a clock time: "10:05"."""
    return f"{clock_time.hour:02d}:{clock_time.minute:02d}"


def read_moment(at: "datetime") -> str:
    """Return a moment on London's clocks: "Fri 20 Nov 2026, 10:05"."""
    local = to_london(at)
    return f"{read_date(local.date())}, {read_time(local.time())}"


def parse_date(typed: str) -> "date | None":
    """Return the date typed the UK way ("20 11 2026", "20/11/26", "20 Nov 2026"), or None.

    A two-digit year is read as 19xx when 20xx would be more than thirty years ahead of 2000.
    """
    from datetime import date

    parts = _date_parts(typed)
    if parts is None:
        return None
    day, month, year = parts
    try:
        return date(year, month, day)
    except ValueError:
        return None


def impossible_day(typed: str) -> str:
    """Return what is wrong with a day that its month does not have, or nothing for any other."""
    from calendar import monthrange

    parts = _date_parts(typed)
    if parts is None or not 1 <= parts[2] <= 9_999:
        return ""
    day, month, year = parts
    days = monthrange(year, month)[1]
    if 1 <= day <= days:
        return ""
    return _("{month} {year} has {days} days.").format(
        month=_LONG_MONTHS[month - 1], year=year, days=days
    )


def parse_time(typed: str) -> "time | None":
    """Return the clock time typed as "10:05", "10.05", "1005" or "9:40", or None."""
    from datetime import time

    found = re.fullmatch(r"\s*(\d{1,2})\s*[:.\s]?\s*(\d{2})\s*", typed)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    return time(hour, minute) if hour < 24 and minute < 60 else None


def readable(typed: str) -> str:
    """Return what was typed or pasted, with the sign for an unknown character in place of each
    half of one, which no file can hold."""
    return re.sub("[\ud800-\udfff]", UNREADABLE, typed)


def inside(words: str) -> str:
    """Return an answer as it stands within a sentence: "the duty team". A name stays as it is."""
    first, space, rest = words.strip().partition(" ")
    if first not in _SMALL_INSIDE:
        return words.strip()
    return f"{first.lower()}{space}{rest}"


def initials(name: str) -> str:
    """Return the initials by which a person is named on an open screen: "M.T."; none of somebody
    who is only described, such as "a boy of about 6"."""
    said = name.strip()
    if re.match(r"(?:an?|the)\s+[a-z]", said[:1].lower() + said[1:]) and (
        said[:3].casefold() == "the" or re.search(_SOMEBODY, said)
    ):
        return ""
    return "".join(f"{word[0].upper()}." for word in name.split() if word[0].isalpha())


def _date_parts(typed: str) -> tuple[int, int, int] | None:
    """Return day, month and year as typed, whether or not there is such a day."""
    parts = re.findall(r"\d+|[^\W\d_]+", typed.strip())
    parts = [part for part in parts if part[:3].title() not in _DAYS]
    if len(parts) != 3 or any(len(part) > 9 for part in parts):
        return None
    day, month, year = parts
    number = _month_number(month)
    if number is None or not (day.isdecimal() and year.isdecimal()):
        return None
    if len(day) == 4:
        day, year = year, day
    return int(day), number, _full_year(year)


def _month_number(month: str) -> int | None:
    if month.isdecimal():
        return int(month) if 1 <= int(month) <= 12 else None
    short = month[:3].title()
    known = short in _MONTHS and _LONG_MONTHS[_MONTHS.index(short)].startswith(month.title())
    return _MONTHS.index(short) + 1 if known else None


def _full_year(year: str) -> int:
    if len(year) != 2:
        return int(year)
    return 2000 + int(year) if int(year) <= 30 else 1900 + int(year)
