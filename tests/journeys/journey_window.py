"""The real program in a process of its own, and what somebody does at its window: STORY FOLDER.

With --no-internet no socket reaches out of this PC. Where there is no folder, the demonstration
is made there. Lines for the test go to standard output; the passphrase, and the word to go on,
come from standard input.
"""

import socket
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from journey_stories import STORIES
from journey_support import PATIENCE_MS, Answers, Keyboard, pause
from PySide6.QtCore import QTimer
from pytestqt.exceptions import TimeoutError

import ui.app
import ui.kit.ask
from sgdesk.clock import FixedClock

_INTERNET = (socket.AF_INET, socket.AF_INET6)
SUNDAY_NOON = datetime(2026, 11, 22, 12, 5, tzinfo=UTC)


class Waiting:
    """Waits like qtbot does."""

    def waitUntil(self, holds, timeout=PATIENCE_MS):  # noqa: N802 - as qtbot calls it
        end = time.monotonic() + timeout / 1_000
        while not holds():
            if time.monotonic() > end:
                raise TimeoutError("waited in vain")
            pause(10)


def main(story, folder):
    answers = Answers()
    ui.kit.ask.WindowAsker = lambda _window: answers

    class Program(ui.app.Program):
        def start(self):
            super().start()
            self.shell.resize(1366, 768)
            QTimer.singleShot(0, self.tell_story)

        def tell_story(self):
            keyboard = Keyboard(Waiting(), self, answers.reports)
            try:
                keyboard.wait(lambda: self.is_ready)
                STORIES[story](keyboard, answers)
            except BaseException as error:
                print("failed", repr(error), flush=True)
                raise SystemExit(1) from error

    ui.app.Program = Program
    demo = not folder.exists()
    clock = None if demo else FixedClock(SUNDAY_NOON)
    return ui.app.run(folder, demo=demo, clock=clock, arguments=["--store", str(folder)])


def forbid_internet():
    """Let every internet socket fail from now on, and every question about a host."""

    def refuse(event, given):
        asks = event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.connect")
        if asks or (event == "socket.__new__" and given[1] in _INTERNET):
            raise PermissionError("no internet")

    sys.addaudithook(refuse)


if __name__ == "__main__":
    if "--no-internet" in sys.argv:
        forbid_internet()
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
