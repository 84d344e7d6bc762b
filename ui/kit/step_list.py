"""The list of a flow's steps: in groups, each done, here, ahead, or with something to put right."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from sgdesk.domain.flows.engine import Step
from sgdesk.text import _
from ui.kit.cards import words
from ui.kit.layout import Gap, clear, column, letters, lines, row
from ui.kit.overrides import called_by_qt
from ui.kit.push_button import PushButton
from ui.kit.theme import mark, set_state

NOTHING_WAITS: Mapping[str, str] = {}


class StepList(QScrollArea):
    """Shows where one is. `chosen` names a step to go to; only steps reached can be chosen."""

    chosen = Signal(str)

    def __init__(self, title: str, subtitle: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mark(self, "step-list")
        inside = QWidget()
        mark(inside, "surface")
        self.setWidget(inside)
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
        self._buttons: dict[str, StepButton] = {}

    def set_wide(self, is_wide: bool) -> None:
        """Take the whole width of a narrow window, or the width of a column."""
        set_state(self, "wide", "true" if is_wide else "false")

    def set_subtitle(self, subtitle: str) -> None:
        """Show another line under the flow's title."""
        self._subtitle.setText(subtitle)

    def show_steps(
        self,
        steps: Sequence[Step],
        here: str,
        reached: Collection[str],
        wrong: Collection[str],
        waiting: Mapping[str, str] = NOTHING_WAITS,
        closed: Collection[str] = (),
    ) -> None:
        """Show these steps. Those reached can be chosen; those in `wrong` are marked.

        `waiting` says of a step, in a few words, what has not been done there, such as "not sent
        yet"; it is not ticked before that. Those in `closed` are done for good.
        """
        self.make(steps)
        for number, step in enumerate(steps, 1):
            button = self._buttons[step.id]
            button.setEnabled(step.id in reached)
            state = "done" if step.id in closed else _state(step.id, here, reached, wrong, waiting)
            said = waiting.get(step.id, "") if state in ("here", "waiting") else ""
            button.show_state(state, number, said)

    def make(self, steps: Sequence[Step]) -> None:
        """Make the buttons of these steps, unless they are there."""
        if list(self._buttons) == [step.id for step in steps]:
            return
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


class StepButton(PushButton):
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
        self._titles = column(gap=Gap.NONE)
        self._titles.addWidget(text)
        layout.addLayout(self._titles, 1)
        for label in (self._mark, text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = text
        self._said: QLabel | None = None

    def show_state(self, state: str, number: int, said: str = "") -> None:
        """Show the step as done, here, ahead, waiting or with a problem; `said` stands below."""
        symbols = {"done": "", "here": "", "problem": "!"}
        spoken = {
            "done": _("Step {number}, {title}, done"),
            "here": _("Step {number}, {title}, you are here"),
            "ahead": _("Step {number}, {title}, not yet reached"),
            "problem": _("Step {number}, {title}, something to put right"),
            "waiting": _("Step {number}, {title}"),
        }
        self._mark.setText(symbols.get(state, str(number)))
        name = spoken[state].format(number=number, title=self._title)
        self.setAccessibleName(f"{name}, {said}" if said else name)
        self._show_said(said)
        for label in (self._mark, self._text):
            set_state(label, "mark" if label is self._mark else "step", state)
        set_state(self, "state", state)

    def _show_said(self, said: str) -> None:
        if self._said is None:
            if not said:
                return
            self._said = QLabel(self)
            self._said.setWordWrap(True)
            self._said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            set_state(self._said, "step", "said")
            self._titles.addWidget(self._said)
        self._said.setText(said)
        self._said.setVisible(bool(said))

    @called_by_qt(QSize)
    def sizeHint(self) -> QSize:
        """Return the room that mark and title take; a push button would look at its own text."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()


def _state(
    step: str,
    here: str,
    reached: Collection[str],
    wrong: Collection[str],
    waiting: Collection[str],
) -> str:
    if step == here:
        return "here"
    if step not in reached:
        return "ahead"
    if step in wrong:
        return "problem"
    return "waiting" if step in waiting else "done"
