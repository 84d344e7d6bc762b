"""Our own window, driven for measuring: MODE FOLDER, and the passphrase on standard input.

`start` prints the moment at which the lock page was painted, `unlock` the seconds from the
passphrase to the painted Today, `memory` the resident memory in MiB five seconds after that.
"""

import gc
import os
import sys
import time

MODE, FOLDER = sys.argv[1], sys.argv[2]
SETTLED_MS, READY_MS, LOOK_MS = 5_000, 2_500, 50


def end(figure: float) -> None:
    print(figure, flush=True)
    os._exit(0)


def resident_mib() -> float:
    with open("/proc/self/statm") as file:  # noqa: PTH123
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def drive(program) -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Painted(QObject):
        def __init__(self, widget, then) -> None:
            super().__init__(widget)
            self.widget, self.then = widget, then
            widget.installEventFilter(self)

        def eventFilter(self, _watched, event) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                self.widget.removeEventFilter(self)
                QTimer.singleShot(0, self.then)
            return False

    def when_ready() -> None:
        if program._ready is None:
            QTimer.singleShot(LOOK_MS, when_ready)
        else:
            QTimer.singleShot(READY_MS, unlock)

    def unlock() -> None:
        begun = time.perf_counter_ns()
        opened = program._on_opened

        def on_opened(answer) -> None:
            opened(answer)
            Painted(program.window.page("today").heading, lambda: today_painted(begun))

        program._on_opened = on_opened
        user_id = program._ready.users[0][0]
        program._page.unlock_asked.emit(user_id, sys.stdin.readline().rstrip("\n"))

    def today_painted(begun: int) -> None:
        if MODE == "unlock":
            end((time.perf_counter_ns() - begun) / 1e9)
        QTimer.singleShot(SETTLED_MS, lambda: end(resident_mib()))

    when_ready()


def main() -> int:
    gc.disable()  # as the program does before it imports its window
    import ui.app

    class Watched(ui.app.Program):
        def _on_painted(self) -> None:
            if MODE == "start":
                end(time.perf_counter_ns())
            super()._on_painted()
            drive(self)

    ui.app.Program = Watched
    from sgdesk.__main__ import main as run

    # The settings name the folder where the test may say where settings are.
    return run([] if sys.platform == "linux" else ["--store", FOLDER])


if __name__ == "__main__":
    sys.exit(main())
