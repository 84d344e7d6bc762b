"""Whether names and numbers can be what they say they are."""

import re
from datetime import date

from stdnum.gb import nhs

from sgdesk.domain.answers import Nation
from sgdesk.text import _

_OLDEST = 125
_ONLY_INITIALS = re.compile(r"(?:[^\W\d_][.\s]*){1,3}")


def name_problem(name: str) -> str | None:
    """Return what to do when a name is only initials, or None. An empty name is no problem here."""
    bare = name.strip()
    if bare and _ONLY_INITIALS.fullmatch(bare) and not _is_word(bare):
        return _("Write the name in full. Initials alone cannot be found again or told apart.")
    return None


def health_number_problem(number: str, nation: Nation) -> str | None:
    """Return what to do when a health number has the wrong length or check digit, or None.

    NHS, CHI and H&C numbers have ten digits, the last a modulus-11 check digit.
    """
    if not number.strip():
        return None
    digits = re.sub(r"[\s-]", "", number)
    if not digits.isdecimal() or len(digits) != 10:
        return _(
            "The {name} has ten digits. Check it against the record, or leave it empty."
        ).format(name=health_number_name(nation))
    if not nhs.is_valid(digits):
        return _(
            "This cannot be a {name}: its last digit does not fit the others. Two digits may be"
            " swapped. Check it against the record, or leave it empty."
        ).format(name=health_number_name(nation))
    return None


def health_number_name(nation: Nation) -> str:
    """Return what the health number is called in that nation."""
    if nation is Nation.SCOTLAND:
        return _("CHI number")
    if nation is Nation.NORTHERN_IRELAND:
        return _("Health and Care number")
    return _("NHS number")


def format_health_number(number: str) -> str:
    """Return ten digits as they are read, "999 123 4012"; anything else unchanged."""
    digits = re.sub(r"[\s-]", "", number)
    if len(digits) != 10 or not digits.isdecimal():
        return number
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"


def date_problem(day: date | None, typed: str) -> str | None:
    """Return what to do when what was typed is not a date, or None."""
    if day is None and typed.strip():
        return _("Write the date as day, month, year, for example 20 11 2026.")
    return None


def time_problem(clock_time: object, typed: str) -> str | None:
    """Return what to do when what was typed is not a clock time, or None."""
    if clock_time is None and typed.strip():
        return _("Write the time as hours and minutes, for example 09:40.")
    return None


def number_problem(number: int | None, typed: str) -> str | None:
    """Return what to do when what was typed is not a whole number, or None."""
    if number is None and typed.strip():
        return _("Write a whole number, for example 22.")
    return None


def past_problem(day: date | None, today: date) -> str | None:
    """Return what to do when a date that must have passed lies ahead, or None."""
    if day is not None and day > today:
        return _("This date is in the future. Check the day, month and year.")
    if day is not None and day.year < today.year - _OLDEST:
        return _("This date is more than {years} years ago. Check the year.").format(years=_OLDEST)
    return None


def _is_word(name: str) -> bool:
    # "Bo" and "Al" are names; "BO", "B.O." and "B O" are initials. Scripts without small letters,
    # such as Arabic, Hebrew and Chinese, write whole names in two or three signs.
    one_case = name.lower() == name.upper()
    return name.isalpha() and len(name) > 1 and (one_case or name[1:].islower())
