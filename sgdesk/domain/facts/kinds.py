"""The kinds of fact, as values. A fact is amended by a new version, never overwritten.

Each keeps three times: when it happened, when it was seen or heard (noticed), and when its words
were last written before the signature (recorded). Dates and clock times are London's.
"""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Self

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.teeth import ToothFinding
from sgdesk.domain.withdrawal import Withdrawal
from sgdesk.ids import FactId


class _Fact(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    """What every fact has. `also_about` names another person whose data this is.

    A kind or a topic is None while it is still to be chosen. `amended_at` is when this version
    took the place of a signed one, `withdrawn_at` when the whole fact was withdrawn.
    """

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
    amended_at: datetime | None = None
    withdrawn_at: datetime | None = None
    withdrawn_as: Withdrawal | None = None
    also_about: str = ""

    def __deepcopy__(self, memo: object) -> Self:
        """Return the fact itself: a snapshot of a draft needs no copies of what never changes."""
        return self


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
    diameter_mm: int | None = None
    diameter_mm_typed: str = ""
    orientation: str = ""
    skin_broken: YesNo | None = None
    swelling: YesNo | None = None
    pain: YesNo | None = None
    blister: YesNo | None = None
    bleeding: YesNo | None = None
    scab: YesNo | None = None
    grit: YesNo | None = None
    hot: YesNo | None = None
    movement: YesNo | None = None
    blanches: YesNo | None = None
    petechiae: YesNo | None = None
    seen_directly: YesNo | None = None
    photo: YesNo | None = None
    photo_held: str = ""
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
    TEETH = "teeth"
    OTHER = "other"


class Observation(_Fact, frozen=True, kw_only=True, tag="observation"):
    """Behaviour, demeanour or presentation, as seen; or the teeth, as found at one examination."""

    topic: ObservationTopic | None = ObservationTopic.BEHAVIOUR
    text: str = ""
    teeth: tuple[ToothFinding, ...] = ()


class Hearing(StrEnum):
    """How words reached the one who records them."""

    DIRECTLY = "directly"
    TELEPHONE = "telephone"
    REPORTED = "reported"


class Saying(_Fact, frozen=True, kw_only=True, tag="saying"):
    """What somebody said. `words` are verbatim and never edited; empty when none were recorded,
    and then `gist` says in the recorder's own words what was told.

    `explains` names the mark or event that an explanation is about, `explains_marks` the marks of
    the body map by their ids. `then` is what happened after it and who was told; `notes_held` is
    where rough notes are kept, if any were made.
    """

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
    hearing: Hearing | None = Hearing.DIRECTLY
    reported_by: str = ""
    explains: str = ""
    explains_marks: tuple[FactId, ...] = ()
    place: str = ""
    demeanour: str = ""
    then: str = ""
    notes_kept: YesNo | None = None
    notes_held: str = ""


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
    """How an appointment ended. A child is or is not brought; others attend or do not."""

    ATTENDED = "attended"
    LATE = "late"
    NOT_BROUGHT = "not-brought"
    DID_NOT_ATTEND = "did-not-attend"
    CANCELLED_BY_FAMILY = "cancelled-by-family"
    CANCELLED_BY_PRACTICE = "cancelled-by-practice"
    NOT_AN_APPOINTMENT = "not-an-appointment"
    NOT_RECORDED = "not-recorded"
    PLANNED = "planned"


class Event(_Fact, frozen=True, kw_only=True, tag="event"):
    """An appointment, letter, call or other dated entry. `happened_on` is its date.

    One whose `also_about` names somebody is that person's appointment: it stands in their column
    and is never counted for the person whom the concern is about.
    """

    event: EventKind | None = EventKind.EXAMINATION
    attendance: Attendance | None = Attendance.ATTENDED
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
    """Background that gives the facts their meaning. Teeth are in FDI notation. `result` is how
    support or treatment went."""

    topic: ContextTopic | None = ContextTopic.HISTORY
    text: str = ""
    teeth: str = ""
    result: str = ""


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
    """A risk or an immediate need, and what was done about it.

    Of safety-net advice: `return_if` says when to come back, `ring` whom to ring, and
    `if_not_brought` what happens then. `barriers` are the common ones among them; `to_whom` is who
    was told, or who it is about.
    """

    topic: NeedTopic | None = NeedTopic.SAFETY_NET
    text: str = ""
    to_whom: str = ""
    understood: str = ""
    barriers: tuple[str, ...] = ()
    return_if: str = ""
    ring: str = ""
    if_not_brought: str = ""
    review_on: date | None = None
    review_on_typed: str = ""
    review_by: str = ""


class Opinion(_Fact, frozen=True, kw_only=True, tag="opinion"):
    """A professional opinion with its reasons, labelled as one.

    `level` is the level of need that its author sees, and `document` the local text it is from;
    the program never works one out.
    """

    text: str = ""
    because: str = ""
    level: str = ""
    document: str = ""


Fact = Injury | Observation | Saying | Event | Context | Need | Opinion
