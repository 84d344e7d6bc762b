"""What the pages of one decision work on: the draft, the record it is about, and the desk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import Agency
from sgdesk.domain.amendment import Amendment
from sgdesk.domain.call import Call
from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.flows.share import ShareInformation
from sgdesk.domain.guidance import Guidance
from sgdesk.domain.lawful import Capacity
from sgdesk.domain.practice import Practice
from sgdesk.domain.sharing.clinical import ClinicalEntry
from sgdesk.domain.sharing.decision import Attempt, Sharing, SharingDraft
from sgdesk.domain.sharing.setting import Setting, capacity_for, setting_of
from sgdesk.domain.sharing.taken_over import last_of
from sgdesk.ids import ConcernId, SharingId
from sgdesk.text import to_london
from ui.kit.ask import Asker
from ui.kit.printing import PrintService
from ui.kit.tasks import Runner


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is read from the store before the wizard opens. `kinds` are titles by recipient kind."""

    draft: SharingDraft
    concern: Concern
    practice: Practice
    agencies: Sequence[Agency]
    kinds: Mapping[str, str]
    flow: ShareInformation
    sharing: Sharing | None = None
    attempts: tuple[Attempt, ...] = ()
    calls: tuple[Call, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    step: str = ""
    caret: Caret | None = None


@dataclass(slots=True, eq=False)
class ShareCase:
    """One decision on the window's side. `sharing` is there once it has been decided, `attempts`
    is what was tried since, and `entry_filed` what is recorded of the clinical record. `calls` and
    `amendments` are those of the concern."""

    desk: Desk
    runner: Runner
    asker: Asker
    print_service: PrintService
    draft: SharingDraft
    concern: Concern
    practice: Practice
    agencies: Sequence[Agency]
    kinds: Mapping[str, str]
    flow: ShareInformation
    sharing: Sharing | None = None
    attempts: tuple[Attempt, ...] = ()
    entry_filed: ClinicalEntry = field(default_factory=ClinicalEntry)
    calls: tuple[Call, ...] = ()
    amendments: tuple[Amendment, ...] = ()

    @property
    def guidance(self) -> Guidance:
        """The guidance that holds here."""
        return self.flow.guidance

    @property
    def capacity(self) -> Capacity:
        """As what the practice acts towards this person."""
        return capacity_for(self.concern, self.practice)

    @property
    def setting(self) -> Setting:
        """What decides which bases can be offered."""
        return setting_of(self.draft.basis, self.concern, self.practice, self.guidance)

    @property
    def today(self) -> date:
        """The London date."""
        return to_london(self.desk.clock.now()).date()

    @property
    def last(self) -> Sharing | None:
        """The decision that this one started from, or None."""
        return last_of(self.draft, self.flow.earlier)

    @property
    def agency(self) -> Agency | None:
        """The chosen recipient's entry in the directory, or None."""
        chosen = self.draft.recipient.agency_id
        return next((agency for agency in self.agencies if agency.id == chosen), None)


def gather_new(desk: Desk, concern_id: ConcernId) -> Gathered:
    """Begin a decision about a concern. Runs on the worker."""
    return _gathered(desk, desk.sharings.begin(concern_id))


def gather_draft(desk: Desk, sharing_id: SharingId) -> Gathered:
    """Open a decision where it was left. Runs on the worker."""
    opened = desk.sharings.open_draft(sharing_id)
    return _gathered(desk, opened.draft, opened.step, opened.caret)


def _gathered(
    desk: Desk, draft: SharingDraft, step: str = "", caret: Caret | None = None
) -> Gathered:
    view = desk.concerns.get(draft.concern_id)
    decided = next((one for one in view.sharings if one.sharing.id == draft.id), None)
    return Gathered(
        draft=draft,
        concern=desk.sharings.complete(view.concern),
        practice=desk.practice,
        agencies=desk.agencies.list(),
        kinds={kind.id: kind.title for kind in desk.recipients},
        flow=desk.sharings.flow(view.concern),
        sharing=decided.sharing if decided else None,
        attempts=decided.attempts if decided else (),
        calls=view.calls,
        amendments=view.amendments,
        step=step,
        caret=caret,
    )
