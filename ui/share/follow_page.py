"""Follow-up: what happens next and by when, each deadline with its rule."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.due import DueLine
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.guidance import Trigger, find
from sgdesk.domain.sharing.decision import AttemptState
from sgdesk.domain.shown import due_words
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _, read_moment
from ui.kit.cards import Card, Notice, empty, tag, words
from ui.kit.layout import Gap, clear, column, row
from ui.kit.step_page import StepPage
from ui.share.case import ShareCase
from ui.share.guidance_strip import guidance_strip, noted, source_lines

_TELLING = "DL-REF-"


class FollowPage(StepPage):
    """Lists the open deadlines of the concern. Finishing leaves them on Today.

    Where nobody read by when a concern is told in this nation, that is said.
    """

    def __init__(self, case: ShareCase) -> None:
        super().__init__(_("These stand on Today until somebody deals with them."))
        self._case = case
        self.add(guidance_strip(case.guidance, "follow"))
        self._problem = Notice("", kind="overdue")
        self._problem.hide()
        self.add(self._problem)
        self._figure = _no_figure(case)
        if self._figure is not None:
            self._figure.hide()
            self.add(self._figure)
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
        if self._figure is not None:
            told = any(one.due.rule.startswith(_TELLING) for one in dues) or _is_sent(self._case)
            self._figure.setVisible(not told)
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


def _no_figure(case: ShareCase) -> Notice | None:
    guidance, kind = case.guidance, case.concern.person.kind
    check = find(guidance.checks, "CHK-NO-FIGURE")
    is_ruled = bool(guidance.rules_for(Trigger.CONCERN_RECOGNISED, kind))
    if check is None or is_ruled or not is_shared(case.draft.decision):
        return None
    notice = Notice(noted(check.why, check), lambda: source_lines(guidance, check), kind="due")
    notice.setObjectName("no-figure")
    return notice


def _is_sent(case: ShareCase) -> bool:
    return any(
        one.state is AttemptState.CONFIRMED and one.route is not RouteKind.TELEPHONE
        for one in case.attempts
    )
