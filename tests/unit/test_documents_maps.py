"""The maps of the body: every point is a place, and every place is on the right side."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sgdesk.domain.maps import (
    Facing,
    MapView,
    Side,
    edge_sides,
    is_on_body,
    place_at,
    place_named,
    side_at,
)
from sgdesk.domain.outlines import is_inside, segments
from sgdesk.library.maps import map_views

MAPS = {view.id: view for view in map_views()}
VIEWS = sorted(MAPS)


@given(name=st.sampled_from(VIEWS), data=st.data())
@settings(max_examples=400, deadline=None)
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
    points = [(x, y) for x in range(3, 400, 9) for y in range(3, 900, 9) if is_on_body(view, x, y)]

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


def test_all_maps_of_one_side_name_the_same_places() -> None:
    def names(facing: Facing) -> set[tuple[str, ...]]:
        views: list[MapView] = [view for view in MAPS.values() if view.facing is facing]
        return {tuple(place.id for place in view.places) for view in views}

    assert len(names(Facing.FRONT)) == 1
    assert len(names(Facing.BACK)) == 1


@pytest.mark.parametrize("path", ["M 1 2 l 3 4", "M 1 2 A 3", "1 2 3", "M 1"])
def test_a_path_with_other_commands_is_refused(path: str) -> None:
    with pytest.raises(ValueError):
        segments(path)
