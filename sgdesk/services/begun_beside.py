"""A concern that is begun from the page of another, such as a sister's: what it takes with it."""

import msgspec

from sgdesk.domain.amendment import Link
from sgdesk.domain.concern import Beside, Concern, ConcernDraft
from sgdesk.ids import ConcernId, new_id
from sgdesk.services.context import Context
from sgdesk.store.unit import Unit
from sgdesk.text import _

_HANDED_ON = (
    "name", "born", "sex", "nhs_number", "school", "language", "interpreter", "address",
    "address_protected",
)  # fmt: skip


def begun_beside(unit: Unit, draft: ConcernDraft, beside: Beside) -> None:
    """Put into a new draft what the other concern says of the child, and where it came from."""
    draft.beside = beside.concern_id
    other = unit.concerns.get(beside.concern_id)
    found = [] if other is None else [one for one in other.relations if one.is_child]
    fitting = [one for one in found if beside.about in (one.name, one.relationship)]
    if beside.about and len(fitting) == 1:
        known = {field: getattr(fitting[0], field) for field in _HANDED_ON}
        draft.person = msgspec.structs.replace(draft.person, **known)


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
