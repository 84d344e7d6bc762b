"""One line that a way out of marked wording asks for: why it stays, or whose words they are."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.kit.cards import button, words
from ui.kit.layout import Gap, column, row
from ui.kit.text_fields import text_in
from ui.kit.theme import set_state


class AnswerLine(QWidget):
    """A hidden line with its button. An empty answer is none."""

    given = Signal(str)

    def __init__(self, name: str, caption: str, read_out: str, done: str, done_name: str) -> None:
        """`caption` stands above the line, `read_out` is its accessible name."""
        super().__init__()
        self._line = QLineEdit()
        self._line.setObjectName(name)
        self._line.setAccessibleName(read_out)
        label = words(caption, "label")
        label.setBuddy(self._line)
        self._line.returnPressed.connect(self._on_given)
        give = button(done, "small", done_name)
        give.clicked.connect(self._on_given)
        layout = column(self, Gap.TIGHT)
        layout.addWidget(label)
        fields = row(gap=Gap.SMALL)
        fields.addWidget(self._line, 1)
        fields.addWidget(give)
        layout.addLayout(fields)
        self.hide()

    def ask(self) -> None:
        """Show the line and go there."""
        self.show()
        self._line.setFocus()

    def _on_given(self) -> None:
        answer = text_in(self._line).strip()
        set_state(self._line, "problem", "false" if answer else "true")
        if answer:
            self.given.emit(answer)
