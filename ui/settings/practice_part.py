"""The practice and its policies, as they stand on every paper from now on."""

from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.flows.setup import policy_problems, practice_problems
from sgdesk.domain.practice import Practice
from sgdesk.text import _
from ui.kit.binding import part_of
from ui.kit.cards import button
from ui.kit.form import Form
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, column, row
from ui.kit.problem_order import in_page_order
from ui.kit.problem_summary import ProblemSummary
from ui.kit.tasks import Runner

PracticeQuestions = Callable[[Form], Sequence[Callable[[], None]]]
PolicyQuestions = Callable[
    [Callable[[], Practice], Callable[[Practice], None]], Sequence[Callable[[], Form]]
]


class _Draft(msgspec.Struct):
    practice: Practice = Practice()


class PracticePart(QWidget):
    """`said` carries a sentence about what was done, `failed` one of our errors."""

    said = Signal(str)
    failed = Signal(object)

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
        self._draft = _Draft()
        self._is_typed = False
        self._place = column(self, Gap.NORMAL)
        self._summary = ProblemSummary()
        self._summary.chosen.connect(self._on_problem)
        self._place.addWidget(self._summary)
        self._forms: list[Form] = []
        self._later = Gradually(self)
        form = Form(part_of(self._draft, "practice"), prefix="practice")
        self._later.add(lambda: self._add(form), *practice_questions(form))
        for ask in policy_questions(lambda: self._draft.practice, self._put):
            self._later.add(partial(self._add_asked, ask))
        self._later.add(self._add_save)
        self._later.finished.connect(self.read)
        self._later.go_on()

    def read(self) -> None:
        """Read the practice anew, unless it is being changed, or there is no place for it yet."""
        if self._later.is_done and not self._is_typed:
            self._runner.run(self._desk.setup.practice, self._on_read, self.failed.emit, self)

    def _add(self, form: Form) -> None:
        form.changed.connect(self._on_changed)
        self._forms.append(form)
        self._place.addWidget(form)

    def _add_asked(self, ask: Callable[[], Form]) -> None:
        self._add(ask())

    def _add_save(self) -> None:
        ways = row(gap=Gap.SMALL)
        ways.addStretch()
        save = button(_("Save the practice"), "primary", "save-practice")
        save.clicked.connect(self._on_save)
        ways.addWidget(save)
        self._place.addLayout(ways)

    def _on_read(self, practice: Practice) -> None:
        self._draft.practice = practice
        for form in self._forms:
            form.load()

    def _put(self, practice: Practice) -> None:
        self._draft.practice = practice

    def _on_changed(self, _field: str) -> None:
        self._is_typed = True

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
            self._runner.run(
                lambda: self._desk.setup.save_practice(practice),
                self._on_saved,
                self.failed.emit,
                self,
            )

    def _on_saved(self, _answer: None) -> None:
        self._is_typed = False
        self.said.emit(_("Saved. Papers made from now on show it."))

    def _on_problem(self, problem: Problem) -> None:
        for form in self._forms:
            if form.focus(problem.field) is not None:
                return
