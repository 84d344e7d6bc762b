"""A concern: one worry about one person, first as a draft, then as a signed record."""

from datetime import date, datetime, time
from enum import StrEnum

import msgspec

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.people import Person, PersonKind, Relation, SafeContact
from sgdesk.domain.practice import Episode
from sgdesk.ids import ConcernId, FactId, PersonId, UserId


class Stage(StrEnum):
    """Where a concern stands; made by what was done, never typed."""

    DRAFT = "draft"
    RECORDED = "recorded"
    DECIDING = "deciding"
    DECIDED = "decided"
    SHARED = "shared"
    NOT_SHARED = "not-shared"
    AWAITING_ACKNOWLEDGEMENT = "awaiting-acknowledgement"
    AWAITING_OUTCOME = "awaiting-outcome"
    OUTCOME_RECORDED = "outcome-recorded"
    CLOSED = "closed"
    REOPENED = "reopened"


STAGE_WORDS = {
    Stage.DRAFT: "Being recorded",
    Stage.RECORDED: "Recorded, no decision yet",
    Stage.DECIDING: "Deciding what to share",
    Stage.DECIDED: "Decided, not sent yet",
    Stage.SHARED: "Shared",
    Stage.NOT_SHARED: "Not shared",
    Stage.AWAITING_ACKNOWLEDGEMENT: "Awaiting acknowledgement",
    Stage.AWAITING_OUTCOME: "Awaiting outcome",
    Stage.OUTCOME_RECORDED: "Outcome recorded",
    Stage.CLOSED: "Closed",
    Stage.REOPENED: "Reopened",
}


class FgmScreen(StrEnum):
    """How female genital mutilation came up, if it did: it decides whose duty applies (LAW 6)."""

    NOT_RAISED = "not-raised"
    TOLD_BY_HER = "told-by-her"
    SIGNS_SEEN = "signs-seen"
    HEARD_FROM_OTHER = "heard-from-other"
    AT_RISK = "at-risk"


# Told by her or seen: from these follows one person's own duty to report (LAW 6).
FGM_DISCOVERED = (FgmScreen.TOLD_BY_HER, FgmScreen.SIGNS_SEEN)


class Harm(StrEnum):
    """The categories of harm that forms ask for."""

    PHYSICAL = "physical"
    EMOTIONAL = "emotional"
    SEXUAL = "sexual"
    NEGLECT = "neglect"
    DENTAL_NEGLECT = "dental-neglect"
    DOMESTIC = "domestic"
    EXPLOITATION = "exploitation"
    FGM = "fgm"
    FINANCIAL = "financial"
    SELF_NEGLECT = "self-neglect"
    OTHER = "other"


HARM_WORDS = {
    Harm.PHYSICAL: "Physical abuse",
    Harm.EMOTIONAL: "Emotional abuse",
    Harm.SEXUAL: "Sexual abuse",
    Harm.NEGLECT: "Neglect",
    Harm.DENTAL_NEGLECT: "Neglect (dental)",
    Harm.DOMESTIC: "Domestic abuse",
    Harm.EXPLOITATION: "Exploitation",
    Harm.FGM: "Female genital mutilation",
    Harm.FINANCIAL: "Financial abuse",
    Harm.SELF_NEGLECT: "Self-neglect",
    Harm.OTHER: "Other",
}


class Urgency(msgspec.Struct, frozen=True, kw_only=True):
    """The first page: what cannot wait, and which law and procedure apply (LAW 14 CHK-01 to 05)."""

    immediate_danger: YesNo | None = None
    immediate_action: str = ""
    nation: Nation = Nation.ENGLAND
    episode: Episode | None = None
    about_colleague: YesNo | None = None
    fgm: FgmScreen | None = None
    sexual_abuse: YesNo | None = None
    baby_with_mark: YesNo | None = None
    harms: tuple[Harm, ...] = ()
    summary: str = ""


