import msgspec
import pytest
from gui_support import field, press, unnamed_fields
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QPushButton, QTableView

from sgdesk.paths import resources
from ui.kit.cards import Card, Fold, Notice, button, tag
from ui.kit.rows import Rows, two_lines
from ui.kit.table import Column, Table
from ui.kit.table_cells import Cell
from ui.kit.theme import read_colours


class Line(msgspec.Struct, frozen=True):
    reference: str
    stage: str


LINES = [Line(f"SG-2026-{number:04d}", "Police report due") for number in range(1, 51)]


@pytest.fixture
def table(qtbot):
    made = Table(
        "concerns",
        [
            Column("Reference", lambda line: Cell(line.reference, strong=True)),
            Column("Stage", lambda line: Cell(line.stage, tone="overdue"), share=2),
        ],
    )
    made.set_name("Open concerns")
    qtbot.addWidget(made)
    made.show_rows(LINES, has_more=True)
    made.resize(600, 2_600)
    made.show()
    return made


def test_rows_are_walked_through_and_chosen_by_keyboard(qtbot, table):
    view = field(table, QTableView, "concerns")
    table.focus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)

    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)

    assert chosen.args == [LINES[2]]


def test_a_click_chooses_a_row(qtbot, table):
    view = field(table, QTableView, "concerns")
    place = view.visualRect(view.model().index(4, 1)).center()

    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args == [LINES[4]]


def test_fifty_more_are_asked_for_and_added_below(qtbot, table):
    with qtbot.waitSignal(table.more_asked):
        press(qtbot, table, "concerns:more")
    more = [Line("SG-2025-0099", "Closed")]

    table.add_rows(more)

    assert table.rows() == LINES + more
    assert field(table, QPushButton, "concerns:more").isHidden()


def test_a_cell_is_read_out_in_words(table):
    model = field(table, QTableView, "concerns").model()

    assert model.index(0, 1).data() == "Police report due"
    assert unnamed_fields(table) == []


def test_a_tag_is_drawn_in_the_colour_of_its_tone(table):
    view = field(table, QTableView, "concerns")
    place = view.visualRect(view.model().index(1, 1))
    wanted = QColor(read_colours(resources(), "light")["red_soft"])

    picture = view.viewport().grab(place).toImage()

    seen = {
        picture.pixelColor(x, picture.height() // 2).rgb() for x in range(0, picture.width() // 2)
    }
    assert wanted.rgb() in seen


def test_showing_other_rows_takes_the_old_ones_away(table):
    table.show_rows(LINES[:2])

    assert table.rows() == LINES[:2]
    assert field(table, QTableView, "concerns").model().rowCount() == 2


def test_what_a_person_typed_is_never_markup(qtbot):
    rows = Rows(["Due", "What", ""], [1, 3, 1])
    qtbot.addWidget(rows)

    rows.add_row(
        tag("Overdue"), two_lines("<b>A & B</b>", "to <i>you</i>", "<u>x</u>"), button("Chase")
    )

    texts = [label.text() for label in rows.findChildren(QLabel)]
    assert "<b>&lt;b&gt;A &amp; B&lt;/b&gt;</b> to &lt;i&gt;you&lt;/i&gt;" in texts
    hint = next(label for label in rows.findChildren(QLabel) if label.text() == "<u>x</u>")
    assert hint.textFormat() == Qt.TextFormat.PlainText


def test_rows_can_be_cleared_and_filled_again(qtbot):
    rows = Rows(["What"], [1])
    qtbot.addWidget(rows)
    rows.add_row(tag("Old"))

    rows.clear()
    rows.add_row(tag("New"))

    shown = [label.text() for label in rows.findChildren(QLabel) if not label.isHidden()]
    assert "New" in shown
    assert "Old" not in shown


def test_why_we_ask_unfolds_the_sources(qtbot):
    notice = Notice("Keep the rest back.", ("DPA 2018 Sch 1 para 18, checked 2 Nov 2026",))
    qtbot.addWidget(notice)
    notice.show()

    def sources():
        labels = [label for label in notice.findChildren(QLabel) if label.isVisible()]
        return [label.text() for label in labels if "DPA" in label.text()]

    hidden = not sources()

    press(qtbot, notice, "why")

    assert hidden
    assert sources()
    assert field(notice, QPushButton, "why").text() == "Hide the source"


def test_a_link_of_a_notice_tells_its_id(qtbot):
    notice = Notice("A cause you did not see.", kind="due")
    notice.add_link("move", "Move to opinion")
    qtbot.addWidget(notice)

    with qtbot.waitSignal(notice.linked) as linked:
        press(qtbot, notice, "move")

    assert linked.args == ["move"]


def test_a_card_shows_its_title_and_a_fold_opens(qtbot):
    card, fold = Card("What was seen"), Fold("the rest")
    card.add(fold)
    fold.body.addWidget(tag("inside"))
    qtbot.addWidget(card)
    card.show()

    press(qtbot, card, "fold")

    assert card.accessibleName() == "What was seen"
    assert next(one for one in card.findChildren(QLabel) if one.text() == "inside").isVisible()


def test_columns_without_titles_leave_no_empty_line_above_the_rows(qtbot):
    def height(titles):
        made = Rows(titles, [1, 3])
        qtbot.addWidget(made)
        made.add_row(QLabel("Name"), QLabel("Mia"))
        return made.sizeHint().height()

    assert height(["", ""]) < height(["Question", "Answer"]) - QLabel("Name").sizeHint().height()
