"""The chronology page: rows brought in by one decision, a drawn line, people side by side."""

from copy import deepcopy
from datetime import date, timedelta

import pytest
from fit_support import misfits
from gui_support import at_percent, field, finish_pages, press, unnamed_fields
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QPushButton, QWidget
from record_support import Keyboard, begun, shown_wizard, texts, written
from stand_ins import NowRunner

from sgdesk.domain.facts.kinds import Attendance, Event, EventKind
from sgdesk.domain.people import Relation
from sgdesk.errors import UserError
from sgdesk.ids import new_id
from ui.kit.time_line import TimeLineView

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")

START = date(2026, 1, 5)
ROWS = (
    "Status\tDate\tType\tNotes\n"
    "DNA\t03/04/26\tTreatment\tFilling 54\n"
    "Cancelled\t15/07/2026\tTreatment\t\n"
    "Attended\t5 Jan 2026\tExam\t\n"
    "DNA\t31/02/2026\tTreatment\t\n"
    "Attended\t18-Aug-26\tEmergency\t=1+1\n"
)
SIZES = [(1366, 768, 100), (1366, 768, 200), (1093, 614, 100)]


@pytest.fixture
def draft(desk):
    draft = begun(desk)
    draft.facts = written(desk, [entry(0, EventKind.EXAMINATION, Attendance.ATTENDED)])
    draft.relations = [Relation(id="sam", name="Sam Thornton", is_child=True)]
    return draft


@pytest.fixture
def wizard(qtbot, desk, runner, asker, draft):
    return shown_wizard(qtbot, desk, runner, asker, draft, "chronology")


@pytest.fixture
def page(wizard):
    return wizard.frame.page


def entry(days, kind=EventKind.TREATMENT, ended=Attendance.NOT_BROUGHT, **changes):
    return Event(
        id=new_id(), happened_on=START + timedelta(days=days), event=kind, attendance=ended,
        **changes,
    )  # fmt: skip


def put_in(qtbot, page, text=ROWS):
    press(qtbot, page, "import-events")
    field(page, QPlainTextEdit, "import.rows").setPlainText(text)
    press(qtbot, page, "import-read")
    finish_pages(page)


def test_reading_shows_every_row_and_changes_nothing(qtbot, page, draft):
    before = deepcopy(draft)

    put_in(qtbot, page)

    shown = texts(page)
    assert (
        "Of 5 rows: 2 can be taken in; 1 of them with a note to check; 1 left out, because they are"
        " there already"
    ) in shown
    assert "“Cancelled” does not say by whom." in shown
    assert "There is no day “31/02/2026” in the calendar." in shown
    assert "Fri 3 Apr 2026" in shown
    assert "Read day first." in shown
    assert "Text that looks like a formula is kept as text." in shown
    assert "“Status” is how it ended" in shown
    before.rows_in_hand = ROWS
    assert draft == before


def test_rows_that_name_nobody_and_answers_that_were_read_between_the_lines_are_said(qtbot, page):
    put_in(qtbot, page, "Date,Type,DNA\n13/03/2026,Treatment,Y\n14/03/2026,Treatment,N\n")

    shown = texts(page)
    assert "No column names whose appointments these are: all are taken as those of" in shown
    assert "“DNA” is whether it was missed" in shown
    assert "Taken as attended, because the row says “DNA: N” and no more." in shown
    assert "Of 2 rows: 2 can be taken in; 1 of them with a note to check." in shown

    press(qtbot, page, "import-which")

    assert "Line 2" not in texts(page)
    assert "Line 3" in texts(page)


def test_two_columns_of_dates_without_headings_say_what_to_do_and_offer_nothing(qtbot, page):
    put_in(qtbot, page, "01/12/2024\t13/03/2026\tExam\tDNA\n")

    assert "Choose it below, or write a line above the rows that names each column" in texts(page)
    assert not field(page, QPushButton, "import-take").isVisible()
    assert not field(page, QWidget, "import-columns").isVisible()


def test_one_decision_takes_all_of_them_in_and_one_step_takes_them_out_again(qtbot, page, draft):
    before = list(draft.facts)
    put_in(qtbot, page)

    press(qtbot, page, "import-take")
    taken = [fact for fact in draft.facts if fact not in before]
    press(qtbot, page, "import-undo")

    assert [(one.happened_on, one.attendance) for one in taken] == [
        (date(2026, 4, 3), Attendance.NOT_BROUGHT),
        (date(2026, 8, 18), Attendance.ATTENDED),
    ]
    assert {one.noticed_by for one in taken} == {
        f"Practice system, rows pasted on 22 Nov 2026, row {row}" for row in (2, 6)
    }
    assert all(one.recorded_at is not None for one in taken)
    assert draft.facts == before


