"""Locks the desk when asked, when nobody is there, and after a sleep; all is saved first."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from sgdesk.clock import Clock
from ui.kit.cover import Cover
from ui.kit.idle import IdleTimer
from ui.main_window.window import MainWindow

_LOOK_MS, _SLEPT = 1_000, timedelta(seconds=20)
_AGAIN_MS = 2_500


class Guard(QObject):
    """`saved` tells once that all is saved and the screen is covered: the desk may be locked.

    Saving that fails is tried again under the cover, so that nothing typed is lost.
    """

    saved = Signal()

    def __init__(
        self, app: QApplication, shell: QWidget, window: MainWindow, clock: Clock, minutes: int
    ) -> None:
        super().__init__(shell)
        self._window = window
        self._is_locking = False
        self._clock = clock
        self._seen = self._clock.now()
        self._cover = Cover(shell, window)
        self._cover.about_to_cover.connect(lambda: window.save_drafts(lambda: None))
        self._idle = IdleTimer(app, self._clock, timedelta(minutes=minutes))
        self._idle.idle.connect(self.lock)
        self._idle.start()
        self._sleep = self._timer(_LOOK_MS, self._look)
        self._sleep.start()
        self._again = self._timer(_AGAIN_MS, self._save)
        window.lock_asked.connect(self.lock)

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes without a touch."""
        self._idle.set_limit(timedelta(minutes=minutes))

    def lock(self) -> None:
        """Cover the screen at once, save, and tell."""
        if self._is_locking:
            return
        self._is_locking = True
        if self._cover.isHidden():
            self._cover.toggle()
        self._again.start()
        self._save()

    def stop(self) -> None:
        """Watch no longer."""
        for timer in (self._sleep, self._again):
            timer.stop()
        self._idle.stop()

    def _save(self) -> None:
        self._window.save_all(self._on_saved)

    def _on_saved(self) -> None:
        if self._is_locking and self._again.isActive():
            self.stop()
            self.saved.emit()

    def _look(self) -> None:
        # While the computer sleeps no timer fires; a gap in the clock tells that it did.
        now, before = self._clock.now(), self._seen
        self._seen = now
        if now - before > _SLEPT:
            self.lock()

    def _timer(self, interval: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.timeout.connect(act)
        return timer
