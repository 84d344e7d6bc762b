"""Every page of the window over the demonstration: what it shows, and that it can be used."""

import os

from gui_support import field, finish_pages, press, unnamed_fields
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QTextBrowser,
)
from window_support import Printers, open_window, says, settle, texts

from sgdesk.domain.concern import Stage
from sgdesk.settings import Settings
from ui.main_window.places import Place

PAGES = [place for place in Place if place is not Place.PAPER]


def concern_of(desk, reference):
    return next(
        one.line for one in desk.concerns.find(reference) if one.line.reference == reference
    )


def show(window, desk, place):
    if place is Place.CONCERN:
        window.open_concern(concern_of(desk, "SG-2026-0031").id)
    else:
        window.open_place(place)
    return window.page(place)


def test_every_page_starts_on_its_heading_and_names_all_its_fields(qtbot, window, demo_desk):
    for place in PAGES:
        page = show(window, demo_desk, place)

        assert page.heading.hasFocus(), place
        assert unnamed_fields(page) == [], place


def test_every_page_fits_its_width_at_200_percent(qtbot, large, window, demo_desk):
    for place in PAGES:
        page = show(window, demo_desk, place)
        settle(qtbot)

        assert window.width() == 1366, place
        assert page.horizontalScrollBar().maximum() == 0, place


def test_every_page_fits_a_small_screen(qtbot, window, demo_desk):
    window.resize(1093, 614)

    for place in PAGES:
        page = show(window, demo_desk, place)
        settle(qtbot)

        assert (window.width(), window.height()) == (1093, 614), place
        assert page.horizontalScrollBar().maximum() == 0, place


def test_today_shows_what_is_due_with_the_button_that_deals_with_it(window):
    page = window.page(Place.TODAY)

    shown = texts(page)
    assert {"Overdue 1 h 46", "Overdue, Fri 17:00", "Mon 23 Nov 17:00"} <= set(shown)
    assert {"Prepare pack", "Chase", "Record report"} <= set(shown)
    assert "Sunday 22 November 2026 · next working day Monday 23 November" in shown
    assert "01632 960199" in shown
    assert field(window, QLabel, "overdue").text() == "2"


def test_names_are_initials_until_they_are_asked_for(qtbot, window):
    page = window.page(Place.TODAY)
    assert not any("Thornton" in text for text in texts(page))

    press(qtbot, window, "show-names")

    says(qtbot, page, "Mia Thornton, 6 y")
    press(qtbot, window, "show-names")
    assert not any("Thornton" in text for text in texts(page))


def test_the_demonstration_says_so_and_where_its_clock_stands(qtbot, window):
    says(qtbot, window, "Sunday 22 November 2026, 12:05")


def test_concerns_are_filtered_by_stage_and_found_by_words(qtbot, window, demo_desk):
    page = show(window, demo_desk, Place.CONCERNS)
    table = field(page, QTableView, "concerns")

    def count():
        finish_pages(page)
        return table.model().rowCount()

    everything = count()

    press(qtbot, page, "filter:outcome")
    assert count() == 1

    qtbot.keyClicks(field(page, QLineEdit, "find-concern"), "trampoline")
    press(qtbot, page, "find")
    assert count() == 1
    assert "SG-2026-0031" in table.model().index(0, 0).data()

    press(qtbot, page, "clear-search")
    press(qtbot, page, "filter:all")
    assert count() == everything > 20


def test_words_that_occur_nowhere_are_answered_in_words(qtbot, window, demo_desk):
    page = show(window, demo_desk, Place.CONCERNS)

    qtbot.keyClicks(field(page, QLineEdit, "find-concern"), "zeppelin")
    press(qtbot, page, "find")

    says(qtbot, page, "found in no concern")


def test_return_on_a_line_opens_the_concern(qtbot, window, demo_desk):
    table = field(show(window, demo_desk, Place.CONCERNS), QTableView, "concerns")

    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)

    assert window.place is Place.CONCERN


