"""How a person and a due read in a list: initials and age, until the lead wants to see names."""

import re
from datetime import date, datetime, timedelta

from sgdesk.domain.answers import NATION_WORDS, Nation
from sgdesk.domain.people import PersonKind, age_on
from sgdesk.domain.stage import StageWords, Tone
from sgdesk.text import _, initials, read_date, read_short_date, read_time, to_london

_SOON = timedelta(hours=48)


def person_words(name: str, kind: PersonKind, age: str, *, whole: bool) -> str:
    """Return a person as a list shows them: "M.T., 6 y", "Unborn of R.P."; `whole` with names."""
    called = name if whole else initials(name)
    if kind is PersonKind.UNBORN:
        return _("Unborn of {mother}").format(mother=called) if called else _("Unborn baby")
    return ", ".join(part for part in (called or _("No name yet"), age) if part)


def age_in_years(kind: PersonKind, born: date | None, today: date) -> str:
    """Return the age as lists show it: "6 y"; empty when it is not known, or before birth."""
    if born is None or kind is PersonKind.UNBORN:
        return ""
    return _("{years} y").format(years=age_on(born, today))


def due_words(due_at: datetime, now: datetime) -> StageWords:
    """Return how a deadline reads now: "Overdue 1 h 46", "Mon 23 Nov 17:00"."""
    local, late = to_london(due_at), now - due_at
    clock_time = read_time(local.time())
    if late <= timedelta(0):
        tone = Tone.DUE if -late <= _SOON else Tone.QUIET
        return StageWords(_without_year(local.date(), clock_time), tone)
    minutes = late // timedelta(minutes=1)
    if late < timedelta(hours=1):
        text = _("Overdue {minutes} min").format(minutes=minutes)
    elif late < timedelta(days=1):
        text = _("Overdue {hours} h {minutes:02d}").format(
            hours=minutes // 60, minutes=minutes % 60
        )
    elif late < timedelta(days=6):
        day = read_date(local.date()).split()[0]
        text = _("Overdue, {day} {time}").format(day=day, time=clock_time)
    else:
        text = _("Overdue since {day}").format(day=read_short_date(local.date()))
    return StageWords(text, Tone.OVERDUE)


def guidance_words(version: str) -> str:
    """Return under which guidance something was done: "England guidance, checked 3 May 2026"."""
    names = "|".join(nation.value for nation in Nation)
    read = [
        _("{nation} guidance, checked {day}").format(
            nation=_(NATION_WORDS[Nation(name)]), day=read_short_date(date.fromisoformat(day))
        )
        for name, day in re.findall(rf"\b({names})-(\d{{4}}-\d\d-\d\d)\b", version)
    ]
    return _(" with ").join(read) or version


def is_overdue(due_at: datetime, now: datetime) -> bool:
    """Return whether a deadline has passed."""
    return due_at < now


def _without_year(day: date, clock_time: str) -> str:
    weekday, number, month, _year = read_date(day).split()
    return _("{weekday} {day} {month} {time}").format(
        weekday=weekday, day=number, month=month, time=clock_time
    )
