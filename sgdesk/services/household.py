"""Signed concerns that belong with one, such as those of brothers and sisters, as records."""

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.household import LinkedRecord
from sgdesk.ids import ConcernId
from sgdesk.services.history_amendments import former_names
from sgdesk.services.views import HouseholdMember
from sgdesk.store.unit import Unit


def household_of(unit: Unit, concern_id: ConcernId) -> tuple[HouseholdMember, ...]:
    """Return the signed concerns that are linked with one now. That each of them was looked at is
    written into the log."""
    found = []
    for link in unit.links.of_concern(concern_id):
        other = unit.concerns.get(link.other_id) if link.ended_at is None else None
        if other is not None and other.signed_at is not None:
            found.append(HouseholdMember(other, former_names(unit, other)))
            unit.audit("concern.compared", f"concern:{other.id}")
    return tuple(found)


def as_record(concern: Concern) -> LinkedRecord:
    """Return a concern's entries with the person's whole name, for the practice's own papers."""
    return LinkedRecord(concern.reference, concern.person.name, concern.facts)
