"""What somebody copied here: it is taken off the clipboard again when the desk is locked."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication


class Copied(QObject):
    """Watches the clipboard, and leaves alone what came from other programs."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._clipboard = QApplication.clipboard()
        self._text = ""
        self._clipboard.dataChanged.connect(self._on_changed)

    def forget(self) -> None:
        """Clear the clipboard if it still holds what was copied here."""
        ours = self._text and self._clipboard.text() == self._text
        if ours or self._clipboard.ownsClipboard():
            self._clipboard.clear()
        self._text = ""

    def _on_changed(self) -> None:
        # Only the program that is worked with can have copied.
        here = QGuiApplication.focusWindow() is not None
        self._text = self._clipboard.text() if here else ""
