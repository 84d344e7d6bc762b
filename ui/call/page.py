"""Log a call: whom, when, what was said and agreed, written down while talking."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import Agency
from sgdesk.domain.answers import YesNo
from sgdesk.domain.call import Call, CallDraft, CallKind, CallResult, CallTry
from sgdesk.domain.flows.engine import Caret, Problem
from sgdesk.domain.people import PersonKind
from sgdesk.ids import CallId, ConcernId, DraftId, new_id
from sgdesk.services.call_case import CallCase
from sgdesk.services.views import ConcernRow, MadePaper, OpenDraft, RightNumber, Saved
from sgdesk.text import _, to_london
from ui.call.call_draft import (
    as_call,
    began,
    begin_now,
    draft_problems,
    ended,
    fill_failure,
    new_draft,
    only_front_door,
)
from ui.call.call_form import CallForm
from ui.call.number_card import NumberCard
from ui.call.script_lines import ScriptLines
from ui.call.spoken import Spoken
from ui.call.written_words import written_words
from ui.kit.ask import Asker
from ui.kit.binding import DraftHolder
from ui.kit.cards import Notice, button, words
from ui.kit.concern_options import concern_options
from ui.kit.form import Form
from ui.kit.tasks import Runner
from ui.kit.writing_page import WritingPage

PORTAL_DOWN = "portal-down"


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is read from the store before the form opens."""

    agencies: Sequence[Agency]
    numbers: dict[str, RightNumber]
    concerns: Sequence[ConcernRow]
    case: CallCase


