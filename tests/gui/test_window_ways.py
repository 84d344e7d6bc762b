"""Ways through the window: keys, wizards that come and go, and back to where one was."""

import pytest
from gui_support import field, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QTableView
from window_support import Printers, open_window, says, settle, texts

from sgdesk.domain.answers import YesNo
from sgdesk.settings import Settings
from ui.main_window.places import Place
from ui.record.wizard import RecordWizard
from ui.share.wizard import ShareWizard

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def mia(demo_desk):
    return next(
        one.line for one in demo_desk.concerns.find("trampoline")
        if one.line.reference == "SG-2026-0031"
    )  # fmt: skip


def drafts(desk):
    return [(one.flow, one.reference) for one in desk.today.view().drafts]


def test_ctrl_n_records_a_concern_and_leaving_it_keeps_the_draft(qtbot, window, demo_desk):
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    settle(qtbot)
    assert isinstance(window.wizard, RecordWizard)
    qtbot.keyClicks(field(window.wizard, QPlainTextEdit, "urgency.summary"), "A new worry")

    press(qtbot, window.wizard, "save-and-close")

    assert window.wizard is None
    assert window.place is Place.TODAY
    assert ("record", "SG-2026-0034") in drafts(demo_desk)
    says(qtbot, window.page(Place.TODAY), "SG-2026-0034")


