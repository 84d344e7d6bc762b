from datetime import date, time

import msgspec
import pytest
from gui_support import field, unnamed_fields
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
)

from sgdesk.domain.answers import Unanswered, YesNo
from sgdesk.domain.flows.engine import Problem
from ui.kit.binding import DraftHolder, ValueHolder, item_of, part_of
from ui.kit.form import Form
from ui.kit.unanswered import UnansweredButton

KINDS = [(name, name.title()) for name in ("bruise", "burn", "bite", "graze", "cut", "swelling")]
HARMS = [("neglect", "Neglect"), ("physical", "Physical abuse")]


class Part(msgspec.Struct, frozen=True):
    id: str = "p1"
    name: str = ""
    born: date | None = None
    born_typed: str = ""
    gp: str = ""
    unanswered: dict[str, Unanswered] = {}


class Draft(msgspec.Struct):
    title: str = ""
    words: str = ""
    seen_on: date | None = None
    seen_on_typed: str = ""
    seen_at: time | None = None
    seen_at_typed: str = ""
    length_mm: int | None = None
    length_mm_typed: str = ""
    told: YesNo | None = None
    told_who: str = ""
    kind: str = ""
    harms: tuple[str, ...] = ()
    protected: bool = False
    person: Part = Part()
    people: tuple[Part, ...] = ()


def full_form(draft: Draft) -> Form:
    form = Form(DraftHolder(draft))
    form.line("title", "&Title", "In a few words.", limit=20)
    form.long_text("words", "&Words", limit=50)
    form.moment("seen_on", "seen_at", "&Date", "&Time")
    form.number("length_mm", "&Length", unit="mm", most=2_000)
    form.yes_no("told", "Was the &family told?", not_asked=True)
    form.line("told_who", "W&ho was told")
    form.choice("kind", "&Kind", KINDS)
    form.ticks("harms", "&Harm", HARMS)
    form.tick("protected", "The address is &protected")
    return form


@pytest.fixture
def draft():
    return Draft()


@pytest.fixture
def form(qtbot, draft):
    made = full_form(draft)
    qtbot.addWidget(made)
    made.load()
    made.show()
    return made


def test_loading_keeps_every_answer_of_the_draft(qtbot):
    answers = {
        "title": "Bruise",
        "words": "Two\nlines",
        "seen_on": date(2026, 11, 20),
        "seen_on_typed": "20 Nov 26",
        "seen_at": time(9, 40),
        "seen_at_typed": "0940",
        "length_mm": 22,
        "length_mm_typed": "22",
        "told": YesNo.NOT_ASKED,
        "told_who": "Nobody",
        "kind": "burn",
        "harms": ("physical",),
        "protected": True,
    }
    draft = Draft(**answers)
    made = full_form(draft)
    qtbot.addWidget(made)

    made.load()

    assert draft == Draft(**answers)
    assert field(made, QLineEdit, "seen_on").text() == "20 Nov 26"
    assert field(made, QComboBox, "kind").currentText() == "Burn"
    assert field(made, QRadioButton, "told=not-asked").isChecked()


def test_what_is_typed_is_in_the_draft(qtbot, form, draft):
    qtbot.keyClicks(field(form, QLineEdit, "title"), "Bruise")
    qtbot.keyClicks(field(form, QPlainTextEdit, "words"), "Silent in the room")
    qtbot.keyClicks(field(form, QLineEdit, "seen_on"), "20/11/26")
    qtbot.keyClicks(field(form, QLineEdit, "seen_at"), "9:40")
    qtbot.keyClicks(field(form, QLineEdit, "length_mm"), "22 mm")
    qtbot.keyClick(field(form, QRadioButton, "told=no"), Qt.Key.Key_Space)
    qtbot.keyClick(field(form, QComboBox, "kind"), Qt.Key.Key_Down)
    qtbot.keyClick(field(form, QCheckBox, "harms=physical"), Qt.Key.Key_Space)
    qtbot.keyClick(field(form, QCheckBox, "protected"), Qt.Key.Key_Space)

    assert (draft.title, draft.words) == ("Bruise", "Silent in the room")
    assert (draft.seen_on, draft.seen_at) == (date(2026, 11, 20), time(9, 40))
    assert (draft.length_mm, draft.told, draft.kind) == (22, YesNo.NO, "bruise")
    assert (draft.harms, draft.protected) == (("physical",), True)


