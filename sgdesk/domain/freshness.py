"""How old the last check of a number is: amber from 90 days (DL-CONTACT-VERIFY), red from 180.

On the 90th day a new check is asked for and the old one still holds; from the 91st nothing is sent
on it. The 90 days are the directory's own rule; the 180 are this program's default.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from sgdesk.domain.agency import Agency
from sgdesk.text import _, read_short_date

AMBER_DAYS, RED_DAYS = 90, 180


class Freshness(StrEnum):
    """What the age of a check asks for."""

    FRESH = "fresh"
    LATE = "late"
    OLD = "old"
    NEVER = "never"


def freshness(checked_on: date | None, today: date) -> Freshness:
    """Return how fresh a check is; what was never checked is worse than any age."""
    if checked_on is None:
        return Freshness.NEVER
    age = (today - checked_on).days
    if age >= RED_DAYS:
        return Freshness.OLD
    return Freshness.LATE if age >= AMBER_DAYS else Freshness.FRESH


def is_late(checked_on: date | None, today: date) -> bool:
    """Return whether a number must be checked again before somebody relies on it."""
    return freshness(checked_on, today) is not Freshness.FRESH


def is_too_old(checked_on: date, today: date) -> bool:
    """Return whether nothing may be sent on this check any more: its last day has passed."""
    return (today - checked_on).days > AMBER_DAYS


def late_names(agencies: Iterable[Agency], today: date) -> tuple[str, ...]:
    """Return the names of the teams whose numbers must be checked again."""
    return tuple(one.name for one in agencies if is_late(one.checked_on, today))


def late_words(late: Sequence[str]) -> str:
    """Return which teams' numbers were not checked for 90 days, or never."""
    if len(late) == 1:
        return _("The numbers of {team} were not checked for 90 days.").format(team=late[0])
    return _("The numbers of {count} teams were not checked for 90 days: {teams}.").format(
        count=len(late), teams=", ".join(late)
    )


def age_words(checked_on: date | None, today: date) -> str:
    """Return when a number was checked and how long ago, in words and not by colour alone."""
    if checked_on is None:
        return _("Never checked: check it before you use it")
    words = {
        Freshness.FRESH: _("Checked {day}, {ago}"),
        Freshness.LATE: _("Checked {day}, {ago}: check it again"),
        Freshness.OLD: _("Checked {day}, {ago}: too old to rely on"),
    }[freshness(checked_on, today)]
    return words.format(day=read_short_date(checked_on), ago=_ago((today - checked_on).days))


def _ago(days: int) -> str:
    if days <= 0:
        return _("today")
    return _("yesterday") if days == 1 else _("{days} days ago").format(days=days)
