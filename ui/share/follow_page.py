"""Follow-up: what happens next and by when, each deadline with its rule."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sgdesk.domain.due import DueLine
from sgdesk.domain.shown import due_words
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _, read_moment
from ui.kit.cards import Card, Notice, empty, tag, words
from ui.kit.layout import Gap, clear, column, row
from ui.kit.step_page import StepPage
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip


class FollowPage(StepPage):
    """Lists the open deadlines of the concern. Finishing leaves them on Today."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("These stand on Today until somebody deals with them."))
        self._case = case
        self.add(guidance_strip(case.guidance, "follow"))
        self._problem = Notice("", kind="overdue")
        self._problem.hide()
        self.add(self._problem)
        card = Card(_("What happens next"))
        self._list = column(gap=Gap.NORMAL)
        card.body.addLayout(self._list)
        self.add(card)

    def load(self) -> None:
        """Show what is open now, the most urgent first."""
        super().load()
        case = self._case
        case.runner.run(
            lambda: case.desk.dues.open(case.concern.id), self._on_read, self._on_failed, self
        )

    def _on_read(self, dues: Sequence[DueLine]) -> None:
        clear(self._list)
        if not dues:
            self._list.addWidget(empty(_("Nothing is open for this concern.")))
        for line in dues:
            self._list.addWidget(self._due(line))

    def _due(self, line: DueLine) -> QWidget:
        due = line.due
        cell = QWidget()
        cell.setObjectName(f"due:{due.rule}")
        layout = column(cell, Gap.TIGHT)
        top = row(gap=Gap.SMALL)
        top.addWidget(words(due.title, "strong"), 1)
        state = due_words(due.due_at, self._case.desk.clock.now())
        top.addWidget(tag(state.text, state.tone.value))
        layout.addLayout(top)
        layout.addWidget(words(_("By {moment}. {why}").format(
            moment=read_moment(due.due_at), why=due.why)))  # fmt: skip
        layout.addWidget(
            words(_("Rule {rule}: {source}").format(rule=due.rule, source=due.source), "hint")
        )
        return cell

    def _on_failed(self, error: UserError | SituationError) -> None:
        self._problem.set_text(error.text)
        self._problem.show()