def test_a_date_that_is_none_stays_as_it_was_typed(qtbot, form, draft):
    line = field(form, QLineEdit, "seen_on")

    qtbot.keyClicks(line, "31 02 2026")
    line.editingFinished.emit()

    assert (draft.seen_on, draft.seen_on_typed) == (None, "31 02 2026")
    assert "Type the date" in form.question("seen_on").problem()
    again = full_form(draft)
    qtbot.addWidget(again)
    again.load()
    assert field(again, QLineEdit, "seen_on").text() == "31 02 2026"
    assert list(again.wrong()) == ["seen_on"]


def test_a_sentence_goes_away_when_it_is_put_right(qtbot, form):
    line = field(form, QLineEdit, "seen_at")
    qtbot.keyClicks(line, "half nine")
    line.editingFinished.emit()
    line.selectAll()

    qtbot.keyClicks(line, "0930")

    assert form.question("seen_at").problem() == ""
    assert form.wrong() == {}


def test_a_text_over_its_limit_is_kept_whole_and_explained(qtbot, form, draft):
    pasted = "x" * 100_000
    QGuiApplication.clipboard().setText(pasted)

    field(form, QPlainTextEdit, "words").paste()

    assert draft.words == pasted
    assert form.wrong()["words"] == (
        "This box takes up to 50 characters; there are 99,950 too many. Shorten it or split it."
    )
    assert form.question("words").problem() == form.wrong()["words"]


def test_a_measure_beyond_its_bounds_is_explained(qtbot, form, draft):
    qtbot.keyClicks(field(form, QLineEdit, "length_mm"), "9000")

    assert (draft.length_mm, draft.length_mm_typed) == (None, "9000")
    assert form.wrong() == {"length_mm": "Type a whole number from 0 to 2,000."}


def test_every_field_has_a_name_a_label_and_its_hint_is_read_out(form):
    assert unnamed_fields(form) == []
    assert field(form, QLineEdit, "title").accessibleName() == "Title"
    assert field(form, QLineEdit, "title").accessibleDescription() == "In a few words."
    assert field(form, QRadioButton, "told=yes").accessibleName() == "Was the family told?: Yes"


def test_a_problem_is_read_out_with_its_field(form):
    form.show_problems([Problem("s", "title", "Give a short title.")])

    line = field(form, QLineEdit, "title")
    assert line.accessibleDescription() == "Put right: Give a short title. In a few words."
    assert field(form, QLabel, "title:problem").text() == "!  Give a short title."


def test_problems_that_are_gone_are_no_longer_shown(form):
    form.show_problems([Problem("s", "title", "Give a short title.")])

    form.show_problems([])

    assert field(form, QLabel, "title:problem").isHidden()


def test_what_is_filled_in_by_a_press_is_no_longer_to_be_put_right(form, draft):
    form.show_problems([Problem("s", "title", "Give a short title.")])
    draft.title = "As weighed before"

    form.load()

    assert field(form, QLabel, "title:problem").isHidden()


def test_a_condition_shows_and_hides_a_question(qtbot, form, draft):
    form.only_if(lambda: draft.told is YesNo.YES, "told_who")
    form.load()
    hidden_at_first = form.question("told_who").isHidden()

    qtbot.keyClick(field(form, QRadioButton, "told=yes"), Qt.Key.Key_Space)

    assert hidden_at_first
    assert form.question("told_who").isVisible()


def test_a_hidden_question_is_never_wrong(qtbot, draft):
    draft.told_who = "x" * 500
    made = full_form(draft)
    qtbot.addWidget(made)
    made.only_if(lambda: draft.told is YesNo.YES, "told_who")

    made.load()

    assert made.wrong() == {}


def test_a_form_tells_which_field_changed_and_when_one_was_left(qtbot, form):
    line = field(form, QLineEdit, "title")

    with qtbot.waitSignal(form.changed) as changed:
        qtbot.keyClicks(line, "B")
    with qtbot.waitSignal(form.left):
        qtbot.keyClick(line, Qt.Key.Key_Return)

    assert changed.args == ["title"]


