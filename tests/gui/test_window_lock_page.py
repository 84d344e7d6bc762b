"""The lock page: what it shows, what it asks, and that what is typed early is not lost."""

import pytest
from gui_support import field, press, unnamed_fields
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from window_support import says, texts

from ui.lock_page import LockPage

USERS = [("1", "Asha Rahman"), ("2", "Lee Byrne")]


@pytest.fixture
def page(qtbot):
    page = LockPage(demo=False)
    qtbot.addWidget(page)
    page.show()
    return page


def test_a_name_and_a_passphrase_ask_to_unlock(qtbot, page):
    page.show_users(USERS)
    field(page, QComboBox, "user").setCurrentIndex(1)
    qtbot.keyClicks(page.passphrase, "seven lamps near the weir")

    with qtbot.waitSignal(page.unlock_asked) as asked:
        qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)

    assert asked.args == ["2", "seven lamps near the weir"]


def test_a_passphrase_typed_before_the_names_are_known_is_used_as_soon_as_they_are(qtbot, page):
    qtbot.keyClicks(page.passphrase, "a quiet river bends twice")
    qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)

    with qtbot.waitSignal(page.unlock_asked) as asked:
        page.show_users(USERS)

    assert asked.args == ["1", "a quiet river bends twice"]


def test_the_passphrase_is_hidden_until_somebody_wants_to_see_it(qtbot, page):
    assert page.passphrase.echoMode() is QLineEdit.EchoMode.Password

    press(qtbot, page, "show-passphrase")

    assert page.passphrase.echoMode() is QLineEdit.EchoMode.Normal


def test_a_refusal_is_said_and_the_passphrase_is_taken_away(qtbot, page):
    page.show_users(USERS)
    qtbot.keyClicks(page.passphrase, "wrong")

    page.show_problem("This passphrase does not open the records.")

    assert "This passphrase does not open the records." in field(page, QLabel, "problem").text()
    assert page.passphrase.text() == ""


def test_while_one_has_to_wait_the_seconds_are_shown_and_nothing_is_tried(qtbot, page):
    page.show_users(USERS)
    page.show_wait(5)
    qtbot.keyClicks(page.passphrase, "a quiet river bends twice")

    with qtbot.assertNotEmitted(page.unlock_asked):
        qtbot.keyClick(page.passphrase, Qt.Key.Key_Return)

    assert "5 s" in field(page, QLabel, "wait").text()
    page.count_down()
    assert "4 s" in field(page, QLabel, "wait").text()


def test_emergency_numbers_stand_on_the_locked_page(qtbot, page):
    page.show_lines([("Emergency services", "999", "Somebody is in danger now.")])

    for text in ("Emergency services", "999", "Somebody is in danger now."):
        says(qtbot, page, text)


def test_only_the_demonstration_shows_passphrases(qtbot, page):
    assert not field(page, QWidget, "demonstration").isVisibleTo(page)

    demo = LockPage(demo=True)
    qtbot.addWidget(demo)
    demo.show_demo_passphrases([("Asha Rahman", "demo practice only")])

    assert "Asha Rahman: demo practice only" in texts(demo)


def test_every_field_of_the_lock_page_has_a_name(page):
    assert unnamed_fields(page) == []
