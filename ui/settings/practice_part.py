"""The practice and its policies, as they stand on every paper from now on."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.flows.engine import Caret, Problem
from sgdesk.domain.flows.setup import policy_problems, practice_problems
from sgdesk.domain.practice import Practice
from sgdesk.domain.unsaved import PRACTICE_ID, PracticeDraft, typed_over
from sgdesk.services.views import OpenDraft
from sgdesk.text import _, read_moment
from ui.kit.binding import part_of
from ui.kit.cards import button
from ui.kit.draft_foot import DraftFoot
from ui.kit.form import Form
from ui.kit.gradually import Gradually
from ui.kit.keeping import Keeping
from ui.kit.layout import Gap, clear, column
from ui.kit.problem_order import in_page_order
from ui.kit.problem_summary import ProblemSummary
from ui.kit.said import say_in
from ui.kit.tasks import Runner

PracticeQuestions = Callable[[Form], Sequence[Callable[[], None]]]
PolicyQuestions = Callable[
    [Callable[[], Practice], Callable[[Practice], None]], Sequence[Callable[[], Form]]
]


class PracticePart(QWidget):
    """`said` carries a sentence about what was done, `failed` one of our errors, `sought` what
    should come into sight. What is typed is kept until it is saved."""

    said = Signal(str)
    failed = Signal(object)
    sought = Signal(object)

    def __init__(
        self,
        desk: Desk,
        runner: Runner,
        practice_questions: PracticeQuestions,
        policy_questions: PolicyQuestions,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._draft = PracticeDraft()
        self._keeping = Keeping(self, self._saving, runner, desk.clock)
        self._place = column(self, Gap.NORMAL)
        self._foot = DraftFoot("drop-practice")
        self._foot.drop_asked.connect(self._on_drop)
        self._keeping.saved.connect(self._foot.show_saved)
        self._keeping.failed.connect(self._foot.show_not_saved)
        self._begun = column(gap=Gap.NONE)
        self._place.addLayout(self._begun)
        self._summary = ProblemSummary()
        self._summary.chosen.connect(self._on_problem)
        self._place.addWidget(self._summary)
        self._forms: list[Form] = []
        self._later = Gradually(self)
        # Begun when the practice is read: what was typed before that would stand for all of it.
        form = Form(part_of(self._draft, "practice"), prefix="practice")
        self._later.add(lambda: self._add(form))
        for ask in practice_questions(form):
            self._later.add(partial(self._ask, form, ask))
        for ask_policy in policy_questions(lambda: self._draft.practice, self._put):
            self._later.add(partial(self._add_policy, ask_policy))
        self._later.add(self._add_save)

    def read(self) -> None:
        """Read the practice anew, unless it is being changed; its questions are made after it."""
        if not self._keeping.is_begun:
            desk = self._desk
            self._runner.run(
                lambda: (desk.setup.practice(), desk.unsaved.begun("practice")),
                self._on_read,
                self.failed.emit,
                self,
            )

    def keep(self, done: Callable[[], None]) -> None:
        """Save what was typed as a draft, and then call `done`; not if saving fails."""
        self._keeping.keep(done)

    def show_caret(self) -> None:
        """Put the caret where it was when the draft was saved."""
        if (field := self._keeping.show_caret()) is not None:
            self.sought.emit(field)

    def _saving(self, caret: Caret) -> Callable[[], object]:
        snapshot = msgspec.structs.replace(self._draft)
        return lambda: self._desk.unsaved.save_draft(snapshot, caret)

    def _show_begun(self, at: datetime) -> None:
        text = _("What was typed here {when} is kept. It holds once you save the practice.")
        say_in(self._begun, text.format(when=read_moment(at)), "due", "begun-practice")
        self._foot.show_saved(at)

    def _on_drop(self) -> None:
        self._keeping.put_away(
            lambda: self._desk.unsaved.drop_draft(PRACTICE_ID),
            lambda _answer: self._begin_anew(),
            self.failed.emit,
        )

    def _begin_anew(self) -> None:
        clear(self._begun)
        self._foot.show_nothing()
        self._summary.show_problems(())
        self.read()

    def _add(self, form: Form) -> None:
        self._keeping.watch(form)
        self._forms.append(form)
        self._place.addWidget(form)

    def _ask(self, form: Form, ask: Callable[[], None]) -> None:
        ask()
        form.load_new()

    def _add_policy(self, ask: Callable[[], Form]) -> None:
        form = ask()
        form.load()
        self._add(form)

    def _add_save(self) -> None:
        save = button(_("Save the practice"), "primary", "save-practice")
        save.clicked.connect(self._on_save)
        self._foot.add(save)
        self._place.addWidget(self._foot)

    def _on_read(self, read: tuple[Practice, Sequence[OpenDraft[PracticeDraft]]]) -> None:
        if self._keeping.is_begun:
            return  # typed while it was being read
        practice, begun = read
        self._draft.practice = self._draft.before = practice
        for one in begun:
            self._draft.practice = typed_over(practice, one.draft.before, one.draft.practice)
        self._later.add(partial(self._show_read, begun))
        self._later.go_on()

    def _show_read(self, begun: Sequence[OpenDraft[PracticeDraft]]) -> None:
        for form in self._forms:
            form.load()
            form.show_problems(())
        for one in begun:
            self._show_begun(one.saved_at)
            self._keeping.come_back(one.caret)
            self.show_caret()

    def _put(self, practice: Practice) -> None:
        self._draft.practice = practice

    def _on_save(self) -> None:
        practice = self._draft.practice
        typed = [
            Problem("", name, text) for form in self._forms for name, text in form.wrong().items()
        ]
        ruled = [*practice_problems("", practice), *policy_problems("", practice)]
        problems = typed + [one for one in ruled if one.field not in {t.field for t in typed}]
        for form in self._forms:
            form.show_problems(problems)
        self._summary.show_problems(in_page_order(self, problems))
        if not problems:
            self._keeping.put_away(
                lambda: self._desk.setup.save_practice(practice),
                lambda _answer: self._on_saved(practice),
                self.failed.emit,
            )

    def _on_saved(self, practice: Practice) -> None:
        clear(self._begun)
        self._draft.before = practice
        if not self._keeping.is_begun:
            self._foot.show_nothing()
        self.said.emit(_("Saved. Papers made from now on show it."))

    def _on_problem(self, problem: Problem) -> None:
        for form in self._forms:
            if form.focus(problem.field) is not None:
                return
