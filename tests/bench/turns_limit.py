"""The limit for the turns: a bare PySide6 window that does nothing, its longest turn in ms.

Counted in what its own thread works.
The median over spans as long as an action, so that one stray turn does not make the limit easy.
"""

import os
import sys
import time
from statistics import median

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

SETTLED_MS, SPAN_S, SPANS = 1_000, 0.3, 9


class Watch:
    def __init__(self) -> None:
        self.timer = QTimer()
        self.timer.timeout.connect(self.on_turn)
        self.longest, self.each = 0.0, []

    def begin(self) -> None:
        self.begun, self.worked = time.perf_counter(), time.thread_time()
        self.timer.start(0)

    def on_turn(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.longest, self.worked = max(self.longest, worked - self.worked), worked
        if now - self.begun > SPAN_S:
            self.each.append(self.longest)
            self.begun, self.longest = now, 0.0
        if len(self.each) == SPANS:
            print(1e3 * median(self.each), flush=True)
            os._exit(0)


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("A bare window"))
    window.resize(1366, 768)
    window.show()
    watch = Watch()
    QTimer.singleShot(SETTLED_MS, watch.begin)
    app.exec()
