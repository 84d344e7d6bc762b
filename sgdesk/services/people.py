"""People and households that this desk knows already, found while somebody types."""

from itertools import islice

from sgdesk.domain.concern import Concern, ConcernLine
from sgdesk.domain.known_people import (
    KnownHousehold,
    KnownPerson,
    can_be,
    closeness,
    fits,
    household_of,
    is_worth_finding,
)
from sgdesk.domain.people import Person
from sgdesk.ids import ConcernId, PersonId
from sgdesk.services.context import Context
from sgdesk.store.unit import Unit

_MOST = 5
_LOOKED_AT = 60


class People:
    """What a user is offered; the desk itself never decides that two people are one."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def like(self, typed: Person, but_not: ConcernId) -> tuple[KnownPerson, ...]:
        """Return whom the typed name or number may mean, the closest first. A concern that is
        being recorded does not count. That it was looked is written into the log."""
        if not is_worth_finding(typed.name, typed.nhs_number):
            return ()
        with self._context.unit() as unit:
            known = [one for one in _named(unit, typed) if can_be(one, typed)]
            known.sort(key=lambda one: closeness(one, typed))
            found = [KnownPerson(one, _references(unit, one.id, but_not)) for one in known]
            self._context.note_look(unit, "people.offered")
        return tuple(one for one in found if one.references)[:_MOST]

    def households(self, typed: str, but_not: ConcernId) -> tuple[KnownHousehold, ...]:
        """Return the households in which somebody has a name like the one typed, newest first.

        That it was looked is written into the log.
        """
        if not is_worth_finding(typed, ""):
            return ()
        with self._context.unit() as unit:
            lines = [line for line in unit.search.named(typed, _LOOKED_AT) if line.id != but_not]
            concerns = (unit.concerns.get(line.id) for line in lines)
            there = (one for one in concerns if one is not None and _lives_there(one, typed))
            found = tuple(household_of(one) for one in islice(there, _MOST))
            self._context.note_look(unit, "people.offered")
        return found


def _named(unit: Unit, typed: Person) -> list[Person]:
    lines: tuple[ConcernLine, ...] = ()
    if is_worth_finding(typed.name, ""):
        lines = unit.search.named(typed.name, _LOOKED_AT)
    ids = dict.fromkeys(line.person_id for line in lines)
    people = [one for person_id in ids if (one := unit.people.get(person_id))]
    if is_worth_finding("", typed.nhs_number):
        people += [one for one in unit.people.of_number(typed.nhs_number) if one.id not in ids]
    return [one for one in people if fits(one, typed.name, typed.nhs_number)]


def _references(unit: Unit, person_id: PersonId, but_not: ConcernId) -> tuple[str, ...]:
    lines = unit.concerns.of_person(person_id)
    found = (line.reference for line in lines if line.id != but_not)
    return tuple(sorted(found, reverse=True))


def _lives_there(concern: Concern, typed: str) -> bool:
    household = household_of(concern)
    names = [household.person.name, *(one.name for one in household.relations)]
    return any(fits(Person(name=name), typed, "") for name in names)
