"""The list of what must be put right, on top of a page; each line leads to its field."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from sgdesk.domain.flows.engine import Problem
from sgdesk.text import _
from ui.kit.cards import words
from ui.kit.layout import Gap, clear, column
from ui.kit.link_line import LinkLine
from ui.kit.painting import PaintedLater
from ui.kit.theme import mark


class ProblemSummary(QFrame):
    """Hidden while nothing is wrong. `chosen` names the problem whose link was pressed."""

    chosen = Signal(Problem)

    def __init__(self) -> None:
        super().__init__()
        mark(self, "problems")
        self.setObjectName("problem-summary")
        layout = column(self, Gap.TIGHT)
        self._title = words("", "title")
        self._title.setObjectName("problem-summary-title")
        self._title.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout.addWidget(self._title)
        self._links = column(gap=Gap.TIGHT)
        layout.addLayout(self._links)
        self.hide()

    def show_problems(
        self, problems: Sequence[Problem], titles: Mapping[str, str] | None = None
    ) -> None:
        """List the problems, each after the title of its step if `titles` has it; or hide."""
        # Out of sight meanwhile: else the page is laid out anew for every line that goes or comes.
        if not problems or not self._has_focus():
            self.hide()
        clear(self._links)
        if not problems:
            return
        PaintedLater.add(self)
        title = (
            _("! Put this right before you go on")
            if len(problems) == 1
            else _("! Put these {count} things right before you go on")
        )
        self._title.setText(title.format(count=len(problems)))
        self._title.setAccessibleName(self._title.text().removeprefix("! "))
        for problem in problems:
            self._add_link(problem, (titles or {}).get(problem.step, ""))
        self.show()
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_focus(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _add_link(self, problem: Problem, title: str) -> None:
        text = f"{title}: {problem.text}" if title else problem.text
        link = LinkLine(text, f"problem:{problem.field}")
        link.clicked.connect(lambda: self.chosen.emit(problem))
        self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
