"""The pack as blocks of text for their portal, each with a button that copies it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from sgdesk.text import _
from ui.kit.cards import Card, button, words
from ui.kit.layout import Gap, clear, column, row
from ui.share.case import ShareCase
from ui.share.portal_blocks import Block, portal_blocks


class PortalCard(Card):
    """Copies block by block; the clipboard never holds more than one of them."""

    def __init__(self, case: ShareCase) -> None:
        super().__init__(
            _("Copy into their portal"),
            _("Block by block, in the order portals ask. Compare the length with their limit."),
        )
        self._copied: list[QPushButton] = []
        self._rows = column(gap=Gap.SMALL)
        self.body.addLayout(self._rows)
        self.show_blocks(portal_blocks(case.draft, case.concern, case.guidance))

    def show_blocks(self, blocks: Sequence[Block]) -> None:
        """Show these blocks."""
        clear(self._rows)
        for number, (title, text) in enumerate(blocks, 1):
            self._rows.addWidget(self._line(number, title, text))

    def _line(self, number: int, title: str, text: str) -> QWidget:
        line = QWidget()
        layout = row(line, Gap.NORMAL)
        layout.addWidget(words(title, "strong"), 2)
        length = _("{count} characters").format(count=f"{len(text):,}")
        layout.addWidget(words(length, "hint"), 1)
        press = button(_("Copy"), "small", f"copy:{number}")
        press.setAccessibleName(_("Copy: {title}, {length}").format(title=title, length=length))
        press.setToolTip(text)
        press.clicked.connect(lambda: self._on_copy(press, title, text))
        layout.addWidget(press, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _on_copy(self, press: QPushButton, title: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        for earlier in self._copied:
            earlier.setText(_("Copy again"))
        press.setText(_("Copied"))
        press.setAccessibleName(_("Copied: {title}").format(title=title))
        self._copied = [press]
