"""Fields with given answers: buttons for a few, a list for many, boxes to tick for several."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLayout, QRadioButton, QWidget

from sgdesk.domain.answers import YES_NO_WORDS, YesNo
from sgdesk.text import _
from ui.kit.binding import Binding
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, column, letters
from ui.kit.overrides import called_by_qt, nothing

Options = Sequence[tuple[object, str]]
ValueT = TypeVar("ValueT")
_MOST_BUTTONS = 5
_LONGEST_ROW = 70


def options_of(words: Mapping[ValueT, str]) -> Options:
    """Return the options of a table such as `STAGE_WORDS`, in its order, as sentences begin."""
    told = [(value, _(text)) for value, text in words.items()]
    return [(value, text[:1].upper() + text[1:]) for value, text in told]


def yes_no_options(not_asked: bool = False) -> Options:
    """Return yes, no and not known, and not asked where that is an answer of its own."""
    values = [YesNo.YES, YesNo.NO, YesNo.NOT_KNOWN] + [YesNo.NOT_ASKED] * not_asked
    return [(value, _(YES_NO_WORDS[value])) for value in values]


def choice_binding(field: str, options: Options, as_list: bool | None = None) -> Binding:
    """Return a field that holds one of the options' values, or None; "" where they are plain texts.

    A few options are buttons, more than five a list, unless `as_list` says which.
    """
    many = len(options) > _MOST_BUTTONS if as_list is None else as_list
    return _list_binding(field, options) if many else _buttons_binding(field, options)


def ticks_binding(field: str, options: Options, *, in_columns: bool = False) -> Binding:
    """Return a field that holds a tuple of the options' values, in the order of the options.

    `in_columns` is for many: their boxes are of one width, beside each other where there is room.
    """
    ticks: list[tuple[object, QRadioButton | QCheckBox]]
    ticks = [(value, QCheckBox(_plain(text))) for value, text in options]
    boxes = Buttons(ticks, in_columns=in_columns)

    def fill(values: Sequence[object]) -> None:
        for value, box in boxes.buttons:
            box.setChecked(value in values)

    return Binding(
        widget=boxes,
        field=field,
        read=lambda: tuple(value for value, box in boxes.buttons if box.isChecked()),
        fill=fill,
        changed=boxes.changed,
        left=boxes.changed,
        naming=boxes.name,
    )


def tick_binding(field: str, text: str) -> Binding:
    """Return a single box that holds True when it is ticked. Its label is the text beside it."""
    box = QCheckBox(text)
    return Binding(
        widget=box,
        field=field,
        read=box.isChecked,
        fill=lambda value: box.setChecked(bool(value)),
        changed=box.toggled,
        left=box.toggled,
    )


class Buttons(QWidget):
    """Radio buttons or boxes side by side, one below the other where the words are long; or in
    columns of one width."""

    changed = Signal()

    def __init__(
        self, buttons: list[tuple[object, QRadioButton | QCheckBox]], *, in_columns: bool = False
    ) -> None:
        super().__init__()
        self.buttons = buttons
        layout = self._new_layout(in_columns)
        for _value, button in buttons:
            button.toggled.connect(self.changed)
            layout.addWidget(button)
        if in_columns:
            widest = max((button.sizeHint().width() for _value, button in buttons), default=0)
            for _value, button in buttons:
                button.setMinimumWidth(widest)
        if buttons:
            self.setFocusProxy(buttons[0][1])

    def name(self, name: str, label: str) -> None:
        """Name every button after the question that it answers, and read it out with it."""
        for value, button in self.buttons:
            button.setObjectName(f"{name}={value}")
            button.setAccessibleName(f"{label}: {button.text().replace('&&', '&')}")

    def _new_layout(self, in_columns: bool) -> QLayout:
        if in_columns:
            return FlowLayout(self, Gap.SMALL)
        words = sum(len(button.text()) + 4 for _value, button in self.buttons)
        return FlowLayout(self, Gap.WIDE) if words <= _LONGEST_ROW else column(self, Gap.TIGHT)


class SteadyList(QComboBox):
    """A drop-down list that the mouse wheel scrolls past: no answer changes unseen, and the focus
    stays where somebody types."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @called_by_qt(nothing)
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def _buttons_binding(field: str, options: Options) -> Binding:
    group = Buttons([(value, QRadioButton(_plain(text))) for value, text in options])

    def fill(chosen: object) -> None:
        for value, button in group.buttons:
            # An exclusive button cannot be let go of by itself.
            button.setAutoExclusive(False)
            button.setChecked(chosen is not None and value == chosen)
            button.setAutoExclusive(True)
            if button.isChecked():
                group.setFocusProxy(button)
        _stop_once(group)

    nothing = _nothing(options)
    return Binding(
        widget=group,
        field=field,
        read=lambda: next((v for v, button in group.buttons if button.isChecked()), nothing),
        fill=fill,
        changed=group.changed,
        left=group.changed,
        naming=group.name,
    )


def _stop_once(group: Buttons) -> None:
    """Let Tab and Shift+Tab come to one button, the chosen one or the first; arrows lead on."""
    here = group.focusProxy()
    for _value, button in group.buttons:
        strong = button is here
        policy = Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(policy)


def _list_binding(field: str, options: Options) -> Binding:
    box = SteadyList()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    box.setMaximumWidth(letters(64))
    box.addItems([_("Choose"), *(text for _value, text in options)])
    values = [_nothing(options), *(value for value, _text in options)]

    def fill(chosen: object) -> None:
        # An answer that is no longer on offer stays visible until another is chosen.
        if chosen not in values and chosen not in (None, ""):
            values.append(chosen)
            box.addItem(str(chosen))
        box.setCurrentIndex(values.index(chosen) if chosen in values else 0)

    return Binding(
        widget=box,
        field=field,
        read=lambda: values[max(box.currentIndex(), 0)],
        fill=fill,
        changed=box.currentIndexChanged,
        left=box.currentIndexChanged,
    )


def _nothing(options: Options) -> object:
    return "" if options and all(type(value) is str for value, _text in options) else None


def _plain(text: str) -> str:
    # Options carry no mnemonics: an ampersand in them is a word of their own.
    return text.replace("&", "&&")
