"""One decision about one recipient: the draft of it, and the decision as recorded."""

from datetime import date, datetime, time
from enum import StrEnum

import msgspec

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.answers import YesNo
from sgdesk.ids import AgencyId, AttachmentId, ConcernId, FactId, SharingId, UserId


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


class Purpose(msgspec.Struct, frozen=True, kw_only=True):
    """So that (recipient) can (do what); and the advice taken before deciding."""

    so_that: str = ""
    ask: str = ""
    advice_from: str = ""
    advice: str = ""


class Agreement(StrEnum):
    """Whether agreement to the referral was sought. It is desirable and never a gate."""

    GIVEN = "given"
    REFUSED = "refused"
    NOT_SOUGHT = "not-sought"


class Consent(msgspec.Struct, frozen=True, kw_only=True):
    """Who knows, who agrees, and why not: separate questions with separate answers (LAW 2.1).

    `not_told_reasons` and `not_sought_reasons` are ids of the guidance's list of reasons.
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


class SubjectBasis(msgspec.Struct, frozen=True, kw_only=True):
    """The lawful basis for one data subject; the values are ids of the guidance."""

    subject: str
    is_the_person: bool = False
    article_6: str = ""
    foundations: tuple[str, ...] = ()
    article_9: str = ""
    without_consent_because: str = ""
    offence_alleged: YesNo | None = None
    article_10: str = ""


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """Why this disclosure is lawful: data protection for each subject, confidentiality for all."""

    subjects: tuple[SubjectBasis, ...] = ()
    gateway: str = ""
    gateway_factors: str = ""
    duty_to_share: YesNo | None = None
    duty_because: str = ""


class Necessity(msgspec.Struct, frozen=True, kw_only=True):
    """Necessary and proportionate: both risks weighed, and the Caldicott principles answered.

    `principles` maps a principle's number, as text, to what was answered for it.
    """

    without_naming: YesNo | None = None
    naming_needed_because: str = ""
    risk_of_sharing: str = ""
    risk_of_not_sharing: str = ""
    principles: dict[str, str] = {}


class Recipient(msgspec.Struct, frozen=True, kw_only=True):
    """Who receives it: organisation, person, role, and how the address was checked."""

    agency_id: AgencyId | None = None
    kind: str = ""
    organisation: str = ""
    person: str = ""
    role: str = ""
    address_used: str = ""
    checked_on: date | None = None
    checked_on_typed: str = ""
    checked_how: str = ""
    other_area_because: str = ""


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """How it goes."""

    kind: RouteKind | None = None
    not_preferred_because: str = ""
    safe_because: str = ""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Whether one fact goes, and why. `proposed` is what the program proposed, with its reason."""

    goes: bool
    reason: str = ""
    proposed: bool = True
    proposed_because: str = ""


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


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """One try on one route. `proof` is their reference, a receipt, or who took it by hand."""

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


class ClinicalEntry(msgspec.Struct, frozen=True, kw_only=True):
    """The entry in the clinical record that points to the log, and who may see it there."""

    made_by: str = ""
    made_on: date | None = None
    made_on_typed: str = ""
    made_at: time | None = None
    made_at_typed: str = ""
    hidden_online: YesNo | None = None
    proxy_checked: YesNo | None = None
    family_records: YesNo | None = None
    coded: YesNo | None = None
    not_made_because: str = ""


class NotSharing(msgspec.Struct, frozen=True, kw_only=True):
    """Why nothing is shared, or not yet (LAW 14 CHK-19)."""

    reasons: str = ""
    harm: str = ""
    agreed_by: str = ""
    review_on: date | None = None
    review_on_typed: str = ""


class SharingDraft(msgspec.Struct, kw_only=True):
    """A decision being made. `decided` is set once the decision is recorded and can no longer be
    changed; what follows is sending it and filing it. `attempt` is the try that is being typed.
    `files` are those that go with it, each with why; the others stay. `begun_under` is the version
    of the guidance whose change was last seen."""

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


NOT_DECIDED = ("attempt", "decided", "begun_under")


class Sharing(msgspec.Struct, frozen=True, kw_only=True):
    """A decision as recorded, with the guidance it was made under. `version` counts what was
    decided about this concern, from 1."""

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
