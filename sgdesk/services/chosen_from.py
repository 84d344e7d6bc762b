"""What can be chosen to go: the facts of the record, and the numbers that the police gave."""

from sgdesk.domain.concern import Concern
from sgdesk.domain.sharing.police_numbers import is_police_number, with_police_numbers
from sgdesk.store.unit import Unit


def with_numbers(unit: Unit, concern: Concern) -> Concern:
    """Return the concern with a fact for each number of the police that is known by now."""
    if any(map(is_police_number, concern.facts)):
        return concern
    contacts = unit.police.of_concern(concern.id)
    return with_police_numbers(concern, [(one, unit.police.news(one.id)) for one in contacts])