class CallPage(WritingPage[CallDraft, Gathered]):
    """`recorded` carries the call once it is in the store; `made` its printed record;
    `attached` a call that was put to its concern."""

    made = Signal(object)
    attached = Signal(object)

    def __init__(self, desk: Desk, runner: Runner, asker: Asker) -> None:
        hint = _("Type while you talk; it is saved as you type. Record it at the end.")
        super().__init__(_("Log a call"), hint, "calls", desk, runner, asker)
        self._kind, self._concern, self._portal_down = CallKind.REFERRAL, "", False
        self._whole = False
        self._print = False
        self._gathered: Gathered | None = None
        self._spoken: Spoken | None = None

    def begin(self, kind: str, concern_id: str) -> None:
        """Start a call of a kind about a concern, both of which may be empty, or with a portal that
        is down. One that is being written down is gone on with instead."""
        if self.start_anew():
            self._portal_down = kind == PORTAL_DOWN
            named = kind and not self._portal_down
            self._kind = CallKind(kind) if named else CallKind.REFERRAL
            self._concern = concern_id

    def attach(self, call_id: str, concern_id: str) -> None:
        """Put a call that belongs to no concern to one."""
        self._runner.run(
            lambda: self._desk.calls.attach(CallId(call_id), ConcernId(concern_id)),
            self.attached.emit, self.fail, self,
        )  # fmt: skip

    def print_call(self, call_id: str) -> None:
        """Make the printed record of a call."""
        self._runner.run(
            lambda: self._desk.calls.paper(CallId(call_id)), self.made.emit, self.fail, self
        )

    def show_names(self, shown: bool) -> None:
        """Show whole names in the list of concerns, from the next call on."""
        self._whole = shown

    def gather(self) -> Gathered:
        """Return the directory with the numbers of this hour, the concerns, and the case."""
        agencies = self._desk.agencies.list()
        numbers = {str(one.id): self._desk.agencies.right_number(one) for one in agencies}
        concern = ConcernId(self._concern) if self._concern else None
        if self._to_open:
            concern = self._desk.calls.open_draft(self._to_open).draft.concern_id
        case = self._desk.calls.case(concern)
        return Gathered(agencies, numbers, self._desk.concerns.newest(), case)

    def open_draft(self, draft_id: DraftId) -> OpenDraft[CallDraft]:
        """Return a call as it was left."""
        return self._desk.calls.open_draft(draft_id)

    def new_draft(self, gathered: Gathered) -> CallDraft:
        """Return a call that begins now, with the team and the failure that are known."""
        now, case = self._desk.clock.now(), gathered.case
        concern = ConcernId(self._concern) if self._concern else None
        draft = new_draft(CallId(new_id()), self._kind, concern, now)
        team = case.agency_id or (only_front_door(gathered.agencies) if self._portal_down else "")
        if team and self._kind is not CallKind.POLICE:
            self._take_agency(draft, gathered, team)
        failed = case.failed if self._kind is CallKind.REFERRAL else None
        if self._portal_down or failed is not None:
            draft.portal_down = True
            fill_failure(draft, failed, now)
        return draft

    def form_for(self, draft: CallDraft) -> Form:
        """Return the form of a call, still without its questions."""
        return Form(DraftHolder(draft))

    def parts(
        self, form: Form, draft: CallDraft, gathered: Gathered
    ) -> Sequence[Callable[[], None]]:
        """Return what adds the questions, a card at a time."""
        self._gathered = gathered
        self._number = NumberCard(self._desk.clock.now)
        self._number.began.connect(self._on_began)
        self._number.ended.connect(self._on_ended)
        self._number.missed.connect(self._on_missed)
        script, named = ScriptLines(), Notice("", kind="due")
        named.hide()
        script.ticked.connect(self._on_ticked)
        self._spoken = Spoken(self._desk.clock.now, draft, gathered.case, script, named)
        self._written = words("", "hint")
        concerns = concern_options(
            gathered.concerns, to_london(self._desk.clock.now()).date(), whole=self._whole
        )
        questions = CallForm(
            form, draft, gathered.agencies, concerns, self._desk.wording, self._number, script,
            named, self._written,
        )  # fmt: skip
        return (*questions.parts(), self._show_call, self._spoken.show)

    def ways(self) -> Sequence[QWidget]:
        """Return the buttons that record, the second with a printed record."""
        printing = button(_("Record and print"), name="record-call-print")
        printing.clicked.connect(lambda: self._record_and(printing=True))
        record = button(_("Record the call"), "primary", "record-call")
        record.clicked.connect(lambda: self._record_and(printing=False))
        return printing, record

    def save(self, draft: CallDraft, caret: Caret) -> Saved:
        """Save a draft."""
        return self._desk.calls.save_draft(draft, caret)

    def drop(self, draft_id: DraftId) -> None:
        """Throw a draft away."""
        self._desk.calls.drop_draft(draft_id)

    def problems(self, draft: CallDraft) -> Sequence[Problem]:
        """Return what must be put right before it can be recorded."""
        return draft_problems(draft, to_london(self._desk.clock.now()).date())

    def record(self, draft: CallDraft) -> tuple[Call, MadePaper | None]:
        """Record the call, and make its printed record if that was asked for."""
        agency = next((one for one in self._agencies() if str(one.id) == draft.agency_id), None)
        call = self._desk.calls.record(as_call(draft, agency, self._desk.user.name))
        return call, self._desk.calls.paper(call.id) if self._print else None

    def on_changed(self, field: str) -> None:
        """Do what an answer asks for: another number, another script, the start of a failure."""
        draft, form, gathered = self._draft, self._form, self._gathered
        if draft is None or form is None or gathered is None or self._spoken is None:
            return
        if field == "agency_id":
            self._take_agency(draft, gathered, draft.agency_id)
            form.load()
        elif field == "portal_down" and draft.portal_down and draft.failed_on is None:
            fill_failure(draft, gathered.case.failed, self._desk.clock.now())
            form.load()
        elif field == "kind" and draft.kind is CallKind.CONSULTATION:
            draft.names_given = draft.names_given or YesNo.NO
            form.load()
        elif field == "concern_id":
            concern_id = draft.concern_id or None
            self._runner.run(
                lambda: self._desk.calls.case(concern_id), self._on_case, self.fail, self
            )
        elif field == "told":
            self._spoken.show_named()
        if field in _OF_THE_SCRIPT:
            self._spoken.show()
        if field in _OF_THE_CALL:
            self._show_call()

    def _on_recorded(self, what: object) -> None:
        assert isinstance(what, tuple)
        call, made = what
        super()._on_recorded(call)
        if made is not None:
            self.made.emit(made)

    def _agencies(self) -> Sequence[Agency]:
        return self._gathered.agencies if self._gathered else ()

    def _take_agency(self, draft: CallDraft, gathered: Gathered, agency_id: str) -> None:
        draft.agency_id = agency_id
        if agency_id in gathered.numbers:
            draft.number = gathered.numbers[agency_id].number

    def _record_and(self, *, printing: bool) -> None:
        self._print = printing
        if self._spoken is None or self._may_name(self._spoken):
            self.record_now()

    def _may_name(self, spoken: Spoken) -> bool:
        found = spoken.named()
        return not found or self._asker.confirm(
            _("Names in an advice call without names?"),
            _("What you told holds: {words}. Were they told?").format(words=", ".join(found)),
            _("Record it as it is"),
            _("Look at it again"),
        )

    def _on_case(self, case: CallCase) -> None:
        draft, form, gathered = self._draft, self._form, self._gathered
        if draft is None or form is None or gathered is None or self._spoken is None:
            return
        self._spoken.case = case
        if not draft.agency_id and case.agency_id is not None:
            self._take_agency(draft, gathered, str(case.agency_id))
            form.load()
        self._show_call()
        self._spoken.show()

    def _on_ticked(self, said: tuple[str, ...]) -> None:
        if self._draft is not None:
            self._draft.said = said
            self.mark_changed()

    def _on_began(self) -> None:
        self._note(lambda draft: begin_now(draft, self._desk.clock.now()))

    def _on_ended(self) -> None:
        now = to_london(self._desk.clock.now()).time().replace(second=0, microsecond=0)

        def note(draft: CallDraft) -> None:
            draft.ended, draft.ended_typed = now, ""

        self._note(note)

    def _on_missed(self, result: CallResult) -> None:
        now = self._desk.clock.now()

        def note(draft: CallDraft) -> None:
            at = began(draft) or now
            waited = max(int((now - at).total_seconds()) // 60, 0)
            minutes = waited if result is CallResult.QUEUE else None
            draft.tries = [
                *draft.tries, CallTry(at=at, result=result, number=draft.number, minutes=minutes)
            ]  # fmt: skip
            begin_now(draft, now)

        self._note(note)

    def _note(self, note: Callable[[CallDraft], None]) -> None:
        if self._draft is not None and self._form is not None:
            note(self._draft)
            self.mark_changed()
            self._form.load()
            self._show_call()

    def _show_call(self) -> None:
        draft, gathered = self._draft, self._gathered
        if draft is None or gathered is None:
            return
        self._number.show_number(gathered.numbers.get(draft.agency_id))
        self._number.show_call(began(draft), ended(draft))
        self._number.show_tries(draft.tries)
        agency = next((one for one in gathered.agencies if str(one.id) == draft.agency_id), None)
        concern = gathered.case.concern
        kind = concern.person.kind if concern else PersonKind.CHILD
        self._written.setText(
            written_words(
                self._desk.guidance, kind, agency, draft.written_hours_said, ended(draft),
                self._desk.clock.now(),
            )
        )  # fmt: skip


_OF_THE_SCRIPT = ("kind", "names_given", "portal_down", "about", "where_now", "happened")
_OF_THE_CALL = ("agency_id", "day", "started", "ended", "written_hours_said")