def test_once_an_entry_was_changed_the_import_is_not_undone_any_more(qtbot, page, draft):
    put_in(qtbot, page)
    press(qtbot, page, "import-take")
    undo = field(page, QPushButton, "import-undo")
    assert undo.isVisible()

    page.focus(f"{draft.facts[-1].id}.text")
    field(page, QPlainTextEdit, f"{draft.facts[-1].id}.text").setPlainText("More")

    assert not undo.isVisible()
    assert draft.imported == []
    assert len(draft.facts) == 3


def test_an_import_can_be_undone_while_the_draft_is_open(qtbot, desk, runner, asker, page, draft):
    before = list(draft.facts)
    put_in(qtbot, page)
    press(qtbot, page, "import-take")

    again = shown_wizard(qtbot, desk, runner, asker, draft, "chronology").frame.page
    assert "2 entries were taken in." in texts(again)
    press(qtbot, again, "import-undo")

    assert draft.facts == before
    assert "2 entries were taken in." not in texts(again)


def test_an_import_of_a_draft_that_was_left_and_opened_again_can_be_undone(
    qtbot, desk, runner, asker, wizard, page, draft
):
    before = list(draft.facts)
    put_in(qtbot, page)
    press(qtbot, page, "import-take")
    wizard.save_now()

    opened = desk.concerns.open_draft(draft.id).draft
    again = shown_wizard(qtbot, desk, runner, asker, opened, "chronology").frame.page
    press(qtbot, again, "import-undo")

    assert opened.facts == before


def test_an_entry_that_was_removed_ends_the_way_back(qtbot, desk, runner, asker, page, draft):
    put_in(qtbot, page)
    press(qtbot, page, "import-take")
    draft.facts = draft.facts[:-1]

    again = shown_wizard(qtbot, desk, runner, asker, draft, "chronology").frame.page

    assert not field(again, QPushButton, "import-undo").isVisible()


def test_rows_taken_in_are_saved_and_come_back(qtbot, desk, wizard, page, draft):
    put_in(qtbot, page)
    press(qtbot, page, "import-take")

    wizard.save_now()

    assert desk.concerns.open_draft(draft.id).draft.facts == draft.facts


def test_what_rows_without_a_kind_are_is_chosen_once_for_all(qtbot, page):
    put_in(qtbot, page, "Date,Outcome\n4/3/26,DNA\n11/3/26,Attended\n")
    assert "The row names no kind of entry." in texts(page)

    kinds = field(page, QComboBox, "import.unnamed")
    kinds.setCurrentIndex(kinds.findText("Treatment"))

    assert "Of 2 rows: 2 can be taken in." in texts(page)


def test_the_decision_says_how_many_rows_stay_out(qtbot, page, draft):
    put_in(qtbot, page)

    refused = "Take in 2 entries, without the 2 to be put right"
    field(page, QPlainTextEdit, "import.rows").setPlainText(
        "Date,Type,Outcome\n4/3/26,Exam,DNA\n31/2/26,Exam,DNA\n5/3/26,Exam,seen\n1/4/26,Exam,?\n"
    )
    press(qtbot, page, "import-read")

    assert field(page, QPushButton, "import-take").text() == refused


def test_rows_that_changed_since_they_were_read_are_read_again_first(qtbot, page, draft):
    put_in(qtbot, page)
    field(page, QPlainTextEdit, "import.rows").setPlainText("Date,Type\n4/3/26,Letter\n")

    press(qtbot, page, "import-take")

    assert len(draft.facts) == 1
    assert field(page, QPushButton, "import-take").text() == "Take in 1 entry"


def test_a_file_is_read_whatever_saved_it_and_another_kind_of_file_is_explained(
    qtbot, page, draft, asker, tmp_path
):
    book, rows = tmp_path / "rows.xlsx", tmp_path / "rows.csv"
    book.write_bytes(b"PK\x03\x04")
    rows.write_bytes(ROWS.replace("\n", "\r\n").encode("utf-16"))
    asker.answers += [book, rows, tmp_path / "gone.csv"]
    press(qtbot, page, "import-events")

    press(qtbot, page, "import-file")
    assert "This is a workbook. Open it, save the sheet as CSV" in texts(page)
    press(qtbot, page, "import-file")
    assert "Of 5 rows: 2 can be taken in" in texts(page)
    assert "Rows of the file “rows.csv”." in texts(page)
    press(qtbot, page, "import-file")
    assert "The file could not be read." in texts(page)
    assert len(draft.facts) == 1


class LaterRunner(NowRunner):
    """Does what it was asked for when it is told to, as a busy worker does."""

    def __init__(self):
        self.waiting = []

    def run(self, *task, **named):
        self.waiting.append(lambda: NowRunner.run(self, *task, **named))

    def catch_up(self):
        while self.waiting:
            self.waiting.pop(0)()


