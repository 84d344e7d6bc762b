"""What stands in a box that is not taken in yet is in the draft, and comes back with it."""

import msgspec
import pytest
from gui_support import field, finish_pages, press
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from record_support import begun, show, shown_wizard

from sgdesk.domain.concern import Concern, ConcernDraft
from ui.kit.autosave import DELAY_MS
from ui.record.rows_in_hand import MOST_IN_BOX
from ui.record.wizard import RecordWizard

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")

ROWS = "Date,Type,Status\n3/4/26,Exam,DNA\n31/2/26,Exam,DNA"
REFUSED = "Date,Type,Status\n31/2/26,Exam,DNA"
PEOPLE = "Abu Kamara, father\nIbrahim Kamara uncle"
UNSURE = "Ibrahim Kamara uncle"
BOXES = [
    ("chronology", "import-events", "import.rows", ROWS),
    ("family", "add-several", "several-text", PEOPLE),
]


@pytest.fixture
def draft(desk):
    return begun(desk)


@pytest.fixture
def wizard(qtbot, desk, runner, asker, draft):
    return shown_wizard(qtbot, desk, runner, asker, draft, "family")


def box(wizard, name):
    return field(wizard.frame.page, QPlainTextEdit, name)


def saved(desk, draft):
    return desk.concerns.open_draft(draft.id).draft


def write(qtbot, wizard, step, way, name, text):
    page = show(wizard, step)
    press(qtbot, page, way)
    box(wizard, name).setPlainText(text)
    return page


def close(qtbot, wizard):
    with qtbot.waitSignal(wizard.closed):
        field(wizard, QAbstractButton, "save-and-close").click()


def opened(qtbot, desk, runner, asker, draft):
    """Return a wizard over the draft as the store has it, where it was left."""
    left = desk.concerns.open_draft(draft.id)
    again = RecordWizard(desk, left.draft, runner, asker)
    qtbot.addWidget(again)
    again.start(left.step, left.caret)
    again.show()
    finish_pages(again)
    return again


@pytest.mark.parametrize(("step", "way", "name", "text"), BOXES)
def test_a_box_comes_back_open_with_its_text(
    qtbot, wizard, desk, runner, asker, draft, step, way, name, text
):
    write(qtbot, wizard, step, way, name, text)
    close(qtbot, wizard)

    again = opened(qtbot, desk, runner, asker, draft)

    assert again.frame.step == step
    assert box(again, name).isVisible()
    assert box(again, name).toPlainText() == text
    assert again.focusWidget() is box(again, name)


@pytest.mark.parametrize(("step", "way", "name", "text"), BOXES)
def test_what_is_written_into_a_box_is_saved_without_being_asked_for(
    qtbot, wizard, desk, draft, step, way, name, text
):
    write(qtbot, wizard, step, way, name, "")
    wizard.save_now()
    box(wizard, name).setPlainText(text)

    kept = {"import.rows": "rows_in_hand", "several-text": "several_in_hand"}[name]
    qtbot.waitUntil(lambda: getattr(saved(desk, draft), kept) == text, timeout=4 * DELAY_MS)


@pytest.mark.parametrize(("number", "way"), [(0, "import-close"), (1, "several-close")])
def test_a_box_that_is_closed_keeps_its_text(
    qtbot, wizard, desk, runner, asker, draft, number, way
):
    step, opens, name, text = BOXES[number]
    page = write(qtbot, wizard, step, opens, name, text)
    press(qtbot, page, way)
    close(qtbot, wizard)

    assert box(opened(qtbot, desk, runner, asker, draft), name).toPlainText() == text


def test_a_box_that_was_emptied_stays_closed(qtbot, wizard, desk, runner, asker, draft):
    write(qtbot, wizard, *BOXES[0])
    box(wizard, "import.rows").setPlainText("")
    close(qtbot, wizard)

    page = opened(qtbot, desk, runner, asker, draft).frame.page

    assert page.findChild(QPlainTextEdit, "import.rows") is None


