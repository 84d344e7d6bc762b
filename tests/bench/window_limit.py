"""The limit for the window: a bare PySide6 window, nothing of ours.

`start` prints the moment of its first paint in nanoseconds of the system's steady clock; `memory`
prints its resident memory in MiB five seconds after that.
"""

import os
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

SETTLED_MS = 5_000


class BareWindow(QMainWindow):
    def __init__(self, mode: str) -> None:
        super().__init__()
        self.mode = mode
        self.is_painted = False
        self.setCentralWidget(QLabel("A bare window"))
        self.resize(1366, 768)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, self.painted)

    def painted(self) -> None:
        if self.mode == "start":
            end(time.perf_counter_ns())
        QTimer.singleShot(SETTLED_MS, lambda: end(resident_mib()))


def resident_mib() -> float:
    with open("/proc/self/statm") as file:  # noqa: PTH123
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def end(figure: float) -> None:
    print(figure, flush=True)
    os._exit(0)


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = BareWindow(sys.argv[1])
    window.show()
    app.exec()
