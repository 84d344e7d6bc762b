"""A clock that was set back is said on the lock page and on Today, and nothing is refused."""

import os
import sys
import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.app import Program
from ui.lock_page import LockPage
from ui.main_window.places import Place
from ui.today.clock_notice import ClockNotice


@pytest.fixture
def program(qapp, qtbot, clock, store_folder, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    written = clock.at.timestamp()
    for file in store_folder.iterdir():
        os.utime(file, (written, written))
    clock.at -= timedelta(hours=5)
    program = Program(qapp, store_folder, tmp_path / "settings.json", demo=False, clock=clock)
    program.start()
    qtbot.waitUntil(lambda: program.is_ready, timeout=20_000)
    yield program
    program.shell.close()
    qtbot.waitUntil(lambda: program.shell.may_close)
    program.deleteLater()


def test_it_is_said_before_and_after_unlocking(qtbot, program):
    page = program.shell.page
    assert isinstance(page, LockPage)
    said = page.findChild(QLabel, "clock-doubt").text()
    assert "Sun 22 Nov 2026, 07:05" in said
    assert "set it right" in said

    qtbot.keyClicks(page.passphrase, "a quiet river bends twice")
    qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window is not None, timeout=10_000)

    notice = program.window.page(Place.TODAY).findChild(ClockNotice)
    qtbot.waitUntil(lambda: not notice.isHidden())
    assert notice.findChildren(QLabel)
