"""Answers that need a sentence beside them: each option with its note, one below the other."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLabel, QRadioButton, QWidget

from ui.kit.binding import Binding
from ui.kit.cards import tag, words
from ui.kit.layout import Gap, column, row
from ui.kit.overrides import called_by_qt, nothing


@dataclass(frozen=True, slots=True)
class NotedOption:
    """One answer: its value, its words, what to know about it, and a word that sets it apart."""

    value: object
    text: str
    note: str = ""
    tag: str = ""


class NotedOptions(QWidget):
    """Radio buttons or boxes whose words wrap, so that nothing runs off a narrow window."""

    changed = Signal()

    def __init__(self, options: Sequence[NotedOption], several: bool = False) -> None:
        super().__init__()
        self._rows: dict[object, _OptionRow] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(not several)
        layout = column(self, Gap.SMALL)
        for option in options:
            one = _OptionRow(option, several)
            one.button.toggled.connect(self.changed)
            self._group.addButton(one.button)
            self._rows[option.value] = one
            layout.addWidget(one)
        if self._rows:
            self.setFocusProxy(next(iter(self._rows.values())).button)

    def chosen(self) -> tuple[object, ...]:
        """Return the values of the marked options, in the order of the options."""
        return tuple(value for value, one in self._rows.items() if one.button.isChecked())

    def choose(self, values: Collection[object]) -> None:
        """Mark these options and no others."""
        was_exclusive = self._group.exclusive()
        # An exclusive button cannot be let go of by itself.
        self._group.setExclusive(False)
        for value, one in self._rows.items():
            one.button.setChecked(value in values)
        self._group.setExclusive(was_exclusive)

    def show_only(self, values: Collection[object]) -> None:
        """Show these options, and whatever is chosen already."""
        for value, one in self._rows.items():
            one.setVisible(value in values or one.button.isChecked())

    def name(self, name: str, label: str) -> None:
        """Name every option after the question that it answers, and read it out with it."""
        for value, one in self._rows.items():
            one.button.setObjectName(f"{name}={value}")
            one.button.setAccessibleName(f"{label}: {one.spoken}")


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


class _ClickedWords(QLabel):
    def __init__(self, text: str, button: QRadioButton | QCheckBox) -> None:
        super().__init__(text)
        self._button = button
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    @called_by_qt(nothing)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press the button that these words belong to."""
        if self.rect().contains(event.position().toPoint()):
            self._button.setFocus(Qt.FocusReason.MouseFocusReason)
            self._button.click()


def noted_choice(field: str, options: Sequence[NotedOption], nothing: object = "") -> Binding:
    """Return a field that holds one of the options' values, or `nothing`."""
    group = NotedOptions(options)
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


def noted_reasons(field: str, options: Sequence[NotedOption]) -> Binding:
    """Return a field of boxes to tick, made in one go."""
    return noted_ticks(NotedOptions(options, several=True), field)
