"""A concern that is not signed yet, as its draft says it now."""

import msgspec

from sgdesk.domain.concern import Concern, ConcernDraft
from sgdesk.ids import DraftId
from sgdesk.services.drafts import opened
from sgdesk.store.unit import Unit


def as_drafted(unit: Unit, concern: Concern) -> Concern:
    """Return a concern with what was last saved of its draft; a signed one as it is.

    The row of a draft is written anew only where a list or a deadline depends on it.
    """
    stored = unit.drafts.get(DraftId(concern.id)) if concern.signed_at is None else None
    if stored is None:
        return concern
    draft = opened(stored, ConcernDraft).draft
    return msgspec.structs.replace(
        concern, urgency=draft.urgency, person=draft.person, relations=tuple(draft.relations),
        contact=draft.contact, presentation=draft.presentation, facts=tuple(draft.facts),
        kept=tuple(draft.kept), changed_at=max(concern.changed_at, stored.saved_at),
    )  # fmt: skip
