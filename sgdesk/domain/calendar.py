"""Working days of each nation, by London's calendar."""

from datetime import date, timedelta
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

from sgdesk.domain.answers import NATION_WORDS, Nation
from sgdesk.errors import UserError
from sgdesk.text import _

if TYPE_CHECKING:
    from holidays.countries.united_kingdom import UnitedKingdom

FIRST_YEAR = 2000
LAST_YEAR = 2099
_SATURDAY = 5
_SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}


def is_working_day(day: date, nation: Nation) -> bool:
    """Return whether offices of this nation work on that day: no weekend, no bank holiday.

    Raises UserError for a year outside 2000 to 2099.
    """
    return not is_bank_holiday(day, nation) and day.weekday() < _SATURDAY


def is_bank_holiday(day: date, nation: Nation) -> bool:
    """Return whether that day is a bank holiday in this nation, on whatever weekday it falls.

    Holidays proclaimed for one year only are known when the program was made, or not at all.
    Raises UserError for a year outside 2000 to 2099.
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UserError(
            _("Choose a date between {first} and {last}.").format(first=FIRST_YEAR, last=LAST_YEAR)
        )
    return day in _bank_holidays(day.year, nation)


def next_working_day(day: date, nation: Nation) -> date:
    """Return the first working day after that day."""
    return add_working_days(day, 1, nation)


def add_working_days(day: date, count: int, nation: Nation) -> date:
    """Return the working day that is `count` working days after that day, itself not counted."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, nation)
    return day


def nation_name(nation: Nation) -> str:
    """Return the nation as a person reads it: "Northern Ireland"."""
    return _(NATION_WORDS[nation])


@cache
def _bank_holidays(year: int, nation: Nation) -> frozenset[date]:
    return frozenset(_united_kingdom()(subdiv=_SUBDIVISIONS[nation], years=year))


@cache
def _united_kingdom() -> "type[UnitedKingdom]":
    # Only when a day is asked for, and without the 250 other countries of its package: 9 MiB.
    package = find_spec("holidays")
    file = Path((package and package.origin) or "").with_name("countries") / "united_kingdom.py"
    alone = spec_from_file_location("holidays_of_the_united_kingdom", file)
    if alone is None or alone.loader is None or not file.is_file():  # in a frozen program
        from holidays.countries.united_kingdom import UnitedKingdom

        return UnitedKingdom
    module = module_from_spec(alone)
    alone.loader.exec_module(module)
    calendar: type[UnitedKingdom] = module.UnitedKingdom
    return calendar
