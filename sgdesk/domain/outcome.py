"""What the agency decided, and what the practice does next."""

from datetime import datetime
from enum import StrEnum

import msgspec

from sgdesk.ids import ConcernId, SharingId


class OutcomeKind(StrEnum):
    """What came back."""

    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    NO_FURTHER_ACTION = "no-further-action"
    OTHER = "other"


OUTCOME_WORDS = {
    OutcomeKind.ACKNOWLEDGED: "Acknowledged",
    OutcomeKind.ACCEPTED: "Accepted",
    OutcomeKind.RETURNED: "Returned to us",
    OutcomeKind.NO_FURTHER_ACTION: "No further action",
    OutcomeKind.OTHER: "Other",
}


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """One answer of an agency, in their words where possible."""

    id: str
    concern_id: ConcernId
    sharing_id: SharingId | None = None
    kind: OutcomeKind = OutcomeKind.ACKNOWLEDGED
    at: datetime
    by: str = ""
    reference: str = ""
    decision: str = ""
    reasons: str = ""
    next_steps: str = ""


class TeamNote(msgspec.Struct, frozen=True, kw_only=True):
    """What one tier of the team is told, and no more (LAW 10)."""

    id: str
    concern_id: ConcernId
    tier: int
    people: str
    text: str
    must_not_say: str = ""
    at: datetime
    by: str = ""
