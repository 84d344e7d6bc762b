"""The guidance a decision was made under: kept with it, and found again."""

import hashlib

import msgspec

from sgdesk.domain.answers import Nation
from sgdesk.domain.guidance import Guidance
from sgdesk.domain.guidance_held import HeldVersion
from sgdesk.domain.sharing.decision import Sharing, SharingDraft
from sgdesk.ids import GuidanceId
from sgdesk.services.context import Context
from sgdesk.services.dues import guidance_of
from sgdesk.store.unit import Unit


def guidance_id(guidance: Guidance) -> GuidanceId:
    """Return the id of a version: the SHA-256 of its whole text as canonical JSON."""
    return GuidanceId(hashlib.sha256(msgspec.json.encode(guidance, order="sorted")).hexdigest())


def keep(
    unit: Unit, context: Context, guidance: Guidance, file: bytes | None = None
) -> HeldVersion:
    """Keep a version with the records, within the caller's unit; return what is known of it."""
    held = HeldVersion(
        id=guidance_id(guidance), nation=guidance.nation, version=guidance.version,
        checked_on=guidance.checked_on, held_since=context.clock.now(),
        by=context.user.id if file is not None else None,
    )  # fmt: skip
    unit.guidances.keep(held, guidance, file)
    return unit.guidances.get(held.id) or held


def guidance_under(
    unit: Unit, context: Context, nation: Nation, decision: Sharing | SharingDraft
) -> Guidance:
    """Return the guidance that a decision was made under; for a draft, what holds now."""
    now = guidance_of(context, nation)
    if not isinstance(decision, Sharing) or decision.guidance == now.version:
        return now
    return unit.guidances.text_of_version(decision.guidance) or now
