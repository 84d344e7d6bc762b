"""Somebody at the real window who clicks and drags, and types words into what was clicked."""

from journey_hands import OneHand, is_in_open_card
from journey_support import pause
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QRadioButton,
)

from sgdesk.domain.maps import place_named
from ui.kit.scroll import PageScroll

_NONE = Qt.KeyboardModifier.NoModifier
_LEFT = Qt.MouseButton.LeftButton
_MOST_TURNS, _TURN = 200, 120
_HELD_MS, _STILL_MS = 20, 6
# First clicked on the other side, as one does by mistake.
_PULLED_FROM = {"right-shoulder-blade": "left-shoulder-blade"}


class MouseAndWords(OneHand):
    """Clicks by the place on the screen; letters go into the field that was clicked."""

    name = "mouse"

    def new_record(self):
        """Begin a record from the bar on top."""
        self.push("record")

    def tab_to(self, name):
        """Click on a field."""
        self.wait(lambda: self.is_made() and self.named(name))
        self._click(self.named(name)[0])
        at = self.at
        assert at.objectName().endswith(name), f"{name} was clicked, {at.objectName()} has the keys"
        return at

    def push(self, name):
        """Click on a button."""
        self.wait(lambda: self.is_made() and self.named(name))
        self._press_button(self.named(name)[0])

    def tick(self, name):
        """Click on a box that is not ticked yet."""
        self.wait(lambda: self.is_made() and self.named(name))
        if not self.named(name)[0].isChecked():
            self._press_button(self.named(name)[0])
        # A known mark has its card made anew at another place.
        assert self.named(name)[0].isChecked()

    def answer(self, field, value):
        """Click on an answer, by its value or by its words, once all of the page is made."""
        self.wait(self.is_made)
        named = [one for one in self._shown(QAbstractButton) if f"{field}=" in one.objectName()]
        named.sort(key=lambda one: not is_in_open_card(one))
        fitting = [one for one in named if one.objectName().endswith(f"{field}={value}")]
        fitting += [one for one in named if value in one.accessibleName()]
        assert fitting, f"{value} is no answer to {field}"
        if not fitting[0].isChecked():
            self._press_button(fitting[0])
        assert fitting[0].isChecked()

    def choose(self, name, text):
        """Open a list with a click, and click on the entry that begins with these letters."""
        self.wait(lambda: self.is_made() and self.named(name))
        box = self.named(name)[0]
        self._click(box)
        self.wait(box.view().isVisible)
        entries = [box.itemText(at).casefold() for at in range(box.count())]
        at = next(at for at, one in enumerate(entries) if one.startswith(text.casefold()))
        view = box.view()
        spot = view.visualRect(box.model().index(at, 0)).center()
        assert view.viewport().rect().contains(spot), f"{text} is not in sight in its list"
        inside = view.window()
        place = view.viewport().mapTo(inside, spot)
        QTest.mouseMove(inside.windowHandle(), place)
        pause(_HELD_MS)
        self._press_and_let_go(inside.windowHandle(), place)
        self.wait(lambda: box.currentIndex() == at)

    def mark(self, view, place):
        """Turn to the view, and click on the middle of the place; pull some marks there instead."""
        self._turn_to(view)
        body = self.named("body-map")[0]
        spot = body.to_widget(*place.centre).toPoint()
        if place.id not in _PULLED_FROM:
            self._click(body, spot)
            return
        first = place_named(view, _PULLED_FROM[place.id])
        self._click(body, body.to_widget(*first.centre).toPoint())
        self._pull(body, body.marks()[-1], spot)

    def turn_to(self, tab):
        """Click on a tab."""
        self.push(tab)

    def tooth(self, finding):
        """Click on a tooth of the chart."""
        self._click(self.named(f"tooth:{finding.tooth}")[0])

    def sign(self):
        """Click on the last button, and on the first one of the dialog."""
        self.in_dialog(lambda box: self._accept(box))
        self._click(self.named("next")[0])

    def _accept(self, box):
        accept = box.defaultButton()
        spot = accept.mapTo(box, accept.rect().center())
        QTest.mouseClick(box.windowHandle(), _LEFT, _NONE, spot)

    def _pull(self, body, mark, spot):
        start = self._bring(mark, mark.rect().center())
        way = spot - mark.geometry().center()
        handle = self.shell.windowHandle()
        QTest.mousePress(handle, _LEFT, _NONE, start)
        for part in (1, 2, 3):
            QTest.mouseMove(handle, start + way * part / 3)
            pause(_HELD_MS)
        QTest.mouseRelease(handle, _LEFT, _NONE, start + way)
        pause(_HELD_MS)

    def _turn_to(self, view):
        if not self.is_in_sight(f"map:{view.facing}"):
            part = "body" if view.facing in ("front", "back", "left", "right") else "head"
            self.push(f"part:{part}")
        self.push(f"map:{view.facing}")

    def _press_button(self, button):
        pressed = []
        button.clicked.connect(lambda: pressed.append(True))
        name = button.objectName()
        self._click(button)
        assert pressed == [True], f"a click on {name} did nothing"

    def _click(self, widget, spot=None):
        """Click as a hand does: the button stays down for a moment, and the mouse does not move."""
        at = self._bring(widget, spot or _middle(widget))
        under = self.shell.childAt(at)
        name = widget.objectName()
        covered = under is widget or widget.isAncestorOf(under)
        assert covered, f"{under} lies over {name}"
        self._press_and_let_go(self.shell.windowHandle(), at)

    def _press_and_let_go(self, handle, at):
        QTest.mouseMove(handle, at)
        QTest.mousePress(handle, _LEFT, _NONE, at)
        pause(_HELD_MS)
        QTest.mouseRelease(handle, _LEFT, _NONE, at)
        QApplication.processEvents()

    def _bring(self, widget, spot):
        """Turn the wheel until a spot of a widget is in sight and stays where it is."""
        for _turn in range(_MOST_TURNS):
            at = self._still(widget, spot)
            area = self._around(widget)
            if area is None:
                return at
            sight = area.viewport()
            within = sight.mapFrom(self.shell, at).y()
            margin = min(40, sight.height() // 6)
            if margin <= within <= sight.height() - margin or not self._wheel(area, within):
                return at
        raise AssertionError(f"{widget.objectName()} never comes into sight")

    def _still(self, widget, spot):
        """Wait, as an eye does, until the page is made and the spot stays; return where it is."""
        self.wait(self.is_made)
        while True:
            before = widget.mapTo(self.shell, spot)
            pause(_STILL_MS)
            if widget.mapTo(self.shell, spot) == before:
                return before

    def _wheel(self, area, within):
        if QApplication.activePopupWidget() is not None:
            # An open list keeps the wheel to itself: a press beside it closes it.
            at = area.viewport().mapTo(self.shell, QPoint(4, area.viewport().height() // 2))
            self._press_and_let_go(self.shell.windowHandle(), at)
        sight, bar = area.viewport(), area.verticalScrollBar()
        before = bar.value()
        at = QPointF(sight.mapTo(self.shell, QPoint(sight.width() // 2, sight.height() // 2)))
        turn = QPoint(0, _TURN if within < sight.height() // 2 else -_TURN)
        QTest.wheelEvent(self.shell.windowHandle(), at, turn)
        QApplication.processEvents()
        return bar.value() != before

    def _around(self, widget):
        """Return the page that scrolls, where the widget is on one."""
        around = widget.parentWidget()
        while around is not None and not isinstance(around, PageScroll):
            around = around.parentWidget()
        return around


def _middle(widget):
    middle = widget.rect().center()
    if isinstance(widget, QCheckBox | QRadioButton):
        return QPoint(min(middle.x(), widget.height() // 2), middle.y())
    if isinstance(widget, QAbstractButton | QComboBox):
        return middle
    return QPoint(min(middle.x(), 12), min(middle.y(), 12))
