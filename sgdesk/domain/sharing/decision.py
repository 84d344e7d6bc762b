"""One decision about one recipient: the draft of it, and the decision as recorded."""

from datetime import date, datetime, time
from enum import StrEnum

import msgspec

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.answers import YesNo
from sgdesk.domain.sharing.clinical import ClinicalEntry
from sgdesk.domain.sharing.reasons import Necessity, Purpose
from sgdesk.domain.sharing.recipient import Recipient, Route
from sgdesk.domain.sharing.refusal import NotSharing
from sgdesk.domain.sharing.sentences import SentenceChoice
from sgdesk.ids import AttachmentId, ConcernId, FactId, SharingId, UserId


class Decision(StrEnum):
    """What was decided. Not sharing is a decision with the same weight."""

    SHARE = "share"
    SHARE_IN_PART = "share-in-part"
    DO_NOT_SHARE = "do-not-share"
    NOT_YET = "not-yet"


DECISION_WORDS = {
    Decision.SHARE: "Share",
    Decision.SHARE_IN_PART: "Share in part",
    Decision.DO_NOT_SHARE: "Do not share",
    Decision.NOT_YET: "Not yet",
}


class Agreement(StrEnum):
    """Whether agreement to the referral was sought. It is desirable and never a gate."""

    GIVEN = "given"
    REFUSED = "refused"
    NOT_SOUGHT = "not-sought"


class Consent(msgspec.Struct, frozen=True, kw_only=True):
    """Who knows, who agrees, and why not: separate questions with separate answers (LAW 2.1).

    `not_told_reasons` and `not_sought_reasons` are ids of the guidance's list of reasons.
    `agreement_freely`: whether it was given without pressure. `is_competent` is asked about a
    child, `can_decide` about an adult or a mother: whether they can decide about this sharing, now;
    `best_interests` where they cannot.
    """

    family_told: YesNo | None = None
    told_who: str = ""
    told_what: str = ""
    told_on: date | None = None
    told_on_typed: str = ""
    told_at: time | None = None
    told_at_typed: str = ""
    not_told_reasons: tuple[str, ...] = ()
    not_told_note: str = ""
    agreement: Agreement | None = None
    agreement_of: str = ""
    not_sought_reasons: tuple[str, ...] = ()
    not_sought_note: str = ""
    own_view: str = ""
    competence: str = ""
    wishes: str = ""
    capacity: str = ""
    withhold_from: str = ""
    tell_later_by: str = ""
    tell_later_on: date | None = None
    tell_later_on_typed: str = ""
    agreement_for: str = ""
    agreement_freely: YesNo | None = None
    agreement_freely_because: str = ""
    view_not_asked_because: str = ""
    is_competent: YesNo | None = None
    can_decide: YesNo | None = None
    support: str = ""
    also_asked: str = ""
    best_interests: str = ""


