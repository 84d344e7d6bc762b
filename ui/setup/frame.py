"""The frame of set-up: like a wizard's, but nothing is kept until the recovery words are back."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.flows.setup import BEFORE_THE_STORE, SetUp, SetupDraft
from sgdesk.text import _
from ui.kit.cover import Cover
from ui.kit.layout import Gap, row
from ui.kit.overrides import called_by_qt
from ui.kit.step_page import StepPage
from ui.kit.step_sides import StepSides
from ui.kit.tab_order import go_on_by_tab
from ui.kit.theme import mark


class SetupFrame(QWidget):
    """Leads through set-up. `left` when somebody leaves, `finished` after the last step.

    `leave_page` is asked to do a step's work; it calls what it is given once that is done.
    """

    left = Signal()
    finished = Signal()
    linked = Signal(str)

    def __init__(
        self,
        flow: SetUp,
        draft: SetupDraft,
        page_for: Callable[[str], StepPage],
        leave_page: Callable[[str, Callable[[], None]], None],
    ) -> None:
        super().__init__()
        self._flow = flow
        self._draft = draft
        self._page_for = page_for
        self._leave_page = leave_page
        self._pages: dict[str, StepPage] = {}
        self._reached: set[str] = set()
        self._ids = [step.id for step in flow.path(draft)]
        self._here = ""
        mark(self, "ground")
        self._add_parts()
        self.show_step(self._ids[0])

    @property
    def step(self) -> str:
        """The id of the step that is shown."""
        return self._here

    @property
    def page(self) -> StepPage:
        """The page that is shown."""
        return self._pages[self._here]

    def show_step(self, step: str) -> None:
        """Show a step; those that made the store cannot be changed once it is there."""
        if self._draft.is_live and step in BEFORE_THE_STORE:
            return
        self._here = step
        self._reached.add(step)
        if step not in self._pages:
            self._pages[step] = page = self._page_for(step)
            page.field_left.connect(lambda name: page.show_left(name, self._ruled(step)))
            page.left.connect(lambda: self._on_page_left(step))
            self._area.add_page(page)
        self._sides.show_page()
        self._area.show_page(self.page, None)
        self._refresh()

    def go_on(self) -> None:
        """Do this step's work and go to the next; stay and explain what is to be put right."""
        self.page.complete()
        problems = self._problems()
        self.page.show_problems(problems)
        if problems:
            self._area.explain(problems, {})
        else:
            self._bar.show_saved("")
            self._leave_page(self._here, self._after)

    def explain(self, text: str, field: str | None) -> None:
        """Tell what did not work, at its field where it has one."""
        problems = [Problem(self._here, field or "", text)]
        self.page.complete()
        self.page.show_problems(problems)
        self._area.explain(problems, {})

    def say(self, text: str) -> None:
        """Tell beside the buttons what is going on."""
        self._bar.show_saved(text)

    @called_by_qt(bool)
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go from the steps through the page to the buttons below it."""
        self.page.complete()  # or Tab would go past what is still being made
        return go_on_by_tab(self, forward)

    def _add_parts(self) -> None:
        self._sides = StepSides(_(self._flow.title), _("About ten minutes"), self)
        self._list, self._area, self._bar = self._sides.parts
        self._list.chosen.connect(self.show_step)
        self._area.problem_chosen.connect(lambda problem: self._area.focus(problem.field))
        self._bar.back.connect(self._on_back)
        self._bar.forward.connect(self.go_on)
        self._bar.linked.connect(self.linked)
        self._bar.close_asked.connect(self.left)
        row(self, Gap.NONE).addWidget(self._sides)
        self._cover = Cover(self, self._sides)
        self._demo = self._bar.add_link("demo", _("Try the demonstration practice"))

    def _after(self) -> None:
        number = self._ids.index(self._here)
        if number == len(self._ids) - 1:
            self.finished.emit()
        else:
            self.show_step(self._ids[number + 1])

    def _on_page_left(self, step: str) -> None:
        if self._draft.is_live and step == self._here:
            self._refresh()  # what is still to be done stands beside the step

    def _on_back(self) -> None:
        number = self._ids.index(self._here)
        if number > 0:
            self.show_step(self._ids[number - 1])

    def _problems(self) -> list[Problem]:
        typed = self.page.wrong()
        found = [Problem(self._here, field, text) for field, text in typed.items()]
        ruled = self._ruled(self._here)
        return found + [problem for problem in ruled if problem.field not in typed]

    def _ruled(self, step: str) -> list[Problem]:
        if step == "recovery":
            return []  # the words are compared when the step is left
        return self._flow.problems(self._draft, step)

    def _refresh(self) -> None:
        path = self._flow.path(self._draft)
        number = self._ids.index(self._here) + 1
        live = self._draft.is_live
        closed = set(BEFORE_THE_STORE) if live else set()
        reached = self._reached - closed
        waiting = self._flow.waiting(self._draft)
        asked = reached - {self._here} - set(waiting)
        wrong = {step for step in asked if self._flow.problems(self._draft, step)}
        self._list.show_steps(path, self._here, reached, wrong, waiting, closed)
        place = _("Step {number} of {count}").format(number=number, count=len(path))
        self._area.show_heading(_(path[number - 1].title), self.page.hint, place)
        following = _(path[number].title) if number < len(path) else ""
        forward = _("Next: {title}").format(title=following) if following else _("Open the desk")
        first = self._ids[len(BEFORE_THE_STORE)] if live else self._ids[0]
        self._bar.show_ways(self._here != first, forward)
        self._bar.close_link.setText(_("Do the rest later") if live else _("Leave set-up"))
        self._demo.setVisible(not live)
