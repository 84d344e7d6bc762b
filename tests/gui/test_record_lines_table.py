"""Rows of whatever widgets: aligned, folded where there is no room, and cheap to add to."""

import pytest
from gui_support import finish_pages
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ui.kit.cards import button, tag, words
from ui.record.lines_table import LinesTable
from ui.record.paged_rows import AT_ONCE, PagedRows

WIDE, NARROW = 900, 220


@pytest.fixture
def table(qtbot):
    table = LinesTable(("Date", "What", ""), (3, 10, 1))
    qtbot.addWidget(table)
    table.resize(WIDE, 400)
    table.show()
    for number, text in enumerate(("one", "", "three words and more")):
        table.put(number, (words(f"{number}"), words(text), button("Change")))
    return table


def settled(table, width=WIDE):
    table.resize(width, 600)
    finish_pages(table)
    QApplication.sendPostedEvents()
    return table


def lefts(table, kind):
    return {label.x() for label in table.findChildren(kind) if label.isVisible()}


def test_columns_stand_below_each_other_whatever_is_in_them(table):
    settled(table)

    assert len(lefts(table, QLabel)) == 3  # two columns, and the empty head of the third
    assert len(lefts(table, QPushButton)) == 1


def test_one_wide_cell_gives_its_column_room_in_every_row(table):
    table.put(3, (words("3"), words("four"), tag("Put this right first")))

    settled(table)

    assert len(lefts(table, QPushButton)) == 1
    (label,) = (one for one in table.findChildren(QLabel) if one.text().startswith("Put"))
    assert label.width() >= label.sizeHint().width()
    assert label.x() == table.findChild(QPushButton).x()


def test_cells_go_below_each_other_where_there_is_no_room_and_back(table):
    settled(table, NARROW)
    assert lefts(table, QLabel) == lefts(table, QPushButton) == {0}
    assert "What" not in {label.text() for label in table.findChildren(QLabel) if label.isVisible()}

    settled(table)
    assert len(lefts(table, QLabel)) == 3


def test_every_text_has_the_height_that_it_needs(table):
    table.put(1, (words("1"), words("A long text that goes on. " * 20), button("Change")))

    for width in (WIDE, NARROW):
        settled(table, width)
        for label in table.findChildren(QLabel):
            if label.isVisible() and label.text():
                assert label.height() >= label.heightForWidth(label.width())


def test_only_lines_that_changed_are_made_anew(qtbot):
    made = []

    def cells(number):
        made.append(number)
        return (words(f"{number}"),)

    rows = PagedRows("some", ("Number",), (1,))
    qtbot.addWidget(rows)
    rows.show_lines(list(range(50)), cells)
    rows.finish()
    rows.show_lines([0, 77, *range(2, 50)], cells)
    rows.finish()

    assert made == [*range(AT_ONCE), 1]


def test_the_last_page_shows_what_is_left_and_shrinks_with_the_list(qtbot):
    rows = PagedRows("some", ("Number",), (1,))
    qtbot.addWidget(rows)
    rows.show_lines(list(range(45)), lambda number: (words(f"line {number}"),))
    rows.show_line(44)
    assert "41 to 45 of 45" in {label.text() for label in rows.findChildren(QLabel)}

    rows.show_lines(list(range(3)), lambda number: (words(f"line {number}"),))
    rows.finish()
    finish_pages(rows)

    assert {label.text() for label in rows.findChildren(QLabel)} >= {"line 0", "line 1", "line 2"}
    assert "line 40" not in {label.text() for label in rows.findChildren(QLabel)}


class Windows(QObject):
    """Notes whatever is shown as a window of its own."""

    seen = 0

    def eventFilter(self, watched, event):  # noqa: N802 - as Qt calls it
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            self.seen += watched.isWindow()
        return False


@pytest.mark.parametrize("titles", [("", "", ""), ("Date", "What", "")])
def test_no_part_of_a_table_is_ever_a_window_of_its_own(qtbot, qapp, titles):
    windows = Windows(qapp)
    qapp.installEventFilter(windows)
    try:
        table = LinesTable(titles, (3, 10, 1))
        table.put(0, (words("0"), words(""), button("Change")))
        table.put(0, (words("1"), words("one"), tag("Look")))
        table.cut(0)
        settled(table)
    finally:
        qapp.removeEventFilter(windows)

    assert windows.seen == 0
