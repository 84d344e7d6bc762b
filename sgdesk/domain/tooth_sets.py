"""Which teeth are offered at an age: milk teeth, adult teeth, or both. What was found stays."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from sgdesk.domain.ages import latest_birth
from sgdesk.domain.people import Person, PersonKind, age_on
from sgdesk.domain.teeth import EVERY_TOOTH, is_primary

_ALL_PRIMARY_UNTIL, _SOME_PRIMARY_UNTIL = 6, 13


class ToothSet(StrEnum):
    """The rows of a chart."""

    PRIMARY = "primary"
    MIXED = "mixed"
    PERMANENT = "permanent"


def tooth_set_for(person: Person, day: date) -> ToothSet:
    """Return the teeth that are offered for somebody on a day, by the date of birth as it is known
    now; both where no age is known."""
    if person.kind is not PersonKind.CHILD:
        return ToothSet.PERMANENT
    born = latest_birth(person.born, person.born_typed, day)
    if born is None:
        return ToothSet.MIXED
    age = age_on(born, day)
    if age < _ALL_PRIMARY_UNTIL:
        return ToothSet.PRIMARY
    return ToothSet.MIXED if age < _SOME_PRIMARY_UNTIL else ToothSet.PERMANENT


def set_with(offered: ToothSet, found: Iterable[str]) -> ToothSet:
    """Return the set in which these teeth are in sight as well: no finding is ever hidden."""
    return offered if all(is_in(tooth, offered) for tooth in found) else ToothSet.MIXED


def is_in(tooth: str, offered: ToothSet) -> bool:
    """Return whether a tooth is one of a set."""
    return offered is ToothSet.MIXED or is_primary(tooth) is (offered is ToothSet.PRIMARY)


def in_order_of(offered: ToothSet) -> tuple[str, ...]:
    """Return every tooth, those of a set first: the others can be kept or lost beyond their age."""
    return tuple(sorted(EVERY_TOOTH, key=lambda tooth: not is_in(tooth, offered)))
