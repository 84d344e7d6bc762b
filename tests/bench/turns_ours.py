"""Our own window, walked through for measuring: MODE FOLDER, and the passphrase on standard input.

Prints a list: what was done, and the longest turn of the event loop from there until the window
rested again, in milliseconds of the window's thread and on the clock. MODE is `desk` or `setup`.
"""

import gc
import json
import os
import sys
import time
import traceback
from pathlib import Path

MODE = sys.argv[1]
# Nothing is done before the window has rested so long, and nothing is waited for longer.
REST_S, LONGEST_S, BUSY_S = 0.3, 2.0, 0.004
PATIENCE_S = 20.0  # for what the worker reads
BEFORE_MS, READY_MS, SETTLED_MS = 60, 2_500, 4_000


def end(found: list[tuple[str, float, float]]) -> None:
    print(json.dumps(found), flush=True)
    os._exit(0)


def drive(program) -> None:
    sys.path.append(str(Path(__file__).parent))
    import turns_walk
    from PySide6.QtCore import QObject, QTimer

    class Watch(QObject):
        """Does one thing after the other; a timer of no length fires once in each turn."""

        def __init__(self, steps) -> None:
            super().__init__(program)
            self.steps, self.found, self.name = steps, [], ""
            self.timer = QTimer(self)
            self.timer.timeout.connect(self.on_turn)

        def go_on(self) -> None:
            step = self.surely(lambda: next(self.steps, None))
            if step is None:
                end(self.found)
            self.name, self.act, *self.is_there = step
            QTimer.singleShot(BEFORE_MS, self.begin)

        def do(self) -> None:
            self.surely(self.act)

        def surely(self, work):
            """Do what must not fail: nothing is measured that somebody could not do."""
            try:
                return work()
            except (LookupError, AttributeError, RuntimeError):
                traceback.print_exc()
                os._exit(1)

        def begin(self) -> None:
            self.begun = self.busy = self.last = time.perf_counter()
            self.worked = time.thread_time()
            self.most = self.longest = 0.0
            QTimer.singleShot(2, self.do)
            self.timer.start(0)

        def on_turn(self) -> None:
            now = time.perf_counter()
            turn, self.last = now - self.last, now
            worked = time.thread_time()
            self.most, self.worked = max(self.most, worked - self.worked), worked
            self.longest = max(self.longest, turn)
            if turn > BUSY_S or not all(is_so() for is_so in self.is_there):
                self.busy = now
            longest = PATIENCE_S if self.is_there else LONGEST_S
            if now - self.busy > REST_S or now - self.begun > longest:
                self.timer.stop()
                worked, passed = round(1e3 * self.most, 2), round(1e3 * self.longest, 2)
                self.found.append((self.name, worked, passed))
                self.go_on()

    watch = Watch(turns_walk.setup(program))

    def when_ready() -> None:
        if not program.is_ready:
            QTimer.singleShot(50, when_ready)
        elif MODE == "setup":
            watch.go_on()
        else:
            QTimer.singleShot(READY_MS, unlock)

    def unlock() -> None:
        user_id = program._ready.users[0][0]
        program._page.unlock_asked.emit(user_id, sys.stdin.readline().rstrip("\n"))
        when_open()

    def when_open() -> None:
        if program.window is None:
            QTimer.singleShot(50, when_open)
        else:
            desk = program._desk
            program._runner.run(lambda: turns_walk.richest(desk), when_known)

    def when_known(concern_id: str) -> None:
        watch.steps = turns_walk.desk(program, concern_id)
        QTimer.singleShot(SETTLED_MS, watch.go_on)

    when_ready()


def main() -> int:
    gc.disable()  # as the program does before it imports its window
    import ui.app

    class Watched(ui.app.Program):
        def _on_painted(self) -> None:
            super()._on_painted()
            drive(self)

    ui.app.Program = Watched
    from sgdesk.__main__ import main as run

    # The settings name the folder where the test may say where settings are.
    return run([] if sys.platform == "linux" else ["--store", sys.argv[2]])


if __name__ == "__main__":
    sys.exit(main())
