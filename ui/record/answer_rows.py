"""Answers below each other: what was asked, what was answered, and the way to change it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from sgdesk.text import _
from ui.kit.cards import button, words
from ui.kit.layout import Gap, column, letters, lines, shown_together
from ui.kit.theme import mark
from ui.record.answers import Answer


class AnswerRows(QWidget):
    """`change_wanted` carries the answer that is to be changed.

    Under another `name` than "change" these are things to look at, and the links lead there.
    """

    change_wanted = Signal(object)

    def __init__(self, name: str = "change") -> None:
        super().__init__()
        self._name = name
        self._count = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(letters(2))
        self._grid.setVerticalSpacing(lines(0.3))
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 11)

    def add(self, answers: Sequence[Answer]) -> None:
        """Put answers below those that are there."""
        with shown_together(self):
            for answer in answers:
                self._add(answer, 2 * self._count)
                self._count += 1

    def _add(self, answer: Answer, at: int) -> None:
        top = Qt.AlignmentFlag.AlignTop
        if at:
            self._grid.addWidget(_rule(), at - 1, 0, 1, 3)
        self._grid.addWidget(words(answer.label, "label"), at, 0, top)
        self._grid.addWidget(_told(answer), at, 1, top)
        self._grid.addWidget(self._change(answer), at, 2, top)

    def _change(self, answer: Answer) -> QWidget:
        change = button(_("Change"), "link-small", f"{self._name}:{answer.field}")
        change.setAccessibleName(_("Change {label}").format(label=_lowered(answer.label)))
        if self._name != "change":
            change.setText(_("Go there"))
            change.setAccessibleName(_("Go there: {text}").format(text=answer.text))
        change.clicked.connect(lambda: self.change_wanted.emit(answer))
        return change


def _told(answer: Answer) -> QWidget:
    if not answer.source:
        return words(answer.text)
    cell = QWidget()
    layout = column(cell, Gap.NONE)
    layout.addWidget(words(answer.text))
    layout.addWidget(words(answer.source, "hint"))
    return cell


def _rule() -> QFrame:
    rule = QFrame()
    mark(rule, "rule-soft")
    return rule


def _lowered(label: str) -> str:
    # "Date of birth" reads as "Change date of birth"; "NHS number" stays as it is.
    first = label.split(" ", 1)[0]
    plain = first.isalpha() and not first.isupper()
    return f"{label[:1].lower()}{label[1:]}" if plain else label
