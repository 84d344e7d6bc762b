"""Whether names and numbers can be what they say they are."""

import re
from datetime import date

from sgdesk.domain.ages import born_between
from sgdesk.domain.answers import Nation
from sgdesk.domain.bare_initials import are_initials, is_answer
from sgdesk.text import _, impossible_day, initials

_OLDEST = 125
_LONGEST_SHORT_NUMBER = 6
_NO_YEAR = re.compile(r"\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\d{1,2}|[^\W\d_]{3,9}\.?)")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}|GIR0AA")


def name_problem(name: str) -> str | None:
    """Return what to do when a name is only initials, or has no letter at all, or None. An empty
    name is no problem here."""
    if name.strip() and not any(map(str.isalpha, name)):
        return _("Write the name in letters, or say who this is, such as: a neighbour.")
    if are_initials(name):
        return _initials_problem()
    return None


def who_problem(text: str) -> str | None:
    """Return what to do where free words say who, and they are only initials, or None."""
    return _initials_problem() if are_initials(text) and not is_answer(text) else None


def known_as_problem(known_as: str, name: str) -> str | None:
    """Return what to do when somebody is known by initials, or None. Letters that are said as a
    name, such as "TJ", are one, unless they are those of the whole name."""
    own = initials(name).replace(".", "").casefold()
    for called in map(str.strip, known_as.split(",")):
        is_said = called.isalpha() and len(called) > 1 and called.casefold() != own
        if are_initials(called) and not is_said:
            return _initials_problem()
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
    if not _check_digit_fits(digits):
        return _(
            "This {name} cannot be right: its last digit does not fit the others. Two digits may"
            " be swapped. Check it against the record, or leave it empty."
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


def phone_doubt(number: str) -> str:
    """Return what is probably wrong with a telephone number, or nothing. It may still be right."""
    first = re.split(r"[^\d\s()+.-]", number.strip())[0]
    digits = re.sub(r"\D", "", first)
    if not number.strip():
        return ""
    if not digits:
        return _("A telephone number begins with digits. Check it.")
    if digits.startswith("0") and not digits.startswith("00") and len(digits) not in (10, 11):
        return _(
            "A number here that begins with 0 has 10 or 11 digits; this one has {count}. Check it."
        ).format(count=len(digits))
    if digits[0] != "0" and "+" not in first and len(digits) > _LONGEST_SHORT_NUMBER:
        return _("This number begins without 0 or +. Check whether the area code is missing.")
    return ""


def postcode_doubt(postcode: str) -> str:
    """Return what is probably wrong with a postcode, or nothing. It may still be right."""
    bare = "".join(postcode.split()).upper()
    if not bare or _POSTCODE.fullmatch(bare):
        return ""
    return _("A postcode in the United Kingdom looks like ZZ99 3VZ. Check this one.")


def tidy_postcode(postcode: str) -> str:
    """Return a postcode as it is written, "ZZ99 3VZ"; anything else unchanged."""
    bare = "".join(postcode.split()).upper()
    return f"{bare[:-3]} {bare[-3:]}" if _POSTCODE.fullmatch(bare) else postcode


def date_problem(day: date | None, typed: str) -> str | None:
    """Return what to do when what was typed is not a date, or None."""
    if day is None and typed.strip():
        advice = year_advice(typed)
        advice = advice or _("Write the date as day, month, year, for example 20 11 2026.")
        return f"{impossible_day(typed)} {advice}".strip()
    return None


def year_advice(typed: str) -> str:
    """Return what to do about a day and a month without a year, or nothing for anything else. The
    year is never guessed: around the turn of a year it would be the wrong one."""
    if _NO_YEAR.fullmatch(typed.strip()) is None:
        return ""
    return _("Add the year to “{typed}”, such as {typed} 2026.").format(typed=typed.strip())


def birth_problem(born: date | None, typed: str, today: date) -> str | None:
    """Return what to do when what was typed is neither a date of birth nor an age, or None."""
    if born is not None or not typed.strip() or born_between(typed, today) is not None:
        return None
    advice = _("Write day, month and year, such as 20 11 2019, or an age, such as about 3 years.")
    return f"{impossible_day(typed)} {advice}".strip()


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


def _initials_problem() -> str:
    return _("Write the name in full. Initials alone cannot be found again or told apart.")


def _check_digit_fits(digits: str) -> bool:
    from stdnum.gb import nhs  # only when there is a number: it loads pydoc

    return bool(nhs.is_valid(digits))
