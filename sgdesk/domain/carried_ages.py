"""An estimated age that goes from one record into another: as it was said, or by the years."""

from datetime import date

import msgspec

from sgdesk.domain.ages import BornBetween, born_between
from sgdesk.domain.concern import Concern
from sgdesk.text import _, to_london

_SPAN_PARTS = 12


def with_ages_now(concern: Concern, today: date) -> Concern:
    """Return a concern whose estimated ages may go into another record that is begun today."""
    first = to_london(concern.signed_at or concern.opened_at).date()
    last = max(first, to_london(concern.changed_at).date())
    person = msgspec.structs.replace(
        concern.person, born_typed=carried(concern.person.born_typed, first, last, today)
    )
    relations = tuple(
        msgspec.structs.replace(one, born_typed=carried(one.born_typed, first, last, today))
        for one in concern.relations
    )
    return msgspec.structs.replace(concern, person=person, relations=relations)


def carried(typed: str, first_said: date, last_said: date, today: date) -> str:
    """Return an estimate that was said between two days, as it can be said today; else nothing.

    It stays as it was said until a twelfth of what it leaves open has passed ("about 9 years": a
    month); then it is told by the years of birth that follow from it ("2016 or 2017").
    """
    then, later, now = (born_between(typed, day) for day in (first_said, last_said, today))
    if then is None or later is None or now is None:
        return ""
    if (now.first - then.first) * _SPAN_PARTS <= then.last - then.first:
        return typed
    return _years(BornBetween(then.first, later.last))


def about_year(born: date) -> str:
    """Return a date of birth that is itself an estimate, as an estimate by its year."""
    return _("about {year}").format(year=born.year)


def _years(between: BornBetween) -> str:
    first, last = between.first.year, between.last.year
    if first == last:
        return _("about {year}").format(year=first)
    two = _("{first} or {last}") if last - first == 1 else _("{first} to {last}")
    return two.format(first=first, last=last)
