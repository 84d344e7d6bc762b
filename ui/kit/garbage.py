"""Garbage is collected on the window's thread alone.

Python collects wherever it happens to run. A widget that the worker's thread collected would leave
its timers behind on the window's thread, and the next one to fire would end the program.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 500


class GarbageCollection(QObject):
    """Takes over from Python's own collector until it is stopped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due, as Python itself would."""
        due = [
            generation
            for generation, (count, limit) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > limit
        ]
        if due:
            gc.collect(due[-1])

    def settle(self) -> None:
        """Leave what is there now alone for good, garbage included: to look at all that was loaded
        would take 30 ms, now and again and again."""
        gc.freeze()

    def stop(self) -> None:
        """Give it back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
