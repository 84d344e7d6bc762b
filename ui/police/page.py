"""Police contact: the number and its date, what was told, and whose report it is."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.flows.engine import Caret, Problem
from sgdesk.domain.flows.fgm import FgmAnswer
from sgdesk.domain.flows.police import police_problems
from sgdesk.domain.guidance import find
from sgdesk.domain.police import PoliceContact, PoliceDraft, PoliceReason
from sgdesk.ids import ConcernId, DraftId, PoliceContactId
from sgdesk.services.police_case import PoliceCase
from sgdesk.services.views import ConcernRow, OpenDraft, Saved
from sgdesk.text import _, to_london
from ui.kit.ask import Asker
from ui.kit.binding import DraftHolder
from ui.kit.cards import Notice, button
from ui.kit.concern_options import concern_options
from ui.kit.form import Form
from ui.kit.layout import Gap, column
from ui.kit.tasks import Runner
from ui.kit.why import reason_notice
from ui.kit.writing_page import WritingPage
from ui.police.form import PoliceForm

_CHECK = "CHK-04"


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is read from the store before the form opens."""

    case: PoliceCase
    concerns: Sequence[ConcernRow]
    draft: PoliceDraft


class PolicePage(WritingPage[PoliceDraft, Gathered]):
    """`recorded` carries the contact once it is in the store, `made` a paper, and `attached` a
    contact that was put to its concern."""

    made = Signal(object)
    attached = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, asker: Asker) -> None:
        hint = _("Type while you talk; it is saved as you type. Ask for the incident number.")
        super().__init__(_("Police contact"), hint, "police", desk, runner, asker)
        self._reason: PoliceReason | None = None
        self._concern = ""
        self._whole = False
        self._case = PoliceCase()

    def begin(self, reason: str, concern_id: str) -> None:
        """Start a contact about a concern; both may be empty. One that is being written down is
        gone on with instead."""
        if self.start_anew():
            self._reason = PoliceReason(reason) if reason else None
            self._concern = concern_id

    def attach(self, contact_id: str, concern_id: str) -> None:
        """Put a contact that belongs to no concern to one."""
        self._runner.run(
            lambda: self._desk.police.attach(PoliceContactId(contact_id), ConcernId(concern_id)),
            self.attached.emit, self.fail, self,
        )  # fmt: skip

    def print_record(self, contact_id: str) -> None:
        """Make the printed record of a contact."""
        self._runner.run(
            lambda: self._desk.police.paper(PoliceContactId(contact_id)),
            self.made.emit, self.fail, self,
        )  # fmt: skip

    def show_names(self, shown: bool) -> None:
        """Show whole names in the list of concerns, from the next contact on."""
        self._whole = shown

    def gather(self) -> Gathered:
        """Return the case, the concerns and a draft that begins now."""
        draft = None
        if self._to_open:
            draft = self._desk.police.open_draft(self._to_open).draft
        concern = ConcernId(self._concern) if self._concern else None
        if draft is None:
            draft = self._desk.police.begin(concern, self._reason)
        return Gathered(
            self._desk.police.case(draft.concern_id), self._desk.concerns.newest(), draft
        )

    def open_draft(self, draft_id: DraftId) -> OpenDraft[PoliceDraft]:
        """Return a draft as it was left."""
        return self._desk.police.open_draft(draft_id)

    def new_draft(self, gathered: Gathered) -> PoliceDraft:
        """Return the draft that begins now."""
        return gathered.draft

    def form_for(self, draft: PoliceDraft) -> Form:
        """Return the form of a contact, still without its questions."""
        return Form(DraftHolder(draft))

    def parts(
        self, form: Form, draft: PoliceDraft, gathered: Gathered
    ) -> Sequence[Callable[[], None]]:
        """Return what adds the questions, a card at a time."""
        self._case = gathered.case
        today = to_london(self._desk.clock.now()).date()
        concerns = concern_options(gathered.concerns, today, whole=self._whole)
        questions = PoliceForm(
            form, draft, gathered.case, concerns, self._desk.wording, self._verdict
        )
        return questions.parts()

    def ways(self) -> Sequence[QWidget]:
        """Return the button that says it ended now, and the one that records."""
        ended = button(_("The contact ended now"), name="ended")
        ended.clicked.connect(self._on_ended)
        record = button(_("Record the contact"), "primary", "record")
        record.clicked.connect(self.record_now)
        return ended, record

    def save(self, draft: PoliceDraft, caret: Caret) -> Saved:
        """Save a draft."""
        return self._desk.police.save_draft(draft, caret)

    def drop(self, draft_id: DraftId) -> None:
        """Throw a draft away."""
        self._desk.police.drop_draft(draft_id)

    def problems(self, draft: PoliceDraft) -> Sequence[Problem]:
        """Return what must be put right before it can be recorded."""
        names = tuple(one.name for one in self._case.reporters)
        return police_problems(draft, self._desk.clock.now(), names, self._case.answer)

    def recording(self, draft: PoliceDraft) -> Callable[[], PoliceContact]:
        """Return what records the contact."""
        return lambda: self._desk.police.record(draft)

    def on_changed(self, field: str) -> None:
        """Look up the case of another concern; fill in what is known of a reporter."""
        if field == "concern_id":
            self.keep(self._reopen)
        elif field == "reporter":
            self._take_reporter()

    def _reopen(self) -> None:
        draft = self._draft
        if draft is not None:
            typed = deepcopy(draft)
            self._runner.run(
                lambda: self._desk.police.save_draft(typed, Caret("concern_id")),
                lambda _saved: self.keep(lambda: self._come_back(draft)), self.fail, self,
            )  # fmt: skip

    def _come_back(self, draft: PoliceDraft) -> None:
        if self._draft is draft:  # and was not recorded or thrown away meanwhile
            self._turn_to(DraftId(draft.id))

    def _take_reporter(self) -> None:
        draft, form = self._draft, self._form
        if draft is None or form is None:
            return
        for one in self._case.reporters:
            if one.name == draft.reporter:
                draft.profession = draft.profession or one.profession
                draft.registration = draft.registration or one.registration
                form.load()

    def _on_ended(self) -> None:
        if self._draft is not None and self._form is not None:
            now = to_london(self._desk.clock.now()).time().replace(second=0, microsecond=0)
            self._draft.ended, self._draft.ended_typed = now, ""
            self.mark_changed()
            self._form.load()

    def _verdict(self) -> QWidget:
        place = QWidget()
        layout = column(place, Gap.SMALL)
        guidance = self._desk.guidance
        if self._case.answer is not FgmAnswer.DUTY:
            layout.addWidget(Notice(_("The duty to report does not apply here."), kind="due"))
        elif not self._case.reporters:
            text = _("The record does not say yet who was told, or who saw. Write it there first.")
            layout.addWidget(Notice(text, kind="overdue"))
        check = find(guidance.checks, _CHECK)
        if check is not None:
            layout.addWidget(reason_notice(check.why, check, guidance, "due"))
        return place
