"""Cards and lists that are made in turns: what is typed meanwhile goes where the focus is."""

import pytest
from gui_support import field, finish_pages, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit
from record_support import begun, shown_wizard

from sgdesk.domain.facts.kinds import Need, Observation
from sgdesk.ids import new_id

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")


@pytest.fixture
def draft(desk):
    return begun(desk)


def type_at_once(text):
    """Type where the focus is, before the window has had another turn."""
    QTest.keyClicks(QApplication.focusWidget(), text)


def test_what_is_typed_while_the_card_before_closes_goes_into_the_new_one(
    qtbot, desk, runner, asker, draft
):
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "seen")
    field(wizard, QAbstractButton, "add-observation").click()
    type_at_once("Silent.")
    field(wizard, QAbstractButton, "add-observation").click()
    type_at_once("Turned away.")
    finish_pages(wizard)

    told = [fact.text for fact in draft.facts if isinstance(fact, Observation)]
    assert told == ["Silent.", "Turned away."]
    assert not wizard.findChildren(QPlainTextEdit, f"{draft.facts[0].id}.text")
    assert wizard.focusWidget().objectName() == f"{draft.facts[1].id}.text"


def test_a_card_that_just_closed_can_be_opened_again_at_once(qtbot, desk, runner, asker, draft):
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "seen")
    field(wizard, QAbstractButton, "add-observation").click()
    type_at_once("Silent.")
    field(wizard, QAbstractButton, "add-observation").click()
    first, second = draft.facts
    field(wizard, QAbstractButton, f"{first.id}:change").click()
    type_at_once("At first: ")
    finish_pages(wizard)

    assert draft.facts[0].text == "At first: Silent."
    assert wizard.focusWidget().objectName() == f"{first.id}.text"
    assert not wizard.findChildren(QPlainTextEdit, f"{second.id}.text")


def test_the_focus_never_stays_in_a_form_that_goes(qtbot, desk, runner, asker, draft):
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "seen")
    field(wizard, QAbstractButton, "add-observation").click()
    press(qtbot, wizard, f"{draft.facts[0].id}:close")
    finish_pages(wizard)

    assert wizard.focusWidget().objectName() == f"{draft.facts[0].id}:change"


def test_a_tab_of_the_map_pressed_while_it_is_made_leads_on(qtbot, desk, runner, asker, draft):
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "said")
    wizard.frame.show_step("seen")
    while (tab := wizard.findChild(QAbstractButton, "part:teeth")) is None:
        QApplication.processEvents()
    tab.click()

    qtbot.waitUntil(field(wizard, QAbstractButton, "teeth:permanent").isVisible)
    assert wizard.frame.page.is_complete


def test_a_long_list_to_check_is_shown_in_parts(qtbot, desk, runner, asker, draft):
    draft.facts = [Need(id=new_id(), text=f"Advice {number}") for number in range(70)]
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "check")

    def shown():
        finish_pages(wizard)
        each = wizard.findChildren(QAbstractButton)
        return sum(one.objectName().startswith("change:") and ".text" in one.objectName()
                   for one in each)  # fmt: skip

    counts = [shown()]
    for _part in range(2):
        press(qtbot, wizard, "answers:needs:more")
        counts.append(shown())

    assert counts == [30, 60, 70]
    assert wizard.findChild(QAbstractButton, "answers:needs:more") is None


def test_tab_leads_on_to_the_rows_that_were_asked_for(qtbot, desk, runner, asker, draft):
    draft.facts = [Need(id=new_id(), text=f"Advice {number}") for number in range(40)]
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "check")

    press(qtbot, wizard, "answers:needs:more")
    finish_pages(wizard)
    QTest.keyClick(wizard.windowHandle(), Qt.Key.Key_Tab)

    assert wizard.focusWidget().objectName() == f"change:{draft.facts[30].id}.text"
