"""The Emergency page: the number of this hour, and the grab sheet."""

import pytest
from gui_support import field, finish_pages, press
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit
from window_support import settle

from sgdesk.domain.paper import PaperKind
from ui.main_window.places import Place


@pytest.fixture
def window(qtbot, window):
    press(qtbot, window, "emergency")
    settle(qtbot)
    return window


def test_a_team_that_was_told_is_chosen_with_its_number_of_this_hour(qtbot, window):
    page = window.page(Place.EMERGENCY)
    box = field(page, QComboBox, "agency_id")

    box.setCurrentIndex(box.findText("Northtown Duty Team"))

    assert field(page, QPlainTextEdit, "what").isVisibleTo(page)
    assert page._draft.number == "01632 960199"


def test_the_grab_sheet_is_printed_from_the_emergency_page(qtbot, window, demo_desk):
    finish_pages(window)

    press(qtbot, window, "grab-sheet")

    assert window.place is Place.PAPER
    assert window.page(Place.PAPER)._made.paper.kind is PaperKind.GRAB_SHEET


def test_a_number_that_nobody_read_in_an_official_text_says_so(window, demo_desk):
    recalled = [one for one in demo_desk.agencies.lines() if one.check_locally]
    shown = [one.text() for one in window.page(Place.EMERGENCY).findChildren(QLabel)]

    assert recalled
    assert all(f"{one.when} Check locally." in shown for one in recalled)
