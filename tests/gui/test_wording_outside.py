"""Texts outside the record say what is marked in them, and wait for nothing because of it."""

import pytest
from gui_support import field, press
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
)
from record_support import begun, shown_wizard
from share_support import fill_decision, northtown, signed_mia, wizard_over
from window_support import open_window
from wording_support import TEXT, is_marked, marked, notices, write

from sgdesk.domain.answers import YesNo
from sgdesk.domain.facts.words import sentence
from sgdesk.domain.sharing.decision import Agreement, Consent
from sgdesk.settings import Settings
from ui.main_window.places import Place

_TOLD = Consent(family_told=YesNo.YES, told_who="the mother", agreement=Agreement.GIVEN)


@pytest.fixture
def wizard(qtbot, desk, runner, asker):
    agency = northtown(desk)
    opened = wizard_over(desk, signed_mia(desk), runner, asker)
    qtbot.addWidget(opened)
    opened.resize(1366, 768)
    with qtbot.waitExposed(opened):
        opened.show()
    fill_decision(opened, desk, agency)
    return opened


@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("purpose", "purpose.so_that"),
        ("purpose", "purpose.ask"),
        ("consent", "consent.not_told_note"),
        ("consent", "consent.not_sought_note"),
        ("basis", "basis.gateway_factors"),
        ("basis", "basis.duty_because"),
        ("necessary", "necessity.naming_needed_because"),
        ("necessary", "necessity.risk_of_sharing"),
        ("necessary", "necessity.risk_of_not_sharing"),
        ("conditions", "conditions.use"),
        ("conditions", "conditions.onward"),
        ("conditions", "conditions.tell_us"),
    ],
)
def test_each_text_of_a_decision_says_what_is_marked_and_exempts_quoted_words(
    qtbot, wizard, step, name
):
    wizard.draft.basis = replace(wizard.draft.basis, duty_to_share=YesNo.YES)
    wizard.show_step(step)

    assert is_marked(qtbot, wizard.page, name)


def test_what_the_family_was_told_is_read_too(qtbot, wizard):
    wizard.draft.consent = _TOLD
    wizard.show_step("consent")

    assert is_marked(qtbot, wizard.page, "consent.told_what")


def test_a_sentence_added_to_a_principle_is_read_too(qtbot, wizard):
    wizard.show_step("necessary")
    press(qtbot, wizard.page, "principle.7.add")

    assert is_marked(qtbot, wizard.page, "necessity.principles.7")


@pytest.mark.parametrize("name", ["not_sharing.reasons", "not_sharing.harm"])
def test_the_reasons_for_not_sharing_are_read_too(qtbot, wizard, name):
    press(qtbot, wizard, "do-not-share")

    assert is_marked(qtbot, wizard.page, name)


def test_why_no_entry_was_made_is_read_too(qtbot, wizard):
    wizard.show_step("preview")
    wizard.go_on()
    wizard.show_step("clinical")

    assert is_marked(qtbot, wizard.page, "clinical.not_made_because")


def test_the_reason_for_a_choice_is_read_too(qtbot, wizard):
    wizard.show_step("minimum")
    fact = next(one for one in wizard.case.concern.facts if "hepatitis" in sentence(one))
    field(wizard, QCheckBox, f"{fact.id}.goes").click()

    assert is_marked(qtbot, wizard.page, f"{fact.id}.reason")


def test_a_risk_is_weighed_and_may_be_likely(qtbot, wizard):
    wizard.show_step("necessary")

    box = write(qtbot, wizard.page, "necessity.risk_of_not_sharing", "Harm is likely; often.")

    assert marked(box) == ["often"]


def test_what_is_marked_holds_nobody_up_and_stays_as_it_was_typed(qtbot, wizard):
    wizard.show_step("purpose")
    write(qtbot, wizard.page, "purpose.so_that", "decide why she often comes alone")

    press(qtbot, wizard, "next")

    assert wizard.step == "consent"
    assert wizard.draft.purpose.so_that == "decide why she often comes alone"


def test_tab_goes_from_the_text_to_what_is_marked_in_it(qtbot, wizard):
    wizard.show_step("purpose")
    wizard.activateWindow()
    box = write(qtbot, wizard.page, "purpose.so_that")
    box.setFocus()

    qtbot.keyClick(box, Qt.Key.Key_Tab)
    link = wizard.focusWidget()
    qtbot.keyClick(link, Qt.Key.Key_Space)

    assert link.objectName() == "show"
    assert wizard.focusWidget() is box
    assert box.textCursor().selectedText() == "often"


@pytest.fixture
def call_page(qtbot, demo_desk, demo_folder, runner, asker):
    window = open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder)
    window.open_call()
    return window.page(Place.CALL)


@pytest.mark.parametrize("name", ["told", "agreed"])
def test_what_was_told_and_agreed_on_the_telephone_is_read(qtbot, call_page, name):
    assert is_marked(qtbot, call_page, name)


def test_tab_goes_from_the_text_of_a_call_to_what_is_marked_in_it(qtbot, call_page):
    box = write(qtbot, call_page, "told")
    box.setFocus()

    qtbot.keyClick(box, Qt.Key.Key_Tab)

    assert call_page.focusWidget() is notices(call_page)[0].findChild(QPushButton, "show")


def test_what_they_advised_is_theirs_and_not_read(qtbot, call_page):
    field(call_page, QPlainTextEdit, "advice").setPlainText(TEXT)

    write(qtbot, call_page, "told")

    assert len(notices(call_page)) == 1
    assert marked(field(call_page, QPlainTextEdit, "advice")) == []


def test_a_disability_is_described_without_marked_words(qtbot, desk, runner, asker):
    wizard = shown_wizard(qtbot, desk, runner, asker, begun(desk), "person")
    page = wizard.frame.page
    page.focus("person.disability")

    assert is_marked(qtbot, page, "person.disability")
    assert "count" in "\n".join(one.text() for one in notices(page)[0].findChildren(QLabel))
    assert field(notices(page)[0], QAbstractButton, "show").accessibleName()
