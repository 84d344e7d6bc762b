"""One telephone call about a concern, or before there is one."""

from datetime import date, datetime, time
from enum import StrEnum

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.sharing.decision import Failure
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


RESULT_WORDS = {
    CallResult.ANSWERED: "Somebody answered",
    CallResult.NO_ANSWER: "No answer",
    CallResult.QUEUE: "Left in a queue",
    CallResult.CALL_BACK: "They will ring back",
}


class CallDecision(StrEnum):
    """What the agency says it does with what it was told (FORMS D2)."""

    ACCEPTED = "accepted"
    STRATEGY = "strategy"
    EARLY_HELP = "early-help"
    NO_ACTION = "no-action"
    CALLS_BACK = "calls-back"


CALL_DECISION_WORDS = {
    CallDecision.ACCEPTED: "Taken as a referral",
    CallDecision.STRATEGY: "A strategy or inter-agency discussion",
    CallDecision.EARLY_HELP: "Early help or family support",
    CallDecision.NO_ACTION: "No further action",
    CallDecision.CALLS_BACK: "They decide, and ring back",
}


class PortalFailure(msgspec.Struct, frozen=True, kw_only=True):
    """How a portal failed before the call: when, why, what it said and to whose account."""

    at: datetime
    failure: Failure
    message: str = ""
    account: str = ""


class CallTry(msgspec.Struct, frozen=True, kw_only=True):
    """One time that was rung and nobody could be told. `minutes` is the wait in a queue."""

    at: datetime
    result: CallResult
    number: str = ""
    minutes: int | None = None
    back_at: datetime | None = None


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """What was said and agreed. `written_hours_said` is what the worker asked for, in hours.

    `failed` is what made somebody ring, and `tries` what went before somebody answered. `about` and
    `happened` stand where there is no record yet. `said` are the lines of the script that were
    ticked off. `followed` says of advice whether it was.
    """

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
    failed: PortalFailure | None = None
    tries: tuple[CallTry, ...] = ()
    about: str = ""
    where_now: str = ""
    happened: str = ""
    queue_minutes: int | None = None
    call_back_at: datetime | None = None
    call_back_number: str = ""
    decision: CallDecision | None = None
    names_given: YesNo | None = None
    followed: YesNo | None = None
    not_followed_because: str = ""
    said: tuple[str, ...] = ()
    attached_at: datetime | None = None
    attached_by: str = ""


def is_call_back(result: CallResult, decision: CallDecision | None) -> bool:
    """Return whether they promised to ring back."""
    return result is CallResult.CALL_BACK or decision is CallDecision.CALLS_BACK


def is_to_be_written(call: Call) -> bool:
    """Return whether a call is a referral that is to be confirmed in writing."""
    return call.kind is CallKind.REFERRAL and call.result is CallResult.ANSWERED


class CallDraft(msgspec.Struct, kw_only=True):
    """What is typed while talking. Dates and clock times are London's.

    `portal_down`: it began with a portal that failed, and what failed is asked too. `begun_at` and
    `over_at` are the moments of the buttons, to the second.
    """

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
    portal_down: bool = False
    failed_on: date | None = None
    failed_on_typed: str = ""
    failed_at: time | None = None
    failed_at_typed: str = ""
    failure: Failure | None = None
    failed_message: str = ""
    failed_account: str = ""
    tries: list[CallTry] = []
    about: str = ""
    where_now: str = ""
    happened: str = ""
    queue_minutes: int | None = None
    queue_minutes_typed: str = ""
    call_back_on: date | None = None
    call_back_on_typed: str = ""
    call_back: time | None = None
    call_back_typed: str = ""
    call_back_number: str = ""
    decision: CallDecision | None = None
    names_given: YesNo | None = None
    followed: YesNo | None = None
    not_followed_because: str = ""
    said: tuple[str, ...] = ()
    begun_at: datetime | None = None
    over_at: datetime | None = None
