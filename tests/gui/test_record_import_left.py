"""Bringing in rows: what was refused stays in the box, and columns are told by a choice."""

import pytest
from fit_support import misfits
from gui_support import at_percent, field, finish_pages, press, unnamed_fields
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton
from record_support import Keyboard, begun, shown_wizard, texts
from stand_ins import NowRunner

from ui.record.rows_in_hand import MOST_IN_BOX

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")

HEADINGS = "Date,Type,Status,Gizmo"
GOOD = "3/4/26,Exam,DNA,09:10"
OTHER = "4/4/26,Filling,Attended,09:20"
BAD = "31/2/26,Exam,DNA,09:30"
ROWS = "\n".join((HEADINGS, GOOD, BAD, OTHER))


@pytest.fixture
def draft(desk):
    return begun(desk)


@pytest.fixture
def wizard(qtbot, desk, runner, asker, draft):
    return shown_wizard(qtbot, desk, runner, asker, draft, "chronology")


@pytest.fixture
def page(wizard):
    return wizard.frame.page


def box(page):
    return field(page, QPlainTextEdit, "import.rows")


def write(page, text):
    box(page).setPlainText(text)


def put_right(page, wrong="31/2", right="28/2"):
    """Select what is wrong in the box, and write over it."""
    box(page).document().find(wrong).insertText(right)


def read(qtbot, page, text=ROWS):
    press(qtbot, page, "import-events")
    write(page, text)
    press(qtbot, page, "import-read")
    finish_pages(page)


def take(qtbot, page):
    press(qtbot, page, "import-take")
    finish_pages(page)


def choose_file(qtbot, page, asker, path, text=ROWS, *answers):
    path.write_text(text, encoding="utf-8")
    asker.answers += [path, *answers]
    press(qtbot, page, "import-events")
    press(qtbot, page, "import-file")
    finish_pages(page)


def sources(draft):
    return [one.noticed_by.removeprefix("Practice system, ") for one in draft.facts]


def test_what_was_refused_stays_in_the_box_and_is_taken_in_when_it_was_put_right(
    qtbot, page, draft
):
    read(qtbot, page)

    take(qtbot, page)

    assert box(page).toPlainText() == f"{HEADINGS}\n{BAD}"
    assert "There is no day “31/2/26” in the calendar." in texts(page)
    assert "2 entries were taken in." in texts(page)
    put_right(page, "31/2", f"{GOOD}\n28/2")
    press(qtbot, page, "import-read")
    assert "1 left out, because they are there already" in texts(page)
    take(qtbot, page)
    assert len(draft.facts) == 3
    assert sources(draft)[-1] == "pasted rows, put right on 22 Nov 2026, row 3"
    assert not box(page).isVisible()


def test_the_rows_of_a_file_stand_in_the_box_and_are_put_right_there(
    qtbot, page, draft, asker, tmp_path
):
    choose_file(qtbot, page, asker, tmp_path / "appts.csv")
    assert box(page).toPlainText() == ROWS

    take(qtbot, page)
    put_right(page)
    press(qtbot, page, "import-read")
    take(qtbot, page)

    assert sources(draft) == [
        "“appts.csv”, read on 22 Nov 2026, row 2",
        "“appts.csv”, read on 22 Nov 2026, row 4",
        "“appts.csv”, put right on 22 Nov 2026, row 2",
    ]


def test_rows_of_a_file_none_of_which_can_be_taken_in_are_put_right_in_the_box(
    qtbot, page, draft, asker, tmp_path
):
    choose_file(qtbot, page, asker, tmp_path / "appts.csv", f"{HEADINGS}\n{BAD}")

    put_right(page)
    press(qtbot, page, "import-read")
    take(qtbot, page)

    assert sources(draft) == ["“appts.csv”, read on 22 Nov 2026, row 2"]


