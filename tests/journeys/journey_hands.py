"""Somebody at the real window with a keyboard and nothing else; what a mouse shares with it."""

from journey_support import Keyboard
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.kit.gradually import Gradually
from ui.record.item_card import ItemCard

_NONE = Qt.KeyboardModifier.NoModifier
_DIALOG_MS, _MOST_STEPS = 50, 300


class OneHand(Keyboard):
    """What both hands do."""

    def __init__(self, keyboard):
        super().__init__(keyboard._qtbot, keyboard.program, keyboard._reports)

    def fill(self, name, text):
        """Go to a field; type this in it, in place of what is there."""
        there = self._words_at(self.tab_to(name))
        if there == text:
            return
        if there:
            self.hold(Qt.Key.Key_A)
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press(Qt.Key.Key_Return)
            self.write(line)

    def is_in_sight(self, name):
        """Say whether something that is called so can be seen."""
        return bool(self.named(name))

    def names_in_sight(self, part):
        """Return the whole names of what can be seen with this in its name."""
        return [one.objectName() for one in self._shown(QWidget) if part in one.objectName()]

    def open_card(self, title):
        """Open the closed card of this title, once it is made."""
        self.wait(lambda: self._closed_cards(title))
        self.push(self._closed_cards(title)[0])

    def _closed_cards(self, title):
        return [
            one.objectName()
            for one in self._shown(QAbstractButton)
            if one.objectName().endswith(":change") and title in one.accessibleName()
        ]

    def is_made(self):
        """Say whether nothing in sight is still being made, or going."""
        makers = [one for one in self.shell.findChildren(Gradually) if not one.is_done]
        parts = [one.parent() for one in makers]
        return not any(isinstance(part, QWidget) and part.isVisible() for part in parts)

    def in_dialog(self, act):
        """Do this in the next dialog as soon as it is there."""

        def look():
            box = QApplication.activeModalWidget()
            if box is None or not box.isVisible():
                QTimer.singleShot(_DIALOG_MS, look)
                return
            act(box)
            assert not box.isVisible(), "the dialog does not go"

        QTimer.singleShot(_DIALOG_MS, look)

    def _words_at(self, field):
        return field.toPlainText() if hasattr(field, "toPlainText") else field.text()

    def named(self, name):
        """Return what is in sight of this name, that of the open card first."""
        found = [
            one
            for one in self.shell.findChildren(QWidget)
            if one.objectName().endswith(name) and one.isVisible()
        ]
        return sorted(found, key=lambda one: not is_in_open_card(one))


class KeysAlone(OneHand):
    """Tab, Shift+Tab, arrows, Space, Enter and letters; whichever way is shorter to the eye."""

    name = "keys"

    def new_record(self):
        """Begin a record from anywhere."""
        self.hold(Qt.Key.Key_N)

    def mark(self, view, place):
        """Make a mark by the name of its place."""
        self.tab_to("add-mark")
        self.write(place.name)
        self.press(Qt.Key.Key_Return)

    def turn_to(self, tab):
        """Go to a row of tabs, by arrows along it, and press Space."""
        row = tab.partition(":")[0]
        self._tab_until(lambda one: one.objectName().startswith(f"{row}:"), row)
        for _step in range(_MOST_STEPS):
            if self.at.objectName() == tab:
                break
            self.press(Qt.Key.Key_Right)
        self.press(Qt.Key.Key_Space)
        assert self.at.isChecked()

    def tooth(self, finding):
        """Note on the chart what was found on a tooth, by the letters of the findings."""
        chart = self.named("tooth-chart")[0]
        at = self._tab_until(lambda one: one.objectName().startswith("tooth:"), "a tooth")
        goal = chart.findChild(QWidget, f"tooth:{finding.tooth}").geometry().center()
        for _step in range(_MOST_STEPS):
            way = goal - at.geometry().center()
            if at.objectName() == f"tooth:{finding.tooth}":
                break
            down = abs(way.y()) > at.height() // 2
            keys = Qt.Key
            up_or_down = keys.Key_Down if way.y() > 0 else keys.Key_Up
            aside = keys.Key_Right if way.x() > 0 else keys.Key_Left
            self.press(up_or_down if down else aside)
            at = self.at
        self.press(Qt.Key.Key_Return)

    def sign(self):
        """Press the last button, and Enter in the dialog that asks whether one is sure."""
        self.in_dialog(lambda box: QTest.keyClick(box.windowHandle(), Qt.Key.Key_Return))
        self.keys += 1
        self.push("next")

    def _tab_until(self, is_wanted, name):
        self.wait(lambda: any(is_wanted(one) for one in self._shown(QWidget)))
        met = []
        back = None
        for _step in range(_MOST_STEPS):
            widget = self.at
            if is_wanted(widget):
                return widget
            met.append(widget.objectName())
            if back is None:
                back = self._is_before(is_wanted, widget)
            key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
            self.press(key, Qt.KeyboardModifier.ShiftModifier if back else _NONE)
        raise AssertionError(f"Tab never comes to {name}, only to {met[:80]}")

    def _is_before(self, is_wanted, here):
        """Say whether the eye finds it above where one is."""
        there = [one for one in self._shown(QWidget) if is_wanted(one)]
        top = min(_place(one).y() for one in there) if there else 0
        return here.objectName() not in ("heading", "next") and top < _place(here).y()


def is_in_open_card(widget):
    """Say whether a widget is in the card that is being written in."""
    around = widget
    while around is not None:
        if isinstance(around, ItemCard):
            return around.form is not None
        around = around.parentWidget()
    return False


def _place(widget):
    return widget.mapToGlobal(QPoint(0, 0))
