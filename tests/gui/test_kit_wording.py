import msgspec
import pytest
from PySide6.QtWidgets import QPushButton

from sgdesk.domain.wording import Wording
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


def test_a_turn_that_is_full_reads_no_second_sentence(qtbot, editor, marks, monkeypatch):
    monkeypatch.setattr("ui.kit.wording_marks._TURN_S", 0.0)
    read, turns = [], []
    found, take = Wording.found, marks._take_turn
    monkeypatch.setattr(Wording, "found", lambda *given: read.append(given[1]) or found(*given))

    def counted():
        before = len(read)
        take()
        turns.append(len(read) - before)

    marks._turns.timeout.disconnect()
    marks._turns.timeout.connect(counted)

    with qtbot.waitSignal(marks.read):
        editor.setPlainText(" ".join(f"She often came late on day {day}." for day in range(60)))

    assert len(marks.flags) >= 60
    assert (len(read), max(turns)) == (60, 1)


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

    assert (len(above), len(below)) == (50, 50)
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


def test_a_word_of_two_kinds_is_explained_once(qtbot):
    form = Form(DraftHolder(Call()))
    qtbot.addWidget(form)
    with form.card():
        form.long_text("told", "What you told them")
    hint_wording(form, wording_rules(), ("told",))
    form.show()

    form.findChild(LongText).setPlainText("The kitchen was unkempt.")
    qtbot.waitUntil(lambda: form.findChild(Notice) is not None)

    assert form.findChild(Notice).accessibleName().count("unkempt") == 1
