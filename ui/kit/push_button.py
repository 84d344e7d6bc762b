"""A push button that Return presses as well as Space, on every system alike."""

from PySide6 import QtCore
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from ui.kit.overrides import called_by_qt, nothing


class PushButton(QPushButton):
    """Qt leaves it to the desktop whether Return presses a button; a link must always lead on."""

    @called_by_qt(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Return and Enter, once however long the key is held."""
        # Named here and not above: merely naming the Qt namespace costs 18 ms of the start.
        keys = QtCore.Qt.Key
        if event.key() not in (keys.Key_Return, keys.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & ~QtCore.Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif not event.isAutoRepeat():
            self.click()
