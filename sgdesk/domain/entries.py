"""What is entered about a signed record, as it is typed: an answer, a note, an amendment."""

from datetime import date, datetime, time

import msgspec

from sgdesk.domain.amendment import Details, Part
from sgdesk.domain.concern import Presentation, Urgency
from sgdesk.domain.data_matters import MatterDraft
from sgdesk.domain.facts.kinds import Fact, Observation
from sgdesk.domain.letters import LetterDraft
from sgdesk.domain.outcome import ClosingKind, OutcomeKind
from sgdesk.domain.people import Person, Relation, SafeContact
from sgdesk.domain.police import NewsKind
from sgdesk.domain.withdrawal import Deed, Withdrawal
from sgdesk.ids import ConcernId


class AnswerDraft(msgspec.Struct, kw_only=True):
    """What came back from an agency. Dates and clock times are London's."""

    id: str
    concern_id: ConcernId
    sharing_id: str = ""
    kind: OutcomeKind | None = None
    by: str = ""
    day: date | None = None
    day_typed: str = ""
    clock_time: time | None = None
    clock_time_typed: str = ""
    reference: str = ""
    decision: str = ""
    reasons: str = ""
    next_steps: str = ""
    disagreement: str = ""
    strategy_on: date | None = None
    strategy_on_typed: str = ""
    ask_again_on: date | None = None
    ask_again_on_typed: str = ""


class NoteDraft(msgspec.Struct, kw_only=True):
    """What one tier of the team is told."""

    id: str
    concern_id: ConcernId
    tier: int | None = None
    people: str = ""
    text: str = ""
    must_not_say: str = ""
    until: date | None = None
    until_typed: str = ""


class ClosingDraft(msgspec.Struct, kw_only=True):
    """Why a concern is closed, or opened again."""

    id: str
    concern_id: ConcernId
    kind: ClosingKind = ClosingKind.CLOSED
    because: str = ""


class AmendmentDraft(msgspec.Struct, kw_only=True):
    """What was not right in a signed record: one fact, or one part of its details, and why.

    Exactly one of the parts is there. `is_new`: a fact or somebody who is added now. `teeth_out`
    are the places of the findings on teeth that go, because they were recorded by mistake. `deed`:
    whether answers are put right, or the whole fact or relation is withdrawn, and why; or stands
    again. `seen_at` is when the record that the details were taken from had last changed; None
    stands for when the draft was last saved.
    """

    id: str
    concern_id: ConcernId
    fact: Fact | None = None
    is_new: bool = False
    urgency: Urgency | None = None
    person: Person | None = None
    relation: Relation | None = None
    contact: SafeContact | None = None
    presentation: Presentation | None = None
    because: str = ""
    teeth_out: tuple[int, ...] = ()
    deed: Deed = Deed.AMEND
    withdrawn_as: Withdrawal | None = None
    seen_at: datetime | None = None

    @property
    def amended_fact(self) -> Fact | None:
        """The fact as it should be, without the teeth that go; None for details."""
        fact = self.fact
        if not isinstance(fact, Observation):
            return fact
        left = [one for at, one in enumerate(fact.teeth) if at not in self.teeth_out and one.tooth]
        return msgspec.structs.replace(fact, teeth=tuple(left))

    @property
    def part(self) -> Part | None:
        """Which details are amended, or None for a fact."""
        return next((part for part in Part if getattr(self, part.value) is not None), None)

    @property
    def details(self) -> Details | None:
        """The details as they should be, or None for a fact."""
        part = self.part
        return None if part is None else getattr(self, part.value)


class LinkDraft(msgspec.Struct, kw_only=True):
    """Another concern that belongs with this one, and how: "Her sister"."""

    id: str
    concern_id: ConcernId
    reference: str = ""
    how: str = ""


class NewsDraft(msgspec.Struct, kw_only=True):
    """What came later about a contact with the police. Dates and clock times are London's."""

    id: str
    concern_id: ConcernId
    contact_id: str = ""
    kind: NewsKind | None = None
    by: str = ""
    day: date | None = None
    day_typed: str = ""
    clock_time: time | None = None
    clock_time_typed: str = ""
    number: str = ""
    number_on: date | None = None
    number_on_typed: str = ""
    text: str = ""


class DelayDraft(msgspec.Struct, kw_only=True):
    """Why the personal report of FGM waits, and whose advice was taken (LAW 6)."""

    id: str
    concern_id: ConcernId
    because: str = ""
    advice: str = ""


class SettlingDraft(msgspec.Struct, kw_only=True):
    """How a disagreement about a sharing ended, and with whom it was spoken about."""

    id: str
    concern_id: ConcernId
    sharing_id: str = ""
    how: str = ""


Entry = (
    AnswerDraft
    | NoteDraft
    | ClosingDraft
    | AmendmentDraft
    | LinkDraft
    | NewsDraft
    | DelayDraft
    | LetterDraft
    | SettlingDraft
    | MatterDraft
)

FLOWS: dict[str, type[Entry]] = {
    "answer": AnswerDraft,
    "note": NoteDraft,
    "closing": ClosingDraft,
    "amendment": AmendmentDraft,
    "link": LinkDraft,
    "police-news": NewsDraft,
    "fgm-delay": DelayDraft,
    "letter": LetterDraft,
    "settling": SettlingDraft,
    "data-matter": MatterDraft,
}
FLOW_WORDS = {
    "answer": "What came back",
    "note": "Team note",
    "closing": "Close or reopen",
    "amendment": "Amend the record",
    "link": "Link another concern",
    "police-news": "What came from the police later",
    "fgm-delay": "The report to the police waits",
    "letter": "Letter to an agency",
    "settling": "A disagreement is settled",
    "data-matter": "A breach, a request or a complaint about data",
}


def flow_of(draft: Entry) -> str:
    """Return the name under which a draft of this kind is kept."""
    return next(name for name, kind in FLOWS.items() if isinstance(draft, kind))
