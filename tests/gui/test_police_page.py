"""Police contact: typed while talking, never lost, and never a report in somebody else's name."""

import pytest
from gui_support import field, finish_pages, press
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QRadioButton
from window_support import says
from writing_support import concern_of, opened, shown, sized

from sgdesk.domain.police import PoliceReason
from ui.police.page import PolicePage


@pytest.fixture
def page(qtbot, demo_desk, runner, asker):
    return sized(qtbot, PolicePage(demo_desk, runner, asker))


def tick(root, text, within=""):
    place = root if not within else root.findChild(object, within)
    button = next(one for one in place.findChildren(QRadioButton) if one.text() == text)
    button.click()


def type_contact(page):
    for name, text in (
        ("force", "Weir County Police"),
        ("call_taker", "P. Lindqvist"),
        ("incident_number", "Log 0123"),
    ):
        page.findChild(QLineEdit, name).setText(text)
    page.findChild(QLineEdit, "incident_on").setText("22 11 2026")
    field(page, QPlainTextEdit, "told").setPlainText("What was seen.")


def test_a_contact_is_recorded_with_its_number_and_date(qtbot, page, demo_desk):
    concern = concern_of(demo_desk, "SG-2026-0031")
    opened(qtbot, page, PoliceReason.CRIME, concern)
    tick(page, "101")
    tick(page, "Yes", "number_given")
    type_contact(page)

    with qtbot.waitSignal(page.recorded) as recorded:
        press(qtbot, page, "record")

    (contact,) = recorded.args
    assert (contact.incident_number, contact.incident_on.day) == ("Log 0123", 22)
    assert demo_desk.police.of(concern)[-1].contact == contact


def test_what_is_missing_is_said_and_nothing_is_recorded(qtbot, page, demo_desk):
    opened(qtbot, page, PoliceReason.CRIME)

    press(qtbot, page, "record")

    says(qtbot, page, "Write what they were told.")
    says(qtbot, page, "Say whether they gave an incident number.")


def test_no_two_questions_are_reached_by_the_same_key(qtbot, page):
    opened(qtbot, page, PoliceReason.CRIME)

    labels = [one for one in page.findChildren(QLabel) if one.buddy() is not None]
    keys = [QKeySequence.mnemonic(one.text()).toString() for one in labels]

    assert "Alt+I" in keys
    assert [key for key in set(keys) if key and keys.count(key) > 1] == []


def test_only_whoever_was_told_is_offered_as_the_reporter_of_s3(qtbot, page, demo_desk):
    opened(qtbot, page, PoliceReason.FGM, concern_of(demo_desk, "SG-2026-0033"))

    offered = [one.text() for one in page.findChild(object, "reporter").findChildren(QRadioButton)]

    assert offered == ["Lee Byrne"]
    assert not any("Rahman" in one for one in offered)
    assert page.findChild(QLineEdit, "by").isHidden() or not page.findChild(
        QLineEdit, "by"
    ).isVisibleTo(page)


def test_choosing_the_reporter_fills_in_what_is_known_of_them(qtbot, page, demo_desk):
    opened(qtbot, page, PoliceReason.FGM, concern_of(demo_desk, "SG-2026-0033"))

    tick(page, "Lee Byrne", "reporter")

    assert page.findChild(QLineEdit, "registration").text() == "GDC 000002"


def test_no_mandatory_report_is_offered_where_there_is_no_duty(qtbot, page, demo_desk):
    opened(qtbot, page, "", concern_of(demo_desk, "SG-2026-0031"))

    box = page.findChild(QComboBox, "reason")

    assert not any("mutilation" in box.itemText(number) for number in range(box.count()))


def test_a_contact_that_is_being_written_comes_back_as_it_was_left(qtbot, page, demo_desk):
    opened(qtbot, page, PoliceReason.WELFARE)
    field(page, QPlainTextEdit, "told").setPlainText("Half a sen")
    done = []
    page.keep(lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))
    (draft,) = [one for one in demo_desk.today.view().drafts if one.flow == "police"]

    again = PolicePage(demo_desk, page._runner, page._asker)
    qtbot.addWidget(again)
    again.go_on(draft.id)
    shown(qtbot, again)

    assert field(again, QPlainTextEdit, "told").toPlainText() == "Half a sen"


def test_what_is_typed_while_another_concern_is_looked_up_is_not_lost(qtbot, page):
    opened(qtbot, page, PoliceReason.WELFARE)
    before, told = page._form, field(page, QPlainTextEdit, "told")
    police = page._desk.police
    write = police.save_draft

    def keep(draft, caret):
        # Somebody types on while the worker writes what was there before.
        found = write(draft, caret)
        if len(told.toPlainText()) < len("typed"):
            told.setPlainText(told.toPlainText() + "x")
        return found

    police.save_draft = keep
    box = page.findChild(QComboBox, "concern_id")
    box.setCurrentIndex(box.count() - 1)

    qtbot.waitUntil(lambda: page._form is not None and page._form is not before)
    finish_pages(page)

    assert page._draft.told == "xxxxx"
