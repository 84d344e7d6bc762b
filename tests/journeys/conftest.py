"""The real program on a screen that nobody sees, with answers of ours to its dialogs."""

import os
import sys
import threading

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from journey_support import Answers, Keyboard, StrayWindows, ended

from ui.app import Program


@pytest.fixture
def asker(monkeypatch):
    """Answers to every dialog: put them into `answers`. A bug of the program fails the test."""
    scripted = Answers()
    monkeypatch.setattr("ui.kit.ask.WindowAsker", lambda _window: scripted)
    yield scripted
    assert scripted.reports == []


@pytest.fixture
def start(qapp, qtbot, clock, asker, tmp_path, monkeypatch):
    """Start the program on a folder and return a keyboard at it; it has ended afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    started = []
    stray = StrayWindows(qapp)

    def start(folder, at=None):
        arguments = ["--store", str(folder)]
        settings = tmp_path / "settings.json"
        program = Program(qapp, folder, settings, arguments, demo=False, clock=at or clock)
        started.append(program)
        program.start()
        program.shell.resize(1366, 768)
        program.shell.activateWindow()
        qtbot.waitUntil(lambda: program.is_ready, timeout=20_000)
        return Keyboard(qtbot, program, asker.reports)

    yield start
    for program in started:
        ended(qtbot, program)
    qapp.removeEventFilter(stray)
    for child in qapp.children():
        if type(child).__module__.startswith("ui."):
            child.deleteLater()
    assert stray.seen == []
