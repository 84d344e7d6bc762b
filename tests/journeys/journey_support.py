"""Somebody at the real window who has a keyboard and nothing else."""

import os
import re

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.exceptions import TimeoutError
from stand_ins import ScriptedAsker

from ui.main_window.shell import Shell

PATIENCE_MS = 20_000
_MOST_STEPS, _MOST_ANSWERS = 300, 12
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """Keys for whatever has the focus, counted. Nothing is pressed or filled in any other way."""

    def __init__(self, qtbot, program, reports):
        self._qtbot = qtbot
        self._reports = reports
        self.program = program
        self.shell = program.shell
        self.keys = 0

    @property
    def at(self):
        """The widget that has the focus."""
        self.wait(lambda: QApplication.focusWidget() is not None)
        return QApplication.focusWidget()

    @property
    def window(self):
        """The window of the unlocked desk."""
        return self.program.window

    def wait(self, holds):
        """Wait until a statement holds; where it never does, tell what is in sight."""
        try:
            self._qtbot.waitUntil(lambda: bool(self._reports or holds()), timeout=PATIENCE_MS)
        except TimeoutError as error:
            raise AssertionError(f"{error}. In sight: {self.read()}") from None
        assert not self._reports, self._reports

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        """Press one key."""
        self.keys += 1
        QTest.keyClick(self.shell.windowHandle(), key, modifiers)
        QApplication.processEvents()

    def hold(self, key):
        """Press a key together with Ctrl."""
        self.press(key, _CONTROL)

    def write(self, text):
        """Type letters where the focus is."""
        self.keys += len(text)
        for letter in text:
            if letter.isascii():
                QTest.keyClick(self.shell.windowHandle(), letter)
            else:
                self._write_other(letter)
        QApplication.processEvents()

    def tab_to(self, name):
        """Press Tab until the widget whose name ends like this has the focus."""
        return self._tab_until(lambda widget: widget.objectName().endswith(name), name)

    def fill(self, name, text):
        """Go to a field and type this in place of what is there."""
        self.tab_to(name)
        self.hold(Qt.Key.Key_A)
        self.press(Qt.Key.Key_Delete)
        self.write(text)

    def fill_all(self, prefix, **texts):
        """Fill several fields, in the order in which Tab comes to them."""
        for field, text in texts.items():
            self.fill(f"{prefix}{field}", text)

    def push(self, name):
        """Go to a button and press it."""
        self.tab_to(name)
        self.press(Qt.Key.Key_Space)

    def tick(self, name):
        """Go to a box and tick it."""
        if not self.tab_to(name).isChecked():
            self.press(Qt.Key.Key_Space)
        assert self.at.isChecked()

    def answer(self, field, value):
        """Go to a question with buttons and choose an answer, by its value or by its words."""
        self._tab_until(lambda widget: f"{field}=" in widget.objectName(), field)
        for _other in range(_MOST_ANSWERS):
            if self._stands_for(field, value):
                break
            self._press_first(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Tab)
        assert self._stands_for(field, value), f"{value} is no answer to {field}"
        if not self.at.isChecked():
            self.press(Qt.Key.Key_Space)
        assert self.at.isChecked()

    def choose(self, name, text):
        """Go to a list and choose the entry that begins with these letters."""
        box = self.tab_to(name)
        assert isinstance(box, QComboBox)

        def places():
            entries = [box.itemText(at).casefold() for at in range(box.count())]
            return [at for at, entry in enumerate(entries) if entry.startswith(text.casefold())]

        self.wait(places)
        wanted = places()
        key = Qt.Key.Key_Down if box.currentIndex() < wanted[0] else Qt.Key.Key_Up
        for _entry in range(abs(wanted[0] - box.currentIndex())):
            self.press(key)
        assert box.currentIndex() == wanted[0]

    def go_to(self, place, heading):
        """Go to a place of the window by its name at the left."""
        self._tab_until(lambda widget: widget.objectName().startswith("go:"), place)
        for _other in range(_MOST_ANSWERS):
            if self.at.objectName() == f"go:{place}":
                break
            self.press(Qt.Key.Key_Down)
        self.press(Qt.Key.Key_Space)
        self.heading(heading)

    def unlock(self, passphrase):
        """Type a passphrase on the lock page, and wait for Today."""
        self.tab_to("passphrase")
        self.write(passphrase)
        self.press(Qt.Key.Key_Return)
        self.wait(lambda: self.window is not None)

    def go_on(self, heading):
        """Press Next, and be on the page of this heading."""
        self.push("next")
        self.heading(heading)

    def heading(self, text):
        """Wait for a page with this heading."""
        self.wait(lambda: any(text in one.text() for one in self._shown(QLabel, "heading")))

    def says(self, sentence):
        """Wait until these words can be read in the window."""
        self.wait(lambda: sentence in self.read())

    def read(self):
        """Return every word that can be read in the window."""
        labels = [one.text() for one in self._shown(QLabel)]
        buttons = [one.text() for one in self._shown(QAbstractButton)]
        return "\n".join(re.sub("<[^>]*>", "", text) for text in labels + buttons)

    def problem(self, name):
        """Return what a label of problems says, without its mark; nothing while it is hidden."""
        found = [one for one in self._shown(QLabel) if one.objectName().endswith(name)]
        return found[0].text().removeprefix("!").strip() if found else ""

    def text(self, name):
        """Return what stands in the field whose name ends like this."""
        self.wait(lambda: self._fields(name))
        (field,) = self._fields(name)
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()

    def field(self, name):
        """Return the widget in sight whose name ends like this."""
        found = [one for one in self._shown(QWidget) if one.objectName().endswith(name)]
        assert found, f"nothing in sight is called {name}"
        return found[0]

    def _write_other(self, letter):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self.at, key)

    def _tab_until(self, is_wanted, name):
        # What is read from the store comes a moment after the page.
        self.wait(lambda: any(is_wanted(one) for one in self._shown(QWidget)))
        met = set()
        for _step in range(_MOST_STEPS):
            widget = self.at
            if is_wanted(widget):
                return widget
            met.add(widget.objectName())
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}, only to {sorted(met)}")

    def _stands_for(self, field, value):
        # By its words only where no answer has this value: "no" is a part of many words.
        exact = f"{field}={value}"
        if any(one.objectName().endswith(exact) for one in self._shown(QAbstractButton)):
            return self.at.objectName().endswith(exact)
        return f"{field}=" in self.at.objectName() and value in self.at.accessibleName()

    def _fields(self, name):
        fields = [*self._shown(QLineEdit), *self._shown(QPlainTextEdit)]
        return [one for one in fields if one.objectName().endswith(name)]

    def _press_first(self, *keys):
        here = self.at
        for key in keys:
            if self.at is here:
                self.press(key)

    def _shown(self, kind, name=None):
        return [one for one in self.shell.findChildren(kind, name) if one.isVisible()]


