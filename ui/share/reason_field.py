"""The reason for a choice that differs from the proposal, in a small field of its own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.wording import Wording
from sgdesk.text import _
from ui.kit.cards import words
from ui.kit.layout import Gap, column
from ui.kit.text_fields import LongText, text_in
from ui.kit.theme import set_state
from ui.kit.wording_hint import hint_wording_in


class ReasonField(QWidget):
    """A labelled growing field that shows what must be put right below it."""

    changed = Signal()
    left = Signal()

    def __init__(self, name: str, rules: Wording) -> None:
        super().__init__()
        self._field = LongText(rows=2)
        self._field.setObjectName(name)
        self._label = words("", "label")
        self._label.setBuddy(self._field)
        self._problem = words("", "problem")
        self._problem.hide()
        self.setFocusProxy(self._field)
        layout = column(self, Gap.TIGHT)
        layout.addWidget(self._label)
        layout.addWidget(self._field)
        layout.addWidget(self._problem)
        hint_wording_in(self._field, rules, layout.addWidget)
        self._field.textChanged.connect(self.changed)
        self._field.left.connect(self.left)

    def text(self) -> str:
        """Return what was typed."""
        return text_in(self._field)

    def set_text(self, text: str) -> None:
        """Show another text, unless it is there already."""
        if text != self.text():
            self._field.setPlainText(text)

    def ask(self, label: str, about: str) -> None:
        """Ask under this label; `about` is read out with it."""
        self._label.setText(label)
        self._field.setAccessibleName(f"{label}: {about}")

    def show_problem(self, text: str) -> None:
        """Show what must be put right, or with an empty text that nothing is."""
        self._problem.setText(f"!  {text}")
        self._problem.setVisible(bool(text))
        set_state(self._field, "problem", "true" if text else "false")
        put_right = _("Put right: {sentence}").format(sentence=text) if text else ""
        self._field.setAccessibleDescription(put_right)
