"""Which children of a record have a concern of their own already: linked, or begun beside it."""

from collections.abc import Iterator, Sequence

import msgspec

from sgdesk.domain.concern import Concern, ConcernDraft, Stage
from sgdesk.domain.known_people import fits
from sgdesk.domain.people import Person, Relation
from sgdesk.ids import ConcernId
from sgdesk.store.unit import Unit

_FLOW = "record"


class KnownChild(msgspec.Struct, frozen=True):
    """A child of a record and the concern about them; `name` as the record gives it."""

    name: str
    concern_id: ConcernId
    reference: str


def known_children(
    unit: Unit, concern: Concern, children: Sequence[Relation]
) -> dict[str, KnownChild]:
    """Return the concern of each child who has one, by the id of the relation. One that was closed
    before it was signed does not count."""
    waiting = list(_beside(unit, concern.id))
    found: dict[str, KnownChild] = {}
    for child in children:
        meant = next((one for one in waiting if _is_about(one[2], child)), None)
        if meant is not None:
            waiting.remove(meant)
            name = child.name or child.relationship
            found[child.id] = KnownChild(name, meant[0], meant[1])
    return found


def _beside(unit: Unit, concern_id: ConcernId) -> Iterator[tuple[ConcernId, str, Person]]:
    for link in unit.links.of_concern(concern_id):
        other = unit.concerns.get(link.other_id) if link.ended_at is None else None
        if other is not None:
            yield other.id, other.reference, other.person
    for stored in unit.drafts.all():
        if stored.flow != _FLOW or stored.stage == Stage.CLOSED.value:
            continue
        draft = msgspec.json.decode(stored.body, type=ConcernDraft)
        if draft.beside == concern_id:
            yield draft.id, stored.reference, draft.person


def _is_about(person: Person, child: Relation) -> bool:
    if child.nhs_number and person.nhs_number:
        return child.nhs_number == person.nhs_number
    if child.born and person.born and child.born != person.born:
        return False
    if not child.name:
        return child.born is not None and child.born == person.born
    called = Person(name=child.name)
    return fits(person, child.name, "") or fits(called, person.name, "")
