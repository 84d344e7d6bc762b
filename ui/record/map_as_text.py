"""The body map in words, folded away until it is wanted; it can be copied as a whole."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from sgdesk.text import _
from ui.kit.cards import button
from ui.kit.layout import Gap, column, row
from ui.kit.text_fields import LongText


class MapAsText(QWidget):
    """A link that unfolds the text, and a link that copies it."""

    def __init__(self) -> None:
        super().__init__()
        self._toggle = button(_("Show as text"), "link-small", "map-as-text")
        self._toggle.clicked.connect(self._on_toggled)
        self._copy = button(_("Copy the text"), "link-small", "copy-map-text")
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self._text = LongText(3)
        self._text.setReadOnly(True)
        self._text.setObjectName("map-text")
        self._text.setAccessibleName(_("Body map as text"))
        links = row(gap=Gap.SMALL)
        links.addWidget(self._toggle)
        links.addWidget(self._copy)
        links.addStretch()
        layout = column(self, Gap.TIGHT)
        layout.addLayout(links)
        layout.addWidget(self._text)
        for part in (self._copy, self._text):
            part.hide()

    def text(self) -> str:
        """Return the whole text."""
        return self._text.toPlainText()

    def show_text(self, text: str) -> None:
        """Show another text, and leave the reader's place alone where it is the same."""
        if self.text() != text:
            self._text.setPlainText(text)

    def _on_toggled(self) -> None:
        shown = self._text.isHidden()
        for part in (self._copy, self._text):
            part.setVisible(shown)
        text = _("Hide the text") if shown else _("Show as text")
        self._toggle.setText(text)
        self._toggle.setAccessibleName(text)
