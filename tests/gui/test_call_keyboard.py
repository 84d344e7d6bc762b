"""Pages written while one talks, by keyboard: each letter leads to one place, Tab goes down."""

import pytest
from gui_support import finish_pages
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from window_support import settle
from writing_support import concern_of, doubled_letters, letters_with_alt

from sgdesk.domain.call import CallResult
from ui.call.begun import PORTAL_DOWN
from ui.main_window.places import Place
from ui.main_window.writing import open_police

ONE_COLUMN = 640


def call(window, kind, concern=""):
    window.open_call(kind, concern)
    return window.page(Place.CALL)


def emergency(window):
    window.open_place(Place.EMERGENCY)
    return window.page(Place.EMERGENCY)


def police(window):
    open_police(window, "crime")
    return window.page(Place.POLICE)


PAGES = {
    "a portal that is down": lambda window, _desk: call(window, PORTAL_DOWN),
    "a call about a concern": lambda window, desk: call(window, "referral", concern_of(desk)),
    "advice": lambda window, desk: call(window, "consultation", concern_of(desk)),
    "an emergency": lambda window, _desk: emergency(window),
    "the police": lambda window, _desk: police(window),
}


@pytest.fixture(params=PAGES.values(), ids=PAGES)
def page(request, qtbot, window, demo_desk):
    opened = request.param(window, demo_desk)
    finish_pages(window)
    settle(qtbot)
    window.activateWindow()
    return opened


def places_by_tab(qtbot, page):
    """Return each place on a page that Tab comes to from its heading on."""
    page.heading.setFocus()
    found = []
    while True:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is page.heading or not page.isAncestorOf(here):
            return found
        assert here not in found, here.objectName()
        found.append(here)


def place_in(page, widget: QWidget):
    middle = widget.mapTo(page.widget(), widget.rect().center())
    # What stands on one line differs by a few pixels in height.
    return (middle.y() // 10, middle.x())


def test_no_letter_with_alt_leads_to_two_places(page):
    assert "Alt+N" in letters_with_alt(page) or "Alt+I" in letters_with_alt(page)
    assert doubled_letters(page.window()) == []


def test_tab_goes_down_the_page_as_it_is_seen(qtbot, window, page):
    window.resize(ONE_COLUMN, 700)
    settle(qtbot)

    seen = [place_in(page, one) for one in places_by_tab(qtbot, page)]

    assert len(seen) > 15
    assert seen == sorted(seen)


def test_tab_comes_to_the_times_after_the_script_and_then_to_the_buttons(qtbot, window, demo_desk):
    page = call(window, PORTAL_DOWN, concern_of(demo_desk))
    settle(qtbot)
    window.activateWindow()

    seen = [one.objectName() for one in places_by_tab(qtbot, page)]

    assert seen[0] == "call-began"
    assert seen[seen.index("told") + 1] == "say:opening"
    assert seen[seen.index("say:read-back") + 1] == "result"
    assert seen[-4:] == ["ended", "leave", "record-call-print", "record-call"]


def test_tab_goes_past_nothing_that_is_still_being_made(qtbot, window, demo_desk):
    window.activateWindow()
    page = emergency(window)
    assert not page._building.is_done

    qtbot.keyClick(page.heading, Qt.Key.Key_Tab)

    assert QApplication.focusWidget().objectName() == "what"


def test_what_is_begun_anew_while_it_is_being_made_is_made_once(qtbot, window, demo_desk):
    window.activateWindow()
    call(window, "referral", concern_of(demo_desk)).heading.setFocus()
    page = call(window, "consultation")
    qtbot.keyClick(page.heading, Qt.Key.Key_Tab)
    settle(qtbot)

    qtbot.waitUntil(lambda: len(page.findChildren(QComboBox, "concern_id")) == 1)
    assert page.heading.text() == "Ask for advice by telephone"


def test_whoever_disables_what_they_pressed_goes_on_beside_it(qtbot, window, demo_desk):
    page = call(window, "referral", concern_of(demo_desk))
    settle(qtbot)
    window.activateWindow()
    for name in ("call-began", "call-ended"):
        button = page.findChild(QWidget, name)
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)

    assert QApplication.focusWidget().objectName() == f"missed:{CallResult.NO_ANSWER.value}"
