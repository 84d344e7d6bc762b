"""What services hand to the window: frozen values, ready to be shown."""

from datetime import date, datetime
from typing import Generic, TypeVar

import msgspec

from sgdesk.domain.amendment import Amendment, Link
from sgdesk.domain.call import Call
from sgdesk.domain.concern import Concern, ConcernLine, OutsideLink
from sgdesk.domain.due import Due, DueLine
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.outcome import Closing, Outcome, TeamNote
from sgdesk.domain.pack import LogEntry
from sgdesk.domain.paper import Paper
from sgdesk.domain.police import PoliceContact
from sgdesk.domain.sharing.decision import Attempt, Sharing
from sgdesk.domain.stage import StageWords
from sgdesk.ids import CallId, ConcernId, DraftId
from sgdesk.services.ladder import Ladder
from sgdesk.services.police_case import FgmCase
from sgdesk.services.police_past import PastContact

DraftT = TypeVar("DraftT")


class Saved(msgspec.Struct, frozen=True):
    """A draft reached the disk. `reference` is the concern's."""

    reference: str
    at: datetime


class OpenDraft(msgspec.Struct, Generic[DraftT], frozen=True):
    """A draft as it was left: same page, same text, same caret."""

    draft: DraftT
    step: str
    caret: Caret
    saved_at: datetime


class DraftLine(msgspec.Struct, frozen=True):
    """One draft to continue. `flow` is "record", "share" or "call"; `id` opens it. A call need
    not be about a concern."""

    id: DraftId
    flow: str
    concern_id: ConcernId | None
    reference: str
    title: str
    step: str
    saved_at: datetime


class ConcernRow(msgspec.Struct, frozen=True):
    """One concern in a list, with its stage as it reads now, and whom it was shared with."""

    line: ConcernLine
    stage: StageWords
    shared_with: str = ""


class RightNumber(msgspec.Struct, frozen=True):
    """The number of a team that is right at this hour, and what else to know about it.
    `is_closed`: nobody is known to answer it at this hour."""

    agency: str
    number: str
    when: str
    other: str
    checked: str
    is_closed: bool = False


class StoreState(msgspec.Struct, frozen=True):
    """How the store does, in sentences; `warnings` is what a person should act on."""

    backup: str
    chain: str
    warnings: tuple[str, ...] = ()


class PoliceLine(msgspec.Struct, frozen=True):
    """What is still to be done about the police contacts of one concern, as sentences."""

    concern_id: ConcernId
    reference: str
    points: tuple[str, ...]


class UpkeepLine(msgspec.Struct, frozen=True):
    """What should be looked at in a part of Settings, as a sentence."""

    part: str
    text: str


class TodayView(msgspec.Struct, frozen=True):
    """All that Today shows. `next_working_day` is in the practice's nation; `clock` says what is
    doubtful about this PC's clock, or nothing; `late` names the teams whose numbers were not
    checked for 90 days; `loose_calls` and `loose_contacts` belong to no concern yet; `written_by`
    says by when such a call is to be confirmed in writing."""

    now: datetime
    next_working_day: date
    dues: tuple[DueLine, ...]
    concerns: tuple[ConcernRow, ...]
    drafts: tuple[DraftLine, ...]
    numbers: tuple[RightNumber, ...]
    store: StoreState
    clock: str = ""
    late: tuple[str, ...] = ()
    loose_calls: tuple[Call, ...] = ()
    loose_contacts: tuple[PoliceContact, ...] = ()
    written_by: dict[CallId, datetime] = {}
    police: tuple[PoliceLine, ...] = ()
    upkeep: tuple[UpkeepLine, ...] = ()


class SharingHistory(msgspec.Struct, frozen=True):
    """One decision with its tries."""

    sharing: Sharing
    attempts: tuple[Attempt, ...]


class LinkedConcern(msgspec.Struct, frozen=True):
    """Another concern that belongs with one, and how."""

    link: Link
    row: ConcernRow


class HouseholdMember(msgspec.Struct, frozen=True):
    """A linked concern whose entries stand beside one's own; `former_names` are hidden with its
    names of today."""

    concern: Concern
    former_names: tuple[str, ...] = ()


class ConcernView(msgspec.Struct, frozen=True):
    """All that a concern's page shows. `former_names`, and the names of those whose concerns are
    linked, are hidden with the names of today. `protected` says which other concerns protect an
    address here, too; `is_only_begun` that the record was never signed, and nothing done."""

    concern: Concern
    stage: StageWords
    sharings: tuple[SharingHistory, ...]
    calls: tuple[Call, ...]
    outcomes: tuple[Outcome, ...]
    team_notes: tuple[TeamNote, ...]
    dues: tuple[Due, ...]
    papers: tuple[Paper, ...]
    history: tuple[LogEntry, ...]
    drafts: tuple[DraftLine, ...]
    closings: tuple[Closing, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    linked: tuple[LinkedConcern, ...] = ()
    linked_elsewhere: tuple[OutsideLink, ...] = ()
    former_names: tuple[str, ...] = ()
    household: tuple[HouseholdMember, ...] = ()
    police: tuple[PastContact, ...] = ()
    ladders: tuple[Ladder, ...] = ()
    fgm: FgmCase | None = None
    protected: tuple[str, ...] = ()
    is_only_begun: bool = False


class LogRow(msgspec.Struct, frozen=True):
    """One line of the safeguarding log's register (FORMS E3): no narrative, initials only."""

    concern_id: ConcernId
    reference: str
    opened_at: datetime
    initials: str
    kind: str
    harms: str
    decision: str
    shared_with: str
    sent: str
    clinical_entry: str
    stage: StageWords
    open_dues: int
    police: str = ""


class MadePaper(msgspec.Struct, frozen=True):
    """A paper with its bytes, held in memory only."""

    paper: Paper
    pdf: bytes
