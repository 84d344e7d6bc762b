"""The guidance of one nation: every check, prompt, deadline and source, as data."""

from collections.abc import Iterable
from datetime import date, time
from enum import StrEnum
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from sgdesk.domain.answers import Nation
from sgdesk.domain.cited import Id, MaybeText, Source, Stated, Text
from sgdesk.domain.lawful import (
    AtRiskLimb,
    Blocks,
    CaldicottPrinciple,
    Capacity,
    ConsistencyCheck,
    Foundation,
    Gateway,
    GatewayFactor,
    LawfulBasis,
    OffenceCondition,
    Para18Reason,
    ReasonNotTold,
    SpecialCondition,
    UsualAnswer,
)
from sgdesk.domain.people import PersonKind
from sgdesk.domain.statements import Statement
from sgdesk.text import _

ItemT = TypeVar("ItemT", bound="Stated | Source")


class Check(Stated, frozen=True, kw_only=True):
    """One question of a flow's page, and why it is asked."""

    flow: Id
    step: Id
    prompt: Text
    why: Text
    blocks: Blocks
    nations: tuple[Nation, ...] = tuple(Nation)


class Operator(StrEnum):
    """How a due is worked out; the code knows these and no others."""

    NEXT_WORKING_DAY = "next-working-day"
    SAME_WORKING_DAY = "same-working-day"
    SAME_DAY = "same-day"
    AT_ONCE = "at-once"
    WORKING_DAYS = "working-days"
    CALENDAR_DAYS = "calendar-days"
    ELAPSED_HOURS = "elapsed-hours"
    MINUTES = "minutes"
    ONE_MONTH = "one-month"
    MONTHS = "months"


class Trigger(StrEnum):
    """What starts a clock."""

    FGM_DISCOVERED = "fgm-discovered"
    FGM_REPORT_DELAYED = "fgm-report-delayed"
    ABUSE_DUTY = "sexual-abuse-duty"
    HARM_LIKELY = "significant-harm-likely"
    CONCERN_RECOGNISED = "concern-recognised"
    CHILD_CALL_ENDED = "child-call-ended"
    ADULT_CALL_ENDED = "adult-call-ended"
    CALL_BACK_PROMISED = "call-back-promised"
    CALL_BACK_OPEN = "call-back-open"
    REFERRAL_SENT = "referral-sent"
    ACKNOWLEDGEMENT_OVERDUE = "acknowledgement-overdue"
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    DISAGREED = "disagreed"
    TAKEN_TO_MANAGERS = "taken-to-managers"
    TAKEN_TO_SENIORS = "taken-to-seniors"
    TAKEN_TO_CHAIR = "taken-to-chair"
    STRATEGY_DISCUSSED = "strategy-discussed"
    POLICE_TOLD = "police-told"
    POLICE_CALL_PROMISED = "police-call-promised"
    ALLEGATION_KNOWN = "allegation-known"
    LOGGED = "logged"
    SHARED = "shared"
    ENTRY_MADE = "entry-made"
    EMERGENCY_USED = "emergency-used"
    BREACH_KNOWN = "breach-known"
    BREACH_HIGH_RISK = "breach-high-risk"
    ACCESS_ASKED = "access-asked"
    ACCESS_IS_COMPLEX = "access-is-complex"
    DATA_COMPLAINT = "data-complaint"
    NOT_SHARED = "not-shared"
    CONTACT_CHECKED = "contact-checked"
    POLICY_REVIEWED = "policy-reviewed"
    SOURCES_CHECKED = "sources-checked"


class LocalHours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The least and the most hours that a local rule may set instead."""

    least: Annotated[int, Meta(ge=1)]
    most: Annotated[int, Meta(le=24 * 31)]


class Reminder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How often an open deadline reminds anew once it has passed: in minutes, or in days."""

    minutes: Annotated[int, Meta(ge=0, le=24 * 60)] = 0
    days: Annotated[int, Meta(ge=0, le=31)] = 0


class DeadlineRule(Stated, frozen=True, kw_only=True):
    """What must be done by when, after what. `title` and `why` are for people; `source` names in
    words where the time comes from. Days end at `clock_time`, London's. `switch` names what must
    be on for it to hold; `again` is how it goes on reminding. `about` is whom it is for; empty:
    everybody."""

    title: Text
    why: Text
    source: Text
    triggers: tuple[Trigger, ...]
    nations: tuple[Nation, ...]
    operator: Operator
    amount: Annotated[int, Meta(ge=1, le=250)] = 1
    clock_time: time = time(17)
    local_hours: LocalHours | None = None
    switch: MaybeText = ""
    again: Reminder | None = None
    about: tuple[PersonKind, ...] = ()


