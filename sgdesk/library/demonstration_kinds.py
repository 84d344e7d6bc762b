"""What the stories of the demonstration are made of, before they are lived through."""

from datetime import date, datetime, time

import msgspec

from sgdesk.domain.agency import Agency, RouteKind
from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import CallKind, CallResult
from sgdesk.domain.concern import Presentation, Urgency
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.outcome import OutcomeKind
from sgdesk.domain.people import Person, Relation, SafeContact
from sgdesk.domain.practice import Practice, Role
from sgdesk.domain.sharing.decision import AttemptState, Conditions, Consent, Decision, Failure
from sgdesk.domain.sharing.reasons import Necessity, Purpose
from sgdesk.domain.sharing.recipient import Route
from sgdesk.domain.sharing.refusal import NotSharing


class _Told(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something told in a file; a word too many there is a mistake."""


class DemoUser(_Told, frozen=True, kw_only=True):
    """Somebody of the practice, with the passphrase that everybody may know."""

    name: str
    role: Role
    profession: str
    registration: str
    passphrase: str


class DemoAgency(msgspec.Struct, frozen=True):
    """An agency, and the days on which its entry was checked."""

    agency: Agency
    checks: tuple[date, ...]


class DemoSubject(_Told, frozen=True, kw_only=True):
    """The lawful basis that holds for each person a decision is about."""

    article_6: str
    article_9: str
    foundations: tuple[str, ...] = ()
    without_consent_because: str = ""
    offence_alleged: YesNo | None = None
    confidence: str = ""


class DemoBasis(_Told, frozen=True, kw_only=True):
    """A lawful basis that several decisions have alike."""

    subject: DemoSubject
    gateway: str
    gateway_factors: str = ""
    factors: dict[str, str] = {}
    no_weight: tuple[str, ...] = ()
    duty_to_share: YesNo | None = None
    duty_because: str = ""


class StoryFact(msgspec.Struct, frozen=True):
    """A fact; `stays` is the reason why it is held back, or empty."""

    fact: Fact
    stays: str


class StoryCall(_Told, frozen=True, kw_only=True):
    """A telephone call, and when it was written down."""

    recorded: datetime
    agency: str
    kind: CallKind
    number: str
    started_at: datetime
    ended_at: datetime
    result: CallResult = CallResult.ANSWERED
    spoke_to: str = ""
    role: str = ""
    team: str = ""
    told: str = ""
    advice: str = ""
    agreed: str = ""
    family_to_be_told: str = ""
    written_hours_said: int | None = None
    written_hours_said_typed: str = ""
    read_back: YesNo | None = None
    called_by: str = ""


class StoryAttempt(_Told, frozen=True, kw_only=True):
    """One try to send, and when it was written down."""

    recorded: datetime
    at: datetime
    route: RouteKind
    state: AttemptState
    failure: Failure | None = None
    message: str = ""
    account: str = ""
    proof: str = ""


class StoryClinical(_Told, frozen=True, kw_only=True):
    """The entry in the clinical record, and when it was noted here."""

    recorded: datetime
    made_by: str
    made_on: date
    made_at: time
    hidden_online: YesNo | None = None
    proxy_checked: YesNo | None = None
    family_records: YesNo | None = None
    coded: YesNo | None = None


class StorySharing(_Told, frozen=True, kw_only=True):
    """A decision. Without `clinical`, an entry follows soon after and the wizard is finished;
    with it, the wizard stays open unless `finished` says when it ended."""

    begun: datetime
    decided: datetime
    decision: Decision = Decision.SHARE
    agency: str = ""
    basis: str = ""
    purpose: Purpose = Purpose()
    consent: Consent = Consent()
    necessity: Necessity = Necessity()
    person: str = ""
    role: str = ""
    address_used: str = ""
    checked_how: str = ""
    route: Route = Route()
    conditions: Conditions = Conditions()
    not_sharing: NotSharing = NotSharing()
    attempts: tuple[StoryAttempt, ...] = ()
    clinical: StoryClinical | None = None
    finished: datetime | None = None


class StoryOutcome(_Told, frozen=True, kw_only=True):
    """An agency's answer, and when it was written down."""

    recorded: datetime
    at: datetime
    kind: OutcomeKind
    by: str
    reference: str = ""
    decision: str = ""
    next_steps: str = ""
    ask_again_on: date | None = None


class StoryNote(_Told, frozen=True, kw_only=True):
    """What one tier of the team was told, and when."""

    recorded: datetime
    tier: int
    people: str
    text: str
    must_not_say: str = ""


class Story(_Told, frozen=True, kw_only=True):
    """One concern from its first key to where it stands today."""

    reference: str
    begun: datetime
    signed: datetime
    by: str = ""
    urgency: Urgency
    person: Person
    relations: tuple[Relation, ...] = ()
    contact: SafeContact = SafeContact()
    presentation: Presentation = Presentation()
    facts: tuple[StoryFact, ...] = ()
    calls: tuple[StoryCall, ...] = ()
    sharing: StorySharing | None = None
    outcomes: tuple[StoryOutcome, ...] = ()
    notes: tuple[StoryNote, ...] = ()
    closed: datetime | None = None
    closed_because: str = ""


class Demonstration(msgspec.Struct, frozen=True, kw_only=True):
    """The whole practice, and the moment at which its clock stands."""

    stands_at: datetime
    backup_at: datetime
    set_up_at: datetime
    numbers_on_paper: int
    needed_because: str
    practice: Practice
    users: tuple[DemoUser, ...]
    agencies: tuple[DemoAgency, ...]
    bases: dict[str, DemoBasis]
    stories: tuple[Story, ...]
