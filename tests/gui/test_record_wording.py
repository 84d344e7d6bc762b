from datetime import time

import pytest
from gui_support import field, press
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from record_support import begun, bruise, said, shown_wizard

from sgdesk.domain.facts.kinds import Opinion
from ui.record.wording_left import WordingLeft

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
TEXT = "Oval. Probably a slap mark. Skin unbroken."


@pytest.fixture
def draft(desk):
    whole = begun(desk)
    whole.facts = [bruise(desk)]
    return whole


@pytest.fixture
def wizard(qtbot, desk, runner, asker, draft):
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "seen")
    wizard.frame.page.focus(f"{draft.facts[0].id}.detail")
    return wizard


@pytest.fixture
def detail(wizard, draft):
    return field(wizard, QPlainTextEdit, f"{draft.facts[0].id}.detail")


def shown(wizard, words):
    labels = [one.text() for one in wizard.findChildren(QLabel) if one.isVisible()]
    return any(words in text for text in labels)


def write(qtbot, wizard, detail, text=TEXT, until="Probably"):
    detail.setPlainText(text)
    qtbot.waitUntil(lambda: shown(wizard, f"“{until}”"))


def test_a_guess_is_underlined_and_explained_and_stays_as_typed(qtbot, wizard, detail, draft):
    write(qtbot, wizard, detail)

    marked = [one.cursor.selectedText() for one in detail.extraSelections()]
    assert marked == ["Probably", "slap mark"]
    assert draft.facts[0].detail == TEXT


def test_a_phrase_behind_letters_of_other_scripts_is_underlined_where_it_stands(
    qtbot, wizard, detail
):
    write(qtbot, wizard, detail, "𝒜 mark 😀. Probably round.")

    assert [one.cursor.selectedText() for one in detail.extraSelections()] == ["Probably"]


def test_keeping_a_phrase_needs_a_reason(qtbot, wizard, detail, draft, desk):
    write(qtbot, wizard, detail, "Probably round.")
    press(qtbot, wizard, "keep")

    press(qtbot, wizard, "keep-it")
    without = list(draft.kept)
    field(wizard, QLineEdit, "keep-why").setText("The edge could not be seen.")
    press(qtbot, wizard, "keep-it")

    assert without == []
    [kept] = draft.kept
    assert (kept.fact_id, kept.field) == (draft.facts[0].id, "detail")
    assert (kept.phrase, kept.why) == ("Probably", "The edge could not be seen.")
    qtbot.waitUntil(lambda: detail.extraSelections() == [])
    assert WordingLeft(desk.wording).phrases(draft) == []


def test_what_was_kept_can_be_marked_again(qtbot, wizard, detail, draft):
    write(qtbot, wizard, detail, "Probably round.")
    press(qtbot, wizard, "keep")
    field(wizard, QLineEdit, "keep-why").setText("The edge could not be seen.")
    press(qtbot, wizard, "keep-it")
    qtbot.waitUntil(lambda: shown(wizard, "Kept: “Probably”"))

    press(qtbot, wizard, "take-back")

    assert draft.kept == []
    qtbot.waitUntil(lambda: len(detail.extraSelections()) == 1)


def test_a_sentence_can_be_moved_to_professional_opinion(qtbot, wizard, detail, draft):
    write(qtbot, wizard, detail)

    press(qtbot, wizard, "move-to-opinion")

    assert draft.facts[0].detail == "Oval. Skin unbroken."
    opinion = draft.facts[1]
    assert isinstance(opinion, Opinion)
    assert opinion.text == "Probably a slap mark."
    qtbot.waitUntil(lambda: shown(wizard, "Give its reasons there"))
    qtbot.waitUntil(lambda: not any(one.isActive() for one in detail.findChildren(QTimer)))
    assert shown(wizard, "Give its reasons there")


def test_somebodys_words_are_quoted_with_whose_they_are_and_can_be_undone(
    qtbot, wizard, detail, draft
):
    write(qtbot, wizard, detail, "He is probably tired.", until="probably")

    press(qtbot, wizard, "quote")
    press(qtbot, wizard, "quote-it")
    unchanged = detail.toPlainText()
    field(wizard, QLineEdit, "quote-whose").setText("Ms Hale")
    press(qtbot, wizard, "quote-it")

    assert unchanged == "He is probably tired."
    assert draft.facts[0].detail == "He is “probably” (Ms Hale) tired."
    qtbot.waitUntil(lambda: detail.extraSelections() == [])
    detail.undo()
    assert detail.toPlainText() == "He is probably tired."


def test_every_way_out_is_reached_and_done_by_keyboard(qtbot, wizard, detail, draft):
    write(qtbot, wizard, detail, "Probably round.")
    detail.setFocus()

    reached = []
    for _step in range(8):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget().objectName())
        if reached[-1] == "keep":
            break
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClicks(QApplication.focusWidget(), "No edge was seen.")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert reached == ["show", "quote", "move-to-opinion", "keep"]
    assert [one.why for one in draft.kept] == ["No edge was seen."]


def test_a_kept_phrase_stays_kept_for_that_wording_only(qtbot, wizard, detail, draft):
    write(qtbot, wizard, detail, "Probably round.")
    press(qtbot, wizard, "keep")
    field(wizard, QLineEdit, "keep-why").setText("No edge was seen.")
    press(qtbot, wizard, "keep-it")

    write(qtbot, wizard, detail, "Probably round, presumably deep.", until="presumably")

    assert [one.cursor.selectedText() for one in detail.extraSelections()] == ["presumably"]


def test_show_it_in_the_text_selects_the_phrase(qtbot, wizard, detail):
    write(qtbot, wizard, detail)

    press(qtbot, wizard, "show")

    assert detail.textCursor().selectedText() == "Probably"
    assert detail.hasFocus()


def test_quoted_words_are_never_marked(qtbot, wizard, detail):
    write(qtbot, wizard, detail, "She said: “probably a slap”. Perhaps.", until="Perhaps")

    assert [one.cursor.selectedText() for one in detail.extraSelections()] == ["Perhaps"]


def test_exact_words_are_never_looked_at(desk, draft):

    draft.facts = [said("Mia", "Probably he hates me, he always hits me.", time(9, 46))]

    assert WordingLeft(desk.wording).phrases(draft) == []


def test_the_age_of_a_bruise_is_marked_wherever_it_is_written(qtbot, wizard, detail):
    write(qtbot, wizard, detail, "Brown bruise, 3 days old.", until="3 days old")

    assert shown(wizard, "The age of a bruise or mark cannot be told by looking: give colour")


def test_the_check_page_lists_what_is_left_and_leads_there(qtbot, wizard, detail, draft):
    write(qtbot, wizard, detail)
    wizard.frame.show_step("check")

    press(qtbot, wizard, f"wording:{draft.facts[0].id}.detail")

    assert wizard.frame.step == "seen"
    assert wizard.focusWidget().objectName() == f"{draft.facts[0].id}.detail"


def test_marked_wording_never_stops_a_signature(qtbot, wizard, detail, asker):
    write(qtbot, wizard, detail)
    wizard.frame.show_step("check")
    asker.answers = [True]

    with qtbot.waitSignal(wizard.signed):
        press(qtbot, wizard, "next")
