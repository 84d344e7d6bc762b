"""The dates of a fact beside each other: when it was noticed or happened, and written down."""

from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from sgdesk.domain.amendment import changed_fields
from sgdesk.domain.facts.kinds import Fact, Injury, Observation, Saying
from sgdesk.text import _, read_moment, read_short_date, to_london

# A tie to a mark is no word of the entry, and goes by itself when the mark is removed.
NOT_WRITTEN = frozenset({"recorded_at", "explains_marks"})


def dated(facts: Iterable[Fact], saved: Iterable[Fact], now: datetime) -> list[Fact]:
    """Return the facts of a draft, each with when its words were last written: now, if it is not
    among those that were saved or differs from them.

    The last time and not the first: a court may take an entry for younger than it is, but never
    for nearer to the event than its words are.
    """
    before = {fact.id: fact for fact in saved}
    return [_dated(fact, before.get(fact.id), now) for fact in facts]


def written_down(fact: Fact) -> str:
    """Return when a fact was written down: "20 Nov 2026"; empty until the record is signed."""
    if fact.recorded_at is None:
        return ""
    return read_short_date(to_london(fact.recorded_at).date())


def written_late(fact: Fact) -> str:
    """Return when something seen or heard was written down, if it was on a later day; else nothing.

    For a paper, beside who saw or heard it and when.
    """
    is_noticed = isinstance(fact, Injury | Observation | Saying) and fact.noticed_on is not None
    if not is_noticed or fact.recorded_at is None or not both_dates(fact):
        return ""
    return _("written down {when}").format(when=read_moment(fact.recorded_at))


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


def _dated(fact: Fact, saved: Fact | None, now: datetime) -> Fact:
    if fact is saved:
        return fact
    if type(saved) is type(fact) and saved is not None and saved.recorded_at is not None:
        as_before = msgspec.structs.replace(fact, recorded_at=saved.recorded_at)
        if as_before == saved or not changed_fields(saved, fact) - NOT_WRITTEN:
            return as_before
    return msgspec.structs.replace(fact, recorded_at=now)