def test_loading_the_same_answers_again_keeps_the_caret(qtbot, form):
    line = field(form, QLineEdit, "title")
    qtbot.keyClicks(line, "Bruise")
    line.setCursorPosition(2)

    form.load()

    assert line.cursorPosition() == 2


def test_a_frozen_part_of_a_draft_is_replaced(qtbot, draft):
    before = draft.person
    made = Form(part_of(draft, "person"))
    qtbot.addWidget(made)
    made.line("name", "&Name")
    made.load()

    qtbot.keyClicks(field(made, QLineEdit, "name"), "Mia")

    assert draft.person == Part(name="Mia")
    assert before == Part()


def test_an_item_of_a_list_is_replaced_where_it_stands(qtbot, draft):
    draft.people = (Part(id="a"), Part(id="b"), Part(id="c"))
    made = Form(item_of(draft, "people", "b"), prefix="b")
    qtbot.addWidget(made)
    made.line("name", "&Name")
    made.load()

    qtbot.keyClicks(field(made, QLineEdit, "b.name"), "Rina")

    assert draft.people == (Part(id="a"), Part(id="b", name="Rina"), Part(id="c"))


def test_a_value_that_does_not_change_is_not_handed_back():
    handed = []
    holder = ValueHolder(lambda: Part(name="Mia"), handed.append)

    holder.put("name", "Mia")

    assert handed == []


def test_not_known_is_an_answer_and_what_was_typed_can_be_taken_back(qtbot, draft):
    made = Form(part_of(draft, "person"))
    qtbot.addWidget(made)
    made.line("gp", "&GP", unanswered=True)
    made.load()
    qtbot.keyClicks(field(made, QLineEdit, "gp"), "Dr Amos")
    menu = field(made, UnansweredButton, "gp:unanswered")

    menu.chosen.emit(Unanswered.NOT_KNOWN)
    made.load()
    shown, held = menu.text(), draft.person
    menu.chosen.emit(None)

    assert shown == "Not known"
    assert held == Part(unanswered={"gp": Unanswered.NOT_KNOWN})
    assert draft.person == Part(gp="Dr Amos")


def test_an_answer_that_is_no_longer_offered_stays_visible(qtbot):
    draft = Draft(kind="scald")
    made = full_form(draft)
    qtbot.addWidget(made)

    made.load()

    assert field(made, QComboBox, "kind").currentText() == "scald"
    assert draft.kind == "scald"


def test_a_fold_counts_its_questions_and_opens_for_a_problem(qtbot, draft):
    draft.title = "Bruise"
    made = Form(DraftHolder(draft))
    qtbot.addWidget(made)
    with made.fold("more about the person"):
        made.line("title", "&Title")
        made.line("told_who", "&Who")
    made.load()
    made.show()
    folded = field(made, QPushButton, "fold").text()

    made.focus("told_who")

    assert folded == "Show more about the person (2 questions, 1 answered)"
    assert field(made, QLineEdit, "told_who").isVisible()
    assert made.focus("nowhere") is None


def test_a_form_is_walked_through_with_tab_in_the_order_of_its_questions(qtbot, form):
    form.activateWindow()
    field(form, QLineEdit, "title").setFocus()
    seen = []
    for _step in range(5):
        seen.append(form.focusWidget().objectName())
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)

    assert seen == ["title", "words", "seen_on", "seen_at", "length_mm"]


def test_the_wheel_does_not_change_a_list(qtbot, form, draft):
    before = draft.kind
    box = field(form, QComboBox, "kind")

    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    box.wheelEvent(event)

    assert not event.isAccepted()
    assert draft.kind == before
    assert not box.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus


def test_the_text_box_grows_with_its_words_up_to_a_limit(qtbot, form):
    box = field(form, QPlainTextEdit, "words")
    small = box.height()

    box.setPlainText("\n".join("line" for _n in range(8)))
    larger = box.height()
    box.setPlainText("\n".join("line" for _n in range(200)))

    assert small < larger < box.height() < 3 * larger


