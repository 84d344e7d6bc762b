"""A page that is written while somebody talks: saved as it is typed, recorded at the end."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.flows.engine import Caret, Problem
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import DraftId
from sgdesk.services.views import OpenDraft, Saved
from sgdesk.text import _, read_time, to_london
from ui.kit.ask import Asker
from ui.kit.autosave import Autosave
from ui.kit.cards import button, words
from ui.kit.caret import caret_in, has_moved, put_caret
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.garbage import read_for_good
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, clear, column
from ui.kit.overrides import called_by_qt
from ui.kit.page import Page
from ui.kit.problem_summary import ProblemSummary
from ui.kit.tasks import Runner


class Written(Protocol):
    """What is written down: it has an id, which is its draft's too."""

    id: Any


DraftT = TypeVar("DraftT", bound=Written)
GatheredT = TypeVar("GatheredT")


class WritingPage(Page, Generic[DraftT, GatheredT]):
    """`recorded` carries what was recorded; `left` when nothing is to be kept.

    A page of this kind says what is gathered before the form opens, of which parts the form is
    made, and how a draft is begun, saved, thrown away, checked and recorded.
    """

    recorded = Signal(object)
    left = Signal()

    def __init__(
        self, title: str, hint: str, help_name: str, desk: Desk, runner: Runner, asker: Asker
    ) -> None:
        super().__init__(title, hint, help_name=help_name)
        self._desk = desk
        self._runner = runner
        self._asker = asker
        self._draft: DraftT | None = None
        self._form: Form | None = None
        self._autosave: Autosave | None = None
        self._to_open: DraftId | None = None
        self._is_typed = False
        self._asked = 0
        self._caret: Caret | None = None  # as it was saved
        self._being_recorded: DraftT | None = None
        self._summary = ProblemSummary()
        self._summary.chosen.connect(self._on_problem)
        self.add(self._summary)
        self._place = column(gap=Gap.NORMAL)
        self.body.addLayout(self._place)
        self._building = Gradually(self)

    def gather(self) -> GatheredT:
        """Return what the form needs, read on the worker."""
        raise NotImplementedError

    def open_draft(self, draft_id: DraftId) -> OpenDraft[DraftT]:
        """Return a draft as it was left, read on the worker."""
        raise NotImplementedError

    def new_draft(self, gathered: GatheredT) -> DraftT:
        """Return a draft that begins now."""
        raise NotImplementedError

    def form_for(self, draft: DraftT) -> Form:
        """Return the form of a draft, still without its questions."""
        raise NotImplementedError

    def parts(self, form: Form, draft: DraftT, gathered: GatheredT) -> Sequence[Callable[[], None]]:
        """Return what adds the questions, a few at a time."""
        raise NotImplementedError

    def ways(self) -> Sequence[QWidget]:
        """Return the buttons that end it, the one that records last; it is called `record`."""
        raise NotImplementedError

    def save(self, draft: DraftT, caret: Caret) -> Saved:
        """Save a draft, on the worker."""
        raise NotImplementedError

    def drop(self, draft_id: DraftId) -> None:
        """Throw a draft away, on the worker."""
        raise NotImplementedError

    def problems(self, draft: DraftT) -> Sequence[Problem]:
        """Return what must be put right before it can be recorded."""
        raise NotImplementedError

    def recording(self, draft: DraftT) -> Callable[[], object]:
        """Return what records it, run on the worker. The draft is a copy that nobody types in."""
        raise NotImplementedError

    def on_changed(self, field: str) -> None:
        """Do what an answer asks for, once the draft holds it."""

    def enter(self) -> None:
        """Show the form, or what is being written down."""
        super().enter()
        if self._draft is None:
            self._asked += 1
            asked = self._asked
            self._runner.run(
                self._gather, lambda found: self._on_gathered(found, asked), self.fail, self
            )

    def go_on(self, draft_id: DraftId) -> None:
        """Open a draft as it was left; what is being written down is saved first."""
        if self._draft is None or DraftId(self._draft.id) != draft_id:
            self.keep(lambda: self._turn_to(draft_id))

    def keep(self, done: Callable[[], None]) -> None:
        """Save what was typed and where the caret is, then call `done`; not if saving fails."""
        autosave, form = self._autosave, self._form
        moved = form is not None and has_moved(form, self._caret)
        if autosave is not None and (autosave.is_dirty or moved):
            autosave.save_now(lambda: self.keep(done))
        else:
            done()

    def mark_changed(self) -> None:
        """Note that something was written, also where a button wrote it."""
        self._is_typed = True
        if self._autosave is not None:
            self._autosave.mark_changed()

    @called_by_qt(bool)
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go past nothing that is still being made."""
        self._building.finish()
        return super().focusNextPrevChild(forward)

    def start_anew(self) -> bool:
        """Begin a new draft when the page is entered; say no while one is being written."""
        if not self._is_typed:
            self._draft = self._to_open = None
        return not self._is_typed

    def record_now(self) -> None:
        """Record what is written, or say what must be put right first."""
        draft, form = self._draft, self._form
        if draft is None or form is None or self._being_recorded is draft:
            return
        self._building.finish()
        typed = [Problem("", field, text) for field, text in form.wrong().items()]
        problems = typed or self.problems(draft)
        form.show_problems(problems)
        self._summary.show_problems(problems)
        if problems:
            self.verticalScrollBar().setValue(0)
        else:
            # A second click must not record, print or leave a second time.
            self._being_recorded = draft
            work = self.recording(deepcopy(draft))
            self._runner.run(work, self._on_recorded, self._on_refused, self)

    def _gather(self) -> tuple[GatheredT, OpenDraft[DraftT] | None]:
        read_for_good(lambda: self._desk.wording)  # here, on the worker
        opened = self.open_draft(self._to_open) if self._to_open else None
        return self.gather(), opened

    def _on_gathered(self, found: tuple[GatheredT, OpenDraft[DraftT] | None], asked: int) -> None:
        if asked != self._asked:
            return  # asked for anew since: what is typed by now stays where it is
        gathered, opened = found
        self._is_typed = opened is not None
        self._draft = opened.draft if opened else self.new_draft(gathered)
        self._build(self._draft, gathered, opened)

    def _build(self, draft: DraftT, gathered: GatheredT, opened: OpenDraft[DraftT] | None) -> None:
        self._building.replace(())
        clear(self._place)
        self._summary.show_problems(())
        form = self._form = self.form_for(draft)
        form.changed.connect(self._on_changed)
        self._autosave = self._saving(draft, form)
        self._place.addWidget(form)
        self._place.addLayout(self._buttons())
        if opened:
            self._show_saved(opened.saved_at)

        def with_answers(part: Callable[[], None]) -> None:
            part()
            form.load_new()

        parts = [lambda one=one: with_answers(one) for one in self.parts(form, draft, gathered)]
        self._building.replace(parts)
        if opened:
            self._building.add(lambda: self._bring_back(opened.caret))
        self._building.go_on()

    def _bring_back(self, caret: Caret) -> None:
        self._caret = caret
        put_caret(self, caret)

    def _saving(self, draft: DraftT, form: Form) -> Autosave:
        def take() -> Callable[[], Saved]:
            snapshot, caret = deepcopy(draft), caret_in(form)
            self._caret = caret
            return lambda: self.save(snapshot, caret)

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
        leave = button(_("Leave without keeping it"), "link", "leave")
        leave.clicked.connect(self._on_leave)
        ways.addWidget(leave)
        self._saved = words("", "hint")
        self._saved.setWordWrap(False)
        ways.addWidget(self._saved)
        for way in self.ways():
            ways.addWidget(way)
        return ways

    def _on_changed(self, field: str) -> None:
        self.mark_changed()
        self.on_changed(field)

    def _on_recorded(self, what: object) -> None:
        self._forget()
        self.recorded.emit(what)

    def _on_refused(self, error: UserError | SituationError) -> None:
        self._being_recorded = None
        if isinstance(error, UserError) and error.field:
            problems = [Problem("", error.field, error.text)]
            self._summary.show_problems(problems)
            if self._form is not None:
                self._form.show_problems(problems)
            self.verticalScrollBar().setValue(0)
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
            _("Throw this away?"),
            _("What you typed is not kept, and cannot be brought back."),
            _("Throw it away"),
            _("Keep writing"),
            danger=True,
        ):
            self._forget()
            self._runner.run(
                lambda: self.drop(DraftId(draft.id)),
                lambda _answer: self.left.emit(), self.fail, self,
            )  # fmt: skip

    def _turn_to(self, draft_id: DraftId) -> None:
        self._forget()
        self._to_open = draft_id
        if self.isVisible():
            self.enter()

    def _forget(self) -> None:
        self._building.replace(())
        self._is_typed = False
        self._asked += 1
        self._draft = self._form = self._autosave = self._to_open = None
        self._being_recorded = self._caret = None
        clear(self._place)
