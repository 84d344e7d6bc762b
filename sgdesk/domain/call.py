"""One telephone call about a concern, or before there is one."""

from datetime import date, datetime, time
from enum import StrEnum

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.ids import AgencyId, CallId, ConcernId


class CallKind(StrEnum):
    """What the call is for."""

    REFERRAL = "referral"
    CONSULTATION = "consultation"
    EMERGENCY = "emergency"
    CHASE = "chase"
    POLICE = "police"


CALL_WORDS = {
    CallKind.REFERRAL: "Referral by telephone",
    CallKind.CONSULTATION: "Advice call",
    CallKind.EMERGENCY: "Emergency call",
    CallKind.CHASE: "Chasing an answer",
    CallKind.POLICE: "Police",
}


class CallResult(StrEnum):
    """Whether anybody was reached."""

    ANSWERED = "answered"
    NO_ANSWER = "no-answer"
    QUEUE = "queue"
    CALL_BACK = "call-back"


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """What was said and agreed. `written_hours_said` is what the worker asked for, in hours."""

    id: CallId
    concern_id: ConcernId | None = None
    agency_id: AgencyId | None = None
    agency_name: str = ""
    kind: CallKind = CallKind.REFERRAL
    number: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    result: CallResult = CallResult.ANSWERED
    spoke_to: str = ""
    role: str = ""
    team: str = ""
    reference: str = ""
    told: str = ""
    advice: str = ""
    agreed: str = ""
    family_to_be_told: str = ""
    written_hours_said: int | None = None
    written_hours_said_typed: str = ""
    read_back: YesNo | None = None
    called_by: str = ""


class CallDraft(msgspec.Struct, kw_only=True):
    """What is typed while talking. Dates and clock times are London's."""

    id: CallId
    concern_id: ConcernId | None = None
    agency_id: str = ""
    agency_name: str = ""
    kind: CallKind = CallKind.REFERRAL
    result: CallResult = CallResult.ANSWERED
    number: str = ""
    day: date | None = None
    day_typed: str = ""
    started: time | None = None
    started_typed: str = ""
    ended: time | None = None
    ended_typed: str = ""
    spoke_to: str = ""
    role: str = ""
    team: str = ""
    reference: str = ""
    told: str = ""
    advice: str = ""
    agreed: str = ""
    family_to_be_told: str = ""
    written_hours_said: int | None = None
    written_hours_said_typed: str = ""
    read_back: YesNo | None = None
