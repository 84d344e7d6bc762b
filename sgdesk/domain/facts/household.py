"""The chronology of several people side by side: a column each, and one line for each date."""

from collections.abc import Iterable, Sequence
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


class LinkedRecord(msgspec.Struct, frozen=True):
    """The entries of a concern that belongs with one, such as a sister's; `name` is the person."""

    reference: str
    name: str
    facts: tuple[Fact, ...]


def with_linked(
    facts: Sequence[Fact], linked: Iterable[LinkedRecord], own: str
) -> tuple[Event, ...]:
    """Return the entries of a concern and those of its linked ones, each under its person's name.

    `own` is the person whom the concern is about. An entry that several records hold stands once,
    and one from a linked record names that record.
    """
    found = [fact for fact in facts if isinstance(fact, Event)]
    known = {_same(event, event.also_about) for event in found}
    for record in linked:
        for event in in_time_order(record.facts):
            about = event.also_about.strip() or record.name
            whose = "" if _bare(about) == _bare(own) else about
            if (same := _same(event, whose)) not in known:
                known.add(same)
                found.append(_taken_from(record, event, whose))
    return tuple(in_time_order(found))


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


def _taken_from(record: LinkedRecord, event: Event, whose: str) -> Event:
    written = ", ".join(filter(None, (record.reference, event.noticed_by)))
    return msgspec.structs.replace(event, also_about=whose, noticed_by=written)


def _same(event: Event, whose: str) -> tuple[object, ...]:
    when = event.happened_on, event.happened_at
    return *when, event.event, event.attendance, _bare(event.text), _bare(whose)


def _bare(text: str) -> str:
    return " ".join(text.casefold().split())