def test_a_concern_shows_next_step_facts_and_what_was_done(qtbot, window, demo_desk):
    page = show(window, demo_desk, Place.CONCERN)
    settle(qtbot)

    shown = texts(page)
    assert "It is decided, and not sent in writing yet." in shown
    assert "Continue" in shown
    assert any("She fell off the trampoline" in text for text in shown)
    assert any(text.startswith("Not brought 4 of 4 planned since 11 Dec 2025") for text in shown)
    assert any("J. Okoro" in text for text in shown)
    assert "Failed" in shown


def test_a_due_is_closed_only_with_a_reason(qtbot, window, demo_desk):
    page = show(window, demo_desk, Place.CONCERN)
    finish_pages(page)
    opener = next(
        one for one in page.findChildren(QPushButton) if one.objectName().startswith("close:")
    )

    opener.click()
    press(qtbot, page, "close-due")
    says(qtbot, page, "Say why")

    qtbot.keyClicks(field(page, QLineEdit, "because"), "Sent by hand this morning")
    press(qtbot, page, "close-due")

    says(qtbot, page, "Sent by hand this morning")
    assert demo_desk.dues.open(concern_of(demo_desk, "SG-2026-0031").id) == []


def test_the_log_page_of_a_concern_is_made_shown_and_printed(
    qtbot, demo_desk, demo_folder, runner, asker
):
    printers = Printers("Front desk")
    window = open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder, printers)
    concern = concern_of(demo_desk, "SG-2026-0026")

    window.open_concern(concern.id)
    press(qtbot, window.page(Place.CONCERN), "print-log")
    page = window.page(Place.PAPER)
    press(qtbot, page, "print")

    assert [job[1] for job in printers.jobs] == ["Front desk"]
    assert "Wills" not in printers.jobs[0][2]
    assert unnamed_fields(page) == []
    says(qtbot, page, "Sent to Front desk")


def test_without_a_printer_a_sentence_says_what_to_do(qtbot, window, demo_desk):
    window.open_concern(concern_of(demo_desk, "SG-2026-0026").id)
    press(qtbot, window.page(Place.CONCERN), "print-log")
    page = window.page(Place.PAPER)

    press(qtbot, page, "print")

    says(qtbot, page, "No printer is set up")


def test_a_paper_is_saved_with_a_password_only(qtbot, window, demo_desk, asker, tmp_path):
    window.open_concern(concern_of(demo_desk, "SG-2026-0026").id)
    press(qtbot, window.page(Place.CONCERN), "print-log")
    page = window.page(Place.PAPER)
    asker.answers += [tmp_path / "one.pdf", tmp_path / "two.pdf"]

    press(qtbot, page, "save-paper")
    says(qtbot, page, "at least 10")

    qtbot.keyClicks(field(page, QLineEdit, "password"), "a long password")
    press(qtbot, page, "save-paper")

    assert not (tmp_path / "one.pdf").exists()
    assert b"/Encrypt" in (tmp_path / "two.pdf").read_bytes()
    if os.name == "posix":
        assert (tmp_path / "two.pdf").stat().st_mode & 0o777 == 0o600