class SubjectBasis(msgspec.Struct, frozen=True, kw_only=True):
    """The lawful basis for one data subject; the values are ids of the guidance.

    `foundation_typed` is a law or task in the lead's own words, with its source. `nothing_goes`:
    nothing about this person is shared, so that no basis is needed. `confidence` is the way through
    the duty of confidence towards them, where the one of the basis is the person's alone.
    """

    subject: str
    is_the_person: bool = False
    article_6: str = ""
    foundations: tuple[str, ...] = ()
    article_9: str = ""
    without_consent_because: str = ""
    offence_alleged: YesNo | None = None
    article_10: str = ""
    foundation_typed: str = ""
    foundation_source: str = ""
    balancing: str = ""
    nothing_goes: bool = False
    confidence: str = ""


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """Why this disclosure is lawful: data protection for each subject, and confidentiality.

    `factors` holds what was weighed by the guidance's id, `no_weight` those said to be of none;
    `at_risk` the confirmed limbs for an adult. `duty_to_share`: whether the nation's duty was
    considered; the fields after it say how. `emergency`: what is open is completed afterwards.
    `policy` is the appropriate policy document as it stood.
    """

    subjects: tuple[SubjectBasis, ...] = ()
    gateway: str = ""
    gateway_factors: str = ""
    duty_to_share: YesNo | None = None
    duty_because: str = ""
    factors: dict[str, str] = {}
    no_weight: tuple[str, ...] = ()
    at_risk: tuple[str, ...] = ()
    duty_function: str = ""
    duty_extent: str = ""
    duty_detriment: YesNo | None = None
    duty_detriment_because: str = ""
    emergency: bool = False
    emergency_because: str = ""
    policy: str = ""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Whether one fact goes, and why. `proposed` is what the program proposed, with its reason.

    `parts` are its sentences where they are chosen one by one; without them it goes whole.
    """

    goes: bool
    reason: str = ""
    proposed: bool = True
    proposed_because: str = ""
    parts: tuple[SentenceChoice, ...] = ()


class Conditions(msgspec.Struct, frozen=True, kw_only=True):
    """On what conditions it is shared."""

    use: str = ""
    onward: str = ""
    not_to_disclose: str = ""
    tell_us: str = ""
    safe_contact_sheet: bool = False


class AttemptState(StrEnum):
    """How one try ended. Unconfirmed is never shown as sent."""

    ATTEMPTED = "attempted"
    UNCONFIRMED = "unconfirmed"
    CONFIRMED = "confirmed"
    FAILED = "failed"


ATTEMPT_WORDS = {
    AttemptState.ATTEMPTED: "Attempted",
    AttemptState.UNCONFIRMED: "Unconfirmed",
    AttemptState.CONFIRMED: "Confirmed",
    AttemptState.FAILED: "Failed",
}


class Failure(StrEnum):
    """Why a route failed (FORMS A4, D4)."""

    DOWN = "down"
    TIMEOUT = "timeout"
    LOGIN = "login"
    CODE_NOT_RECEIVED = "code-not-received"
    HUMAN_TEST = "human-test"
    UPLOAD = "upload"
    NO_NETWORK = "no-network"
    OTHER = "other"


FAILURE_WORDS = {
    Failure.DOWN: "The portal is down",
    Failure.TIMEOUT: "It hung or timed out",
    Failure.LOGIN: "The sign-in failed",
    Failure.CODE_NOT_RECEIVED: "The code did not arrive",
    Failure.HUMAN_TEST: "The “are you human” test failed",
    Failure.UPLOAD: "The file could not be uploaded",
    Failure.NO_NETWORK: "There is no network",
    Failure.OTHER: "Another reason",
}


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """One try on one route. `proof` is their reference, a receipt, or who took it by hand;
    `follows` says what the team was told before, when its portal is back."""

    id: str
    sharing_id: SharingId
    route: RouteKind
    state: AttemptState
    at: datetime
    failure: Failure | None = None
    message: str = ""
    account: str = ""
    proof: str = ""
    by: str = ""
    follows: str = ""


class AttemptDraft(msgspec.Struct, frozen=True, kw_only=True):
    """One try as it is being typed, kept with the draft until it is recorded."""

    route: RouteKind | None = None
    state: AttemptState | None = None
    on: date | None = None
    on_typed: str = ""
    at: time | None = None
    at_typed: str = ""
    failure: Failure | None = None
    message: str = ""
    account: str = ""
    proof: str = ""

    @property
    def is_begun(self) -> bool:
        """Whether anything was said beyond the way and the time, which are filled in for it."""
        return any((self.state, self.failure, self.message, self.account, self.proof))


class SharingDraft(msgspec.Struct, kw_only=True):
    """A decision being made. `decided` is set once the decision is recorded and can no longer be
    changed; what follows is sending it and filing it. `attempt` is the try that is being typed.
    `files` are those that go with it, each with why; the others stay. `begun_under` is the version
    of the guidance whose change was last seen. `after` is the decision it started from, `accepted`
    the steps of it that were looked at, `again_because` why the same goes to the same team.
    `reached` are the steps that were shown."""

    id: SharingId
    concern_id: ConcernId
    decision: Decision = Decision.SHARE
    purpose: Purpose = Purpose()
    consent: Consent = Consent()
    basis: Basis = Basis()
    necessity: Necessity = Necessity()
    recipient: Recipient = Recipient()
    route: Route = Route()
    choices: dict[FactId, Choice] = {}
    files: dict[AttachmentId, str] = {}
    conditions: Conditions = Conditions()
    not_sharing: NotSharing = NotSharing()
    clinical: ClinicalEntry = ClinicalEntry()
    attempt: AttemptDraft = AttemptDraft()
    decided: bool = False
    begun_under: str = ""
    after: SharingId | None = None
    accepted: tuple[str, ...] = ()
    again_because: str = ""
    reached: list[str] = []


NOT_DECIDED = ("attempt", "decided", "begun_under", "accepted", "reached")


class Sharing(msgspec.Struct, frozen=True, kw_only=True):
    """A decision as recorded, with the guidance it was made under. `version` counts what was
    decided about this concern, from 1; `after` is the decision that it started from."""

    id: SharingId
    concern_id: ConcernId
    version: int
    decision: Decision
    purpose: Purpose
    consent: Consent
    basis: Basis
    necessity: Necessity
    recipient: Recipient
    route: Route
    choices: dict[FactId, Choice]
    conditions: Conditions
    not_sharing: NotSharing
    clinical: ClinicalEntry
    decided_at: datetime
    decided_by: UserId
    guidance: str
    sent_at: datetime | None = None
    acknowledged_at: datetime | None = None
    files: dict[AttachmentId, str] = {}
    after: SharingId | None = None
    again_because: str = ""
