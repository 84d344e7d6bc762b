"""The practice and its policies, as they stand on every paper from now on."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.flows.setup import policy_problems, practice_problems
from sgdesk.domain.practice import Practice
from sgdesk.text import _
from ui.kit.binding import Holder, part_of
from ui.kit.cards import button
from ui.kit.form import Form
from ui.kit.layout import Gap, column, row
from ui.kit.problem_summary import ProblemSummary
from ui.kit.tasks import Runner


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
        practice_form: Callable[[Holder], Form],
        policy_forms: Callable[[Callable[[], Practice], Callable[[Practice], None]], list[Form]],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._draft = _Draft()
        self._is_typed = False
        layout = column(self, Gap.NORMAL)
        self._summary = ProblemSummary()
        self._summary.chosen.connect(self._on_problem)
        layout.addWidget(self._summary)
        self._forms = [
            practice_form(part_of(self._draft, "practice")),
            *policy_forms(lambda: self._draft.practice, self._put),
        ]
        for form in self._forms:
            form.changed.connect(self._on_changed)
            layout.addWidget(form)
        ways = row(gap=Gap.SMALL)
        ways.addStretch()
        save = button(_("Save the practice"), "primary", "save-practice")
        save.clicked.connect(self._on_save)
        ways.addWidget(save)
        layout.addLayout(ways)

    def read(self) -> None:
        """Read the practice anew, unless it is being changed."""
        if not self._is_typed:
            self._runner.run(self._desk.setup.practice, self._on_read, self.failed.emit, self)

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
        problems = typed or [*practice_problems("", practice), *policy_problems("", practice)]
        for form in self._forms:
            form.show_problems(problems)
        self._summary.show_problems(problems)
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