def test_pressing_twice_while_the_worker_is_busy_takes_them_in_once(qtbot, desk, asker, draft):
    later = LaterRunner()
    wizard = shown_wizard(qtbot, desk, later, asker, draft, "chronology")
    put_in(qtbot, wizard.frame.page)
    later.catch_up()

    for _time in range(2):
        press(qtbot, wizard.frame.page, "import-take")
    later.catch_up()

    assert len(draft.facts) == 3


def test_rows_come_in_by_keyboard_alone(wizard, page, draft):
    keyboard = Keyboard(wizard)
    QApplication.clipboard().setText(ROWS)

    keyboard.push("import-events")
    assert keyboard.at.objectName() == "import.rows"
    keyboard.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    keyboard.push("import-read")
    finish_pages(page)
    keyboard.push("import-take")
    finish_pages(page)

    assert keyboard.at.objectName() == "import.rows"  # with the rows to be put right
    assert len(draft.facts) == 3
    keyboard.push("import-undo")
    assert len(draft.facts) == 1
    assert keyboard.at.objectName() == "import-events"


def test_rows_come_in_by_mouse_alone(qtbot, page, draft):
    for name in ("import-events", "import-read", "import-take"):
        qtbot.mouseClick(field(page, QPushButton, name), Qt.MouseButton.LeftButton)
        if name == "import-events":
            field(page, QPlainTextEdit, "import.rows").setPlainText(ROWS)
        finish_pages(page)

    assert len(draft.facts) == 3


def test_a_thousand_rows_are_shown_some_at_a_time_and_taken_in_whole(qtbot, page, draft):
    rows = "\n".join(f"{START + timedelta(days=number):%d/%m/%Y},DNA" for number in range(1_000))
    put_in(qtbot, page, f"Date,Outcome\n{rows.replace('2027', '2024').replace('2028', '2023')}\n")
    kinds = field(page, QComboBox, "import.unnamed")
    kinds.setCurrentIndex(kinds.findText("Note"))
    finish_pages(page)
    assert "1 to 20 of 1,000" in texts(page)

    press(qtbot, page, "import:after")
    assert "21 to 40 of 1,000" in texts(page)
    taken = int(field(page, QPushButton, "import-take").text().split()[2])
    press(qtbot, page, "import-take")

    assert len(draft.facts) == 1 + taken


def test_an_entry_far_down_is_opened_and_closed_where_it_stands(qtbot, wizard, page, draft):
    draft.facts = [entry(number) for number in range(500)]
    page.load()
    finish_pages(page)
    far = draft.facts[333].id

    page.focus(f"{far}.text")
    press(qtbot, page, f"{far}:close")
    finish_pages(page)

    assert QApplication.focusWidget().objectName() == f"{far}:edit"
    assert "321 to 340 of 500" in texts(page)


def test_the_drawn_line_has_its_words_beside_it(qtbot, page, draft):
    draft.facts = [*draft.facts, entry(58), entry(148)]
    page.load()
    finish_pages(page)

    line = field(page, TimeLineView, "time-line")
    press(qtbot, page, "time-line-words")

    assert "Was not brought: 4 Mar 2026, 2 Jun 2026." in texts(page)
    assert "Was not brought: 4 Mar 2026, 2 Jun 2026." in line.accessibleDescription()
    assert not line.grab().toImage().isNull()


def test_people_stand_side_by_side_on_the_same_date_and_are_counted_apart(page, draft):
    draft.facts = [*draft.facts, entry(58), entry(58, also_about="Sam Thornton"), entry(60)]
    draft.presentation = type(draft.presentation)(count_from=START)
    page.load()
    finish_pages(page)

    shown = texts(page)

    assert "Side by side" in shown
    assert shown.count("Wed 4 Mar 2026") == 3
    assert "Not brought 2 of 2 planned since 5 Jan 2026." in shown
    assert "2 not brought = 2 planned." in shown


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_the_page_fits_with_everything_on_it(
    qtbot, qapp, desk, runner, asker, draft, width, height, percent
):
    draft.facts = [
        *draft.facts, *(entry(9 * number) for number in range(40)),
        entry(58, text="A long text that goes on and on " * 6, also_about="Sam Thornton"),
    ]  # fmt: skip
    with at_percent(qapp, percent):
        wizard = shown_wizard(qtbot, desk, runner, asker, draft, "chronology", size=(width, height))
        page = wizard.frame.page
        put_in(qtbot, page)
        page.focus(f"{draft.facts[1].id}.text")
        for _turn in range(4):
            finish_pages(wizard)
            QApplication.processEvents()

        assert misfits(wizard) == []
        assert unnamed_fields(page) == []


def test_an_appointment_ahead_has_no_outcome_yet(desk, draft):
    ahead = entry(400, ended=Attendance.ATTENDED)
    draft.facts = [ahead]

    with pytest.raises(UserError, match="This date is in the future"):
        desk.concerns.sign(draft)


def test_nothing_is_hidden_below_the_import(qtbot, page):
    put_in(qtbot, page)

    assert field(page, QWidget, "presentation.count_from").isVisibleTo(page)
