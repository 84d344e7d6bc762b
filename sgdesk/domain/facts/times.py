"""The dates of a fact beside each other: when it happened, and when it was written down."""

from datetime import date

from sgdesk.domain.facts.kinds import Fact
from sgdesk.text import _, read_moment, read_short_date, to_london


def written_down(fact: Fact) -> str:
    """Return when a fact was written down: "20 Nov 2026"; empty until the record is signed."""
    if fact.recorded_at is None:
        return ""
    return read_short_date(to_london(fact.recorded_at).date())


def both_dates(fact: Fact) -> str:
    """Return both dates of a fact that was written down on a later day; else nothing."""
    day = _day(fact)
    if fact.recorded_at is None or day is None or to_london(fact.recorded_at).date() <= day:
        return ""
    return _("Happened {day}; written down {when}").format(
        day=read_short_date(day), when=read_moment(fact.recorded_at)
    )


def _day(fact: Fact) -> date | None:
    return fact.noticed_on or fact.happened_on
