"""The concern page draws what was recorded: marks, teeth, and a time line for the household."""

from datetime import date

import pytest
from fit_support import misfits
from gui_support import at_percent, finish_pages, unnamed_fields
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from window_support import settle, texts

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import FgmScreen
from sgdesk.domain.facts.kinds import Attendance, Event, EventKind, Injury, Observation
from sgdesk.domain.practice import Episode
from sgdesk.ids import FactId, new_id
from ui.kit.picture import Picture
from ui.kit.time_line import TimeLineView
from ui.main_window.places import Place

MIA = "SG-2026-0031"
SIZES = [(1366, 768, 100), (1366, 768, 200), (1093, 614, 100), (1093, 614, 200)]


@pytest.fixture
def brother(demo_desk):
    """A signed concern about Mia's brother, linked with hers."""
    desk = demo_desk
    draft = desk.concerns.begin()
    draft.urgency = replace(
        draft.urgency, immediate_danger=YesNo.NO, episode=Episode.NHS, summary="Not brought",
        about_colleague=YesNo.NO, fgm=FgmScreen.NOT_RAISED,
    )  # fmt: skip
    draft.person = replace(draft.person, name="Max Thornton", born=date(2018, 3, 1))
    draft.facts = [
        Event(
            id=FactId(new_id()), happened_on=date(2026, 5, day), event=EventKind.TREATMENT,
            attendance=Attendance.NOT_BROUGHT, text="Mia Thornton came along",
        )
        for day in (4, 18)
    ]  # fmt: skip
    concern = desk.concerns.sign(draft)
    desk.amendments.link(desk.exchange.concern_of(MIA), concern.reference, "Her brother")
    return concern


def opened(qtbot, window, desk):
    window.open_concern(desk.exchange.concern_of(MIA))
    settle(qtbot)
    page = window.page(Place.CONCERN)
    finish_pages(page)
    settle(qtbot)
    return page


def figures(page):
    found = page.findChildren(Picture)
    return [one for one in found if one.objectName().startswith("map:") and not one.isHidden()]


def test_each_view_with_marks_is_drawn_and_the_facts_carry_their_numbers(qtbot, window, demo_desk):
    page = opened(qtbot, window, demo_desk)

    assert [one.accessibleName() for one in figures(page)] == [
        "Front, marks: 2. Press to see it larger.",
        "Back, marks: A. Press to see it larger.",
        "Head, left side, marks: 1. Press to see it larger.",
    ]
    assert {"1 · Left cheek", "2 · Left forearm, outer side"} <= set(texts(page))


def test_a_pressed_figure_is_shown_larger_until_it_is_pressed_again(qtbot, window, demo_desk):
    page = opened(qtbot, window, demo_desk)
    front, back, _head = figures(page)

    front.setFocus()
    qtbot.keyClick(front, Qt.Key.Key_Space)
    settle(qtbot)
    (large,) = [one for one in figures(page) if "larger, marks" in one.accessibleName()]
    assert large.accessibleName() == "Front, larger, marks: 2"
    assert large.sizeHint().height() > front.sizeHint().height()
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert not front.isChecked()
    assert [one.accessibleName() for one in figures(page)[3:]] == ["Back, larger, marks: A"]
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)

    assert len(figures(page)) == 3


def test_the_pictures_change_nothing(qtbot, window, demo_desk):
    mia = demo_desk.exchange.concern_of(MIA)
    before = demo_desk.concerns.get(mia).concern
    page = opened(qtbot, window, demo_desk)

    for one in figures(page):
        qtbot.mouseClick(one, Qt.MouseButton.LeftButton)

    assert demo_desk.concerns.get(mia).concern == before


def test_each_examination_of_the_teeth_has_its_chart(qtbot, window, demo_desk):
    page = opened(qtbot, window, demo_desk)
    mia = demo_desk.concerns.get(demo_desk.exchange.concern_of(MIA)).concern

    charts = page.findChildren(QWidget, "tooth-picture")

    assert len(charts) == sum(
        1 for fact in mia.facts if isinstance(fact, Observation) and fact.teeth
    )
    assert "decay" in charts[0].accessibleDescription()


def test_a_linked_childs_entries_are_lanes_with_initials_until_names_are_wanted(
    qtbot, window, demo_desk, brother
):
    page = opened(qtbot, window, demo_desk)
    line = page.findChild(TimeLineView)

    assert "M.T. (2), Was not brought: 4 May 2026, 18 May 2026." in line.accessibleDescription()
    shown = " ".join(texts(page.findChild(QWidget, "household")))
    assert f"From the linked concerns as well: {brother.reference}." in shown
    assert "M.T. came along" in shown
    assert "Thornton" not in shown

    page.show_names(True)
    finish_pages(page)
    settle(qtbot)
    line = page.findChild(TimeLineView)
    assert "Max Thornton, Was not brought" in line.accessibleDescription()


def test_without_a_link_nobody_else_has_a_lane(qtbot, window, demo_desk):
    page = opened(qtbot, window, demo_desk)

    assert page.findChild(QWidget, "household") is None
    assert "M.T." not in page.findChild(TimeLineView).accessibleDescription()


@pytest.mark.parametrize("size", SIZES)
def test_the_page_with_its_pictures_fits(qtbot, qapp, window, demo_desk, brother, size):
    width, height, scale = size
    with at_percent(qapp, scale):
        window.resize(width, height)
        page = opened(qtbot, window, demo_desk)
        figures(page)[0].click()
        settle(qtbot)

        assert misfits(window) == []
        assert unnamed_fields(page) == []


def test_a_concern_without_marks_draws_no_figure(qtbot, window, demo_desk):
    concerns = [one.line.id for one in demo_desk.concerns.newest()]
    bare = next(
        one
        for one in concerns
        if not any(isinstance(fact, Injury) for fact in demo_desk.concerns.get(one).concern.facts)
    )

    window.open_concern(bare)
    settle(qtbot)
    page = window.page(Place.CONCERN)
    finish_pages(page)

    assert page.findChild(QWidget, "concern-map") is None
