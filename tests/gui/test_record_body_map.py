from datetime import date

import msgspec
import pytest
from gui_support import field, finish_pages, press
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from record_support import begun, bruise, shown_wizard, texts

from sgdesk.domain.earlier import EarlierRecord
from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.facts.marks import placed
from sgdesk.domain.facts.options import COLOURS, MARK_KINDS, ORIENTATIONS, PATTERNS, SHAPES
from sgdesk.domain.flows.record import RecordConcern
from sgdesk.domain.maps import PARTS, Facing, part_of, place_at, place_named
from sgdesk.domain.wording.ages import age_flag
from ui.record.body_map import BodyMap
from ui.record.earlier_marks import earlier_spots
from ui.record.map_mark import MapMark
from ui.record.marks import free_point, map_text
from ui.record.wording_left import WordingLeft

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def draft(desk):
    return begun(desk)


@pytest.fixture
def wizard(qtbot, desk, runner, asker, draft):
    return shown_wizard(qtbot, desk, runner, asker, draft, "seen")


@pytest.fixture
def body(wizard):
    return wizard.findChild(BodyMap)


def marks(draft):
    return [fact for fact in draft.facts if isinstance(fact, Injury)]


def click(body, place):
    x, y = place_named(body.view, place).centre
    QTest.mouseClick(body, LEFT, pos=body.to_widget(x, y).toPoint())


def drag(mark, way):
    start = mark.rect().center()
    QTest.mousePress(mark, LEFT, pos=start)
    QTest.mouseMove(mark, start + way)
    QTest.mouseRelease(mark, LEFT, pos=start)


def add_by_place(qtbot, wizard, text):
    line = field(wizard, QLineEdit, "add-mark")
    line.setText(text)
    press(qtbot, wizard, "add-mark-button")


def test_a_click_on_the_body_makes_a_mark_with_its_place_in_words(wizard, body, draft):
    click(body, "left-cheek")

    [mark] = marks(draft)
    assert (mark.view, mark.place, mark.place_words) == ("child-front", "left-cheek", "left cheek")
    assert wizard.focusWidget().objectName() == f"{mark.id}.mark"


def test_the_persons_left_is_at_the_viewers_right_from_the_front(body, draft):
    click(body, "left-cheek")

    assert marks(draft)[0].x > body.view.width / 2


def test_a_click_beside_the_body_makes_no_mark(body, draft):
    QTest.mouseClick(body, LEFT, pos=QPoint(3, 3))

    assert marks(draft) == []


def test_the_place_under_the_mouse_is_named_before_it_is_pressed(qtbot, wizard, body):
    x, y = place_named(body.view, "left-cheek").centre

    with qtbot.waitSignal(body.pointed, check_params_cb=lambda name: name == "left cheek"):
        QTest.mouseMove(body, body.to_widget(x, y).toPoint())

    shown = [label.text() for label in wizard.findChildren(QLabel) if label.isVisible()]
    assert "left cheek" in shown


def test_a_dragged_mark_takes_the_words_of_its_new_place(qtbot, wizard, body, draft):
    click(body, "left-cheek")
    mark = body.findChild(MapMark)
    target = body.to_widget(*place_named(body.view, "right-cheek").centre).toPoint()

    drag(mark, target - mark.geometry().center())

    assert marks(draft)[0].place == "right-cheek"
    assert mark.accessibleName() == "Mark 1, right cheek"


def test_a_fixed_point_far_from_the_mark_is_told_at_the_field(qtbot, wizard, body, draft):
    click(body, "left-cheek")
    finish_pages(wizard)
    (mark,) = marks(draft)
    point = field(wizard, QLineEdit, f"{mark.id}.landmark_1")
    point.setText("above the left kneecap")
    point.editingFinished.emit()

    assert "check whether this is a fixed point near it" in texts(wizard)
    assert marks(draft)[0].landmark_1 == "above the left kneecap"

    point.setText("in front of the left ear lobe")
    point.editingFinished.emit()

    assert "near it" not in texts(wizard)


