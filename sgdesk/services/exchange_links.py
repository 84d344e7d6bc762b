"""Links of a concern that is handed on, or taken in before or after the one it is linked with."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from sgdesk.domain.amendment import Link
from sgdesk.domain.concern import Concern, OutsideLink
from sgdesk.ids import ConcernId, new_id
from sgdesk.store.unit import Unit
from sgdesk.text import _


def handed_links(unit: Unit, concern: Concern) -> tuple[OutsideLink, ...]:
    """Return the links of a concern, those with concerns of other records included."""
    lines = {one.other_id: one for one in unit.links.of_concern(concern.id)}
    references = {
        other: line.reference for other in lines if (line := unit.concerns.line(other)) is not None
    }
    here = [
        OutsideLink(
            other_id=one.other_id, reference=references.get(one.other_id, ""), how=one.how,
            linked_at=one.linked_at, linked_by=one.linked_by, ended_at=one.ended_at,
            ended_by=one.ended_by,
        )
        for one in unit.links.of_concern(concern.id)
    ]  # fmt: skip
    found = (*here, *outside(unit, concern))
    return tuple(sorted(found, key=lambda one: (one.linked_at, one.other_id)))


def outside(unit: Unit, concern: Concern) -> tuple[OutsideLink, ...]:
    """Return the links of a concern with those that are not in these records yet."""
    return tuple(
        one for one in concern.linked_elsewhere if unit.concerns.line(one.other_id) is None
    )


def link_notices(unit: Unit, concern: Concern) -> tuple[str, ...]:
    """Return a sentence for each link that waits for the other concern."""
    return tuple(
        _(
            "It is linked with {reference}, which is not in these records. Both show the link once"
            " that one is taken in, too."
        ).format(reference=one.reference or _("another concern"))
        for one in outside(unit, concern)
        if one.ended_at is None
    )


def add_links(unit: Unit, concern: Concern, links: Sequence[OutsideLink]) -> None:
    """Link a concern that was just taken in with those that are here, once for both.

    A link may have come with either of the two; if only one knows that it ended, it did.
    """
    found: dict[tuple[ConcernId, object], OutsideLink] = {}
    for one in (*_own(unit, links), *_waiting(unit, concern)):
        known = found.get((one.other_id, one.linked_at))
        if known is None or known.ended_at is None:
            found[one.other_id, one.linked_at] = one
    for one in found.values():
        link = Link(
            id=new_id(), concern_id=concern.id, other_id=one.other_id, how=one.how,
            linked_at=one.linked_at, linked_by=one.linked_by, ended_at=one.ended_at,
            ended_by=one.ended_by,
        )  # fmt: skip
        unit.links.add(link)
        unit.audit("concern.linked", f"concern:{concern.id}", {"with": one.other_id})
        unit.audit("concern.linked", f"concern:{one.other_id}", {"with": concern.id})


def _own(unit: Unit, links: Iterable[OutsideLink]) -> Iterable[OutsideLink]:
    return (one for one in links if unit.concerns.line(one.other_id) is not None)


def _waiting(unit: Unit, concern: Concern) -> Iterable[OutsideLink]:
    for other_id in unit.links.waiting_for(concern.id):
        other = unit.concerns.get(other_id)
        for one in other.linked_elsewhere if other is not None else ():
            if one.other_id == concern.id:
                yield replace(one, other_id=other_id)
