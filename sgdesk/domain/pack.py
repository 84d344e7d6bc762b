"""What goes into the papers: everything a paper shows, and nothing that stays behind.

`going` drops each fact that was held back before a `Pack` is made; the drawing room never sees
one.
"""

from datetime import datetime

import msgspec

from sgdesk.domain.amendment import Amendment
from sgdesk.domain.call import Call
from sgdesk.domain.concern import Presentation, Urgency
from sgdesk.domain.facts.household import LinkedRecord
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.paper import Imprint
from sgdesk.domain.people import Person, Relation, SafeContact
from sgdesk.domain.practice import Practice, User
from sgdesk.domain.sharing.decision import Attempt, Choice, Sharing
from sgdesk.domain.sharing.sentences import in_part
from sgdesk.ids import FactId


class BasisWords(msgspec.Struct, frozen=True):
    """One subject's lawful basis, written out from the guidance."""

    subject: str
    words: tuple[str, ...]


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """The referral pack for one recipient. Only what goes is in it.

    `consent_words` and `basis` are whole sentences; `facts` are those that go, in the order of
    the record; `written_at` is when the record was signed and `referred_at` when it was referred
    first, as far as that was known; `details_amended` names which details are newer than the
    signature, and since which day; `withdrawn` names what this very recipient was told before,
    and what stands no longer.
    """

    imprint: Imprint
    practice: Practice
    sender: User
    reference: str
    urgency: Urgency
    person: Person
    relations: tuple[Relation, ...]
    presentation: Presentation
    facts: tuple[Fact, ...]
    sharing_purpose: str
    ask: str
    recipient_organisation: str
    recipient_person: str
    recipient_role: str
    route_words: str
    consent_words: tuple[tuple[str, str], ...]
    basis: tuple[BasisWords, ...]
    gateway_words: str
    conditions: tuple[tuple[str, str], ...]
    calls: tuple[Call, ...]
    failed_attempts: tuple[Attempt, ...]
    written_at: datetime | None = None
    referred_at: datetime | None = None
    attachments: tuple[str, ...] = ()
    details_amended: tuple[tuple[str, str], ...] = ()
    withdrawn: tuple[tuple[str, str], ...] = ()
    demonstration: bool = False


class SafeContactSheet(msgspec.Struct, frozen=True, kw_only=True):
    """How to reach somebody safely; a sheet of its own, never with the pack's pages."""

    imprint: Imprint
    practice: Practice
    reference: str
    person_name: str
    contact: SafeContact
    demonstration: bool = False


class Kept(msgspec.Struct, frozen=True):
    """One fact and what was decided about it."""

    fact: Fact
    choice: Choice


class KeptFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the record: what it is in one line, and why it went with a decision or not."""

    title: str
    about: str
    goes: bool
    reason: str


class DisclosureRecord(msgspec.Struct, frozen=True, kw_only=True):
    """The internal paper: the whole decision, every source, what stays and why.

    `warnings` are what was to be looked at again when it was decided, as sentences; `in_short` is
    the summary of the record where it stays.
    """

    imprint: Imprint
    practice: Practice
    sender: User
    reference: str
    person: Person
    sharing: Sharing
    consent_words: tuple[tuple[str, str], ...]
    basis: tuple[BasisWords, ...]
    gateway_words: str
    principles: tuple[tuple[str, str], ...]
    going: tuple[Kept, ...]
    staying: tuple[Kept, ...]
    attempts: tuple[Attempt, ...]
    calls: tuple[Call, ...]
    sources: tuple[str, ...]
    presentation: Presentation = Presentation()
    written_at: datetime | None = None
    referred_at: datetime | None = None
    household: tuple[LinkedRecord, ...] = ()
    files: tuple[KeptFile, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    warnings: tuple[str, ...] = ()
    in_short: str = ""
    demonstration: bool = False


class ClinicalSlip(msgspec.Struct, frozen=True, kw_only=True):
    """The short entry for the clinical record: log reference, no third party."""

    imprint: Imprint
    practice: Practice
    reference: str
    person: Person
    entry: str
    reminders: tuple[str, ...]
    demonstration: bool = False


class LogEntry(msgspec.Struct, frozen=True):
    """One line of a concern's page in the safeguarding log."""

    at: datetime
    what: str
    who: str
    detail: str = ""


class LogPage(msgspec.Struct, frozen=True, kw_only=True):
    """One concern's page in the safeguarding log."""

    imprint: Imprint
    practice: Practice
    reference: str
    person: Person
    stage_words: str
    entries: tuple[LogEntry, ...]
    open_dues: tuple[tuple[str, str, str], ...]
    amendments: tuple[Amendment, ...] = ()
    linked: tuple[str, ...] = ()
    demonstration: bool = False


def going(facts: tuple[Fact, ...], choices: dict[FactId, Choice]) -> tuple[Fact, ...]:
    """Return the facts that go, in the order of the record, each without the sentences that stay.
    A fact without a choice stays."""
    return tuple(
        in_part(fact, choices[fact.id].parts)
        for fact in facts
        if fact.id in choices and choices[fact.id].goes
    )
