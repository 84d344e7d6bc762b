"""A birth that nobody knows to the day: an age or a year as somebody estimates it."""

import re
from calendar import monthrange
from datetime import date, timedelta

import msgspec

from sgdesk.text import _, read_short_date

_MOST_YEARS = 125
_ABOUT = r"(?:about|approximately|approx\.?|around|roughly|nearly|perhaps|maybe|circa|c\.?|~)"
_UNITS = {
    "year": "years", "years": "years", "yr": "years", "yrs": "years", "y": "years", "yo": "years",
    "month": "months", "months": "months", "mth": "months", "mths": "months", "m": "months",
    "week": "weeks", "weeks": "weeks", "wk": "weeks", "wks": "weeks", "w": "weeks",
}  # fmt: skip
_AGE = re.compile(
    rf"(?:aged?\s+)?{_ABOUT}?\s*(\d{{1,3}})(?:\s*(?:-|–|to|or)\s*(\d{{1,3}}))?\s*([a-z]+)\.?(?:\s+old)?"
)
_YEAR = re.compile(rf"(?:in\s+|born\s+)?{_ABOUT}?\s*(\d{{4}})(?:\s*(?:-|–|to|or)\s*(\d{{4}}))?")
_DECADE = re.compile(r"(?:in\s+(?:his|her|their)\s+)?(early|mid|late)?[\s-]*([1-9])0’?'?s")
_PART_OF_DECADE = {"": (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}


class BornBetween(msgspec.Struct, frozen=True):
    """The first and the last day on which somebody of an estimated age can have been born."""

    first: date
    last: date


def born_between(typed: str, today: date) -> BornBetween | None:
    """Return when somebody was born who is "about 3 years" or was born in "2020", or None.

    An age counts from `today`. A whole date is no estimate, and gives None too.
    """
    text = " ".join(typed.casefold().split())
    if (found := _AGE.fullmatch(text)) and found[3] in _UNITS:
        least = int(found[1])
        return _from_age(least, int(found[2] or least), _UNITS[found[3]], today)
    if found := _DECADE.fullmatch(text):
        first, last = _PART_OF_DECADE[found[1] or ""]
        tens = int(found[2]) * 10
        return _from_age(tens + first, tens + last, "years", today)
    if found := _YEAR.fullmatch(text):
        year, last_year = int(found[1]), int(found[2] or found[1])
        if today.year - _MOST_YEARS <= year <= last_year <= today.year:
            return BornBetween(date(year, 1, 1), min(date(last_year, 12, 31), today))
    return None


def is_year(typed: str) -> bool:
    """Return whether an estimate is by the year of birth, which does not pass as an age does."""
    return _YEAR.fullmatch(" ".join(typed.casefold().split())) is not None


def latest_birth(born: date | None, typed: str, today: date) -> date | None:
    """Return the date of birth, or the last day on which somebody of an estimated age can have
    been born; None where neither is known."""
    between = born_between(typed, today)
    return born or (between.last if between else None)


def estimate_words(typed: str, today: date) -> str:
    """Return what an estimate means today: "An estimate; if it is right, born …"; else nothing."""
    between = born_between(typed, today)
    if between is None:
        return ""
    return _("An estimate; if it is right, born between {first} and {last}.").format(
        first=read_short_date(between.first), last=read_short_date(between.last)
    )


def _from_age(least: int, most: int, unit: str, today: date) -> BornBetween | None:
    if most < least:
        return None
    if unit == "weeks":
        first, last = today - timedelta(weeks=most + 1), today - timedelta(weeks=least)
        return BornBetween(first + timedelta(days=1), last)
    months = 12 if unit == "years" else 1
    if most * months > _MOST_YEARS * 12:
        return None
    first = _months_before(today, (most + 1) * months)
    return BornBetween(first + timedelta(days=1), _months_before(today, least * months))


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
