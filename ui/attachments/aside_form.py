"""Setting a file aside: it stays in the record, and is shown and sent no more."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.domain.attachment import Attachment
from sgdesk.domain.flows.engine import Problem
from sgdesk.text import _
from ui.kit.binding import DraftHolder
from ui.kit.cards import button
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.layout import Gap, column


class _Draft(msgspec.Struct):
    because: str = ""


class AsideForm(QWidget):
    """`decided` carries the file and why; `left` when nothing is to change."""

    decided = Signal(object, str)
    left = Signal()

    def __init__(self, value: Attachment) -> None:
        super().__init__()
        self._value = value
        self._draft = _Draft()
        layout = column(self, Gap.SMALL)
        self._form = Form(DraftHolder(self._draft), "aside")
        hint = _("The file stays in the record, as every entry does, and goes to nobody.")
        self._form.line("because", _("&Why it is set aside"), hint)
        self._form.load()
        layout.addWidget(self._form)
        ways = FlowLayout(gap=Gap.SMALL)
        for text, name, act in (
            (_("Set it aside"), "really-aside", self._on_decided),
            (_("Leave it as it is"), "leave-aside", self.left.emit),
        ):
            press = button(text, "small", name)
            press.clicked.connect(act)
            ways.addWidget(press)
        layout.addLayout(ways)

    def begin(self) -> None:
        """Go to the reason."""
        self._form.focus("aside.because")

    def _on_decided(self) -> None:
        why = self._draft.because.strip()
        if why:
            self.decided.emit(self._value, why)
        else:
            self._form.show_problems([Problem("", "aside.because", _("Say why it is set aside."))])
            self.begin()
