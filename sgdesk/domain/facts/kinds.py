"""The kinds of fact, as values. A fact is amended by a new version, never overwritten.

Each keeps three times: when it happened, when it was seen or heard (noticed), and when it was
written down (recorded). Dates and clock times are London's.
"""

from datetime import date, datetime, time
from enum import StrEnum

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.ids import FactId


class _Fact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """What every fact has. `also_about` names another person whose data this is."""

    id: FactId
    happened_on: date | None = None
    happened_on_typed: str = ""
    happened_at: time | None = None
    happened_at_typed: str = ""
    noticed_on: date | None = None
    noticed_on_typed: str = ""
    noticed_at: time | None = None
    noticed_at_typed: str = ""
    noticed_by: str = ""
    recorded_at: datetime | None = None
    also_about: str = ""


class Injury(_Fact, frozen=True, kw_only=True, tag="injury"):
    """A mark on the body. x and y are in the view's own units; the place follows from them.

    `known_mark` is a birthmark or the like: kept apart and never counted. There is no field for
    the age of a bruise: it cannot be told (FORMS B1).
    """

    view: str = ""
    x: float = 0.0
    y: float = 0.0
    place: str = ""
    place_words: str = ""
    mark: str = ""
    known_mark: bool = False
    known_since: str = ""
    count: int | None = 1
    count_typed: str = ""
    length_mm: int | None = None
    length_mm_typed: str = ""
    width_mm: int | None = None
    width_mm_typed: str = ""
    shape: str = ""
    colour: str = ""
    pattern: str = ""
    skin_broken: YesNo | None = None
    swelling: YesNo | None = None
    pain: YesNo | None = None
    landmark_1: str = ""
    distance_1_mm: int | None = None
    distance_1_mm_typed: str = ""
    landmark_2: str = ""
    distance_2_mm: int | None = None
    distance_2_mm_typed: str = ""
    detail: str = ""


class ObservationTopic(StrEnum):
    """What was observed, other than a mark."""

    BEHAVIOUR = "behaviour"
    PRESENTATION = "presentation"
    CLINICAL = "clinical"
    OTHER = "other"


class Observation(_Fact, frozen=True, kw_only=True, tag="observation"):
    """Behaviour, demeanour or presentation, as seen."""

    topic: ObservationTopic = ObservationTopic.BEHAVIOUR
    text: str = ""


class Hearing(StrEnum):
    """How words reached the one who records them."""

    DIRECTLY = "directly"
    TELEPHONE = "telephone"
    REPORTED = "reported"


class Saying(_Fact, frozen=True, kw_only=True, tag="saying"):
    """What somebody said. `words` are verbatim and never edited; empty when none were recorded,
    and then `gist` says in the recorder's own words what was told."""

    speaker: str = ""
    relationship: str = ""
    is_explanation: bool = False
    to_whom: str = ""
    question: str = ""
    words: str = ""
    gist: str = ""
    present: str = ""
    language: str = ""
    interpreter: str = ""
    hearing: Hearing = Hearing.DIRECTLY
    reported_by: str = ""


class EventKind(StrEnum):
    """What kind of entry this is in the chronology."""

    EXAMINATION = "examination"
    TREATMENT = "treatment"
    HOSPITAL = "hospital"
    EMERGENCY = "emergency"
    OTHER_SERVICE = "other-service"
    CONTACT = "contact"
    NOTE = "note"


class Attendance(StrEnum):
    """How an appointment ended."""

    ATTENDED = "attended"
    LATE = "late"
    NOT_BROUGHT = "not-brought"
    CANCELLED_BY_FAMILY = "cancelled-by-family"
    CANCELLED_BY_PRACTICE = "cancelled-by-practice"
    NOT_AN_APPOINTMENT = "not-an-appointment"


class Event(_Fact, frozen=True, kw_only=True, tag="event"):
    """An appointment, letter, call or other dated entry. `happened_on` is its date."""

    event: EventKind = EventKind.EXAMINATION
    attendance: Attendance = Attendance.ATTENDED
    text: str = ""
    outreach: str = ""
    reason_given: str = ""


class ContextTopic(StrEnum):
    """What part of the background a context fact belongs to."""

    UNTREATED = "untreated"
    BREAKAGE = "breakage"
    ADVICE = "advice"
    INCONSISTENCY = "inconsistency"
    HISTORY = "history"
    STRENGTHS = "strengths"
    SUPPORT = "support"
    IMPACT = "impact"
    UNKNOWNS = "unknowns"
    HOUSEHOLD = "household"
    ADMINISTRATIVE = "administrative"
    NOTE = "note"


class Context(_Fact, frozen=True, kw_only=True, tag="context"):
    """Background that gives the facts their meaning. Teeth are in FDI notation."""

    topic: ContextTopic = ContextTopic.HISTORY
    text: str = ""
    teeth: str = ""


class NeedTopic(StrEnum):
    """What is needed now, or what would help."""

    SAFETY_NET = "safety-net"
    TREATMENT = "treatment"
    BARRIER = "barrier"
    COMMUNICATION = "communication"
    ADJUSTMENT = "adjustment"
    OTHER_CHILDREN = "other-children"
    WORKER_SAFETY = "worker-safety"
    KEY_CONTACT = "key-contact"
    TONIGHT = "tonight"


class Need(_Fact, frozen=True, kw_only=True, tag="need"):
    """A risk or an immediate need, and what was done about it."""

    topic: NeedTopic = NeedTopic.SAFETY_NET
    text: str = ""
    to_whom: str = ""
    understood: str = ""


class Opinion(_Fact, frozen=True, kw_only=True, tag="opinion"):
    """A professional opinion with its reasons, labelled as one."""

    text: str = ""
    because: str = ""


Fact = Injury | Observation | Saying | Event | Context | Need | Opinion
