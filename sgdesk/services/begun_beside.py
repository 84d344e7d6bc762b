"""A concern that is begun from the page of another, such as a sister's: what it takes with it."""

from datetime import date

import msgspec

from sgdesk.domain.amendment import Link
from sgdesk.domain.answers import YesNo
from sgdesk.domain.carried_ages import with_ages_now
from sgdesk.domain.concern import Beside, Concern, ConcernDraft
from sgdesk.domain.people import Person, Relation
from sgdesk.domain.sharing.protected import protected_by
from sgdesk.ids import ConcernId, new_id
from sgdesk.services.context import Context
from sgdesk.services.protection import as_protected, as_typed
from sgdesk.store.unit import Unit
from sgdesk.text import _

_LOOKED_AT = 60
_HANDED_ON = (
    "name", "born", "born_typed", "sex", "nhs_number", "school", "language", "interpreter",
    "address", "address_protected",
)  # fmt: skip


def begun_beside(unit: Unit, draft: ConcernDraft, beside: Beside, today: date) -> None:
    """Put into a new draft what the other concern says of the child, and where it came from."""
    draft.beside = beside.concern_id
    found = unit.concerns.get(beside.concern_id)
    if found is None or not beside.about:
        return
    other = with_ages_now(as_protected(unit, found), today)
    children = [one for one in other.relations if one.is_child]
    fitting = [one for one in children if beside.about in (one.name, one.relationship)]
    if len(fitting) == 1:
        known = {field: getattr(fitting[0], field) for field in _HANDED_ON}
        known |= _shared_address(fitting[0], other.person)
        person = msgspec.structs.replace(draft.person, **known)
        draft.person = _protected(unit, msgspec.structs.replace(other, person=person))


def _protected(unit: Unit, concern: Concern) -> Person:
    """Return the person of a concern, with the address protected where any record of somebody of
    this name protects it."""
    lines = unit.search.named(concern.person.name, _LOOKED_AT)
    others = (as_typed(unit, line.id) for line in lines if concern.person.address)
    return protected_by(concern, (one for one in others if one is not None)).person


def _shared_address(child: Relation, person: Person) -> dict[str, object]:
    """Return the address of the household for a child who lives in it and has no other."""
    if child.address or child.in_household is not YesNo.YES:
        return {}
    is_protected = child.address_protected or person.address_protected
    return {
        "address": person.address, "postcode": person.postcode, "address_protected": is_protected,
    }  # fmt: skip


def link_beside(unit: Unit, context: Context, concern: Concern, other_id: ConcernId) -> None:
    """Link a concern that was just signed with the one it was begun beside; both pages show it."""
    linked = any(one.other_id == other_id for one in unit.links.of_concern(concern.id))
    if linked or unit.concerns.line(other_id) is None:
        return
    unit.links.add(
        Link(
            id=new_id(), concern_id=concern.id, other_id=other_id,
            how=_("One was begun from the page of the other"),
            linked_at=context.clock.now(), linked_by=context.user.name,
        )
    )  # fmt: skip
    for one, beside in ((concern.id, other_id), (other_id, concern.id)):
        unit.audit("concern.linked", f"concern:{one}", {"with": beside})
