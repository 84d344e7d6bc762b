"""Long work on widgets in small pieces, so that the window never stalls over it."""

from collections import deque
from collections.abc import Callable, Iterable
from time import perf_counter, thread_time
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.kit.painting import PaintedLater

# What a turn makes is dressed and laid out after it, which takes as long again, or with small parts
# several times as long, and then painted.
_TURN_S, _MOST_PIECES = 0.001, 2
_REST_S = 0.001
# A turn that had more work than this is left to itself; after so many of them nothing waits longer.
_BUSY_S, _MOST_LEFT = 0.001, 4


class Gradually(QObject):
    """Does pieces of work in their order, a few in each turn of the event loop.

    `finished` tells when none is left.
    """

    finished = Signal()
    # One at a time in the whole window: the others wait for a turn of their own.
    _rested_from: ClassVar[float] = 0.0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces: deque[Callable[[], None]] = deque()
        self._worked = 0.0
        self._left = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._take_turn)

    @property
    def is_done(self) -> bool:
        """Say whether nothing is left to do."""
        return not self._pieces

    def add(self, *pieces: Callable[[], None]) -> None:
        """Put pieces behind those that are left; `go_on` begins with them."""
        self._pieces.extend(pieces)

    def replace(self, pieces: Iterable[Callable[[], None]]) -> None:
        """Do these pieces instead of those that are left."""
        self._pieces = deque(pieces)

    def go_on(self) -> None:
        """Do what is left, beginning in the next turn."""
        if self._pieces and not self._timer.isActive():
            self._worked = thread_time()
            self._timer.start(0)

    def pause(self) -> None:
        """Do nothing until `go_on`."""
        self._timer.stop()

    def finish(self) -> None:
        """Do everything that is left, now."""
        if self._pieces:
            while self._pieces:
                self._pieces.popleft()()
            self._end()

    def _take_turn(self) -> None:
        begun = perf_counter()
        if (
            begun - Gradually._rested_from < _REST_S
            or self._is_busy_turn()
            or PaintedLater.is_waited_for()
        ):
            return
        place = self.parent()
        if isinstance(place, QWidget):
            PaintedLater.add(place)
        done = 0
        while self._pieces and done < _MOST_PIECES and perf_counter() - begun < _TURN_S:
            self._pieces.popleft()()
            done += 1
        self._worked, Gradually._rested_from = thread_time(), perf_counter()
        if not self._pieces:
            self._end()

    def _is_busy_turn(self) -> bool:
        """Say whether the window's thread has worked since the last time it was asked: on what it
        did before, or on dressing and laying out what was made."""
        last, self._worked = self._worked, thread_time()
        busy = self._worked - last > _BUSY_S and self._left < _MOST_LEFT
        self._left = self._left + 1 if busy else 0
        return busy

    def _end(self) -> None:
        self._timer.stop()
        self.finished.emit()
