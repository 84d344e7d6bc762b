"""What one record protects is protected in all of the same person and household."""

from collections.abc import Iterator

import msgspec

from sgdesk.domain.concern import Concern, ConcernDraft
from sgdesk.domain.sharing.protected import protected_by
from sgdesk.ids import ConcernId, DraftId
from sgdesk.services.drafts import opened
from sgdesk.store.unit import Unit

_FLOW = "record"


def as_protected(unit: Unit, concern: Concern) -> Concern:
    """Return the concern as it may be told of: an address is protected that any other concern of
    this person, or one that is linked, protects, signed or being recorded."""
    if concern.protected_elsewhere:
        return concern
    others = dict.fromkeys(one for one in _around(unit, concern) if one != concern.id)
    found = (as_typed(unit, one) for one in others)
    return protected_by(concern, (one for one in found if one is not None))


def as_typed(unit: Unit, concern_id: ConcernId) -> Concern | None:
    """Return a concern as it is recorded, or as it is being recorded; None if there is none."""
    concern = unit.concerns.get(concern_id)
    draft = None if concern is None or concern.signed_at is not None else _draft(unit, concern_id)
    return concern if concern is None or draft is None else with_typed(concern, draft)


def with_typed(concern: Concern, draft: ConcernDraft) -> Concern:
    """Return a concern that is being recorded with what its draft says."""
    return msgspec.structs.replace(
        concern, urgency=draft.urgency, person=draft.person, relations=tuple(draft.relations),
        contact=draft.contact, presentation=draft.presentation, facts=tuple(draft.facts),
    )  # fmt: skip


def _around(unit: Unit, concern: Concern) -> Iterator[ConcernId]:
    yield from (line.id for line in unit.concerns.of_person(concern.person.id))
    yield from (one.other_id for one in unit.links.of_concern(concern.id) if one.ended_at is None)
    draft = None if concern.signed_at is not None else _draft(unit, concern.id)
    if draft is not None and draft.beside is not None:
        yield draft.beside
    for stored in unit.drafts.holding(_FLOW, concern.id):
        if opened(stored, ConcernDraft).draft.beside == concern.id:
            yield ConcernId(stored.id)


def _draft(unit: Unit, concern_id: ConcernId) -> ConcernDraft | None:
    found = unit.drafts.get(DraftId(concern_id))
    return opened(found, ConcernDraft).draft if found and found.flow == _FLOW else None
