"""Garbage is collected on the window's thread alone, in pieces that stall nobody.

Python collects wherever it happens to run. A widget that the worker's thread collected would leave
its timers behind on the window's thread, and the next one to fire would end the program.
"""

import gc
import sys
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

ReadT = TypeVar("ReadT")
_LOOK_MS = 100
# What modules hold is never garbage, and looking at that of fifty of them takes 15 ms.
_MANY_MODULES = 20
# To look at everything takes 20 ms, so that waits until nothing has happened for half a minute.
_LITTLE, _QUIET_LOOKS = 300, 300
_ALL = 2
_LARGE = 20_000
_BEING_READ: list[Callable[[], object]] = []


def read_for_good(read: Callable[[], ReadT]) -> ReadT:
    """Return something large that is read here and stays for good.

    It is never looked at as garbage, nor while it is being read: to look at the points of all body
    maps takes 25 ms.
    """
    before = gc.get_count()[0]
    _BEING_READ.append(read)
    try:
        found = read()
    finally:
        _BEING_READ.remove(read)
    if gc.get_count()[0] - before > _LARGE:
        gc.freeze()
    return found


class GarbageCollection(QObject):
    """Takes over from Python's own collector until it is stopped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._modules = len(sys.modules)
        self._made = 0
        self._quiet = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due; the oldest of all only while all is quiet."""
        if _BEING_READ:
            return
        self.leave_modules()
        made = gc.get_count()[0]
        self._quiet = self._quiet + 1 if made - self._made < _LITTLE else 0
        due = [
            generation
            for generation, (count, limit) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > limit
        ]
        if due:
            is_quiet = self._quiet >= _QUIET_LOOKS
            gc.collect(due[-1] if is_quiet else min(due[-1], _ALL - 1))
        self._made = gc.get_count()[0]

    def leave_modules(self) -> None:
        """Leave what is there alone for good, if many modules were loaded since the last time."""
        if len(sys.modules) - self._modules >= _MANY_MODULES:
            self.settle()

    def settle(self) -> None:
        """Leave what is there now alone for good, garbage included: to look at all that was loaded
        would take 30 ms, now and again and again."""
        self._modules = len(sys.modules)
        gc.freeze()

    def stop(self) -> None:
        """Give it back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
