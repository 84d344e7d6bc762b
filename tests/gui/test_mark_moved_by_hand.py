"""A signed mark put right on its figure, by mouse and by keys; and a mark that is added later."""

import pytest
from gui_support import field, press, unnamed_fields
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from window_support import settle, texts

from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.maps import place_at, place_named
from ui.concerns.entry_card import EntryCard
from ui.concerns.mark_figure import MarkFigure
from ui.main_window.places import Place

MIA = "SG-2026-0031"


@pytest.fixture
def page(qtbot, window, demo_desk):
    window.open_concern(demo_desk.exchange.concern_of(MIA))
    settle(qtbot)
    return window.page(Place.CONCERN)


def marks(desk):
    found = desk.concerns.get(desk.exchange.concern_of(MIA)).concern.facts
    return [fact for fact in found if isinstance(fact, Injury)]


def begin(qtbot, page, name):
    press(qtbot, page, "amend-record")
    settle(qtbot)
    press(qtbot, page, name)
    settle(qtbot)


def figure_of(page, mark_id):
    return field(page, MarkFigure, f"{mark_id}.point")


def draft(page):
    return page.findChild(EntryCard).draft


def at(figure, x, y):
    return figure._transform().map(QPointF(x, y)).toPoint()


def sign(qtbot, page, why="Seen again on the photograph."):
    field(page, QPlainTextEdit, "because").setPlainText(why)
    press(qtbot, page, "sign-entry")
    settle(qtbot)


def test_a_press_on_the_figure_moves_the_mark_and_its_place_by_name(qtbot, page, demo_desk):
    mark = marks(demo_desk)[0]
    begin(qtbot, page, f"amend:{mark.id}")
    unnamed = unnamed_fields(page)
    figure = figure_of(page, mark.id)
    seen_from = field(page, QComboBox, f"{mark.id}.seen_from")
    seen_from.setCurrentIndex(seen_from.findText("Front"))
    view = demo_desk.maps["child-front"]
    there = place_named(view, "right-cheek")
    figure.resize(figure.sizeHint())

    qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=at(figure, *there.centre))
    shown = field(page, QComboBox, f"{mark.id}.place").currentText()
    sign(qtbot, page)

    after = marks(demo_desk)[0]
    assert unnamed == []
    assert shown.casefold() == "right cheek, front"
    assert after.place_words == "right cheek"
    assert place_at(view, after.x, after.y).id == after.place
    assert any("On the map: Head, left side; " in text and "<s>" in text for text in texts(page))


def test_the_ground_beside_the_body_takes_no_mark(qtbot, page, demo_desk):
    mark = marks(demo_desk)[0]
    begin(qtbot, page, f"amend:{mark.id}")
    figure = figure_of(page, mark.id)
    figure.resize(figure.sizeHint())

    qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(2, figure.height() - 2))

    assert draft(page).fact == mark


def test_arrow_keys_move_it_in_steps_and_it_can_be_put_on_another_view(qtbot, page, demo_desk):
    mark = marks(demo_desk)[0]
    begin(qtbot, page, f"amend:{mark.id}")
    figure = figure_of(page, mark.id)

    qtbot.keyClick(figure, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    moved = draft(page).fact
    seen_from = field(page, QComboBox, f"{mark.id}.seen_from")
    seen_from.setCurrentIndex(seen_from.findText("Back"))
    turned = draft(page).fact, figure.point
    field(page, QComboBox, f"{mark.id}.place")
    figure.resize(figure.sizeHint())
    back = demo_desk.maps["child-back"]
    shoulder = next(one for one in back.places if one.side == "left")
    qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=at(figure, *shoulder.centre))

    assert (moved.x, moved.y) == (mark.x + 1, mark.y)
    assert turned == (moved, None)
    assert draft(page).fact.view == back.id
    assert draft(page).fact.place == shoulder.id
    assert shoulder.name in figure.accessibleName()


def test_a_mark_that_was_forgotten_is_added_later_with_its_place(qtbot, page, demo_desk):
    before = marks(demo_desk)
    begin(qtbot, page, "add:injury")
    mark_id = draft(page).fact.id
    field(page, QLineEdit, f"{mark_id}.mark").setText("bruise")
    sign(qtbot, page, "I forgot it.")
    refused = texts(page)
    figure = figure_of(page, mark_id)
    figure.resize(figure.sizeHint())
    place = place_named(demo_desk.maps["child-front"], "right-cheek")
    qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=at(figure, *place.centre))
    sign(qtbot, page, "I forgot it.")

    assert any("Choose the place on the body." in text for text in refused)
    assert [one.id for one in marks(demo_desk)[: len(before)]] == [one.id for one in before]
    assert marks(demo_desk)[-1].place_words == "right cheek"


def test_the_form_of_a_mark_fits_the_page_at_200_percent(qtbot, page, demo_desk, large):
    begin(qtbot, page, f"amend:{marks(demo_desk)[0].id}")
    figure_of(page, marks(demo_desk)[0].id)
    settle(qtbot)

    assert page.horizontalScrollBar().maximum() == 0