def pause(milliseconds):
    """Let the window live on for a moment. QTest's own wait would stop the worker meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Answers(ScriptedAsker):
    """Prepared answers to dialogs. Keeps the file names that were proposed, and reports of bugs."""

    def __init__(self):
        super().__init__()
        self.proposed = []
        self.reports = []

    def confirm(self, title, text, yes, no, danger=False):
        if title == "Sign the record?":
            self.seen.append(text)
            return True
        return super().confirm(title, text, yes, no, danger)

    def tell(self, title, text, details=""):
        super().tell(title, text, details)
        if details:
            self.reports.append(details)

    def choose_file_to_save(self, title, proposed, kind):
        self.proposed.append(proposed)
        return super().choose_file_to_save(title, proposed, kind)


class StrayWindows(QObject):
    """Notes every part that is shown as a window of its own: it would take the keys away."""

    def __init__(self, app):
        super().__init__(app)
        self.seen = []
        app.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - as Qt calls it
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            is_part = watched.windowType() is Qt.WindowType.Window or not watched.windowType()
            if watched.isWindow() and is_part and not isinstance(watched, Shell):
                self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def ended(qtbot, program):
    """Close the window as its own button does, and wait until all is saved.

    What hangs on the application, which goes on here, is taken off it by `start`.
    """
    if not program.shell.may_close:
        program.shell.close()
        qtbot.waitUntil(lambda: program.shell.may_close, timeout=PATIENCE_MS)
    program.shell.deleteLater()


def not_here(reason):
    """Skip a test that cannot be run here; where all must run, fail instead."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
