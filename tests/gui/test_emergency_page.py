"""The Emergency page: the number of this hour, and the grab sheet."""

from datetime import date

import pytest
from gui_support import field, finish_pages, press
from msgspec.structs import replace
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
)
from stand_ins import HeldRunner
from window_support import says, settle
from writing_support import concern_of

from sgdesk.domain.concern import Stage
from sgdesk.domain.paper import PaperKind
from ui.main_window.places import Place
from ui.record.wizard import RecordWizard
from ui.share.wizard import ShareWizard

WHAT = "A man shouted at a boy outside."


@pytest.fixture
def runner():
    return HeldRunner()


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


@pytest.fixture
def set_aside(qtbot, window, demo_desk):
    """The id of a record that is being written, set aside for an emergency on its first page."""
    window.record()
    settle(qtbot)
    wizard = window.wizard
    wizard.draft.person = replace(wizard.draft.person, name="Ola Byrne", born=date(2020, 2, 14))
    press(qtbot, wizard, "urgency.immediate_danger=yes")
    wizard.frame.mark_changed()
    finish_pages(window)
    press(qtbot, wizard, "emergency")
    settle(qtbot)
    assert window.place is Place.EMERGENCY
    return wizard.draft.id


def test_an_emergency_of_the_record_set_aside_is_recorded_in_it(
    qtbot, window, demo_desk, set_aside
):
    before = concerns(demo_desk)
    page = write(window, what=WHAT)
    assert field(page, QLineEdit, "name").text() == "Ola Byrne"

    press(qtbot, page, "record")
    settle(qtbot)

    assert window.place is Place.PAPER
    assert concerns(demo_desk) == before
    assert [one.text for one in demo_desk.concerns.open_draft(set_aside).draft.facts] == [WHAT]
    window.go_back()
    settle(qtbot)
    says(qtbot, window.page(Place.CONCERN), "Continue recording")
    press(qtbot, window.page(Place.CONCERN), "next-step")
    settle(qtbot)
    assert [one.text for one in window.wizard.draft.facts] == [WHAT]


def test_what_is_recorded_is_not_lost_to_a_second_press_or_a_lock_meanwhile(
    qtbot, window, demo_desk, runner, set_aside
):
    page = write(window, what=WHAT)
    runner.held = True
    press(qtbot, page, "record")
    runner.let_one_go()  # the record that was set aside is saved, and this is on its way
    press(qtbot, page, "record")
    window.save_all(lambda: None)
    while runner.let_one_go():
        pass
    runner.held = False
    settle(qtbot)

    assert [one.text for one in demo_desk.concerns.open_draft(set_aside).draft.facts] == [WHAT]


def test_the_whole_record_of_an_emergency_is_the_one_set_aside(qtbot, window, demo_desk, set_aside):
    before = concerns(demo_desk)

    press(qtbot, write(window, what=WHAT), "emergency-record")
    settle(qtbot)

    assert window.wizard.isVisible()
    assert window.wizard.draft.id == set_aside
    assert [one.text for one in window.wizard.draft.facts] == [WHAT]
    assert concerns(demo_desk) == before
    window.save_all(lambda: None)
    assert len(demo_desk.concerns.open_draft(set_aside).draft.facts) == 1


@pytest.mark.parametrize(
    ("way", "place"), [("emergency-call", Place.CALL), ("emergency-police", Place.POLICE)]
)
def test_a_call_out_of_an_emergency_is_about_its_record(qtbot, window, set_aside, way, place):
    press(qtbot, window.page(Place.EMERGENCY), way)
    settle(qtbot)

    assert window.place is place
    assert window.page(place)._draft.concern_id == set_aside


def test_an_emergency_of_somebody_else_leaves_the_record_set_aside_as_it_is(
    qtbot, window, demo_desk, set_aside
):
    before = concerns(demo_desk)
    page = write(window, what=WHAT)

    field(page, QRadioButton, "concern_id=").click()
    assert field(page, QLineEdit, "name").text() == ""
    press(qtbot, page, "record")
    settle(qtbot)

    assert len(concerns(demo_desk)) == len(before) + 1
    assert demo_desk.concerns.open_draft(set_aside).draft.facts == []


def test_an_emergency_that_came_up_elsewhere_offers_what_is_being_recorded(
    qtbot, window, demo_desk
):
    press(qtbot, write(window, what=WHAT, name="A boy of about 6"), "record")
    settle(qtbot)
    (made,) = (one.line for one in demo_desk.concerns.newest(stages=(Stage.DRAFT,)))
    press(qtbot, window, "emergency")
    settle(qtbot)
    page = write(window, what="He is back.")
    assert page.concern_id == ""

    press(qtbot, page, f"concern_id={made.id}")
    assert field(page, QLineEdit, "name").text() == "A boy of about 6"
    press(qtbot, page, "record")
    settle(qtbot)

    facts = demo_desk.concerns.open_draft(made.id).draft.facts
    assert [one.text for one in facts] == [WHAT, "He is back."]


def test_a_page_that_is_thrown_away_is_no_draft_any_more(qtbot, window, demo_desk, asker):
    page = write(window, what=WHAT)
    window.save_all(lambda: None)
    assert "emergency" in [one.flow for one in demo_desk.today.view().drafts]

    asker.answers.append(True)
    press(qtbot, page, "leave")
    settle(qtbot)

    assert "emergency" not in [one.flow for one in demo_desk.today.view().drafts]


def test_a_team_that_nobody_answers_at_this_hour_stands_after_those_that_answer(window, demo_desk):
    agencies = demo_desk.agencies.list()
    closed = [one.name for one in agencies if demo_desk.agencies.right_number(one).is_closed]
    shown = [one.text() for one in window.page(Place.EMERGENCY).findChildren(QLabel)]
    in_order = sorted((one.name for one in agencies), key=shown.index)

    assert closed == ["Northtown Adult Social Care"]
    assert in_order[-1:] == closed


def test_the_foot_of_the_page_fits_in_one_line(qtbot, window):
    page = write(window, what=WHAT)
    window.save_all(lambda: None)
    window.resize(1093, 614)
    foot = [field(page, QPushButton, name) for name in ("leave", "grab-sheet", "record")]

    def heights():
        return {one.mapTo(page, one.rect().center()).y() for one in foot}

    qtbot.waitUntil(lambda: page._saved.text() != "" and len(heights()) == 1)


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


def test_a_signed_concern_in_sight_is_offered_to_be_linked_and_never_chosen_by_itself(
    qtbot, window, demo_desk
):
    concern_id = demo_desk.exchange.concern_of("SG-2026-0026")
    window.open_concern(concern_id)
    settle(qtbot)
    before = concerns(demo_desk)
    press(qtbot, window, "emergency")
    settle(qtbot)
    page = window.page(Place.EMERGENCY)
    assert page.concern_id == ""
    assert field(page, QLineEdit, "name").text() == ""

    offered = f"concern_id={concern_id}"
    assert field(page, QRadioButton, offered).text() == (
        "A new record, linked with SG-2026-0026 · D.W., 81 y"
    )
    press(qtbot, page, offered)
    write(window, what=WHAT)
    assert field(page, QLineEdit, "name").text() == "Dora Wills"
    press(qtbot, page, "record")
    settle(qtbot)

    assert len(concerns(demo_desk)) == len(before) + 1
    assert not any(
        one.text == WHAT
        for one in demo_desk.concerns.get(concern_id).concern.facts
        if hasattr(one, "text")
    )
    new = demo_desk.concerns.newest()[0].line
    assert demo_desk.concerns.open_draft(new.id).draft.beside == concern_id
