"""Rows and lists in a narrow window: cells below each other, words that wrap, nothing cut."""

import pytest
from gui_support import field
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView, QWidget
from window_support import settle

from ui.kit.cards import button, tag, words
from ui.kit.rows import Rows
from ui.kit.table import Column, Table
from ui.kit.table_cells import CELL, Cell

LONG = "Asked how the visits went, and what the duty team has decided since the telephone call"


@pytest.fixture
def rows(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1_000, 1_000)
    made = Rows(("Due", "What", "Concern", ""), (2, 6, 2, 2))
    made.setParent(host)
    for number in range(3):
        made.add_row(tag("Overdue"), words(LONG), words(f"SG-2026-{number}"), button("Chase"))
    made.resize(900, 400)
    host.show()
    settle(qtbot)
    yield made
    host.close()


def cells(rows):
    shown = [one for one in rows.findChildren(QLabel) if one.isVisible()]
    return {one.text(): one.geometry() for one in shown}


def test_columns_stand_beside_each_other_where_there_is_room(rows):
    places = cells(rows)

    assert "Due" in places
    assert places["SG-2026-0"].left() > places[LONG].left()


def test_cells_go_below_each_other_where_there_is_not_and_come_back(qtbot, rows):
    rows.resize(150, 900)
    settle(qtbot)
    narrow = cells(rows)
    rows.resize(900, 400)
    settle(qtbot)

    assert "Due" not in narrow
    assert narrow["SG-2026-0"].left() == narrow[LONG].left()
    assert cells(rows)["SG-2026-0"].left() > cells(rows)[LONG].left()


def test_a_narrow_page_may_be_as_narrow_as_the_widest_cell(rows):
    widest = max(one.minimumSizeHint().width() for one in rows.findChildren(QLabel))

    assert rows.minimumSizeHint().width() <= max(widest, 200)


def test_a_row_that_comes_later_is_folded_like_the_others(qtbot, rows):
    rows.resize(150, 900)
    settle(qtbot)
    rows.add_row(tag("Overdue"), words("The last"), words("SG-2026-9"), button("Chase"))
    settle(qtbot)

    places = cells(rows)
    assert places["SG-2026-9"].left() == places["The last"].left()


@pytest.fixture
def table(qtbot):
    made = Table(
        "register",
        [
            Column("What", lambda text: Cell(text, "a hint")),
            Column("More", lambda _text: Cell("x")),
        ],
        narrow=[Column("All", lambda text: Cell(text, "a hint\nx"))],
        least=50,
    )
    qtbot.addWidget(made)
    made.show_rows([LONG, "short"])
    made.resize(1_000, 400)
    made.show()
    settle(qtbot)
    return made


def test_a_row_is_as_high_as_its_words_need(qtbot, table):
    view = field(table, QTableView, "register")
    before = view.rowHeight(0)

    table.resize(520, 400)
    settle(qtbot)

    assert view.rowHeight(0) > view.rowHeight(1)
    assert view.rowHeight(0) > before
    cell = view.model().index(0, 0).data(CELL)
    assert view.itemDelegate().height(cell, view.columnWidth(0)) <= view.rowHeight(0)


def test_a_narrow_list_has_other_columns_and_keeps_its_rows(qtbot, table):
    view = field(table, QTableView, "register")
    wide = view.model().columnCount()

    table.resize(200, 400)
    settle(qtbot)
    narrow = view.model().columnCount()
    table.resize(1_000, 400)
    settle(qtbot)

    assert (wide, narrow, view.model().columnCount()) == (2, 1, 2)
    assert table.rows() == [LONG, "short"]
    assert view.model().headerData(0, Qt.Orientation.Horizontal) == "What"


def test_a_word_that_is_too_long_for_its_column_breaks(qtbot, table):
    table.show_rows(["Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 4])
    table.resize(200, 400)
    settle(qtbot)
    view = field(table, QTableView, "register")

    assert view.rowHeight(0) > 3 * view.fontMetrics().height()