class NationalLine(Stated, frozen=True, kw_only=True):
    """A number that is right everywhere in a nation."""

    title: Text
    number: Text
    when: Text
    nations: tuple[Nation, ...] = tuple(Nation)

    @property
    def use(self) -> str:
        """When to ring it, and whether somebody must make sure of that first."""
        return (
            _("{when} Check locally.").format(when=self.when) if self.check_locally else self.when
        )


class Switch(Stated, frozen=True, kw_only=True):
    """Something that is law on paper and not known to be in force: off until a lead turns it on."""

    title: Text
    why: Text
    on: bool
    look_again_on: date
    nations: tuple[Nation, ...] = tuple(Nation)


class Reference(Stated, frozen=True, kw_only=True):
    """A text that the practice's brief cites (1 to 6), or a newer law it does not know (0);
    whether it `holds` in this nation."""

    number: Annotated[int, Meta(ge=0, le=6)]
    title: Text
    publisher: Text
    position: Text
    replaced_by: MaybeText = ""
    holds: bool = True
    nations: tuple[Nation, ...] = tuple(Nation)


class Guidance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that holds in one nation. A decision keeps the `version` it was made under.

    In a file, `extends` names the nation whose file this one adds to, or is empty.
    """

    format: int
    nation: Nation
    version: Text
    checked_on: date
    extends: Nation | None = None
    sources: tuple[Source, ...] = ()
    references: tuple[Reference, ...] = ()
    statements: tuple[Statement, ...] = ()
    checks: tuple[Check, ...] = ()
    bases: tuple[LawfulBasis, ...] = ()
    foundations: tuple[Foundation, ...] = ()
    special_conditions: tuple[SpecialCondition, ...] = ()
    offence_conditions: tuple[OffenceCondition, ...] = ()
    para_18_reasons: tuple[Para18Reason, ...] = ()
    at_risk_limbs: tuple[AtRiskLimb, ...] = ()
    gateways: tuple[Gateway, ...] = ()
    gateway_factors: tuple[GatewayFactor, ...] = ()
    reasons_not_told: tuple[ReasonNotTold, ...] = ()
    usual: tuple[UsualAnswer, ...] = ()
    caldicott: tuple[CaldicottPrinciple, ...] = ()
    consistency: tuple[ConsistencyCheck, ...] = ()
    deadlines: tuple[DeadlineRule, ...] = ()
    lines: tuple[NationalLine, ...] = ()
    switches: tuple[Switch, ...] = ()

    def checks_at(self, flow: str, step: str) -> tuple[Check, ...]:
        """Return what is asked on that page, in the order of the file."""
        return tuple(check for check in self.checks if (check.flow, check.step) == (flow, step))

    def statements_at(self, place: str) -> tuple[Statement, ...]:
        """Return what else holds at a page ("share/consent") or beside a check, in file order."""
        return tuple(one for one in self.statements if place in one.places)

    def bases_for(self, capacity: Capacity, *, emergency: bool = False) -> tuple[LawfulBasis, ...]:
        """Return the bases that can apply, the usual one first."""
        return tuple(
            basis
            for basis in self.bases
            if capacity in basis.offered_to and (emergency or not basis.emergency_only)
        )

    def foundations_for(
        self, basis_id: str, about: PersonKind, capacity: Capacity
    ) -> tuple[Foundation, ...]:
        """Return the laws and tasks on which that basis can stand for such a person."""
        return tuple(
            foundation
            for foundation in self.foundations
            if basis_id in foundation.for_bases
            and capacity in foundation.offered_to
            and (not foundation.about or about in foundation.about)
        )

    def rules_for(
        self, trigger: Trigger, about: PersonKind | None = None
    ) -> tuple[DeadlineRule, ...]:
        """Return the deadlines that start then in this nation, without what is switched off: for
        such a person, or for anybody."""
        return tuple(
            rule
            for rule in self.deadlines
            if trigger in rule.triggers
            and self.is_on(rule)
            and (about is None or not rule.about or about in rule.about)
        )

    def is_on(self, rule: DeadlineRule) -> bool:
        """Return whether a deadline holds: its switch is on, or it has none."""
        switch = find(self.switches, rule.switch)
        return not rule.switch or (switch is not None and switch.on)

    def rule(self, rule_id: str) -> DeadlineRule | None:
        """Return the deadline of that id, or None where this nation has none."""
        return find(self.deadlines, rule_id)

    def sources_of(self, stated: Stated) -> tuple[Source, ...]:
        """Return the texts on which a statement rests, in the order it names them."""
        return tuple(source for name in stated.sources if (source := find(self.sources, name)))


def find(items: Iterable[ItemT], item_id: str) -> ItemT | None:
    """Return the item of that id, or None."""
    return next((item for item in items if item.id == item_id), None)


HEADER = ("format", "nation", "version", "checked_on", "extends")
LISTS = tuple(name for name in Guidance.__struct_fields__ if name not in HEADER)
