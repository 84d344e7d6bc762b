"""The dates of a fact beside each other: when it was noticed or happened, and written down."""

from datetime import date

from sgdesk.domain.facts.kinds import Fact, Injury, Observation, Saying
from sgdesk.text import _, read_moment, read_short_date, to_london


def written_down(fact: Fact) -> str:
    """Return when a fact was written down: "20 Nov 2026"; empty until the record is signed."""
    if fact.recorded_at is None:
        return ""
    return read_short_date(to_london(fact.recorded_at).date())


def both_dates(fact: Fact) -> str:
    """Return both dates of a fact that was written down on a later day; else nothing.

    The day on which something was seen or heard is never called the day on which it happened.
    """
    day, told = _day(fact)
    if fact.recorded_at is None or day is None or to_london(fact.recorded_at).date() <= day:
        return ""
    return told.format(day=read_short_date(day), when=read_moment(fact.recorded_at))


def _day(fact: Fact) -> tuple[date | None, str]:
    if fact.noticed_on is not None and isinstance(fact, Injury | Observation | Saying):
        return fact.noticed_on, _("Seen or heard {day}; written down {when}")
    if fact.happened_on is not None:
        return fact.happened_on, _("Happened {day}; written down {when}")
    return fact.noticed_on, _("Dated {day}; written down {when}")
