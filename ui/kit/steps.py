"""The wizard frame: shows any flow, page by page, and keeps its draft saved."""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from sgdesk.clock import Clock
from sgdesk.domain.flows.engine import Caret, Flow, Problem, Step
from sgdesk.text import _, read_time, to_london
from ui.kit.autosave import Autosave
from ui.kit.caret import caret_in
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, row
from ui.kit.overrides import called_by_qt
from ui.kit.step_list import NOTHING_WAITS
from ui.kit.step_page import StepPage
from ui.kit.step_sides import StepSides
from ui.kit.tab_order import go_on_by_tab
from ui.kit.tasks import Runner
from ui.kit.theme import mark


class StepDraft(Protocol):
    """A draft that keeps which steps were shown: they can be chosen when it is opened again."""

    reached: list[str]


DraftT = TypeVar("DraftT", bound=StepDraft)


class StepFrame(QWidget, Generic[DraftT]):
    """Leads through a flow over one draft.

    `page_for` makes a step's page when it is first shown. `save` runs on the worker with a copy
    of the draft, the step's id and the caret. `last` names the last step's button.
    Signals: `closed` when it is saved and the person wants to leave; `finished` when it is saved
    and nothing on the whole path is wrong; `linked` with an extra link's id; `shown` with a step;
    `refreshed` when steps and buttons were brought up to date, such as after an answer.
    """

    closed = Signal()
    finished = Signal()
    linked = Signal(str)
    shown = Signal(str)
    refreshed = Signal()

    def __init__(
        self,
        flow: Flow[DraftT],
        draft: DraftT,
        page_for: Callable[[str], StepPage],
        save: Callable[[DraftT, str, Caret], object],
        runner: Runner,
        clock: Clock,
        *,
        subtitle: str = "",
        last: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.draft = draft
        self._flow = flow
        self._page_for = page_for
        self._save = save
        self._last = last or _("Finish")
        self._pages: dict[str, StepPage] = {}
        self._listed: list[str] = []
        self._here = ""
        self._then = Gradually(self)
        self._autosave = Autosave(self._take, runner, clock, self)
        self._autosave.saved.connect(self._on_saved)
        self._autosave.failed.connect(self._on_save_failed)
        mark(self, "ground")
        self._add_parts(_(flow.title), subtitle)

    @property
    def step(self) -> str:
        """The id of the step that is shown, or an empty one before the first."""
        return self._here

    @property
    def page(self) -> StepPage:
        """The page that is shown."""
        return self._pages[self._here]

    def start(self, step: str = "", caret: Caret | None = None) -> None:
        """Show the first step, or go back to where a draft was left."""
        ids = self._ids()
        here = step if step in ids else ids[0]
        self._reach(*ids[: ids.index(here)])
        self._show(here, caret)

    def show_step(self, step: str) -> None:
        """Show a step of the path, with the focus on its heading; the new place is saved."""
        self._show(step, None)
        self._autosave.mark_changed()

    def add_link(self, id: str, text: str) -> QPushButton:
        """Add another way out beside Save and close."""
        return self._bar.add_link(id, text)

    def put_above(self, widget: QWidget | None) -> None:
        """Put a strip above every page, where there is one."""
        if widget is not None:
            self._area.put_above(widget)

    def set_subtitle(self, subtitle: str) -> None:
        """Show another line, such as the reference, under the flow's title."""
        self._list.set_subtitle(subtitle)

    def save_now(self, done: Callable[[], None] | None = None) -> None:
        """Save at once with step and caret, and then call `done`; not if saving fails."""
        self._autosave.save_now(done)

    def mark_changed(self) -> None:
        """Note a change of the draft that no form of a page has told."""
        self._on_changed()

    def go_on(self) -> None:
        """Go to the next step, or finish; stay and explain if something is to be put right."""
        self._then.finish()
        self.page.complete()
        problems = self._problems(self._here)
        self.page.show_problems(problems)
        ids = self._ids()
        number = self._number(ids)
        is_last = number == len(ids) - 1
        if is_last and not problems:
            problems = [problem for step in ids for problem in self._problems(step)]
        if problems:
            self.explain(problems)
        elif is_last:
            self.save_now(self.finished.emit)
        else:
            self.show_step(ids[number + 1])

    def waiting(self) -> Mapping[str, str]:
        """Return what was not done yet, in a few words for each such step: none is ticked before
        that. Extend it where there is more to a step than answers; "not sent yet" is an example."""
        return NOTHING_WAITS

    def refresh(self) -> None:
        """Bring steps and buttons up to date with what was done on a page."""
        self._refresh()

    def explain(self, problems: Sequence[Problem]) -> None:
        """List on top of the page what must be put right, each line leading to its field."""
        others = {step.id: _(step.title) for step in self._path() if step.id != self._here}
        self._area.explain(problems, others)
        self._then.add(self._refresh)  # in a turn of its own
        self._then.go_on()

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to a widget of the page."""
        self._area.bring_into_sight(widget)

    def go_back(self) -> None:
        """Go to the step before; nothing has to be right for that."""
        ids = self._ids()
        if (number := self._number(ids)) > 0:
            self.show_step(ids[number - 1])

    def go_to(self, problem: Problem) -> None:
        """Go to the field that a problem speaks of, on whatever step it stands."""
        if problem.step != self._here:
            self.show_step(problem.step)
            self._then.finish()
            self.page.complete()
            self.page.show_problems(self._problems(problem.step))
        self._area.focus(problem.field)

    @called_by_qt(bool)
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go from the steps through the page to the buttons below it."""
        if not self.isVisible():
            return False  # Qt asks this of what it hides: going on would show it again
        self._then.finish()
        self.page.complete()  # or Tab would go past what is still being made
        return go_on_by_tab(self, forward)

    def _add_parts(self, title: str, subtitle: str) -> None:
        self._sides = StepSides(title, subtitle, self)
        self._list, self._area, self._bar = self._sides.parts
        self._list.chosen.connect(self.show_step)
        self._area.problem_chosen.connect(self.go_to)
        self._bar.back.connect(self.go_back)
        self._bar.forward.connect(self.go_on)
        self._bar.linked.connect(self.linked)
        self._bar.close_asked.connect(lambda: self.save_now(self.closed.emit))
        row(self, Gap.NONE).addWidget(self._sides)

    def _show(self, step: str, caret: Caret | None) -> None:
        self._here = step
        self._reach(step)
        shows = [lambda: self._show_page(caret)]
        if step in self._pages:
            shows.pop()()
        else:
            self._build(step)
        # In turns of their own: to make a page fills one, and to show it another.
        told = [self._make_list, self._refresh, lambda: self.shown.emit(step)]
        self._then.replace([*shows, *told])
        self._then.go_on()

    def _show_page(self, caret: Caret | None) -> None:
        self._sides.show_page()
        self._area.show_page(self.page, caret)
        self._show_ways()

    def _reach(self, *steps: str) -> None:
        reached = self.draft.reached
        reached += [step for step in steps if step not in reached]

    def _build(self, step: str) -> None:
        page = self._page_for(step)
        page.changed.connect(self._on_changed)
        page.field_left.connect(lambda name: page.show_left(name, self._ruled(step)))
        page.left.connect(self._autosave.save_if_changed)
        page.completed.connect(lambda: self._on_completed(page))
        self._pages[step] = page
        self._area.add_page(page)

    def _on_completed(self, page: StepPage) -> None:
        # What was typed wrong when the draft was left is known only now.
        if page.wrong():
            self._refresh()

    def _ids(self) -> list[str]:
        return [step.id for step in self._path()]

    def _path(self) -> list[Step]:
        return self._flow.path(self.draft)

    def _number(self, ids: list[str]) -> int:
        # An answer may lead past the very step it stands on; then one goes on from the one before.
        return ids.index(self._here) if self._here in ids else self._listed.index(self._here) - 1

    def _problems(self, step: str) -> list[Problem]:
        page = self._pages.get(step)
        typed = page.wrong() if page is not None else {}
        found = [Problem(step, field, text) for field, text in typed.items()]
        return found + [problem for problem in self._ruled(step) if problem.field not in typed]

    def _ruled(self, step: str) -> list[Problem]:
        return self._flow.problems(self.draft, step)

    def _make_list(self) -> None:
        self._list.make(self._path())

    def _refresh(self) -> None:
        path = self._path()
        ids = [step.id for step in path]
        if self._here not in ids:
            return
        self._listed = ids
        reached = self.draft.reached
        wrong = {id for id in reached if id in ids and self._problems(id)}
        self._list.show_steps(path, self._here, reached, wrong, self.waiting())
        self._show_ways()
        self.refreshed.emit()

    def _show_ways(self) -> None:
        """Show where one is, and where the buttons lead."""
        path = self._path()
        number = self._number([step.id for step in path])
        place = _("Step {number} of {count}").format(number=number + 1, count=len(path))
        self._area.show_heading(_(path[number].title), self.page.hint, place)
        following = path[number + 1] if number + 1 < len(path) else None
        self._bar.show_ways(number > 0, *self._forward(following))

    def _forward(self, following: Step | None) -> tuple[str, str]:
        if self.page.next_title:
            return self.page.next_title, self.page.next_title
        if following is None:
            return self._last, self._last
        return _("Next: {title}").format(title=_(following.title)), _("Next")

    def _on_changed(self) -> None:
        self._autosave.mark_changed()
        if self._ids() != self._listed:
            self._refresh()

    def _take(self) -> Callable[[], object]:
        save, draft = self._save, deepcopy(self.draft)
        step, caret = self._here, caret_in(self)
        return lambda: save(draft, step, caret)

    def _on_saved(self, at: datetime) -> None:
        clock_time = read_time(to_london(at).time())
        text = _("Saved {time}, encrypted on this computer").format(time=clock_time)
        self._bar.show_saved(text)

    def _on_save_failed(self, text: str) -> None:
        self._bar.show_saved(text, failed=True)
