"""Answers that need a sentence beside them: each option with its note, one below the other."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from ui.kit.binding import Binding
from ui.kit.cards import tag, words
from ui.kit.layout import Gap, column, row, shown_together
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.wrapped_label import WrappedLabel

_IN_A_TURN = 2


@dataclass(frozen=True, slots=True)
class NotedOption:
    """One answer: its value, its words, what to know about it, and a word that sets it apart."""

    value: object
    text: str
    note: str = ""
    tag: str = ""


class NotedOptions(QWidget):
    """Radio buttons or boxes whose words wrap, so that nothing runs off a narrow window.

    With `gradual` a few rows are made at first, and `pieces` are the work that makes the others.
    """

    changed = Signal()

    def __init__(
        self, options: Sequence[NotedOption], several: bool = False, gradual: bool = False
    ) -> None:
        super().__init__()
        self._rows: dict[object, _OptionRow] = {}
        self._several = several
        self._waiting = list(options)
        self._to_choose: set[object] = set()
        self._shown: set[object] | None = None
        self._name = self._label = ""
        self._group = QButtonGroup(self)
        self._group.setExclusive(not several)
        self._layout: QVBoxLayout = column(self, Gap.SMALL)
        self._make(_IN_A_TURN if gradual else len(self._waiting))
        if self._rows:
            self.setFocusProxy(next(iter(self._rows.values())).button)

    def pieces(self) -> list[Callable[[], None]]:
        """Return the work that makes the rows that are not there yet."""
        return [self.make_next] * turns_for(len(self._waiting))

    def make_next(self) -> None:
        """Make a few more rows, if some are waiting."""
        with shown_together(self):
            self._make(_IN_A_TURN)

    def chosen(self) -> tuple[object, ...]:
        """Return the values of the marked options, in the order of the options."""
        marked = [value for value, one in self._rows.items() if one.button.isChecked()]
        if marked and not self._several:
            return tuple(marked)
        return (*marked, *(one.value for one in self._waiting if one.value in self._to_choose))

    def choose(self, values: Collection[object]) -> None:
        """Mark these options and no others."""
        was_exclusive = self._group.exclusive()
        self._to_choose = set(values)
        # An exclusive button cannot be let go of by itself.
        self._group.setExclusive(False)
        for value, one in self._rows.items():
            one.button.setChecked(value in values)
        self._group.setExclusive(was_exclusive)

    def show_only(self, values: Collection[object]) -> None:
        """Show these options, and whatever is chosen already."""
        if self._shown == set(values):
            return
        self._shown = set(values)
        for value, one in self._rows.items():
            one.setVisible(value in values or one.button.isChecked())

    def name(self, name: str, label: str) -> None:
        """Name every option after the question that it answers, and read it out with it."""
        self._name, self._label = name, label
        for value in self._rows:
            self._name_row(value)

    def _make(self, count: int) -> None:
        for option in self._waiting[:count]:
            one = _OptionRow(option, self._several)
            one.button.setChecked(option.value in self._to_choose and self._is_free())
            one.button.toggled.connect(self.changed)
            self._group.addButton(one.button)
            self._rows[option.value] = one
            self._layout.addWidget(one)
            self._name_row(option.value)
            if self._shown is not None:
                one.setVisible(option.value in self._shown or one.button.isChecked())
        del self._waiting[:count]

    def _is_free(self) -> bool:
        return self._several or self._group.checkedButton() is None

    def _name_row(self, value: object) -> None:
        if self._name:
            one = self._rows[value]
            one.button.setObjectName(f"{self._name}={value}")
            one.button.setAccessibleName(f"{self._label}: {one.spoken}")


def turns_for(count: int) -> int:
    """Return how many pieces of work make so many rows."""
    return -(-count // _IN_A_TURN)


class _OptionRow(QWidget):
    def __init__(self, option: NotedOption, several: bool) -> None:
        super().__init__()
        self.spoken = f"{option.text}, {option.tag}" if option.tag else option.text
        layout = row(self, Gap.SMALL)
        self.button = QCheckBox() if several else QRadioButton()
        self.button.setAccessibleName(self.spoken)
        self.button.setAccessibleDescription(option.note)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        text = column(gap=Gap.NONE)
        first = row(gap=Gap.SMALL)
        first.addWidget(_ClickedWords(option.text, self.button), 1)
        if option.tag:
            first.addWidget(tag(option.tag, "info"), 0, Qt.AlignmentFlag.AlignTop)
        text.addLayout(first)
        if option.note:
            text.addWidget(words(option.note, "hint"))
        layout.addLayout(text, 1)


class _ClickedWords(WrappedLabel):
    def __init__(self, text: str, button: QRadioButton | QCheckBox) -> None:
        super().__init__(text)
        self._button = button
        self.setTextFormat(Qt.TextFormat.PlainText)

    @called_by_qt(nothing)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the button that these words belong to."""
        if self.rect().contains(event.position().toPoint()):
            self._button.setFocus(Qt.FocusReason.MouseFocusReason)
            self._button.click()


def noted_choice(field: str, options: Sequence[NotedOption], nothing: object = "") -> Binding:
    """Return a field that holds one of the options' values, or `nothing`."""
    return noted_only(NotedOptions(options), field, nothing)


def noted_only(group: NotedOptions, field: str, nothing: object = "") -> Binding:
    """Return a field that holds the one value chosen in a group, or `nothing`."""
    return Binding(
        widget=group,
        field=field,
        read=lambda: next(iter(group.chosen()), nothing),
        fill=lambda value: group.choose((value,)),
        changed=group.changed,
        left=group.changed,
        naming=group.name,
    )


def noted_ticks(group: NotedOptions, field: str) -> Binding:
    """Return a field that holds a tuple of the values ticked in a group, in their order."""
    return Binding(
        widget=group,
        field=field,
        read=group.chosen,
        fill=group.choose,
        changed=group.changed,
        left=group.changed,
        naming=group.name,
    )