def test_the_register_holds_no_name(window, demo_desk):
    model = field(show(window, demo_desk, Place.LOG), QTableView, "register").model()

    cells = [
        model.index(row, column).data()
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert any("SG-2026-0031" in cell for cell in cells)
    assert not any("Thornton" in cell or "Kamara" in cell for cell in cells)


def test_an_agency_is_added_and_stands_in_the_directory(qtbot, window, demo_desk):
    page = show(window, demo_desk, Place.AGENCIES)

    press(qtbot, page, "add-agency")
    press(qtbot, page, "save-agency")
    says(qtbot, page, "Write the name of the team.")

    qtbot.keyClicks(field(page, QLineEdit, "name"), "Northtown Early Help")
    field(page, QComboBox, "kind").setCurrentIndex(1)
    qtbot.keyClicks(field(page, QLineEdit, "phone"), "01632 960170")
    press(qtbot, page, "checked-today")
    press(qtbot, page, "save-agency")

    assert "Northtown Early Help" in [one.name for one in demo_desk.agencies.list()]
    says(qtbot, page, "is in the directory")


def test_hours_that_cannot_be_read_are_said_at_their_field(qtbot, window, demo_desk):
    page = show(window, demo_desk, Place.AGENCIES)

    press(qtbot, page, "add-agency")
    qtbot.keyClicks(field(page, QLineEdit, "name"), "Northtown Early Help")
    field(page, QComboBox, "kind").setCurrentIndex(1)
    qtbot.keyClicks(field(page, QLineEdit, "phone"), "01632 960170")
    qtbot.keyClicks(field(page, QLineEdit, "hours"), "mornings")
    press(qtbot, page, "save-agency")

    assert "Mon-Fri" in field(page, QLabel, "hours:problem").text()


def test_settings_save_the_practice_and_tell(qtbot, window, demo_desk):
    page = show(window, demo_desk, Place.SETTINGS)

    name = field(page, QLineEdit, "practice.name")
    name.clear()
    press(qtbot, page, "save-practice")
    says(qtbot, page, "Write the name of the practice.")

    qtbot.keyClicks(name, "Riverside Dental")
    press(qtbot, page, "save-practice")

    assert demo_desk.setup.practice().name == "Riverside Dental"


def test_a_backup_is_made_where_one_chooses_and_the_log_is_checked(
    qtbot, window, demo_desk, asker, tmp_path
):
    page = show(window, demo_desk, Place.SETTINGS)
    page.open_part("safety")
    asker.answers.append(tmp_path)

    press(qtbot, page, "make-backup")
    assert len(list(tmp_path.glob("*.sgbackup"))) == 1

    press(qtbot, page, "check-log")
    assert "intact" in field(page, QLabel, "chain-state").text()


def test_a_choice_of_look_is_told_at_once(qtbot, window, demo_desk):
    page = show(window, demo_desk, Place.SETTINGS)
    page.open_part("look")

    with qtbot.waitSignal(window.settings_changed) as told:
        press(qtbot, page, "theme=dark")

    assert told.args[0].theme == "dark"


def test_help_opens_on_the_page_one_is_on_and_leads_back(qtbot, window, demo_desk):
    show(window, demo_desk, Place.AGENCIES)

    window.open_help()
    page = window.page(Place.HELP)
    finish_pages(page)
    reader = field(page, QTextBrowser, "help-text")
    assert "amber" in reader.toPlainText()
    press(qtbot, page, "help:sources")
    finish_pages(page)
    assert "Department for Education" in reader.toPlainText()

    press(qtbot, page, "back")

    assert window.place is Place.AGENCIES


def test_a_call_is_written_down_and_makes_its_written_follow_up_due(qtbot, window, demo_desk):
    concern = concern_of(demo_desk, "SG-2026-0033")
    window.open_call("referral", concern.id)
    page = window.page(Place.CALL)
    assert field(page, QComboBox, "agency_id").currentText() == "Northtown Duty Team"
    field(page, QComboBox, "agency_id").setCurrentIndex(0)

    press(qtbot, page, "record-call")
    says(qtbot, page, "Say whom you rang.")

    qtbot.keyClicks(field(page, QLineEdit, "agency_name"), "Weir County duty team")
    qtbot.keyClicks(field(page, QLineEdit, "spoke_to"), "R. Okafor")
    qtbot.keyClicks(field(page, QLineEdit, "written_hours_said"), "24")
    press(qtbot, page, "call-ended")
    press(qtbot, page, "record-call")

    assert window.place is Place.CONCERN
    assert [call.spoke_to for call in demo_desk.calls.of(concern.id)] == ["R. Okafor"]
    assert any(
        line.due.title == "Send the written follow-up" for line in demo_desk.dues.open(concern.id)
    )


def test_the_stages_of_the_demonstration_are_all_shown_in_words(window, demo_desk):
    stages = {row.line.stage for row in demo_desk.concerns.newest()}

    assert {Stage.AWAITING_ACKNOWLEDGEMENT, Stage.OUTCOME_RECORDED, Stage.CLOSED} <= stages
    assert "Awaiting acknowledgement" in texts(window.page(Place.TODAY))
