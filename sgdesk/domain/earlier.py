"""What earlier records of the same person hold about the body and the teeth."""

from datetime import date

import msgspec

from sgdesk.domain.facts.kinds import Fact, Injury, Observation
from sgdesk.domain.facts.tooth_words import ToothVisit
from sgdesk.domain.people import Person
from sgdesk.ids import ConcernId


class EarlierRecord(msgspec.Struct, frozen=True):
    """The marks and teeth of one earlier, signed concern of the same person."""

    concern_id: ConcernId
    reference: str
    marks: tuple[Injury, ...]
    visits: tuple[ToothVisit, ...]


def is_same_person(one: Person, other: Person) -> bool:
    """Return whether two entries are surely one person: the same id or health number, or the same
    name and date of birth."""
    if one.id == other.id:
        return True
    numbers = ["".join(filter(str.isdigit, each.nhs_number)) for each in (one, other)]
    if numbers[0] and numbers[1]:
        return numbers[0] == numbers[1]
    return (
        one.born is not None
        and one.born == other.born
        and one.name.casefold().split() == other.name.casefold().split()
        and bool(one.name.strip())
    )


def marks_of(facts: tuple[Fact, ...]) -> tuple[Injury, ...]:
    """Return the marks among the facts."""
    return tuple(fact for fact in facts if isinstance(fact, Injury))


def visits_of(facts: tuple[Fact, ...]) -> tuple[ToothVisit, ...]:
    """Return the examinations of the teeth among the facts, with their days."""
    return tuple(
        ToothVisit(_day(fact), fact.teeth)
        for fact in facts
        if isinstance(fact, Observation) and fact.teeth
    )


def _day(fact: Fact) -> date | None:
    return fact.noticed_on or fact.happened_on
