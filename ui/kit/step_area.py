"""The scrolling part of a wizard: heading, hint, what must be put right, and the page."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.flows.engine import Caret, Problem
from sgdesk.text import _
from ui.kit.cards import button, words
from ui.kit.caret import put_caret
from ui.kit.layout import Gap, column
from ui.kit.painting import PaintedLater
from ui.kit.problem_order import in_page_order
from ui.kit.problem_summary import ProblemSummary
from ui.kit.scroll import PageScroll
from ui.kit.step_page import StepPage
from ui.kit.tab_order import focus_on


class StepArea(PageScroll):
    """Shows one page at a time. `problem_chosen`: a line of the summary; `steps_asked`: the list
    of steps is wanted, where it has been put away."""

    problem_chosen = Signal(Problem)
    steps_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._add_heading()
        self._summary = ProblemSummary()
        self._summary.chosen.connect(self.problem_chosen)
        self.place.addWidget(self._summary)
        self.place.addStretch()
        self._page: StepPage | None = None

    def put_above(self, widget: QWidget) -> None:
        """Put a widget above every page, below the heading."""
        self.place.insertWidget(self.place.indexOf(self._summary), widget)

    def add_page(self, page: StepPage) -> None:
        """Take in a page that was just made; it is not shown yet."""
        page.hide()
        self.place.insertWidget(self.place.count() - 1, page)

    def show_page(self, page: StepPage, caret: Caret | None) -> None:
        """Show a page with the caret where it was, or else with the focus on the heading."""
        if self._page is not None and self._page is not page:
            # Hidden with the focus in it, Qt would look for the next place on a page that is not
            # made yet.
            self._heading.setFocus(Qt.FocusReason.OtherFocusReason)
            self._page.pause()
            self._page.hide()
        self._page = page
        PaintedLater.add(page)
        page.load()
        page.show()
        self._summary.show_problems(())
        self.verticalScrollBar().setValue(0)
        field = _put_caret(page, caret) if caret is not None and caret.field else None
        if field is None:
            self._heading.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.bring_into_sight(field)

    def show_heading(self, title: str, hint: str, place: str) -> None:
        """Show the step's title and hint. `place`, "Step 3 of 9", is read out before the title."""
        self._heading.setText(title)
        self._heading.setAccessibleName(f"{place}, {title}")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._all_steps.setText(_("{place}: show all steps").format(place=place))
        self._all_steps.setAccessibleName(self._all_steps.text())

    def offer_steps(self, offered: bool) -> None:
        """Offer a link to the list of steps, or not."""
        self._all_steps.setVisible(offered)

    def explain(self, problems: Sequence[Problem], titles: Mapping[str, str]) -> None:
        """List the problems on top in the order of the page, and move the focus there."""
        ordered = in_page_order(self._page, problems) if self._page is not None else problems
        self._summary.show_problems(ordered, titles)
        self.verticalScrollBar().setValue(0)

    def focus(self, name: str) -> None:
        """Go to a field of the page, and bring it into sight. Where there is none of that name,
        go to the first that can be answered: a link never leads nowhere."""
        if self._page is None:
            return
        field = self._page.focus(name)
        if field is None or not _leads_to(self._page):
            field = focus_on(self._page) or field
        if field is not None:
            self.bring_into_sight(field)

    def _add_heading(self) -> None:
        heading = column(gap=Gap.TIGHT)
        self._all_steps = button("", "link-small", "all-steps")
        self._all_steps.clicked.connect(self.steps_asked)
        self._all_steps.hide()
        heading.addWidget(self._all_steps, 0, Qt.AlignmentFlag.AlignLeft)
        self._heading = words("", "heading")
        self._heading.setObjectName("heading")
        self._heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        heading.addWidget(self._heading)
        self._hint = words("", "hint")
        heading.addWidget(self._hint)
        self.place.addLayout(heading)


def _leads_to(page: StepPage) -> bool:
    taken = page.window().focusWidget()
    return taken is not None and page.isAncestorOf(taken)


def _put_caret(page: StepPage, caret: Caret) -> QWidget | None:
    field = put_caret(page, caret)
    if field is None:
        page.complete()
        field = put_caret(page, caret)
    return field
