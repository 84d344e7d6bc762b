"""The maps of the body: every point is a place, and every place is on the right side."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sgdesk.domain.maps import (
    PARTS,
    Facing,
    Part,
    Side,
    edge_sides,
    figure_name,
    is_on_body,
    is_one_sided,
    place_at,
    place_named,
    side_at,
)
from sgdesk.domain.outlines import is_inside, segments
from sgdesk.library.maps import map_views

MAPS = {view.id: view for view in map_views()}
VIEWS = sorted(MAPS)
PAIRS = (*PARTS[Part.HANDS], *PARTS[Part.FEET])


@given(name=st.sampled_from(VIEWS), data=st.data())
@settings(max_examples=400)
def test_every_point_of_the_body_is_a_place_on_its_own_side(name: str, data: st.DataObject) -> None:
    view = MAPS[name]
    centre = data.draw(st.sampled_from(view.places)).centre
    x, y = (value + data.draw(st.floats(-25, 25)) for value in centre)
    assume(is_on_body(view, x, y))

    place = place_at(view, x, y)

    assert place.side in (side_at(view, x), Side.MIDDLE)


@pytest.mark.parametrize("name", VIEWS)
def test_the_places_cover_the_body(name: str) -> None:
    view = MAPS[name]
    across, down = range(3, round(view.width), 9), range(3, round(view.height), 9)
    points = [(x, y) for x in across for y in down if is_on_body(view, x, y)]

    covered = [any(is_inside(place.path, x, y) for place in view.places) for x, y in points]

    assert sum(covered) / len(points) > 0.99


@pytest.mark.parametrize("name", VIEWS)
def test_the_centre_of_each_place_is_that_place(name: str) -> None:
    view = MAPS[name]

    found = {place.id: place_at(view, *place.centre).id for place in view.places}

    assert found == {place.id: place.id for place in view.places}


@pytest.mark.parametrize("name", VIEWS)
def test_a_side_in_a_name_is_the_side_of_the_place(name: str) -> None:
    for place in MAPS[name].places:
        named = [side for side in (Side.LEFT, Side.RIGHT) if side in place.name.split()]
        assert named == ([] if place.side is Side.MIDDLE else [place.side])
        assert place.id.startswith(("left-", "right-")) is (place.side is not Side.MIDDLE)


@given(name=st.sampled_from(VIEWS), x=st.floats(0, 400), y=st.floats(0, 900))
@settings(max_examples=1000)
def test_no_place_contradicts_the_side_on_which_a_point_lies(name: str, x: float, y: float) -> None:
    view = MAPS[name]
    assume(x != view.width / 2)

    assert place_at(view, x, y).side in (side_at(view, x), Side.MIDDLE)


@given(name=st.sampled_from(VIEWS), y=st.floats(0, 900))
@settings(max_examples=300)
def test_the_middle_line_holds_places_of_the_middle_only(name: str, y: float) -> None:
    view = MAPS[name]
    assume(any(place.side is Side.MIDDLE for place in view.places))

    assert place_at(view, view.width / 2, y).side is Side.MIDDLE


@pytest.mark.parametrize("name", [name for name in VIEWS if MAPS[name].facing in PAIRS])
def test_a_pair_of_hands_or_feet_never_meets_in_the_middle(name: str) -> None:
    view = MAPS[name]

    assert not any(is_on_body(view, view.width / 2, y) for y in range(0, round(view.height)))


@pytest.mark.parametrize("name", [name for name in VIEWS if is_one_sided(MAPS[name])])
def test_a_view_of_one_side_holds_places_of_that_side_only(name: str) -> None:
    view = MAPS[name]

    assert {place.side for place in view.places} == {side_at(view, 0)}
    assert str(side_at(view, 0)) in view.facing.split("-")


def test_left_and_right_views_mirror_each_other() -> None:
    for facing, other in ((Facing.LEFT, Facing.RIGHT), (Facing.HEAD_LEFT, Facing.HEAD_RIGHT)):
        left, right = MAPS[f"adult-{facing}"], MAPS[f"adult-{other}"]
        for place, mirrored in zip(left.places, right.places, strict=True):
            assert mirrored.name == place.name.replace("left", "right")
            assert mirrored.centre[0] == pytest.approx(left.width - place.centre[0], abs=1)


def test_each_figure_has_every_view_in_the_order_of_the_chooser() -> None:
    for figure in ("adult", "baby", "child"):
        views = [view for view in map_views() if figure_name(view.id) == figure]
        assert [view.facing for view in views] == list(Facing)
    assert {facing for part in Part for facing in PARTS[part]} == set(Facing)


def test_the_left_is_at_the_viewers_right_from_the_front_only() -> None:
    front, back = MAPS["child-front"], MAPS["child-back"]

    assert edge_sides(front) == (Side.RIGHT, Side.LEFT)
    assert edge_sides(back) == (Side.LEFT, Side.RIGHT)
    assert place_at(front, 236, 128).name == "left cheek"
    assert place_at(back, 236, 128).side is Side.RIGHT


def test_a_point_beside_the_body_is_the_nearest_place() -> None:
    view = MAPS["child-front"]

    assert place_at(view, 399, 480).id == "left-thumb"
    assert place_at(view, 200, 5).id == "top-of-head"


def test_a_place_is_found_by_its_id() -> None:
    view = MAPS["child-back"]

    assert place_named(view, "right-shoulder-blade") in view.places
    assert place_named(view, "third-hand") is None


@pytest.mark.parametrize("facing", list(Facing))
def test_a_baby_a_child_and_an_adult_have_the_same_places(facing: Facing) -> None:
    views = [view for view in MAPS.values() if view.facing is facing]

    assert len({tuple(place.id for place in view.places) for view in views}) == 1


@pytest.mark.parametrize("path", ["M 1 2 l 3 4", "M 1 2 A 3", "1 2 3", "M 1"])
def test_a_path_with_other_commands_is_refused(path: str) -> None:
    with pytest.raises(ValueError):
        segments(path)
