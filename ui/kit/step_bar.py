"""The bar below a wizard's page: back, when it was saved, other ways out, and on."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from sgdesk.text import _
from ui.kit.cards import Sentence, button
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, row
from ui.kit.overrides import called_by_qt
from ui.kit.theme import mark


class StepBar(QFrame):
    """Always in sight, and no higher than its buttons wherever that is possible.

    `linked` tells the id of an extra link that was pressed.
    """

    back = Signal()
    forward = Signal()
    close_asked = Signal()
    linked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        mark(self, "bottom-bar")
        self._forward = self._short = ""
        self._row = row(self, Gap.NORMAL)
        self._back = button(_("Back"), name="back")
        self._back.clicked.connect(self.back)
        self._row.addWidget(self._back)
        self._middle = row(gap=Gap.NONE)
        self._saved = Sentence("")
        mark(self._saved, "hint")
        self._saved.setObjectName("saved")
        self._saved.hide()
        self._middle.addWidget(self._saved)
        self._links = FlowLayout(gap=Gap.NORMAL, line_gap=Gap.NONE, to_right=True)
        self._middle.addLayout(self._links, 1)
        self._row.addLayout(self._middle, 1)
        self._next = button("", "primary", "next")
        self._next.clicked.connect(self.forward)
        self._row.addWidget(self._next)
        self.close_link = self._add_button("save-and-close", _("Save and close"))
        self.close_link.clicked.connect(self.close_asked)

    def add_link(self, id: str, text: str) -> QPushButton:
        """Add another way out, such as deciding not to share."""
        link = self._add_button(id, text)
        link.clicked.connect(lambda: self.linked.emit(id))
        return link

    def show_saved(self, text: str, failed: bool = False) -> None:
        """Say when it was saved, or what to do because it was not."""
        self._saved.setText(text)
        self._saved.setVisible(bool(text))
        self._saved.setAccessibleName(text)
        mark(self._saved, "problem" if failed else "hint")

    def show_ways(self, has_back: bool, forward: str, short: str = "") -> None:
        """Say where the two buttons lead; `short` is for a bar that is too narrow for more."""
        self._back.setVisible(has_back)
        self._forward, self._short = _plain(forward), _plain(short or forward)
        self._next.setText(self._forward)
        self._next.setAccessibleName(forward)

    @called_by_qt(bool)
    def event(self, event: QEvent) -> bool:
        """Find the best places anew when the width or what stands in the bar changes."""
        known = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place_words()
        return known

    def _place_words(self) -> None:
        # Between the buttons; the links below the words only where there is no room beside.
        room = self._room_beside(self._forward)
        links = self._links.sizeHint().width()
        said = 0 if self._saved.isHidden() else self._saved.sizeHint().width() + self._row.spacing()
        ways = QBoxLayout.Direction
        fits = said == 0 or said + links <= room
        wanted = ways.LeftToRight if fits else ways.TopToBottom
        if self._middle.direction() != wanted:
            self._middle.setDirection(wanted)
        text = self._forward if links <= room else self._short
        if self._next.text() != text:
            self._next.setText(text)

    def _room_beside(self, forward: str) -> int:
        advance = self._next.fontMetrics().horizontalAdvance
        ahead = self._next.sizeHint().width() - advance(self._next.text()) + advance(forward)
        back = 0 if self._back.isHidden() else self._back.sizeHint().width() + self._row.spacing()
        return self.contentsRect().width() - back - self._row.spacing() - ahead

    def _add_button(self, name: str, text: str) -> QPushButton:
        link = button(text, "link-bar", name)
        self._links.addWidget(link)
        return link


def _plain(text: str) -> str:
    # An ampersand in a title is a word of its own, and no mnemonic.
    return text.replace("&", "&&")
