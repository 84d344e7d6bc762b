"""A card that asks why before something is done."""

import msgspec
from PySide6.QtCore import Qt, Signal

from sgdesk.domain.flows.engine import Problem
from sgdesk.text import _
from ui.kit.binding import DraftHolder
from ui.kit.cards import Card, button
from ui.kit.form import Form


class _Reason(msgspec.Struct):
    because: str = ""


class ReasonCard(Card):
    """`said` carries why, once something was written and the button was pressed."""

    said = Signal(str)

    def __init__(self, title: str, hint: str, do: str = "") -> None:
        super().__init__(title, hint)
        self._reason = _Reason()
        self._form = Form(DraftHolder(self._reason), "guidance")
        self._form.long_text("because", _("&Why"), _("It stays in the log."), rows=2)
        self.add(self._form)
        press = button(do or title, "primary", "guidance-decide")
        press.clicked.connect(self._on_press)
        self.body.addWidget(press, 0, Qt.AlignmentFlag.AlignRight)
        self._form.load()

    def begin(self) -> None:
        """Put the caret into the reason."""
        self._form.focus("guidance.because")

    def _on_press(self) -> None:
        if why := self._reason.because.strip():
            self.said.emit(why)
            return
        self._form.show_problems([Problem("guidance", "guidance.because", _("Say why."))])
        self.begin()
