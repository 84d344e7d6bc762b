"""What the agency decided, what the team is told of it, and the end of a concern."""

from datetime import date, datetime
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
    """One answer of an agency, in their words where possible.

    `at` and `by` are when it came and who gave it; `recorded_at` and `recorded_by` (a name) when it
    was written down here and by whom. `disagreement` is the practice's own. `strategy_on` is the
    day of a strategy discussion from which enquiries began (LAW 3.3).
    """

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
    disagreement: str = ""
    strategy_on: date | None = None
    recorded_at: datetime | None = None
    recorded_by: str = ""


TIER_WORDS = {
    0: "Reception and all staff: an instruction only",
    1: "Treating clinicians: the risk, the plan, what to watch",
    2: "Lead, deputy and Caldicott Guardian: the full reasoning",
    3: "Restricted: staff allegation, named referrer, police-sensitive",
}


class TeamNote(msgspec.Struct, frozen=True, kw_only=True):
    """What one tier of the team is told, and no more (LAW 10); it holds up to the day `until`."""

    id: str
    concern_id: ConcernId
    tier: int
    people: str
    text: str
    must_not_say: str = ""
    at: datetime
    by: str = ""
    until: date | None = None


class ClosingKind(StrEnum):
    """Whether a concern was closed, or opened again."""

    CLOSED = "closed"
    REOPENED = "reopened"


CLOSING_WORDS = {ClosingKind.CLOSED: "Closed", ClosingKind.REOPENED: "Reopened"}


class Closing(msgspec.Struct, frozen=True, kw_only=True):
    """A concern was closed or opened again, by whom (a name), when and why."""

    id: str
    concern_id: ConcernId
    kind: ClosingKind
    at: datetime
    by: str
    because: str
