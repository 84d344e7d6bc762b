import pytest
from gui_support import field
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.kit.beside import Beside
from ui.kit.cards import Card, Sentence, button
from ui.kit.flow_layout import FlowLayout
from ui.kit.focus_ring import FocusRing
from ui.kit.layout import clear, column, letters
from ui.kit.scroll import PageScroll
from ui.kit.step_page import StepPage
from ui.kit.tab_order import go_on_by_tab


@pytest.fixture
def host(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_row_wraps_where_it_is_narrow_and_its_height_follows(host):
    layout = FlowLayout(host)
    for number in range(6):
        layout.addWidget(button(f"Button {number}"))
    host.show()

    host.resize(2_000, 400)
    wide = layout.heightForWidth(2_000)
    narrow = layout.heightForWidth(200)

    assert narrow >= 3 * wide
    assert layout.heightForWidth(layout.sizeHint().width()) == wide


def test_a_row_can_stand_at_the_right(host):
    layout = FlowLayout(host, to_right=True)
    link = button("Save and close")
    layout.addWidget(link)
    host.resize(800, 100)
    host.show()

    assert link.geometry().right() == host.rect().right()


def test_a_long_sentence_takes_the_lines_it_needs(host):
    layout = FlowLayout(host)
    layout.addWidget(Sentence("word " * 80))
    layout.addWidget(button("Read the guidance", "link-small"))
    host.show()

    assert layout.heightForWidth(400) > 4 * layout.heightForWidth(8_000)


def test_items_can_be_taken_out(host):
    layout = FlowLayout(host)
    layout.addWidget(button("One"))

    clear(layout)

    assert layout.count() == 0
    assert layout.itemAt(0) is None


def test_fields_beside_each_other_go_below_each_other_where_there_is_no_room(qtbot, host):
    outside = column(host)
    place = Beside(16)
    first, second = QLineEdit(), QLineEdit()
    place.add(first)
    place.add(second)
    outside.addWidget(place)
    host.show()

    host.resize(letters(60), 300)
    qtbot.waitUntil(lambda: first.y() == second.y() and first.x() < second.x())
    host.resize(letters(25), 300)

    qtbot.waitUntil(lambda: first.y() < second.y() and first.x() == second.x())


def test_a_card_at_the_right_goes_below_where_there_is_no_room(qtbot):
    page, card = StepPage(), Card("The pack so far")
    page.add(QLabel("What goes"))
    page.add_aside(card)
    qtbot.addWidget(page)
    page.show()

    def left():
        return card.mapTo(page, card.rect().topLeft()).x()

    page.resize(letters(130), 600)
    qtbot.waitUntil(lambda: left() > letters(60))
    page.resize(letters(80), 600)

    qtbot.waitUntil(lambda: left() < letters(5))


def ringed():
    return [one.widget() for one in QApplication.allWidgets() if isinstance(one, QFocusFrame)]


def test_the_ring_follows_the_fields_and_survives_the_ones_that_go(qtbot, qapp):
    ring = FocusRing(qapp)
    windows = []
    for _n in range(2):
        window = QWidget()
        layout = QVBoxLayout(window)
        for name in ("name", "born"):
            line = QLineEdit()
            line.setObjectName(name)
            layout.addWidget(line)
        window.show()
        window.activateWindow()
        line = field(window, QLineEdit, "born")
        line.setFocus()
        qtbot.waitUntil(lambda line=line: line in ringed())
        windows.append(line.objectName())
        window.deleteLater()
        with qtbot.waitSignal(window.destroyed):
            pass

    assert windows == ["born", "born"]
    qapp.focusChanged.disconnect(ring._on_focus_changed)


def test_a_field_that_is_scrolled_to_has_its_ring(qtbot, qapp):
    ring = FocusRing(qapp)
    page = PageScroll()
    qtbot.addWidget(page)
    fields = [QLineEdit() for _n in range(40)]
    for one in fields:
        page.place.addWidget(one)
    page.resize(400, 300)
    page.show()
    page.activateWindow()
    fields[0].setFocus()
    qtbot.waitUntil(lambda: fields[0] in ringed())

    fields[-1].setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.waitUntil(lambda: ring._frame.isVisible() and ring._frame.widget() is fields[-1])
    qapp.focusChanged.disconnect(ring._on_focus_changed)


def test_tab_goes_in_the_order_of_the_page_even_for_what_was_added_later(qtbot, host):
    outside = column(host)
    page, below = QWidget(), QPushButton("Next")
    inside = column(page)
    outside.addWidget(page)
    outside.addWidget(below)
    late = [QLineEdit(), QLineEdit()]
    for line in late:
        inside.addWidget(line)
    host.show()
    host.activateWindow()
    below.setFocus()

    seen = []
    for _n in range(3):
        go_on_by_tab(host, forward=True)
        seen.append(host.focusWidget())
    go_on_by_tab(host, forward=False)

    assert seen == [late[0], late[1], below]
    assert host.focusWidget() is late[1]
    assert late[1].focusPolicy() & Qt.FocusPolicy.TabFocus
