"""The foot of what holds only once it is saved: when its draft was kept, and a way to drop it."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from sgdesk.text import _, read_time, to_london
from ui.kit.cards import Sentence, button
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, clear, column
from ui.kit.theme import mark
from ui.kit.throwing_away import ask_to_throw_away


class DraftFoot(QWidget):
    """`drop_asked` when what was typed shall go; asked once more before."""

    drop_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        layout = column(self, Gap.SMALL)
        self._asked = column(gap=Gap.NONE)
        layout.addLayout(self._asked)
        self._ways = FlowLayout(gap=Gap.SMALL, to_right=True)
        layout.addLayout(self._ways)
        self._saved = Sentence("")
        mark(self._saved, "hint")
        self._ways.addWidget(self._saved)
        self._drop = button(_("Throw it away"), "link", name)
        self._drop.clicked.connect(self._ask)
        self._ways.addWidget(self._drop)
        self.show_nothing()

    def add(self, way: QPushButton) -> None:
        """Put the button that saves it at the end."""
        self._ways.addWidget(way)

    def show_saved(self, at: datetime) -> None:
        """Say when the draft was kept, and offer to drop it."""
        when = read_time(to_london(at).time())
        self._say(_("Saved {when}. It does not hold yet.").format(when=when))
        self._drop.show()

    def show_not_saved(self, text: str) -> None:
        """Say why the draft could not be kept."""
        self._say(text)

    def show_nothing(self) -> None:
        """Say that there is no draft."""
        clear(self._asked)
        self._say("")
        self._drop.hide()

    def _say(self, text: str) -> None:
        self._saved.setText(text)
        self._saved.setVisible(bool(text))

    def _ask(self) -> None:
        ask_to_throw_away(self._asked, self.drop_asked.emit)
