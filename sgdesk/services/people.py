"""People and households that this desk knows already, found while somebody types."""

from itertools import islice

from sgdesk.domain.carried_ages import with_ages_now
from sgdesk.domain.concern import Concern, ConcernDraft, ConcernLine
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
from sgdesk.domain.sharing.protected import elsewhere_words
from sgdesk.ids import ConcernId, PersonId
from sgdesk.services.context import Context
from sgdesk.services.protection import as_protected, with_typed
from sgdesk.store.unit import Unit

_MOST = 5
_LOOKED_AT = 60


class People:
    """What a user is offered; the desk itself never decides that two people are one."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def like(self, typed: Person, but_not: ConcernId) -> tuple[KnownPerson, ...]:
        """Return who it was said to be, whatever was typed since; then whom the typed name or
        number may mean, the closest first. A concern that is being recorded does not count. That it
        was looked is written into the log."""
        is_typed = is_worth_finding(typed.name, typed.nhs_number)
        with self._context.unit() as unit:
            known = {one.id: one for one in _named(unit, typed) if can_be(one, typed)}
            if (chosen := unit.people.get(typed.id)) is not None:
                known[chosen.id] = chosen
            if not (known or is_typed):
                return ()
            nearest = sorted(
                known.values(), key=lambda one: (one.id != typed.id, closeness(one, typed))
            )
            found = [KnownPerson(one, _references(unit, one.id, but_not)) for one in nearest]
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
            kept = (as_protected(unit, one) for one in islice(there, _MOST))
            today = self._context.today()
            found = tuple(household_of(with_ages_now(one, today)) for one in kept)
            self._context.note_look(unit, "people.offered")
        return found

    def protected(self, draft: ConcernDraft) -> tuple[str, ...]:
        """Return a sentence for each other record by which an address is protected in this one.

        That it was looked is written into the log.
        """
        with self._context.unit() as unit:
            concern = unit.concerns.get(draft.id)
            if concern is None:
                return ()
            found = elsewhere_words(as_protected(unit, with_typed(concern, draft)))
            self._context.note_look(unit, "people.compared", f"concern:{draft.id}")
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