def test_pressed_twice_it_opens_one_wizard(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    settle(qtbot)

    assert window.findChildren(RecordWizard) == [window.wizard]


def test_continue_opens_the_draft_as_it_was_left(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    settle(qtbot)
    qtbot.keyClicks(field(window.wizard, QPlainTextEdit, "urgency.summary"), "A new worry")
    press(qtbot, window.wizard, "save-and-close")
    settle(qtbot)

    press(qtbot, window.page(Place.TODAY), "draft:record:SG-2026-0034")
    settle(qtbot)

    summary = field(window.wizard, QPlainTextEdit, "urgency.summary")
    assert summary.toPlainText() == "A new worry"


def test_prepare_pack_goes_on_with_the_decision_that_was_begun(qtbot, window, mia):
    page = window.page(Place.TODAY)
    prepare = next(
        one for one in page.findChildren(QPushButton)
        if one.text() == "Prepare pack"
    )  # fmt: skip

    prepare.click()

    qtbot.waitUntil(lambda: isinstance(window.wizard, ShareWizard))
    assert window.wizard.draft.concern_id == mia.id
    assert window.wizard.draft.recipient.organisation == "Northtown Duty Team"


def test_sharing_with_somebody_else_begins_another_decision(qtbot, window, mia):
    window.open_concern(mia.id)
    settle(qtbot)

    press(qtbot, window.page(Place.CONCERN), "share-again")

    qtbot.waitUntil(lambda: window.wizard is not None)
    assert window.wizard.draft.recipient.organisation == ""


def test_a_concern_that_is_not_signed_cannot_be_shared_and_says_so(qtbot, window, demo_desk):
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    settle(qtbot)
    press(qtbot, window.wizard, "save-and-close")
    settle(qtbot)
    draft = next(one for one in demo_desk.today.view().drafts if one.flow == "record")

    window.share(draft.concern_id)

    says(qtbot, window.page(window.place), "Sign the record first")
    assert window.wizard is None


def test_record_report_opens_the_form_of_the_report_with_its_only_reporter(qtbot, window):
    page = window.page(Place.TODAY)
    next(one for one in page.findChildren(QPushButton) if one.text() == "Record report").click()

    assert window.place is Place.POLICE
    says(qtbot, window.page(Place.POLICE), "Whose report it is")


def test_the_emergency_page_records_with_danger_already_answered(qtbot, window):
    press(qtbot, window, "emergency")
    says(qtbot, window.page(Place.EMERGENCY), "999")
    says(qtbot, window.page(Place.EMERGENCY), "01632 960199")

    field(window.page(Place.EMERGENCY), QLineEdit, "name").setText("A boy of about 6")
    press(qtbot, window, "emergency-record")
    settle(qtbot)

    assert window.wizard.draft.urgency.immediate_danger is YesNo.YES


def test_help_over_a_wizard_leads_back_to_the_same_words(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    settle(qtbot)
    wizard = window.wizard
    qtbot.keyClicks(field(wizard, QPlainTextEdit, "urgency.summary"), "A new worry")

    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.place is Place.HELP
    assert not wizard.isVisible()
    press(qtbot, window.page(Place.HELP), "back")

    assert window.wizard is wizard
    assert wizard.isVisible()


def test_going_elsewhere_from_a_wizard_that_was_set_aside_saves_and_closes_it(
    qtbot, window, demo_desk
):
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    settle(qtbot)
    qtbot.keyClicks(field(window.wizard, QPlainTextEdit, "urgency.summary"), "A new worry")
    qtbot.keyClick(window, Qt.Key.Key_F1)

    press(qtbot, window, "go:agencies")

    assert window.wizard is None
    assert window.place is Place.AGENCIES
    assert ("record", "SG-2026-0034") in drafts(demo_desk)


def test_a_call_out_of_a_wizard_leads_back_to_it(qtbot, window, demo_desk, mia):
    window.share(mia.id)
    qtbot.waitUntil(lambda: window.wizard is not None)
    wizard = window.wizard
    wizard.call_asked.emit()
    page = window.page(Place.CALL)
    qtbot.keyClicks(field(page, QLineEdit, "agency_name"), "Northtown duty team")
    qtbot.keyClicks(field(page, QLineEdit, "spoke_to"), "J. Okoro")

    press(qtbot, page, "record-call")

    assert wizard.isVisible()
    assert len(demo_desk.calls.of(mia.id)) == 2


def test_ctrl_k_finds_from_anywhere(qtbot, window):
    window.open_place(Place.AGENCIES)

    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    box = field(window, QLineEdit, "find-box")
    assert box.hasFocus()
    qtbot.keyClicks(box, "Okoro")
    qtbot.keyClick(box, Qt.Key.Key_Return)

    table = field(window.page(Place.CONCERNS), QTableView, "concerns")
    assert window.place is Place.CONCERNS
    assert "SG-2026-0031" in table.model().index(0, 0).data()


def test_a_whole_reference_opens_its_concern_at_once_and_leaves_the_list_whole(qtbot, window):
    qtbot.keyClicks(field(window, QLineEdit, "find-box"), "sg-2026-0031")
    qtbot.keyClick(field(window, QLineEdit, "find-box"), Qt.Key.Key_Return)
    settle(qtbot)
    assert window.place is Place.CONCERN
    says(qtbot, window.page(Place.CONCERN), "SG-2026-0031")

    window.go_back()
    settle(qtbot)

    page = window.page(Place.CONCERNS)
    assert window.place is Place.CONCERNS
    assert field(page, QTableView, "concerns").model().rowCount() > 20
    qtbot.keyClicks(field(page, QLineEdit, "find-concern"), "SG-2026-0031")
    press(qtbot, page, "find")
    assert window.place is Place.CONCERN


def test_ctrl_l_asks_to_lock_even_from_a_wizard(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL)
    settle(qtbot)

    with qtbot.waitSignal(window.lock_asked):
        qtbot.keyClick(window.wizard, Qt.Key.Key_L, CONTROL)


def test_ctrl_p_on_a_concern_makes_its_page_of_the_log(qtbot, window, mia):
    window.open_concern(mia.id)

    qtbot.keyClick(window, Qt.Key.Key_P, CONTROL)

    assert window.place is Place.PAPER
    says(qtbot, window.page(Place.PAPER), "Safeguarding-log page, copy 1")


def test_a_paper_is_let_go_of_when_one_leaves_it(qtbot, demo_desk, demo_folder, runner, asker, mia):
    printers = Printers("Front desk")
    window = open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder, printers)
    settle(qtbot)
    window.open_concern(mia.id)
    qtbot.keyClick(window, Qt.Key.Key_P, CONTROL)

    press(qtbot, window.page(Place.PAPER), "back")
    window.page(Place.PAPER).print_page()

    assert window.place is Place.CONCERN
    assert printers.jobs == []


def test_names_stay_shown_on_every_page_until_they_are_hidden_again(qtbot, window, mia):
    press(qtbot, window, "show-names")

    window.open_place(Place.CONCERNS)
    table = field(window.page(Place.CONCERNS), QTableView, "concerns")
    settle(qtbot)
    names = [table.model().index(row, 1).data() for row in range(table.model().rowCount())]
    assert "Mia Thornton, 6 y" in names

    window.open_concern(mia.id)
    says(qtbot, window.page(Place.CONCERN), "Mia Thornton, known as Mimi")


def test_in_a_narrow_window_the_places_are_behind_the_menu(qtbot, window):
    window.resize(700, 600)
    settle(qtbot)
    assert "Safeguarding log" not in texts(window)

    press(qtbot, window, "menu")
    press(qtbot, window, "go:log")
    settle(qtbot)

    assert window.place is Place.LOG
    assert window.page(Place.LOG).isVisible()
    assert field(window, QPushButton, "menu").isVisible()


def test_escape_closes_the_menu(qtbot, window):
    window.resize(700, 600)
    settle(qtbot)
    press(qtbot, window, "menu")

    qtbot.keyClick(field(window, QPushButton, "go:today"), Qt.Key.Key_Escape)

    assert window.page(Place.TODAY).isVisible()


def test_the_grab_sheet_is_printed_from_settings_too(qtbot, window):
    window.open_place(Place.SETTINGS)
    settings = window.page(Place.SETTINGS)
    settings.open_part("safety")

    press(qtbot, settings, "grab-sheet")

    assert window.place is Place.PAPER