class Presentation(msgspec.Struct, frozen=True, kw_only=True):
    """When the person was brought, and when the event is said to have happened."""

    presented_on: date | None = None
    presented_on_typed: str = ""
    presented_at: time | None = None
    presented_at_typed: str = ""
    event_on: date | None = None
    event_on_typed: str = ""
    event_at: time | None = None
    event_at_typed: str = ""
    event_said_by: str = ""
    left_with: str = ""
    left_at: time | None = None
    left_at_typed: str = ""
    count_from: date | None = None
    count_from_typed: str = ""


class KeptWording(msgspec.Struct, frozen=True):
    """A marked phrase that the writer keeps, and why."""

    fact_id: FactId
    field: str
    phrase: str
    why: str


class OutsideLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link with a concern that may be in other records only; `reference` is the one it has there.

    `linked_by` and `ended_by` are names.
    """

    other_id: ConcernId
    reference: str = ""
    how: str = ""
    linked_at: datetime
    linked_by: str = ""
    ended_at: datetime | None = None
    ended_by: str = ""


class Beside(msgspec.Struct, frozen=True):
    """The concern from whose page another one is begun, and which child of it that is about: by
    name, or by relationship where no name is known; "" for one it does not hold."""

    concern_id: ConcernId
    about: str = ""


class ProtectedElsewhere(msgspec.Struct, frozen=True):
    """An address that another concern protects, and whose; `is_theirs`: the person's own."""

    reference: str
    name: str
    address: str
    postcode: str = ""
    is_theirs: bool = False


class ConcernDraft(msgspec.Struct, kw_only=True):
    """A concern being recorded. It has one owner, and every page of it is already saved.
    `begun_under` is the version of the guidance whose change was last seen; `imported` are the
    entries that came in together last and are still as they came; `reached` are the steps that
    were shown. It will be linked with the one it was begun `beside`. `rows_in_hand` and
    `several_in_hand` stand in the boxes for rows and for several people, and are in no record."""

    id: ConcernId
    reference: str = ""
    urgency: Urgency = Urgency()
    person: Person = Person()
    relations: list[Relation] = []
    contact: SafeContact = SafeContact()
    presentation: Presentation = Presentation()
    facts: list[Fact] = []
    kept: list[KeptWording] = []
    begun_under: str = ""
    imported: list[FactId] = []
    reached: list[str] = []
    beside: ConcernId | None = None
    rows_in_hand: str = ""
    several_in_hand: str = ""


class Concern(msgspec.Struct, frozen=True, kw_only=True):
    """A concern as recorded. Until it is signed, `signed_at` is None.

    `linked_elsewhere` came with a record that was taken in, where the other one was not here.
    `facts` and `relations` are those that stand; what an amendment withdrew stands apart, so that
    nothing counts, draws or sends it. `protected_elsewhere` is in no record: it is found in others
    before anything of this one goes out.
    """

    id: ConcernId
    reference: str
    stage: Stage
    urgency: Urgency
    person: Person
    relations: tuple[Relation, ...]
    contact: SafeContact
    presentation: Presentation
    facts: tuple[Fact, ...]
    kept: tuple[KeptWording, ...]
    opened_at: datetime
    opened_by: UserId
    changed_at: datetime
    signed_at: datetime | None = None
    signed_by: UserId | None = None
    linked_elsewhere: tuple[OutsideLink, ...] = ()
    facts_withdrawn: tuple[Fact, ...] = ()
    relations_withdrawn: tuple[Relation, ...] = ()
    protected_elsewhere: tuple[ProtectedElsewhere, ...] = ()

    @property
    def every_fact(self) -> tuple[Fact, ...]:
        """What the record holds, what was withdrawn at the end: only to tell both versions."""
        return (*self.facts, *self.facts_withdrawn)

    @property
    def everybody(self) -> tuple[Relation, ...]:
        """Who is or was around the person: names and addresses that are guarded stay guarded."""
        return (*self.relations, *self.relations_withdrawn)


class ConcernLine(msgspec.Struct, frozen=True):
    """One line in a list of concerns: what is shown before anything is opened."""

    id: ConcernId
    reference: str
    stage: Stage
    person_id: PersonId
    person_name: str
    person_kind: PersonKind
    born: date | None
    shared_with: str
    changed_at: datetime
