"""The desk locks by itself: when nobody is there, and after a sleep; and never without saving."""

from datetime import timedelta

import pytest
from gui_support import field, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from stand_ins import NowRunner
from window_support import new_window, settle

from sgdesk.clock import FixedClock
from sgdesk.errors import SituationError
from sgdesk.settings import Settings
from ui.main_window.guard import Guard
from ui.main_window.shell import Shell


class FullDisk(NowRunner):
    """A runner whose work fails while `is_full`, as it does on a full disk."""

    is_full = False

    def run(self, work, done=None, failed=None, owner=None):
        def full():
            raise SituationError("The disk is full.")

        super().run(full if self.is_full else work, done, failed, owner)


@pytest.fixture
def disk():
    return FullDisk()


@pytest.fixture
def shell(qtbot):
    shell = Shell()
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    return shell


@pytest.fixture
def window(qtbot, shell, demo_desk, demo_folder, disk, asker):
    window = new_window(demo_desk, disk, asker, Settings(), demo_folder)
    shell.show_only(window)
    shell.show()
    qtbot.waitExposed(shell)
    return window


@pytest.fixture
def wall(clock):
    """The clock on the wall, which a test moves."""
    return FixedClock(clock.now())


@pytest.fixture
def guard(qapp, shell, window, wall):
    guard = Guard(qapp, shell, window, wall, minutes=3)
    yield guard
    guard.stop()


def later(wall, **time):
    wall.at += timedelta(**time)


def test_after_the_minutes_nobody_touched_it_the_desk_locks(qtbot, window, guard, wall):
    with qtbot.waitSignal(guard.saved, timeout=5_000):
        later(wall, minutes=3)

    assert not window.isVisible()


def test_the_minutes_can_be_changed(qtbot, guard, wall):
    guard.set_minutes(1)

    with qtbot.waitSignal(guard.saved, timeout=5_000):
        later(wall, minutes=1)


def test_after_a_sleep_the_desk_locks_however_short_it_was(qtbot, guard, wall):
    with qtbot.waitSignal(guard.saved, timeout=5_000):
        later(wall, seconds=25)


def test_a_cover_saves_the_draft_and_gives_the_words_back(qtbot, shell, window, guard, demo_desk):
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    summary = field(window.wizard, QPlainTextEdit, "urgency.summary")
    qtbot.keyClicks(summary, "A new worry")

    qtbot.keyClick(shell, Qt.Key.Key_F9)
    assert not window.isVisible()
    assert any(draft.flow == "record" for draft in demo_desk.today.view().drafts)
    press(qtbot, shell, "uncover")

    assert window.isVisible()
    assert summary.toPlainText() == "A new worry"


def test_what_cannot_be_saved_is_covered_and_tried_again_until_it_can(
    qtbot, window, guard, disk, demo_desk
):
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    qtbot.keyClicks(field(window.wizard, QPlainTextEdit, "urgency.summary"), "A new worry")
    disk.is_full = True

    with qtbot.assertNotEmitted(guard.saved):
        guard.lock()
    assert not window.isVisible()

    with qtbot.waitSignal(guard.saved, timeout=10_000):
        disk.is_full = False
    draft = next(one for one in demo_desk.today.view().drafts if one.flow == "record")
    assert demo_desk.concerns.open_draft(draft.concern_id).draft.urgency.summary == "A new worry"