def test_the_fixed_points_of_a_mark_go_with_it_to_the_other_side(qtbot, wizard, body, draft):
    click(body, "left-cheek")
    finish_pages(wizard)
    (mark,) = marks(draft)
    field(wizard, QLineEdit, f"{mark.id}.landmark_1").setText("in front of the left ear lobe")
    field(wizard, QLineEdit, f"{mark.id}.landmark_2").setText("from the left dimple")
    spot = body.findChild(MapMark)
    target = body.to_widget(*place_named(body.view, "right-cheek").centre).toPoint()

    drag(spot, target - spot.geometry().center())
    finish_pages(wizard)

    (mark,) = marks(draft)
    assert mark.place_words == "right cheek"
    assert mark.landmark_1 == "in front of the right ear lobe"
    shown = field(wizard, QLineEdit, f"{mark.id}.landmark_1")
    assert shown.text() == "in front of the right ear lobe"
    assert mark.landmark_2 == "from the left dimple"
    gaps = RecordConcern(date(2026, 11, 22)).gaps(draft)
    assert [one.text for one in gaps if one.field == f"{mark.id}.landmark_2"] == [
        "Right cheek, measured from the left dimple: check on which side this fixed point is."
    ]


def test_a_mark_that_is_dragged_off_the_body_goes_back(body, draft):
    click(body, "left-cheek")
    mark = body.findChild(MapMark)
    before = mark.pos()

    drag(mark, QPoint(-mark.x(), -mark.y()))

    assert marks(draft)[0].place == "left-cheek"
    assert (mark.pos() - before).manhattanLength() <= 2


def test_the_arrow_keys_move_a_mark_and_its_words_follow(qtbot, body, draft):
    click(body, "left-cheek")
    mark = body.findChild(MapMark)
    mark.setFocus()

    for _step in range(40):
        qtbot.keyClick(mark, Qt.Key.Key_Left)

    assert marks(draft)[0].place != "left-cheek"
    moved = marks(draft)[0]
    assert place_at(body.view, moved.x, moved.y).name == moved.place_words


def test_no_place_can_contradict_the_side_on_which_the_mark_lies(desk):
    for view in desk.maps.values():
        for place in view.places:
            x, y = free_point(view, place, [])
            mark = placed(Injury(id="m"), view, x, y)
            assert mark.place == place.id
            if place.side.value in ("left", "right"):
                assert place.side.value in mark.place_words


def test_a_mark_is_added_by_the_name_of_its_place_on_either_side(qtbot, wizard, body, draft):
    add_by_place(qtbot, wizard, "right shoulder blade")

    [mark] = marks(draft)
    assert (mark.view, mark.place) == ("child-back", "right-shoulder-blade")
    assert body.view.id == "child-back"
    assert field(wizard, QPushButton, "map:back").text() == "Back (1)"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("cheek", "Several places fit. Choose one of the list."), ("nowhere", "Type a place")],
)
def test_a_name_that_is_no_single_place_is_explained(qtbot, wizard, draft, typed, sentence):
    add_by_place(qtbot, wizard, typed)

    assert marks(draft) == []
    shown = [label.text() for label in wizard.findChildren(QLabel) if label.isVisible()]
    assert any(sentence in text for text in shown)


def test_two_marks_at_one_place_do_not_cover_each_other(qtbot, wizard, draft):
    add_by_place(qtbot, wizard, "left cheek")
    add_by_place(qtbot, wizard, "left cheek")

    first, second = marks(draft)
    assert first.place == second.place == "left-cheek"
    assert (first.x, first.y) != (second.x, second.y)


def test_a_known_mark_stands_apart_and_has_a_letter(qtbot, wizard, draft, desk):
    add_by_place(qtbot, wizard, "left cheek")
    add_by_place(qtbot, wizard, "left palm")
    known = marks(draft)[1]

    press(qtbot, wizard, f"{known.id}.known_mark")

    text = map_text(draft, desk.maps)
    assert "Known marks, not counted as injuries:\nA. Left palm" in text
    assert "2." not in text


def test_delete_on_a_mark_asks_and_removes_it(qtbot, wizard, body, draft, asker):
    click(body, "left-cheek")
    asker.answers = [False, True]
    mark = body.findChild(MapMark)

    qtbot.keyClick(mark, Qt.Key.Key_Delete)
    kept = len(marks(draft))
    qtbot.keyClick(mark, Qt.Key.Key_Delete)

    assert (kept, marks(draft)) == (1, [])
    assert len(asker.seen) == 2