def test_a_question_is_one_stop_for_tab_whether_it_has_an_answer_or_not(qtbot, draft):
    made = Form(part_of(draft, "person"))
    qtbot.addWidget(made)
    made.line("gp", "&GP", unanswered=True)
    made.line("name", "&Name")
    made.load()
    made.show()
    made.activateWindow()
    line, menu = field(made, QLineEdit, "gp"), field(made, UnansweredButton, "gp:unanswered")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    after_field = made.focusWidget().objectName()

    menu.chosen.emit(Unanswered.NOT_ASKED)

    assert after_field == "name"
    assert made.focusWidget() is menu
    assert menu.accessibleName() == "No answer: GP"
    qtbot.keyClick(menu, Qt.Key.Key_Tab)
    assert made.focusWidget().objectName() == "name"


def test_the_reasons_for_no_answer_open_from_the_field(qtbot, draft):
    made = Form(part_of(draft, "person"))
    qtbot.addWidget(made)
    made.line("gp", "&GP", "Their surgery.", unanswered=True)
    made.load()
    made.show()
    line, menu = field(made, QLineEdit, "gp"), field(made, UnansweredButton, "gp:unanswered")

    qtbot.keyClick(line, Qt.Key.Key_F2)
    opened = menu.findChild(QMenu)
    opened.actions()[0].trigger()
    opened.close()

    assert draft.person.unanswered == {"gp": Unanswered.NOT_KNOWN}
    assert "F2: no answer" in line.accessibleDescription()
    assert "Their surgery." in line.accessibleDescription()


def test_an_answer_makes_the_offer_of_none_go_away(qtbot, draft):
    made = Form(part_of(draft, "person"))
    qtbot.addWidget(made)
    made.line("gp", "&GP", unanswered=True)
    made.load()
    made.show()
    menu = field(made, UnansweredButton, "gp:unanswered")
    offered = menu.isVisible()

    qtbot.keyClicks(field(made, QLineEdit, "gp"), "Dr Amos")

    assert offered
    assert not menu.isVisible()


def test_a_number_that_looks_wrong_is_questioned_when_the_field_is_left(qtbot):
    class Contact(msgspec.Struct):
        phone: str = ""

    held = Contact()
    made = Form(DraftHolder(held))
    qtbot.addWidget(made)
    made.line("phone", "&Telephone")
    made.load()
    line = field(made, QLineEdit, "phone")
    qtbot.keyClicks(line, "01632 9601")
    while_typing = made.findChild(QLabel, "phone:doubt")

    qtbot.keyClick(line, Qt.Key.Key_Return)
    said = field(made, QLabel, "phone:doubt")

    assert while_typing is None
    assert "this one has 9" in said.text()
    assert "this one has 9" in line.accessibleDescription()
    assert (made.wrong(), held.phone, line.text()) == ({}, "01632 9601", "01632 9601")
    qtbot.keyClicks(line, "40")
    assert said.isHidden()


def test_a_date_that_does_not_exist_says_how_long_the_month_is(qtbot, form, draft):
    line = field(form, QLineEdit, "seen_on")

    qtbot.keyClicks(line, "31 Feb 2026")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert "February 2026 has 28 days." in field(form, QLabel, "seen_on:problem").text()
    assert line.text() == "31 Feb 2026"


def test_half_a_character_never_reaches_what_is_kept(form, draft):
    line, box = field(form, QLineEdit, "title"), field(form, QPlainTextEdit, "words")
    line.setMaxLength(5)
    line.setText("Seen😀")
    box.setPlainText("😀 seen")
    cursor = box.textCursor()
    cursor.setPosition(1, cursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()

    kept = msgspec.json.decode(msgspec.json.encode(draft), type=Draft)

    assert "Seen" in kept.title
    assert "seen" in kept.words


@pytest.mark.parametrize("name", ["title", "words"])
def test_a_character_that_could_not_be_read_is_said(form, draft, name):
    binding = form.question(name).binding
    binding.fill("Seen \ufffd in a paste")

    binding.left.emit()

    assert "cannot be read" in field(form, QLabel, f"{name}:doubt").text()
    assert form.wrong() == {}
    assert getattr(draft, name) == "Seen \ufffd in a paste"