def test_rows_that_were_taken_in_are_not_in_the_draft_and_those_to_be_put_right_are(
    qtbot, wizard, desk, runner, asker, draft
):
    write(qtbot, wizard, *BOXES[0])
    close(qtbot, wizard)
    again = opened(qtbot, desk, runner, asker, draft)
    for way in ("import-read", "import-take"):
        press(qtbot, again.frame.page, way)
        finish_pages(again)
    close(qtbot, again)

    left = saved(desk, draft)
    assert (left.rows_in_hand, len(left.facts)) == (REFUSED, 1)

    last = opened(qtbot, desk, runner, asker, draft)
    box(last, "import.rows").document().find("31/2").insertText("28/2")
    for way in ("import-read", "import-take"):
        press(qtbot, last.frame.page, way)
        finish_pages(last)
    close(qtbot, last)

    left = saved(desk, draft)
    assert (left.rows_in_hand, len(left.facts)) == ("", 2)


def test_rows_that_are_taken_out_again_are_in_the_draft_again(qtbot, wizard, desk, draft):
    page = write(qtbot, wizard, *BOXES[0])
    for way in ("import-read", "import-take", "import-undo"):
        press(qtbot, page, way)
        finish_pages(page)
    close(qtbot, wizard)

    left = saved(desk, draft)
    assert (left.rows_in_hand, left.facts) == (ROWS, [])


def test_people_who_were_added_are_not_in_the_box_of_the_draft_and_unsure_lines_are(
    qtbot, wizard, desk, runner, asker, draft
):
    page = write(qtbot, wizard, *BOXES[1])
    press(qtbot, page, "several-add")
    close(qtbot, wizard)
    left = saved(desk, draft)
    assert (left.several_in_hand, len(left.relations)) == (UNSURE, 1)

    again = opened(qtbot, desk, runner, asker, draft)
    again.frame.go_on()
    assert again.frame.step == "family"
    box(again, "several-text").setPlainText("Ibrahim Kamara, uncle")
    press(qtbot, again.frame.page, "several-add")
    close(qtbot, again)

    left = saved(desk, draft)
    assert (left.several_in_hand, len(left.relations)) == ("", 2)


def test_the_rows_of_a_file_too_long_for_the_box_are_not_in_the_draft(
    qtbot, wizard, desk, asker, draft, tmp_path
):
    rows = [f"{day}/{month}/26,Note,{'y' * 300}" for month in range(1, 10) for day in range(1, 29)]
    path = tmp_path / "long.csv"
    path.write_text("\n".join(("Date,Type,Notes", *rows)), encoding="utf-8")
    assert path.stat().st_size > MOST_IN_BOX
    asker.answers.append(path)
    page = show(wizard, "chronology")
    for way in ("import-events", "import-file"):
        press(qtbot, page, way)
        finish_pages(page)
    close(qtbot, wizard)

    assert saved(desk, draft).rows_in_hand == ""


def test_what_is_in_a_box_is_in_no_record_and_not_found(qtbot, wizard, desk, draft):
    write(qtbot, wizard, *BOXES[0][:3], "Date,Type,Notes\n3/4/26,Exam,Zephyrine")
    close(qtbot, wizard)
    assert desk.concerns.find("Zephyrine") == []

    signed = desk.concerns.sign(saved(desk, draft))

    assert desk.concerns.find("Zephyrine") == []
    assert b"Zephyrine" not in msgspec.json.encode(signed)
    assert not {"rows_in_hand", "several_in_hand"} & {*Concern.__struct_fields__}


def test_a_draft_from_before_there_was_a_place_for_them_opens_with_empty_boxes():
    draft = msgspec.json.decode(b'{"id":"c","reached":["urgency"]}', type=ConcernDraft)

    assert (draft.rows_in_hand, draft.several_in_hand) == ("", "")
