from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from stand_ins import ScriptedAsker

from ui.kit.ask import WindowAsker


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def answer(text, seen):
    """Press a button of the dialog that is about to open."""

    def press():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append((box.text(), box.informativeText()))
        buttons = {button.text(): button for button in box.findChildren(QPushButton)}
        buttons[text].click()

    QTimer.singleShot(0, press)


@pytest.mark.parametrize(("pressed", "answered"), [("Delete it", True), ("Keep it", False)])
def test_a_question_is_answered_with_its_own_words(window, pressed, answered):
    seen = []
    answer(pressed, seen)

    got = WindowAsker(window).confirm(
        "Delete this draft?", "It cannot be brought back.", "Delete it", "Keep it", danger=True
    )

    assert got is answered
    assert seen == [("Delete this draft?", "It cannot be brought back.")]


def test_where_there_is_danger_return_keeps_things_as_they_are(window):
    names = []

    def look():
        box = QApplication.activeModalWidget()
        names.append((box.defaultButton().text(), box.escapeButton().text()))
        box.reject()

    QTimer.singleShot(0, look)
    got = WindowAsker(window).confirm("Delete?", "", "Delete it", "Keep it", danger=True)

    assert got is False
    assert names == [("Keep it", "Keep it")]


def test_something_is_told(window):
    seen = []
    answer("OK", seen)

    WindowAsker(window).tell("This could not be done", "The disk is full.")

    assert seen == [("This could not be done", "The disk is full.")]


def test_a_script_answers_in_order_and_keeps_what_was_seen():
    asker = ScriptedAsker([True, Path("pack.pdf"), None])

    answers = [
        asker.confirm("Lock now?", "Drafts are saved.", "Lock", "Stay"),
        asker.choose_file_to_save("Save the pack", "SG-2026-0031.pdf", "PDF (*.pdf)"),
        asker.choose_folder("Second place"),
    ]
    asker.tell("Done", "The backup was opened.")

    assert answers == [True, Path("pack.pdf"), None]
    assert asker.seen == [
        "Drafts are saved.", "Save the pack", "Second place", "The backup was opened.",
    ]  # fmt: skip