@pytest.mark.parametrize("rows", ["Date,Kind\n3/4/26,Letter\n", f"{HEADINGS}\n5/4/26,Exam,DNA,"])
def test_other_rows_pasted_over_those_of_a_file_are_not_said_to_be_of_it(
    qtbot, page, draft, asker, tmp_path, rows
):
    choose_file(qtbot, page, asker, tmp_path / "appts.csv")
    QApplication.clipboard().setText(rows)
    box(page).selectAll()
    box(page).paste()

    press(qtbot, page, "import-read")
    assert "appts.csv" not in texts(page)
    take(qtbot, page)

    assert sources(draft) == ["rows pasted on 22 Nov 2026, row 2"]


@pytest.mark.parametrize("replace", [True, False])
def test_a_file_stands_in_the_place_of_what_was_typed_only_if_somebody_says_so(
    qtbot, page, asker, tmp_path, replace
):
    read(qtbot, page, "Date,Kind\n3/4/26,Letter")

    choose_file(qtbot, page, asker, tmp_path / "appts.csv", ROWS, replace)

    assert box(page).toPlainText() == (ROWS if replace else "Date,Kind\n3/4/26,Letter")


def test_a_file_too_long_for_the_box_leaves_there_what_was_refused(
    qtbot, page, draft, asker, tmp_path
):
    rows = [f"{day}/{month}/26,Note,,x" for month in range(1, 10) for day in range(1, 29)]
    rows = [f"{row}{'y' * 300}" for row in rows]
    text = "\n".join((HEADINGS, *rows, BAD))
    assert len(text) > MOST_IN_BOX

    choose_file(qtbot, page, asker, tmp_path / "long.csv", text)
    assert box(page).toPlainText() == ""
    assert "Rows of the file “long.csv”, which are too many for the box." in texts(page)
    take(qtbot, page)

    assert box(page).toPlainText() == f"{HEADINGS}\n{BAD}"
    assert len(draft.facts) == 252


def test_what_is_in_the_box_stays_when_the_card_is_closed(qtbot, page):
    read(qtbot, page)

    press(qtbot, page, "import-close")
    assert not box(page).isVisible()
    press(qtbot, page, "import-events")

    assert box(page).isVisible()
    assert box(page).toPlainText() == ROWS


def test_rows_that_are_taken_out_again_are_back_in_the_box(qtbot, page, draft):
    read(qtbot, page)
    take(qtbot, page)

    press(qtbot, page, "import-undo")

    assert (draft.facts, box(page).toPlainText()) == ([], ROWS)


def test_rows_that_are_taken_out_again_stand_below_what_was_put_right_meanwhile(qtbot, page, draft):
    read(qtbot, page)
    take(qtbot, page)
    put_right(page)
    right = BAD.replace("31/2", "28/2")

    press(qtbot, page, "import-undo")

    assert box(page).toPlainText().splitlines() == [HEADINGS, right, GOOD, OTHER]


def test_what_is_written_while_the_worker_takes_rows_in_is_not_lost(qtbot, desk, asker, draft):
    waiting = []

    class Later(NowRunner):
        def run(self, *task, **named):
            waiting.append(lambda: NowRunner.run(self, *task, **named))

    def catch_up():
        while waiting:
            waiting.pop(0)()
            finish_pages(page)

    page = shown_wizard(qtbot, desk, Later(), asker, draft, "chronology").frame.page
    read(qtbot, page)
    catch_up()
    press(qtbot, page, "import-take")
    write(page, f"{ROWS}\n5/4/26,Exam,DNA,")
    catch_up()

    assert len(draft.facts) == 2
    assert box(page).toPlainText() == f"{ROWS}\n5/4/26,Exam,DNA,"
    assert "2 left out, because they are there already" in texts(page)


def test_what_a_column_holds_is_chosen_by_keyboard_and_the_rows_are_read_anew(wizard, page, draft):
    keyboard = Keyboard(wizard)
    QApplication.clipboard().setText(ROWS)
    keyboard.push("import-events")
    keyboard.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    keyboard.push("import-read")
    finish_pages(page)
    assert "09:10; 09:30; 09:20" in texts(page)

    keyboard.tab_to("import-column:3")
    for _time in range(2):
        keyboard.press(Qt.Key.Key_Down)
        finish_pages(page)

    assert keyboard.at.objectName() == "import-column:3"
    assert keyboard.at.currentText() == "The time"
    assert "“Gizmo” is the time" in texts(page)
    assert "Fri 3 Apr 2026 09:10" in texts(page)
    keyboard.push("import-take")
    finish_pages(page)
    assert f"{draft.facts[0].happened_at:%H:%M}" == "09:10"