def test_the_whole_map_can_be_read_and_copied_as_text(qtbot, wizard, draft, desk):
    draft.facts = [bruise(desk, length_mm=22, width_mm=14, colour="purple")]
    wizard.frame.show_step("seen")

    press(qtbot, wizard, "map-as-text")
    press(qtbot, wizard, "copy-map-text")

    text = field(wizard, QPlainTextEdit, "map-text").toPlainText()
    assert text == (
        "1. Left cheek (front, person's left): Bruise 22 × 14 mm, purple."
        " Seen by A. Rahman, 20 Nov 2026."
    )
    assert QGuiApplication.clipboard().text() == text


def test_the_sides_are_named_and_change_places_on_the_back(qtbot, wizard):
    sides = [
        label
        for label in wizard.findChildren(QLabel)
        if label.text() in ("Person's right", "Person's left")
    ]
    front = [label.text() for label in sides]

    press(qtbot, wizard, "map:back")

    assert [label.text() for label in sides] == front[::-1]


def test_the_figure_can_be_enlarged_and_a_mark_keeps_its_place(qtbot, wizard, body, draft):
    click(body, "left-cheek")
    small = body.height()

    press(qtbot, wizard, "map-larger")
    press(qtbot, wizard, "map-larger")
    qtbot.waitUntil(lambda: body.height() > 1.5 * small)

    click(body, "right-cheek")
    assert [mark.place for mark in marks(draft)] == ["left-cheek", "right-cheek"]


def test_a_mark_with_the_focus_opens_its_card_and_return_goes_there(
    qtbot, wizard, body, draft, desk
):
    draft.facts = [bruise(desk), bruise(desk, "left-palm")]
    wizard.frame.show_step("seen")
    second = body.findChild(MapMark, f"{draft.facts[1].id}:mark")
    second.setFocus()

    qtbot.keyClick(second, Qt.Key.Key_Return)

    assert wizard.focusWidget().objectName() == f"{draft.facts[1].id}.mark"


def test_every_view_is_reached_by_keyboard(qtbot, wizard, body):
    place = field(wizard, QLineEdit, "add-mark")
    place.setFocus()
    seen = []
    for _step in Facing:
        seen.append(body.view.facing)
        qtbot.keyClick(place, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)

    assert set(seen) == set(Facing)
    assert body.view.facing is Facing.FRONT


@pytest.mark.parametrize("facing", list(Facing))
def test_a_click_makes_a_mark_on_every_view(qtbot, wizard, body, draft, facing):
    press(qtbot, wizard, f"part:{part_of(facing)}")
    if len(PARTS[part_of(facing)]) > 1:
        press(qtbot, wizard, f"map:{facing}")
    place = body.view.places[0]

    click(body, place.id)

    [mark] = marks(draft)
    assert (mark.view, mark.place) == (f"child-{facing}", place.id)


def test_a_part_opens_on_the_view_that_has_marks(qtbot, wizard, body, draft, desk):
    draft.facts = [bruise(desk, "left-ear-lobe", "child-head-left")]
    wizard.frame.show_step("seen")

    press(qtbot, wizard, "part:head")

    assert field(wizard, QPushButton, "part:head").text() == "Head (1)"
    assert body.view.facing is Facing.HEAD_LEFT


def test_a_view_of_one_side_names_that_side_once(qtbot, wizard):
    press(qtbot, wizard, "map:right")

    shown = [label.text() for label in wizard.findChildren(QLabel) if label.isVisible()]
    assert [text for text in shown if text.startswith("Person's")] == ["Person's right"]


def test_a_place_of_several_views_can_be_chosen_in_each(qtbot, wizard, body, draft):
    add_by_place(qtbot, wizard, "left cheek")
    add_by_place(qtbot, wizard, "left cheek (head, left side)")

    assert [mark.view for mark in marks(draft)] == ["child-front", "child-head-left"]
    assert body.view.facing is Facing.HEAD_LEFT


