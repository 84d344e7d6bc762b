"""The Emergency page: the number of this hour, and the grab sheet."""

import pytest
from gui_support import field, finish_pages, press
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from window_support import says, settle
from writing_support import concern_of

from sgdesk.domain.paper import PaperKind
from ui.main_window.places import Place
from ui.record.wizard import RecordWizard
from ui.share.wizard import ShareWizard

WHAT = "A man shouted at a boy outside."


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


def write(window, **typed):
    page = window.page(Place.EMERGENCY)
    for name, text in typed.items():
        kind = QPlainTextEdit if name in ("what", "said", "agreed") else QLineEdit
        box = field(page, kind, name)
        box.setPlainText(text) if kind is QPlainTextEdit else box.setText(text)
    finish_pages(window)
    return page


def concerns(desk):
    return [one.line.reference for one in desk.concerns.newest()]


def test_back_from_the_emergency_record_leads_to_the_concern_it_became(qtbot, window, demo_desk):
    before = concerns(demo_desk)
    press(qtbot, write(window, what=WHAT), "record")
    settle(qtbot)
    assert window.place is Place.PAPER

    window.go_back()
    settle(qtbot)

    (made,) = set(concerns(demo_desk)) - set(before)
    assert window.place is Place.CONCERN
    says(qtbot, window.page(Place.CONCERN), made)
    says(qtbot, window.page(Place.CONCERN), WHAT)
    says(qtbot, window.page(Place.CONCERN), "Continue recording")


def test_back_from_the_grab_sheet_leads_to_what_is_being_typed(qtbot, window):
    press(qtbot, write(window, what=WHAT, name="A boy of about 6"), "grab-sheet")
    settle(qtbot)

    window.go_back()
    settle(qtbot)

    page = window.page(Place.EMERGENCY)
    assert window.place is Place.EMERGENCY
    assert field(page, QPlainTextEdit, "what").toPlainText() == WHAT
    assert field(page, QLineEdit, "name").text() == "A boy of about 6"


def test_a_record_without_anybody_is_not_begun_and_999_stays_in_sight(qtbot, window, demo_desk):
    before = concerns(demo_desk)
    page = window.page(Place.EMERGENCY)
    finish_pages(window)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())

    field(page, QPushButton, "emergency-record").click()
    settle(qtbot)

    asked = field(page, QLabel, "name:problem").text()
    assert asked == "!  Write who it is, as far as you know, such as “a boy of about 6”."
    assert window.place is Place.EMERGENCY
    assert window.wizard is None
    assert concerns(demo_desk) == before
    number = next(one for one in page.findChildren(QLabel) if one.text() == "999")
    qtbot.waitUntil(
        lambda: page.viewport().rect().contains(number.mapTo(page.viewport(), QPoint()))
    )


def test_the_whole_record_begins_with_what_was_typed(qtbot, window, demo_desk):
    page = write(window, name="A boy of about 6", what=WHAT, said="I want to go home.",
                 told_whom="J. Okoro", number="01632 960199")  # fmt: skip

    press(qtbot, page, "emergency-record")
    settle(qtbot)

    draft = window.wizard.draft
    assert draft.person.name == "A boy of about 6"
    assert [one.text for one in draft.facts[:1]] == [WHAT]
    assert draft.facts[1].words == "I want to go home."
    assert [one.spoke_to for one in demo_desk.calls.of(draft.id)] == ["J. Okoro"]
    assert not [one for one in demo_desk.today.view().drafts if one.flow == "emergency"]


def test_whoever_leaves_the_whole_record_comes_back_to_where_they_came_from(qtbot, window):
    press(qtbot, write(window, name="A boy of about 6"), "emergency-record")
    settle(qtbot)

    press(qtbot, window.wizard, "save-and-close")
    settle(qtbot)

    assert window.place is Place.TODAY
    says(qtbot, window.page(Place.TODAY), "SG-2026-0034")


def test_what_the_page_asks_for_the_record_is_not_asked_for_the_paper(qtbot, window):
    press(qtbot, write(window, what=WHAT), "emergency-record")
    settle(qtbot)
    assert window.wizard is None

    press(qtbot, window.page(Place.EMERGENCY), "record")
    settle(qtbot)

    assert window.place is Place.PAPER


def test_a_decision_set_aside_is_saved_before_the_whole_record_begins(qtbot, window, demo_desk):
    window.share(concern_of(demo_desk))
    settle(qtbot)
    assert isinstance(window.wizard, ShareWizard)
    window.open_place(Place.EMERGENCY)
    settle(qtbot)

    press(qtbot, write(window, name="A boy of about 6"), "emergency-record")
    settle(qtbot)

    assert isinstance(window.wizard, RecordWizard)
    assert window.wizard.draft.person.name == "A boy of about 6"
    assert [one.flow for one in demo_desk.today.view().drafts].count("share") == 1


def test_a_record_set_aside_comes_back_and_what_was_typed_stays_a_draft(qtbot, window, demo_desk):
    window.record()
    settle(qtbot)
    recording = window.wizard
    window.open_place(Place.EMERGENCY)
    settle(qtbot)

    press(qtbot, write(window, name="A boy of about 6"), "emergency-record")
    settle(qtbot)

    assert window.wizard is recording
    assert recording.isVisible()
    window.save_all(lambda: None)
    assert [one.flow for one in demo_desk.today.view().drafts].count("emergency") == 1


def test_a_team_that_nobody_answers_at_this_hour_stands_after_those_that_answer(window, demo_desk):
    agencies = demo_desk.agencies.list()
    closed = [one.name for one in agencies if demo_desk.agencies.right_number(one).is_closed]
    shown = [one.text() for one in window.page(Place.EMERGENCY).findChildren(QLabel)]
    in_order = sorted((one.name for one in agencies), key=shown.index)

    assert closed == ["Northtown Adult Social Care"]
    assert in_order[-1:] == closed


@pytest.mark.parametrize(("width", "columns"), [(1366, 3), (1093, 2)])
def test_the_numbers_stand_in_as_many_columns_as_there_is_room_for(
    qtbot, window, demo_desk, width, columns
):
    page = window.page(Place.EMERGENCY)
    finish_pages(window)
    names = {one.name for one in demo_desk.agencies.list()}
    window.resize(width, 614)

    def places():
        shown = [one for one in page.findChildren(QLabel) if one.text() in names]
        return {one.mapTo(page, QPoint()).x() for one in shown}

    qtbot.waitUntil(lambda: len(places()) == columns)
