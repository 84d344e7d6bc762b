"""The pack as blocks of text for their portal, each with a button that copies it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from sgdesk.text import _
from ui.kit.cards import Card, button, words
from ui.kit.layout import Gap, column, row, shown_together
from ui.share.case import ShareCase
from ui.share.portal_blocks import Block, portal_blocks


class PortalCard(Card):
    """Copies block by block; the clipboard never holds more than one of them.

    The lines are there once both `halves` were called.
    """

    def __init__(self, case: ShareCase) -> None:
        super().__init__(
            _("Copy into their portal"),
            _("Block by block, in the order portals ask. Compare the length with their limit."),
        )
        self._copied: list[QPushButton] = []
        self._rows = column(gap=Gap.SMALL)
        self.body.addLayout(self._rows)
        blocks = portal_blocks(case.draft, case.concern, case.guidance)
        half = len(blocks) // 2
        numbered = list(enumerate(blocks, 1))
        self.halves = (
            partial(self._add_lines, numbered[:half]),
            partial(self._add_lines, numbered[half:]),
        )

    def _add_lines(self, blocks: Sequence[tuple[int, Block]]) -> None:
        with shown_together(self):
            for number, (title, text) in blocks:
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