def test_a_choice_holds_for_the_rows_that_are_left_and_not_for_the_next_import(qtbot, page, draft):
    read(qtbot, page)
    field(page, QComboBox, "import-column:3").setCurrentIndex(2)
    take(qtbot, page)
    put_right(page)
    press(qtbot, page, "import-read")
    take(qtbot, page)
    assert [f"{one.happened_at:%H:%M}" for one in draft.facts] == ["09:10", "09:20", "09:30"]

    read(qtbot, page, f"{HEADINGS}\n5/4/26,Exam,DNA,09:40")

    assert field(page, QComboBox, "import-column:3").currentText() == "Leave out"
    assert "Not taken in: “Gizmo”." in texts(page)


def test_a_choice_can_be_changed_back_when_it_is_in_the_place_of_another_column(qtbot, page):
    read(qtbot, page, "Date,Type,Status,Gizmo\n3/4/26,Exam,DNA,4/4/26")
    choice = field(page, QComboBox, "import-column:3")

    choice.setCurrentIndex(1)
    finish_pages(page)
    assert "Sat 4 Apr 2026" in texts(page)
    assert field(page, QComboBox, "import-column:0").isVisible()
    choice.setCurrentIndex(0)
    finish_pages(page)

    assert "Fri 3 Apr 2026" in texts(page)


def test_where_two_columns_hold_dates_the_lead_says_which_is_the_day(qtbot, page, draft):
    read(qtbot, page, "01/12/2024\t13/03/2026\tExam\tDNA\n")
    assert "Column 2" in texts(page)

    field(page, QComboBox, "import-column:1").setCurrentIndex(1)
    take(qtbot, page)

    assert [f"{one.happened_on:%d/%m/%Y}" for one in draft.facts] == ["13/03/2026"]


def test_sentences_are_for_one_row_and_for_many(qtbot, page):
    read(qtbot, page)
    assert field(page, QPushButton, "import-which").text() == "Show only the row to look at"

    write(page, f"{ROWS}\n{BAD}")
    press(qtbot, page, "import-read")
    assert field(page, QPushButton, "import-which").text() == "Show only the 2 rows to look at"

    write(page, f"{HEADINGS}\n{BAD}")
    press(qtbot, page, "import-read")
    assert "Of 1 row: 0 can be taken in; 1 to be put right." in texts(page)


def test_a_kind_chosen_for_rows_without_one_is_not_chosen_for_the_next_import(qtbot, page):
    read(qtbot, page, "Date,Outcome\n3/4/26,DNA")
    kinds = field(page, QComboBox, "import.unnamed")
    kinds.setCurrentIndex(kinds.findText("Treatment"))
    take(qtbot, page)

    press(qtbot, page, "import-events")

    assert kinds.currentText() == "Choose"


@pytest.mark.parametrize(
    ("width", "height", "percent"), [(1366, 768, 100), (1366, 768, 200), (1093, 614, 100)]
)
def test_the_choices_fit(qtbot, qapp, desk, runner, asker, draft, width, height, percent):
    unknown = [f"A heading of some length, number {number}" for number in range(3)]
    with at_percent(qapp, percent):
        wizard = shown_wizard(qtbot, desk, runner, asker, draft, "chronology", size=(width, height))
        page = wizard.frame.page
        headings = "\t".join(("Date", "Type", *unknown))
        read(qtbot, page, f"{headings}\n3/4/26\tExam\t{'word ' * 20}\tx\ty\n31/2/26\tExam\tz\tz\tz")
        for _turn in range(4):
            finish_pages(wizard)
            QApplication.processEvents()

        assert misfits(wizard) == []
        assert unnamed_fields(page) == []
