"""Log a call: whom, when, what was said and agreed, written down while talking."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal

from sgdesk.bootstrap import Desk
from sgdesk.domain.agency import Agency
from sgdesk.domain.call import Call, CallDraft, CallKind
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.shown import age_in_years, person_words
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import CallId, ConcernId, DraftId, new_id
from sgdesk.services.views import ConcernRow, OpenDraft, RightNumber, Saved
from sgdesk.text import _, read_time, to_london
from ui.call.call_draft import as_call, draft_problems, new_draft
from ui.call.call_form import call_form
from ui.kit.ask import Asker
from ui.kit.autosave import Autosave
from ui.kit.cards import Card, button, words
from ui.kit.caret import caret_in, put_caret
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.layout import Gap, clear, column
from ui.kit.page import Page
from ui.kit.problem_summary import ProblemSummary
from ui.kit.tasks import Runner


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is read from the store before the form opens."""

    agencies: Sequence[Agency]
    numbers: dict[str, RightNumber]
    concerns: Sequence[ConcernRow]
    opened: OpenDraft[CallDraft] | None = None


class CallPage(Page):
    """`recorded` carries the call once it is in the store; `left` when nothing is to be kept."""

    recorded = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, runner: Runner, asker: Asker) -> None:
        hint = _("Type while you talk; it is saved as you type. Record it at the end.")
        super().__init__(_("Log a call"), hint, help_name="calls")
        self._desk = desk
        self._runner = runner
        self._asker = asker
        self._kind, self._concern = CallKind.REFERRAL, ""
        self._draft: CallDraft | None = None
        self._form: Form | None = None
        self._autosave: Autosave | None = None
        self._to_open: DraftId | None = None
        self._gathered = Gathered((), {}, ())
        self._is_typed = False
        self._whole = False
        self._summary = ProblemSummary()
        self._summary.chosen.connect(self._on_problem)
        self.add(self._summary)
        self._place = column(gap=Gap.NORMAL)
        self.body.addLayout(self._place)

    def begin(self, kind: str, concern_id: str) -> None:
        """Start a call of a kind about a concern; both may be empty. One that is being written
        down is gone on with instead."""
        if not self._is_typed:
            self._kind = CallKind(kind) if kind else CallKind.REFERRAL
            self._concern = concern_id
            self._draft = self._to_open = None

    def go_on(self, draft_id: DraftId) -> None:
        """Open a draft as it was left; what is being written down is saved first."""
        if self._draft is None or DraftId(self._draft.id) != draft_id:
            self.keep(lambda: self._turn_to(draft_id))

    def enter(self) -> None:
        """Show the form, or the call that is being written down."""
        super().enter()
        if self._draft is None:
            self._runner.run(self._gather, self._on_gathered, self.fail, self)

    def show_names(self, shown: bool) -> None:
        """Show whole names in the list of concerns, from the next call on."""
        self._whole = shown

    def keep(self, done: Callable[[], None]) -> None:
        """Save what was typed, and then call `done`; not if saving fails."""
        if self._autosave is not None and self._autosave.is_dirty:
            self._autosave.save_now(done)
        else:
            done()

    def _turn_to(self, draft_id: DraftId) -> None:
        self._forget()
        self._to_open = draft_id
        if self.isVisible():
            self.enter()

    def _gather(self) -> Gathered:
        _ = self._desk.wording  # read from its file here, on the worker
        agencies = self._desk.agencies.list()
        numbers = {str(one.id): self._desk.agencies.right_number(one) for one in agencies}
        opened = self._desk.calls.open_draft(self._to_open) if self._to_open else None
        return Gathered(agencies, numbers, self._desk.concerns.newest(), opened)

    def _on_gathered(self, gathered: Gathered) -> None:
        self._gathered = gathered
        opened = gathered.opened
        self._is_typed = opened is not None
        self._draft = opened.draft if opened else self._new_draft()
        self._build(self._draft)
        if opened:
            self._show_saved(opened.saved_at)
            put_caret(self, opened.caret)

    def _new_draft(self) -> CallDraft:
        concern = ConcernId(self._concern) if self._concern else None
        return new_draft(CallId(new_id()), self._kind, concern, self._desk.clock.now())

    def _build(self, draft: CallDraft) -> None:
        clear(self._place)
        self._summary.show_problems(())
        self._form = call_form(draft, self._gathered.agencies, self._concerns(), self._desk.wording)
        self._form.load()
        self._form.changed.connect(self._on_changed)
        self._autosave = self._saving(draft, self._form)
        self._number = words("", "number")
        self._about = words("", "hint")
        self._right = Card()
        self._right.add(self._number)
        self._right.add(self._about)
        self._place.addWidget(self._right)
        self._place.addWidget(self._form)
        self._place.addLayout(self._buttons())
        self._show_number()

    def _saving(self, draft: CallDraft, form: Form) -> Autosave:
        def take() -> Callable[[], Saved]:
            snapshot, caret = deepcopy(draft), caret_in(form)
            return lambda: self._desk.calls.save_draft(snapshot, caret)

        autosave = Autosave(take, self._runner, self._desk.clock, form)
        autosave.saved.connect(self._on_saved)
        autosave.failed.connect(lambda text: self.say(text, "overdue"))
        form.left.connect(autosave.save_if_changed)
        return autosave

    def _on_saved(self, at: datetime) -> None:
        self.say_nothing()
        self._show_saved(at)

    def _show_saved(self, at: datetime) -> None:
        self._saved.setText(_("Saved {when}").format(when=read_time(to_london(at).time())))

    def _buttons(self) -> FlowLayout:
        ways = FlowLayout(gap=Gap.SMALL, to_right=True)
        leave = button(_("Leave without keeping it"), "link", "leave-call")
        leave.clicked.connect(self._on_leave)
        ways.addWidget(leave)
        self._saved = words("", "hint")
        self._saved.setWordWrap(False)
        ways.addWidget(self._saved)
        ended = button(_("The call ended now"), name="call-ended")
        ended.clicked.connect(self._on_ended)
        ways.addWidget(ended)
        record = button(_("Record the call"), "primary", "record-call")
        record.clicked.connect(self._on_record)
        ways.addWidget(record)
        return ways

    def _concerns(self) -> list[tuple[object, str]]:
        today = to_london(self._desk.clock.now()).date()
        return [
            (line.id, f"{line.reference} · {self._person(row, age)}")
            for row in self._gathered.concerns
            if (line := row.line)
            and (age := age_in_years(line.person_kind, line.born, today)) is not None
        ]

    def _person(self, row: ConcernRow, age: str) -> str:
        line = row.line
        return person_words(line.person_name, line.person_kind, age, whole=self._whole)

    def _on_changed(self, field: str) -> None:
        self._mark_changed()
        if field == "agency_id":
            self._take_number()

    def _mark_changed(self) -> None:
        self._is_typed = True
        if self._autosave is not None:
            self._autosave.mark_changed()

    def _take_number(self) -> None:
        self._show_number()
        draft, form = self._draft, self._form
        if draft is not None and form is not None and draft.agency_id in self._gathered.numbers:
            draft.number = self._gathered.numbers[draft.agency_id].number
            form.load()

    def _show_number(self) -> None:
        draft = self._draft
        right = self._gathered.numbers.get(draft.agency_id) if draft else None
        self._right.setVisible(right is not None)
        if right is not None:
            self._number.setText(right.number)
            self._about.setText(" · ".join(filter(None, (right.when, right.other, right.checked))))

    def _on_ended(self) -> None:
        if self._draft is not None and self._form is not None:
            now = to_london(self._desk.clock.now()).time().replace(second=0, microsecond=0)
            self._draft.ended, self._draft.ended_typed = now, ""
            self._mark_changed()
            self._form.load()

    def _on_record(self) -> None:
        draft, form = self._draft, self._form
        if draft is None or form is None:
            return
        typed = [Problem("", field, text) for field, text in form.wrong().items()]
        today = to_london(self._desk.clock.now()).date()
        problems = typed or draft_problems(draft, today)
        form.show_problems(problems)
        self._summary.show_problems(problems)
        if problems:
            self.verticalScrollBar().setValue(0)
        else:
            self._record(self._call(draft))

    def _record(self, call: Call) -> None:
        self._runner.run(
            lambda: self._desk.calls.record(call), self._on_recorded, self._on_refused, self
        )

    def _call(self, draft: CallDraft) -> Call:
        agencies = {str(one.id): one for one in self._gathered.agencies}
        return as_call(draft, agencies.get(draft.agency_id), self._desk.user.name)

    def _on_recorded(self, call: Call) -> None:
        self._forget()
        self.recorded.emit(call)

    def _on_refused(self, error: UserError | SituationError) -> None:
        if isinstance(error, UserError) and error.field:
            self._summary.show_problems([Problem("", error.field, error.text)])
        else:
            self.fail(error)

    def _on_problem(self, problem: Problem) -> None:
        if self._form is not None and (field := self._form.focus(problem.field)) is not None:
            self.ensureWidgetVisible(field)

    def _on_leave(self) -> None:
        draft = self._draft
        if draft is None or not self._is_typed:
            self._forget()
            self.left.emit()
        elif self._asker.confirm(
            _("Throw this call away?"),
            _("What you typed is not kept, and cannot be brought back."),
            _("Throw it away"),
            _("Keep writing"),
            danger=True,
        ):
            self._forget()
            self._runner.run(
                lambda: self._desk.calls.drop_draft(DraftId(draft.id)),
                lambda _answer: self.left.emit(), self.fail, self,
            )  # fmt: skip

    def _forget(self) -> None:
        self._is_typed = False
        self._draft = self._form = self._autosave = self._to_open = None
        clear(self._place)
