"""The foot of what holds only once it is saved: when its draft was kept, and a way to drop it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from sgdesk.text import _, read_time, to_london
from ui.kit.cards import Sentence, button
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap
from ui.kit.theme import mark


class DraftFoot(QWidget):
    """`drop_asked` when what was typed shall go; asked once more before."""

    drop_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._ways = FlowLayout(self, gap=Gap.SMALL, to_right=True)
        self._saved = Sentence("")
        mark(self._saved, "hint")
        self._ways.addWidget(self._saved)
        self._drop = self._way(_("Throw it away"), name, self._ask)
        self._really = self._way(_("Yes, throw it away"), f"{name}-really", self._on_sure)
        self._keep = self._way(_("Keep writing"), f"{name}-not", self._on_not)
        self._at: datetime | None = None
        self.show_nothing()

    def add(self, way: QPushButton) -> None:
        """Put the button that saves it at the end."""
        self._ways.addWidget(way)

    def show_saved(self, at: datetime) -> None:
        """Say when the draft was kept, and offer to drop it."""
        self._at = at
        if self._really.isHidden():
            self._show(asking=False)

    def show_not_saved(self, text: str) -> None:
        """Say why the draft could not be kept."""
        self._saved.setText(text)
        self._saved.show()

    def show_nothing(self) -> None:
        """Say that there is no draft."""
        self._at = None
        self._show(asking=False)

    def _way(self, text: str, name: str, act: Callable[[], None]) -> QPushButton:
        way = button(text, "link", name)
        way.clicked.connect(act)
        self._ways.addWidget(way)
        return way

    def _show(self, *, asking: bool) -> None:
        text = ""
        if asking:
            text = _("What you typed is not kept, and cannot be brought back.")
        elif self._at is not None:
            when = read_time(to_london(self._at).time())
            text = _("Saved {when}. It does not hold yet.").format(when=when)
        self._saved.setText(text)
        self._saved.setVisible(bool(text))
        self._drop.setVisible(self._at is not None and not asking)
        self._really.setVisible(asking)
        self._keep.setVisible(asking)

    def _ask(self) -> None:
        self._show(asking=True)
        self._keep.setFocus()

    def _on_sure(self) -> None:
        self._show(asking=False)
        self.drop_asked.emit()

    def _on_not(self) -> None:
        self._show(asking=False)
