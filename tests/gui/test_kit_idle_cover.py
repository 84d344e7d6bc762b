from datetime import timedelta

import pytest
from gui_support import field, press
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from ui.kit.cover import Cover
from ui.kit.idle import IdleTimer


@pytest.fixture
def idle(qapp, clock):
    timer = IdleTimer(qapp, clock)
    timer.start()
    timer.look()
    yield timer
    timer.stop()
    timer.deleteLater()


@pytest.fixture
def line(qtbot):
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    return made


def seen(idle, line):
    """Return the window in which somebody types or clicks, as the system hands it on."""
    idle.look()
    return line.windowHandle()


def later(clock, **time):
    clock.at += timedelta(**time)


def test_three_quiet_minutes_are_idle(qtbot, idle, clock):
    later(clock, minutes=3)

    with qtbot.waitSignal(idle.idle):
        idle.look()


def test_a_key_starts_the_time_anew(qtbot, idle, clock, line):
    window = seen(idle, line)
    later(clock, minutes=2, seconds=59)
    QTest.keyClick(window, Qt.Key.Key_M)
    later(clock, seconds=2)

    with qtbot.assertNotEmitted(idle.idle):
        idle.look()


def test_the_mouse_starts_the_time_anew(qtbot, idle, clock, line):
    window = seen(idle, line)
    later(clock, minutes=2, seconds=59)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    later(clock, seconds=2)

    with qtbot.assertNotEmitted(idle.idle):
        idle.look()


def test_text_from_an_input_method_starts_the_time_anew(qtbot, idle, clock, line):
    line.activateWindow()
    qtbot.waitUntil(line.hasFocus)
    idle.look()
    later(clock, minutes=2, seconds=59)
    composed = QInputMethodEvent()
    composed.setCommitString("é")
    QApplication.sendEvent(line, composed)
    later(clock, seconds=2)

    with qtbot.assertNotEmitted(idle.idle):
        idle.look()


def test_waking_after_a_long_sleep_is_idle_at_once(qtbot, idle, clock):
    later(clock, hours=9)

    with qtbot.waitSignal(idle.idle, timeout=3_000):
        pass


def test_the_time_can_be_set(qtbot, idle, clock):
    idle.set_limit(timedelta(minutes=1))
    later(clock, minutes=1)

    with qtbot.waitSignal(idle.idle):
        idle.look()


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    content = QWidget()
    inside = QVBoxLayout(content)
    text = QLineEdit()
    text.setObjectName("words")
    inside.addWidget(text)
    made.setCentralWidget(content)
    qtbot.addWidget(made)
    made.cover = Cover(made, content)
    made.resize(600, 400)
    made.show()
    made.activateWindow()
    text.setFocus()
    return made


def test_f9_hides_everything_and_brings_it_back_as_it_was(qtbot, window):
    words = field(window, QLineEdit, "words")
    qtbot.keyClicks(words, "Silent in the room")
    words.setCursorPosition(4)
    focused_at_first = window.focusWidget()

    qtbot.keyClick(window, Qt.Key.Key_F9)
    hidden = not words.isVisible()
    covers = window.cover.geometry() == window.rect()
    qtbot.keyClick(window, Qt.Key.Key_F9)

    assert hidden
    assert covers
    assert words.isVisible()
    assert (words.text(), words.cursorPosition()) == ("Silent in the room", 4)
    assert window.focusWidget() is focused_at_first


def test_the_cover_tells_before_it_hides_so_that_the_caret_can_be_saved(qtbot, window):
    focused = []
    window.cover.about_to_cover.connect(lambda: focused.append(window.focusWidget()))

    qtbot.keyClick(window, Qt.Key.Key_F9)

    assert focused == [field(window, QLineEdit, "words")]


def test_the_cover_is_lifted_with_its_button_too(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F9)

    press(qtbot, window, "uncover")

    assert field(window, QLineEdit, "words").isVisible()


def test_the_cover_grows_with_the_window(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F9)

    window.resize(900, 700)

    assert window.cover.size() == window.size()
