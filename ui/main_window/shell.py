"""The one window of the program: whatever fills it, and closing it only once all is saved."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.kit.layout import Gap, column
from ui.kit.theme import mark


class Shell(QWidget):
    """`painted` tells once that something can be seen; `close_asked` that the window is to be
    closed, which it is not while `may_close` is False."""

    painted = Signal()
    close_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("SG Desk")
        mark(self, "ground")
        self.may_close = True
        self.page: QWidget | None = None
        self.is_waiting = False
        self._is_painted = False
        self._place = column(self, Gap.NONE)

    def show_soon(self, page: QWidget) -> None:
        """Show a page that was just made, in a turn of its own: it is dressed, laid out and painted
        then. `is_waiting` until it is there."""
        self.is_waiting = True
        QTimer.singleShot(0, page, lambda: self.show_only(page))

    def show_only(self, page: QWidget) -> None:
        """Show a page and let go of the one before; the focus is where the page has put it."""
        self.is_waiting = False
        before, self.page = self.page, page
        focus = page.focusWidget()
        self._place.addWidget(page)
        if before is not None:
            self._place.removeWidget(before)
            before.hide()
            before.deleteLater()
        if focus is not None:
            focus.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell the first time."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, or ask for it while something may have to be saved first."""
        if self.may_close:
            event.accept()
        else:
            event.ignore()
            self.close_asked.emit()
