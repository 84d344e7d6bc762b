from time import perf_counter

import msgspec
import pytest
from PySide6.QtWidgets import QPushButton

from sgdesk.library.wording import wording_rules
from ui.kit.binding import DraftHolder
from ui.kit.cards import Notice
from ui.kit.form import Form
from ui.kit.text_fields import LongText
from ui.kit.wording_hint import hint_wording
from ui.kit.wording_marks import WordingMarks

LONG = ("She often came late, probably by bus. Her coat was wet. " * 400)[:19_900]


@pytest.fixture
def editor(qtbot):
    editor = LongText()
    qtbot.addWidget(editor)
    return editor


@pytest.fixture
def marks(editor):
    return WordingMarks(editor, wording_rules(), lambda phrase: phrase == "kept")


def test_a_long_text_is_read_in_turns_that_never_stall_the_window(qtbot, editor, marks):
    turns = []
    take = marks._take_turn

    def timed():
        begun = perf_counter()
        take()
        turns.append(perf_counter() - begun)

    marks._turns.timeout.disconnect()
    marks._turns.timeout.connect(timed)

    with qtbot.waitSignal(marks.read):
        editor.setPlainText(LONG)

    assert len(marks.flags) > 600
    assert len(turns) > 3
    assert sorted(turns)[-2] < 0.016


def test_typing_again_begins_again_with_the_newest_text(qtbot, editor, marks):
    editor.setPlainText("She often came.")
    editor.setPlainText("She came on 4 May.")

    with qtbot.waitSignal(marks.read):
        pass

    assert (marks.text, marks.flags) == ("She came on 4 May.", [])
    assert marks.is_current


def underlined(editor):
    return [one.cursor.selectionStart() for one in editor.extraSelections()]


def test_of_a_long_text_the_phrases_in_sight_are_underlined(qtbot, editor, marks):
    with qtbot.waitExposed(editor):
        editor.show()
    with qtbot.waitSignal(marks.read):
        editor.setPlainText(LONG)
    above = underlined(editor)

    bar = editor.verticalScrollBar()
    bar.setValue(bar.maximum())
    below = underlined(editor)

    assert (len(above), len(below)) == (70, 70)
    assert min(above) < 60
    assert min(below) > max(above)
    assert max(below) > len(LONG) - 60


def test_a_text_beyond_its_limit_is_not_marked(qtbot, editor, marks):
    with qtbot.waitSignal(marks.read):
        editor.setPlainText("often " * 4_000)

    assert marks.flags == []


class Call(msgspec.Struct):
    told: str = ""


def test_a_hint_explains_the_marks_of_a_form_and_leads_to_them(qtbot):
    form = Form(DraftHolder(Call()))
    qtbot.addWidget(form)
    with form.card():
        form.long_text("told", "What you told them")
    hint_wording(form, wording_rules(), ("told",))
    form.show()
    editor = form.findChild(LongText)

    editor.setPlainText("She often came.")
    qtbot.waitUntil(lambda: form.findChild(Notice) is not None)
    form.findChild(QPushButton, "show").click()

    assert "count" in form.findChild(Notice).accessibleName()
    assert editor.textCursor().selectedText() == "often"
    editor.setPlainText("She came.")
    qtbot.waitUntil(lambda: form.findChild(Notice).isHidden())
