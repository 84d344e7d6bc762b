"""The chronology of several people side by side: a column each, and one line for each date."""

from collections.abc import Iterable
from datetime import date

import msgspec

from sgdesk.domain.facts.chronology import in_time_order
from sgdesk.domain.facts.kinds import Event, Fact
from sgdesk.domain.facts.timeline import people_of
from sgdesk.domain.facts.words import sentence, source
from sgdesk.text import read_time


class Day(msgspec.Struct, frozen=True):
    """One date, and the entries of each person on it, in the order of the columns."""

    day: date
    entries: tuple[tuple[Event, ...], ...]


class Household(msgspec.Struct, frozen=True):
    """The people, "" for the one whom the concern is about, and the dates of all of them."""

    people: tuple[str, ...]
    days: tuple[Day, ...]


def entry_words(event: Event) -> str:
    """Return an entry as it stands in its person's own column: "09:40 Treatment, attended."."""
    at = f"{read_time(event.happened_at)} " if event.happened_at else ""
    where = f" {source(event)}." if event.noticed_by else ""
    return f"{at}{sentence(msgspec.structs.replace(event, also_about=''))}{where}"


def side_by_side(facts: Iterable[Fact]) -> Household | None:
    """Return the dated entries in a column for each person; None where they are of one alone."""
    events = in_time_order(facts)
    people = tuple(people_of(events))
    if len(people) < 2:
        return None
    by_day: dict[date, list[list[Event]]] = {}
    for event in events:
        if event.happened_on is not None:
            columns = by_day.setdefault(event.happened_on, [[] for _person in people])
            columns[people.index(event.also_about.strip())].append(event)
    days = (Day(day, tuple(map(tuple, columns))) for day, columns in by_day.items())
    return Household(people, tuple(days))
