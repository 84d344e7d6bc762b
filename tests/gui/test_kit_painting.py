"""What a long turn changes is painted in the next one, and nothing typed meanwhile is lost."""

from time import thread_time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from ui.kit.gradually import Gradually
from ui.kit.layout import column
from ui.kit.painting import PaintedLater
from ui.kit.scroll import PageScroll


@pytest.fixture
def page(qtbot):
    page = PageScroll()
    qtbot.addWidget(page)
    page.field = QLineEdit()
    page.place.addWidget(page.field)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.field.setFocus()
    qtbot.waitUntil(lambda: not PaintedLater.is_waited_for())
    return page


def is_painted(page):
    return page.viewport().updatesEnabled() and not PaintedLater.is_waited_for()


def test_what_was_put_off_is_painted_a_moment_later(qtbot, page):
    PaintedLater.add(page.field)
    was_painted = is_painted(page)

    qtbot.waitUntil(lambda: is_painted(page))

    assert not was_painted


def test_putting_off_twice_does_not_put_off_for_longer(qtbot, page):
    PaintedLater.add(page.field)
    PaintedLater.add(page.field)

    qtbot.waitUntil(lambda: is_painted(page))


def test_a_page_that_went_meanwhile_is_not_waited_for(qtbot):
    page = PageScroll()
    field = QLineEdit()
    page.place.addWidget(field)
    with qtbot.waitExposed(page):
        page.show()
    PaintedLater.add(field)
    del field

    page.deleteLater()

    qtbot.waitUntil(lambda: not PaintedLater.is_waited_for())


def test_what_nobody_sees_is_not_put_off(qtbot):
    page = PageScroll()
    qtbot.addWidget(page)
    field = QLineEdit()
    page.place.addWidget(field)

    PaintedLater.add(field)

    assert is_painted(page)


def test_letters_typed_while_parts_are_made_are_kept(qtbot, page):
    making = Gradually(page.field)
    letters = "Marks on the left cheek"

    def part(letter):
        page.place.addWidget(QLabel(letter))
        QTest.keyClick(page.field, letter)

    making.add(*(lambda one=one: part(one) for one in letters))
    making.go_on()
    qtbot.waitUntil(lambda: making.is_done)
    qtbot.waitUntil(lambda: is_painted(page))

    assert page.field.text() == letters
    assert page.field.hasFocus()


class Counted(QWidget):
    """Counts how often it was painted."""

    painted = 0

    def paintEvent(self, event):  # noqa: N802 - Qt's own name
        self.painted += 1


def work():
    """Work for longer than a turn begins parts for."""
    until = thread_time() + 0.004
    while thread_time() < until:
        pass


def test_a_turn_that_had_work_of_its_own_gets_no_part(qtbot):
    done, others = [], QTimer()

    def on_turn():
        if len(done) < 2:
            work()
            done.append("work")

    others.timeout.connect(on_turn)
    making = Gradually(others)
    making.add(lambda: done.append("part"))
    others.start(0)
    making.go_on()
    qtbot.waitUntil(lambda: making.is_done)

    assert done == ["work", "work", "part"]


def test_no_part_is_made_before_the_one_before_is_painted(qtbot, page):
    counted = Counted()
    counted.setMinimumHeight(20)
    page.place.addWidget(counted)
    qtbot.waitUntil(lambda: counted.painted > 0)
    making = Gradually(page.field)
    found = []

    def part():
        found.append(counted.painted)
        counted.update()
        work()

    making.add(part, part, part)
    making.go_on()
    qtbot.waitUntil(lambda: making.is_done)

    assert found[0] < found[1] < found[2]


def test_return_still_presses_while_a_page_waits_to_be_painted(page):
    pressed = []
    page.field.returnPressed.connect(lambda: pressed.append(1))

    PaintedLater.add(page.field)
    QTest.keyClick(page.field, Qt.Key.Key_Return)

    assert pressed


def test_a_window_goes_on_being_painted_whatever_was_put_off_in_it(qtbot):
    window, part = QWidget(), Counted()
    qtbot.addWidget(window)
    column(window).addWidget(part)
    window.resize(200, 200)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: part.painted > 0)

    for _time in range(3):
        part.update()
        PaintedLater.add(part)
        QApplication.sendPostedEvents()  # what Qt asked for before comes while it is put off
        qtbot.waitUntil(lambda: not PaintedLater.is_waited_for())
    before = part.painted
    part.update()

    qtbot.waitUntil(lambda: part.painted > before, timeout=1_000)
