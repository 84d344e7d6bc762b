"""The one window of the program: whatever fills it, and closing it only once all is saved."""

from PySide6.QtCore import QPoint, QSize, QTimer, Signal
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
        self._opened = QSize()
        self._place = column(self, Gap.NONE)

    def open(self, wanted: QSize) -> None:
        """Show the window in this size, or as large as the screen has room for."""
        self._opened = wanted.boundedTo(self.screen().availableSize())
        self.resize(self._opened)
        self.show()
        self.activateWindow()

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
            QTimer.singleShot(0, self, self._on_painted)

    def _on_painted(self) -> None:
        self._fit_frame()
        self.painted.emit()

    def _fit_frame(self) -> None:
        # The window has its frame only now. Where there is no room for both, the window gives way,
        # unless somebody has given it a size meanwhile.
        room, frame = self.screen().availableGeometry(), self.frameGeometry()
        if self.size() != self._opened or room.contains(frame):
            return
        fitting = frame.size().boundedTo(room.size())
        self.resize(self.size() - (frame.size() - fitting))
        corner = room.bottomRight() - QPoint(fitting.width() - 1, fitting.height() - 1)
        self.move(
            max(min(frame.left(), corner.x()), room.left()),
            max(min(frame.top(), corner.y()), room.top()),
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, or ask for it while something may have to be saved first."""
        if self.may_close:
            event.accept()
        else:
            event.ignore()
            self.close_asked.emit()
