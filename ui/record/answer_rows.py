"""Answers below each other: what was asked, what was answered, and the way to change it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sgdesk.text import _
from ui.kit.cards import button, words
from ui.kit.layout import Gap, column
from ui.record.answers import Answer
from ui.record.lines_table import LinesTable


class AnswerRows(QWidget):
    """`change_wanted` carries the answer that is to be changed.

    Under another `name` than "change" these are things to look at, and the links lead there.
    """

    change_wanted = Signal(object)

    def __init__(self, name: str = "change") -> None:
        super().__init__()
        self._name = name
        self._links: list[QWidget] = []
        self._table = LinesTable(("", "", ""), (5, 11, 1))
        column(self, Gap.NONE).addWidget(self._table)

    def add(self, answers: Sequence[Answer]) -> None:
        """Put answers below those that are there."""
        for answer in answers:
            cells = (words(answer.label, "label"), _told(answer), self._change(answer))
            self._table.put(self._table.count, cells)

    def focus_last(self) -> None:
        """Go to the link of the last row, so that Tab leads on to the rows that come."""
        if self._links:
            self._links[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, answer: Answer) -> QWidget:
        change = button(_("Change"), "link-small", f"{self._name}:{answer.field}")
        change.setAccessibleName(_("Change {label}").format(label=_lowered(answer.label)))
        if self._name != "change":
            change.setText(_("Go there"))
            change.setAccessibleName(_("Go there: {text}").format(text=answer.text))
        change.clicked.connect(lambda: self.change_wanted.emit(answer))
        self._links.append(change)
        return change


def _told(answer: Answer) -> QWidget:
    if not answer.source:
        return words(answer.text)
    cell = QWidget()
    layout = column(cell, Gap.NONE)
    layout.addWidget(words(answer.text))
    layout.addWidget(words(answer.source, "hint"))
    return cell


def _lowered(label: str) -> str:
    # "Date of birth" reads as "Change date of birth"; "NHS number" stays as it is.
    first = label.split(" ", 1)[0]
    plain = first.isalpha() and not first.isupper()
    return f"{label[:1].lower()}{label[1:]}" if plain else label