def test_every_measure_and_sign_of_a_mark_can_be_given(qtbot, wizard, draft):
    add_by_place(qtbot, wizard, "left cheek")
    finish_pages(wizard)
    (mark,) = marks(draft)
    card = wizard.findChild(QPushButton, f"{mark.id}:close").parent().parent()
    names = {
        widget.objectName().removeprefix(f"{mark.id}.") for widget in card.findChildren(QWidget)
    }

    assert names >= {
        "mark", "length_mm", "width_mm", "diameter_mm", "orientation", "colour", "shape",
        "pattern", "count", "skin_broken", "swelling", "pain", "bleeding", "scab", "blister",
        "grit", "hot", "movement", "blanches", "petechiae", "seen_directly", "photo",
        "photo_held", "detail", "distance_1_mm", "landmark_1", "distance_2_mm", "landmark_2",
        "noticed_by", "noticed_on", "noticed_at", "known_mark", "known_since",
    }  # fmt: skip
    assert not any({"age", "old"} & set(name.split("_")) for name in names)


@pytest.mark.parametrize(
    ("born", "figure"), [((2026, 1, 3), "baby"), ((2020, 2, 14), "child"), ((2010, 5, 1), "adult")]
)
def test_the_figure_fits_the_persons_age(qtbot, desk, runner, asker, draft, born, figure):

    draft.person = msgspec.structs.replace(draft.person, born=date(*born))

    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "seen")

    assert wizard.findChild(BodyMap).view.id == f"{figure}-front"


@pytest.mark.parametrize(
    ("estimate", "figure"),
    [("about 3 months", "baby"), ("about 5 years", "child"), ("in 2010", "adult")],
)
def test_the_figure_and_the_teeth_fit_an_estimated_age(
    qtbot, desk, runner, asker, draft, estimate, figure
):
    draft.person = msgspec.structs.replace(draft.person, born=None, born_typed=estimate)

    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "seen")

    assert wizard.findChild(BodyMap).view.id == f"{figure}-front"
    tooth_set = {"baby": "primary", "child": "primary", "adult": "permanent"}[figure]
    assert field(wizard, QPushButton, f"teeth:{tooth_set}").isChecked()


def test_a_mark_recorded_on_the_baby_is_drawn_on_the_child(desk):
    baby, child = desk.maps["baby-front"], desk.maps["child-front"]
    x, y = place_named(baby, "left-cheek").centre
    mark = placed(Injury(id="m", mark="bruise"), baby, x + 1, y)
    record = EarlierRecord("c", "SG-2024-0001", (mark,), ())

    (spot,) = earlier_spots([record], child)

    assert (spot.x, spot.y) == place_named(child, "left-cheek").centre
    assert place_at(child, spot.x, spot.y).name == mark.place_words
    assert spot.name.startswith("SG-2024-0001, Left cheek: Bruise")
    assert earlier_spots([record], desk.maps["child-back"]) == []
    assert earlier_spots([record], baby)[0].x == mark.x


@pytest.mark.parametrize(
    ("name", "answer"),
    [("mark", "old bruise"), ("colour", "yellow, so a week old"), ("colour", "fading"),
     ("pattern", "of different ages"), ("shape", "(recent)")],
)  # fmt: skip
def test_an_age_in_a_short_answer_about_a_mark_is_flagged(qtbot, wizard, draft, desk, name, answer):
    add_by_place(qtbot, wizard, "left cheek")
    finish_pages(wizard)
    (mark,) = marks(draft)
    line = field(wizard, QLineEdit, f"{mark.id}.{name}")

    line.setText(answer)
    line.editingFinished.emit()

    told = field(wizard, QLabel, f"{mark.id}.{name}:doubt")
    assert "age of a bruise or mark cannot be told" in told.text()
    assert told.isVisible()
    left = WordingLeft(desk.wording).phrases(draft)
    assert [(one.object_name, one.phrase) for one in left] == [(f"{mark.id}.{name}", answer)]


def test_an_age_that_stands_there_already_is_flagged_when_its_card_opens(
    qtbot, desk, runner, asker, draft
):
    mark = bruise(desk, colour="fading")
    draft.facts = [mark]
    wizard = shown_wizard(qtbot, desk, runner, asker, draft, "seen")

    wizard.frame.page.focus(f"{mark.id}.colour")
    finish_pages(wizard)

    assert field(wizard, QLabel, f"{mark.id}.colour:doubt").isVisible()


def test_no_answer_that_is_offered_about_a_mark_is_taken_for_an_age(desk):
    for offered in (MARK_KINDS, COLOURS, SHAPES, PATTERNS, ORIENTATIONS):
        assert not [one for one in offered if age_flag(one, desk.wording)]
