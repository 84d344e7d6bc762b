"""A field that gets the focus by its letter comes into sight; nothing moves below the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from ui.kit.layout import lines
from ui.kit.scroll import PageScroll


@pytest.fixture
def page(qtbot):
    page = PageScroll()
    qtbot.addWidget(page)
    page.first, page.last = QLineEdit(), QLineEdit()
    spare = QLabel()
    spare.setFixedHeight(2_000)
    caption = QLabel("&Words")
    caption.setBuddy(page.last)
    for part in (page.first, spare, caption, page.last):
        page.place.addWidget(part)
    page.resize(1_093, 614)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.first.setFocus()
    qtbot.waitUntil(page.first.hasFocus)
    return page


def is_in_sight(page, field):
    top = field.mapTo(page.viewport(), QPoint()).y()
    return lines(1) < top < page.viewport().height() - field.height()


def test_a_field_reached_by_its_letter_comes_into_sight(qtbot, page):
    was = is_in_sight(page, page.last)

    qtbot.keyClick(page.first, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)

    qtbot.waitUntil(lambda: is_in_sight(page, page.last))
    assert page.last.hasFocus()
    assert not was
    assert page.horizontalScrollBar().value() == 0


def test_nothing_moves_below_a_mouse_that_is_pressed(qtbot, page):
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    page.last.setFocus()
    page.verticalScrollBar().setValue(page.first.geometry().bottom() - 4)  # its edge is in sight
    was = page.verticalScrollBar().value()

    QTest.mousePress(page.first, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.first.hasFocus)
    turns = []
    QTimer.singleShot(0, lambda: turns.append("after whatever would scroll"))
    qtbot.waitUntil(lambda: turns != [])

    assert page.verticalScrollBar().value() == was
    QTest.mouseRelease(page.first, Qt.MouseButton.LeftButton)
