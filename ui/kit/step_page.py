"""One page of a wizard: its forms, in one column, with room for cards at the right."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.domain.flows.engine import Problem
from ui.kit.form_body import FormBody
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, column, letters, row
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.tab_order import focus_on

_COLUMN = 100
_ASIDE = 36
_NARROW = 110
_UNBOUNDED = 1_000


class StepPage(QWidget):
    """What is asked in one step. It knows its forms; the frame knows the steps.

    `changed`: an answer changed. `left`: somebody has finished with a field; a good time to save.
    `field_left` names it. `completed`: the parts that were to be made later are there.
    `hint` is shown under the step's title; `next_title` names the way on, where it is not simply
    the next step. A `wide` page uses the whole width.
    """

    changed = Signal()
    field_left = Signal(str)
    left = Signal()
    completed = Signal()

    def __init__(self, hint: str = "", wide: bool = False) -> None:
        super().__init__()
        self.hint = hint
        self.next_title = ""
        self._later = Gradually(self)
        self._later.finished.connect(self.completed)
        self._forms: list[FormBody] = []
        self._sides = row(self, Gap.NORMAL)
        main = QWidget()
        self.body: QVBoxLayout = column(main, Gap.NORMAL)
        self._sides.addLayout(_bounded(main, _UNBOUNDED if wide else _COLUMN), 10)
        self._aside: QWidget | None = None

    def add(self, widget: QWidget) -> None:
        """Put a widget below what is on the page."""
        self.body.addWidget(widget)

    def add_form(self, form: FormBody) -> None:
        """Put a form below what is on the page, and follow its changes."""
        self.follow(form)
        self.add(form)

    def follow(self, form: FormBody) -> None:
        """Follow a form that stands somewhere else on the page, such as in a list of items."""
        self._forms.append(form)
        form.changed.connect(self.changed)
        form.field_left.connect(self.field_left)
        form.left.connect(self.left)

    def forget(self, form: FormBody) -> None:
        """Follow a form no longer, because its item is gone."""
        self._forms.remove(form)
        form.changed.disconnect(self.changed)
        form.field_left.disconnect(self.field_left)
        form.left.disconnect(self.left)

    def add_aside(self, widget: QWidget) -> None:
        """Put a card at the right of the page; below it, where there is no room."""
        if self._aside is None:
            self._aside = QWidget()
            self._aside_column = column(self._aside, Gap.NORMAL)
            self._aside_column.addStretch()
            self._sides.addLayout(_bounded(self._aside, _ASIDE, at_right=True), 4)
        self._aside_column.insertWidget(self._aside_column.count() - 1, widget)

    def later(self, *parts: Callable[[], None]) -> None:
        """Make parts of the page one after the other, from a moment after it was loaded, so that
        the window never stalls. What needs them makes them at once.

        They come below what is there, and may add questions to forms that were added before.
        """
        self._later.add(*(partial(self._make, part) for part in parts))

    def later_instead(self, *parts: Callable[[], None]) -> None:
        """Make these parts later, and not those that are still to be made."""
        self._later.replace([])
        self.later(*parts)

    @property
    def is_complete(self) -> bool:
        """Say whether every part of the page is there."""
        return self._later.is_done

    def complete(self) -> None:
        """Make what was to be made later, now."""
        self._later.finish()

    def pause(self) -> None:
        """Make nothing more until the page is shown again."""
        self._later.pause()

    def load(self) -> None:
        """Show what the draft holds. Called each time the page is shown; extend it as needed."""
        for form in self._forms:
            form.load()
        self._later.go_on()

    def wrong(self) -> dict[str, str]:
        """Return what was typed and cannot be taken: a sentence for each such object name."""
        return {name: text for form in self._forms for name, text in form.wrong().items()}

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark the fields that these problems speak of."""
        for form in self._forms:
            form.show_problems(problems)

    def show_left(self, name: str, problems: Sequence[Problem]) -> None:
        """Say at a field that was just left which of these problems is about its answer."""
        text = next((problem.text for problem in problems if problem.field == name), "")
        for form in self._forms:
            form.show_left(name, text)

    def focus(self, name: str) -> QWidget | None:
        """Go to the field of this object name; return it, or None if it is not on this page."""
        for form in self._forms:
            if (found := form.focus(name)) is not None:
                return found
        other: QWidget | None = self.findChild(QWidget, name) if name else None
        if other is not None:
            focus_on(other)
        elif not self._later.is_done:
            self.complete()
            return self.focus(name)
        return other

    @called_by_qt(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands at the right below, where there is no room, and back."""
        super().resizeEvent(event)
        narrow = self._aside is not None and event.size().width() < letters(_NARROW)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._sides.direction() != wanted:
            self._sides.setDirection(wanted)
            if self._aside is not None:
                self._aside.setMaximumWidth(letters(_UNBOUNDED if narrow else _ASIDE))

    def _make(self, part: Callable[[], None]) -> None:
        part()
        for form in self._forms:
            form.load_new()


def _bounded(widget: QWidget, most: int, *, at_right: bool = False) -> QHBoxLayout:
    # In a row of its own, so that heights follow from the bounded width and not from the free one.
    widget.setMaximumWidth(letters(most))
    line = row(gap=Gap.NONE)
    line.addWidget(widget, 10_000)
    line.insertStretch(0 if at_right else 1, 1)
    return line
