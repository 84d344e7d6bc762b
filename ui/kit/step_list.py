"""The list of a flow's steps: in groups, each done, here, ahead, or with something to put right."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from sgdesk.domain.flows.engine import Step
from sgdesk.text import _
from ui.kit.cards import words
from ui.kit.layout import Gap, clear, column, letters, lines, row
from ui.kit.overrides import called_by_qt
from ui.kit.theme import mark, set_state


class StepList(QScrollArea):
    """Shows where one is. `chosen` names a step to go to; only steps reached can be chosen."""

    chosen = Signal(str)

    def __init__(self, title: str, subtitle: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mark(self, "step-list")
        inside = QWidget()
        mark(inside, "surface")
        layout = column(inside, Gap.NONE)
        layout.setContentsMargins(letters(1.7), lines(0.9), letters(1.7), lines(0.5))
        heading = column(gap=Gap.NONE)
        heading.setContentsMargins(letters(1), 0, 0, 0)
        heading.addWidget(words(title, "flow"))
        self._subtitle = words(subtitle, "hint")
        heading.addWidget(self._subtitle)
        layout.addLayout(heading)
        self._steps = column(gap=Gap.NONE)
        layout.addLayout(self._steps)
        layout.addStretch()
        self.setWidget(inside)
        self._buttons: dict[str, StepButton] = {}

    def set_wide(self, is_wide: bool) -> None:
        """Take the whole width of a narrow window, or the width of a column."""
        set_state(self, "wide", "true" if is_wide else "false")

    def set_subtitle(self, subtitle: str) -> None:
        """Show another line under the flow's title."""
        self._subtitle.setText(subtitle)

    def show_steps(
        self, steps: Sequence[Step], here: str, reached: Collection[str], wrong: Collection[str]
    ) -> None:
        """Show these steps. Those reached can be chosen; those in `wrong` are marked."""
        if list(self._buttons) != [step.id for step in steps]:
            self._build(steps)
        for number, step in enumerate(steps, 1):
            button = self._buttons[step.id]
            button.setEnabled(step.id in reached)
            button.show_state(_state(step.id, here, reached, wrong), number)

    def _build(self, steps: Sequence[Step]) -> None:
        clear(self._steps)
        self._buttons = {}
        group = ""
        for step in steps:
            if step.group != group:
                group = step.group
                title = words(_(group).upper(), "group")
                title.setContentsMargins(letters(1), lines(0.6), 0, lines(0.4))
                self._steps.addWidget(title)
            button = StepButton(step.id, _(step.title))
            button.clicked.connect(lambda _checked=False, id=step.id: self.chosen.emit(id))
            self._buttons[step.id] = button
            self._steps.addWidget(button)


class StepButton(QPushButton):
    """One step: a round mark and the title. The state is a word to a screen reader."""

    def __init__(self, step_id: str, title: str) -> None:
        super().__init__()
        self._title = title
        self.setObjectName(f"step:{step_id}")
        self.setAutoDefault(False)
        mark(self, "step")
        layout = row(self, Gap.SMALL)
        layout.setContentsMargins(letters(1), lines(0.3), letters(0.5), lines(0.3))
        self._mark = QLabel()
        self._mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        text = QLabel(title)
        text.setWordWrap(True)
        layout.addWidget(text, 1)
        for label in (self._mark, text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = text

    def show_state(self, state: str, number: int) -> None:
        """Show the step as done, here, ahead or with a problem."""
        symbols = {"done": "", "here": "", "ahead": str(number), "problem": "!"}
        spoken = {
            "done": _("Step {number}, {title}, done"),
            "here": _("Step {number}, {title}, you are here"),
            "ahead": _("Step {number}, {title}, not yet reached"),
            "problem": _("Step {number}, {title}, something to put right"),
        }
        self._mark.setText(symbols[state])
        self.setAccessibleName(spoken[state].format(number=number, title=self._title))
        for label in (self._mark, self._text):
            set_state(label, "mark" if label is self._mark else "step", state)
        set_state(self, "state", state)

    @called_by_qt(QSize)
    def sizeHint(self) -> QSize:
        """Return the room that mark and title take; a push button would look at its own text."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Say that a title which wraps needs more height."""
        return True

    @called_by_qt(int)
    def heightForWidth(self, width: int) -> int:
        """Return the height that the title takes at this width."""
        layout = self.layout()
        return -1 if layout is None else layout.heightForWidth(width)


def _state(step: str, here: str, reached: Collection[str], wrong: Collection[str]) -> str:
    if step == here:
        return "here"
    if step not in reached:
        return "ahead"
    return "problem" if step in wrong else "done"
