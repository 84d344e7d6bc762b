"""Earlier records of the person a concern is about: their marks and their teeth."""

from sgdesk.domain.concern import Concern, ConcernDraft
from sgdesk.domain.earlier import EarlierRecord, is_same_person, marks_of, visits_of
from sgdesk.domain.people import Person
from sgdesk.ids import ConcernId, PersonId
from sgdesk.store.unit import Unit


def earlier_records(unit: Unit, draft: ConcernDraft) -> tuple[EarlierRecord, ...]:
    """Return what earlier signed records of the same person hold of marks and teeth."""
    concerns = [_signed(unit, found) for found in _of_person(unit, draft)]
    records = [
        EarlierRecord(
            concern.id, concern.reference, marks_of(concern.facts), visits_of(concern.facts)
        )
        for concern in concerns
        if concern is not None
    ]
    return tuple(record for record in records if record.marks or record.visits)


def _of_person(unit: Unit, draft: ConcernDraft) -> list[ConcernId]:
    lines = [line for person in _persons(unit, draft) for line in unit.concerns.of_person(person)]
    return [line.id for line in lines if line.id != draft.id]


def _persons(unit: Unit, draft: ConcernDraft) -> list[PersonId]:
    person = draft.person
    alike = unit.people.like(person.name, person.born, person.nhs_number)
    same: list[Person] = [one for one in alike if is_same_person(one, person)]
    return list(dict.fromkeys([person.id, *(one.id for one in same)]))


def _signed(unit: Unit, concern_id: ConcernId) -> Concern | None:
    concern = unit.concerns.get(concern_id)
    return concern if concern is not None and concern.signed_at is not None else None
