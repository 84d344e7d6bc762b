"""Something that is being entered about a concern: saved as it is typed, signed at the end."""

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.entries import Entry
from sgdesk.domain.entry_rules import entry_problems
from sgdesk.domain.flows.engine import Caret, Problem
from sgdesk.domain.letters import LetterDraft
from sgdesk.domain.masking import Shown
from sgdesk.domain.wording import Wording
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import DraftId
from sgdesk.services.views import ConcernView
from sgdesk.text import _, read_time, to_london
from ui.concerns.entry_forms import entry_forms, first_field_of
from ui.concerns.entry_recording import maps_of, recording
from ui.concerns.entry_wording import wording_pieces
from ui.kit.autosave import Autosave
from ui.kit.cards import Notice, button, words
from ui.kit.caret import caret_in, has_moved, put_caret
from ui.kit.garbage import read_for_good
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, clear, column, row
from ui.kit.problem_summary import ProblemSummary
from ui.kit.tasks import Runner
from ui.kit.throwing_away import ask_to_throw_away


class EntryCard(QWidget):
    """`begun` when its first question is there; `recorded` carries what to say once it is in the
    store, or a paper; `dropped` when it was thrown away; `sought` a field that should come into
    sight."""

    begun = Signal()
    recorded = Signal(object)
    dropped = Signal()
    sought = Signal(object)

    def __init__(
        self, desk: Desk, runner: Runner, draft: Entry, view: ConcernView, shown: Shown
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._draft = draft
        self._kept = view.concern.kept
        self._caret: Caret | None = None  # as it was saved
        self._is_shut = False
        layout = column(self, Gap.SMALL)
        self._summary = ProblemSummary()
        self._summary.chosen.connect(self._on_problem)
        layout.addWidget(self._summary)
        self._said = column(gap=Gap.NONE)
        layout.addLayout(self._said)
        today = to_london(desk.clock.now()).date()
        gradual = entry_forms(draft, view, shown, maps_of(desk, draft), today)
        self._forms = [one.form for one in gradual]
        self._autosave = self._saving()
        self._later = Gradually(self)
        self._asks = [piece for one in gradual for piece in one.pieces]
        for form in self._forms:
            form.changed.connect(lambda _field: self._autosave.mark_changed())
            form.left.connect(self._autosave.save_if_changed)
            layout.addWidget(form)
        layout.addLayout(self._buttons())

    @property
    def draft(self) -> Entry:
        """What is being entered."""
        return self._draft

    def begin(self, caret: Caret) -> None:
        """Ask the questions one after another, with the caret where it was or in the first."""
        first, *others = self._asks
        self._later.add(first, self.begun.emit, lambda: self.focus(caret), *others)
        self._later.add(self._ask_for_rules)
        self._later.go_on()

    def focus(self, caret: Caret) -> None:
        """Put the caret where it was, or into the first field, once it is made."""
        if caret.field:
            self._caret = caret
        if caret.field and not self._later.is_done:
            self._later.add(lambda: self.focus(caret))
            return
        field = put_caret(self, caret) or self._go_to(first_field_of(self._draft))
        self.sought.emit(field or self)

    def keep(self, done: Callable[[], None]) -> None:
        """Save what was typed and where the caret is, and then call `done`; not if saving fails."""
        if not self._is_shut and (self._autosave.is_dirty or has_moved(self, self._caret)):
            self._autosave.save_now(done)
        else:
            done()

    def _saving(self) -> Autosave:
        def take() -> Callable[[], object]:
            if self._is_shut:
                return lambda: None  # a draft of what is recorded would be offered again
            snapshot, caret = deepcopy(self._draft), caret_in(self)
            self._caret = caret
            return lambda: self._desk.entries.save_draft(snapshot, caret)

        autosave = Autosave(take, self._runner, self._desk.clock, self)
        autosave.saved.connect(self._on_saved)
        autosave.failed.connect(lambda text: self._say(text))
        return autosave

    def _ask_for_rules(self) -> None:
        # On the worker: the first to ask has them read from their file. Not while the form is being
        # made, which would wait for the worker again and again.
        rules = partial(read_for_good, lambda: self._desk.wording)
        self._runner.run(rules, self._on_rules, self._on_refused, self)

    def _on_rules(self, rules: Wording) -> None:
        self._later.add(*wording_pieces(self._draft, self._forms, rules, self._kept))
        self._later.go_on()

    def _buttons(self) -> QHBoxLayout:
        ways = row(gap=Gap.SMALL)
        drop = button(_("Throw it away"), "link", "drop-entry")
        drop.clicked.connect(self._on_drop)
        ways.addWidget(drop, 0, Qt.AlignmentFlag.AlignLeft)
        self._saved = words("", "hint")
        ways.addWidget(self._saved, 1)
        is_letter = isinstance(self._draft, LetterDraft)
        text = _("Make the letter") if is_letter else _("Sign and record")
        sign = button(text, "primary", "sign-entry")
        sign.clicked.connect(self._on_sign)
        ways.addWidget(sign)
        return ways

    def _on_saved(self, at: datetime) -> None:
        clear(self._said)
        self._saved.setText(
            _("Saved {when}. You sign it as {name}.").format(
                when=read_time(to_london(at).time()), name=self._desk.user.name
            )
        )

    def _on_sign(self) -> None:
        self._later.finish()
        wrong = {field: text for form in self._forms for field, text in form.wrong().items()}
        typed = [Problem("", field, text) for field, text in wrong.items()]
        today = to_london(self._desk.clock.now()).date()
        problems = typed or entry_problems(self._draft, today)
        self._show_problems(problems)
        if problems:
            return
        # Shut, so that nothing can be typed that would not be in the record.
        self._shut(True)
        work = recording(self._desk, deepcopy(self._draft))
        self._runner.run(work, self._on_recorded, self._on_refused, self)

    def _show_problems(self, problems: list[Problem]) -> None:
        for form in self._forms:
            form.show_problems(problems)
        self._summary.show_problems(problems)
        if problems:
            self.sought.emit(self._summary)

    def _shut(self, shut: bool) -> None:
        self._is_shut = shut
        for form in self._forms:
            form.setDisabled(shut)

    def _on_recorded(self, done: object) -> None:
        self.recorded.emit(done)

    def _on_refused(self, error: UserError | SituationError) -> None:
        self._shut(False)
        self._autosave.mark_changed()
        field = getattr(error, "field", "")
        if field:
            self._show_problems([Problem("", "day" if field == "at" else field, error.text)])
        else:
            self._say(error.text)

    def _on_problem(self, problem: Problem) -> None:
        if (field := self._go_to(problem.field)) is not None:
            self.sought.emit(field)

    def _go_to(self, name: str) -> QWidget | None:
        return next(filter(None, (form.focus(name) for form in self._forms)), None)

    def _on_drop(self) -> None:
        self.sought.emit(ask_to_throw_away(self._said, self._drop))

    def _drop(self) -> None:
        draft_id = DraftId(self._draft.id)
        self._runner.run(
            lambda: self._desk.entries.drop_draft(draft_id),
            lambda _answer: self.dropped.emit(),
            self._on_refused,
            self,
        )

    def _say(self, text: str) -> None:
        clear(self._said)
        self._said.addWidget(Notice(text, kind="overdue"))
