"""Maps of the body: what is drawn, and which place in words a point of it is."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from sgdesk.domain.outlines import Point, distance, is_inside


class Side(StrEnum):
    """A side of the body, always the person's own."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"


class Facing(StrEnum):
    """Which part of the body is seen, and from where, in the order of the chooser."""

    FRONT = "front"
    BACK = "back"
    LEFT = "left"
    RIGHT = "right"
    HEAD_FRONT = "head-front"
    HEAD_BACK = "head-back"
    HEAD_LEFT = "head-left"
    HEAD_RIGHT = "head-right"
    HEAD_TOP = "head-top"
    HEAD_UNDER = "head-under"
    EARS = "ears"
    HANDS_PALM = "hands-palm"
    HANDS_BACK = "hands-back"
    FEET_TOP = "feet-top"
    FEET_SOLE = "feet-sole"
    MOUTH = "mouth"


class Part(StrEnum):
    """A part of the body that has views of its own."""

    BODY = "body"
    HEAD = "head"
    HANDS = "hands"
    FEET = "feet"
    MOUTH = "mouth"


SIDE_WORDS = {Side.LEFT: "Person's left", Side.RIGHT: "Person's right", Side.MIDDLE: "Middle"}
PART_WORDS = {
    Part.BODY: "Body",
    Part.HEAD: "Head",
    Part.HANDS: "Hands",
    Part.FEET: "Feet",
    Part.MOUTH: "Mouth",
}
PARTS = {
    Part.BODY: (Facing.FRONT, Facing.BACK, Facing.LEFT, Facing.RIGHT),
    Part.HEAD: (
        Facing.HEAD_FRONT,
        Facing.HEAD_BACK,
        Facing.HEAD_LEFT,
        Facing.HEAD_RIGHT,
        Facing.HEAD_TOP,
        Facing.EARS,
        Facing.HEAD_UNDER,
    ),
    Part.HANDS: (Facing.HANDS_PALM, Facing.HANDS_BACK),
    Part.FEET: (Facing.FEET_TOP, Facing.FEET_SOLE),
    Part.MOUTH: (Facing.MOUTH,),
}
FACING_WORDS = {
    Facing.FRONT: "Front",
    Facing.BACK: "Back",
    Facing.LEFT: "Left side",
    Facing.RIGHT: "Right side",
    Facing.HEAD_FRONT: "Head, front",
    Facing.HEAD_BACK: "Head, back",
    Facing.HEAD_LEFT: "Head, left side",
    Facing.HEAD_RIGHT: "Head, right side",
    Facing.HEAD_TOP: "Crown of the head",
    Facing.HEAD_UNDER: "Under the chin",
    Facing.EARS: "Behind the ears",
    Facing.HANDS_PALM: "Hands, palms",
    Facing.HANDS_BACK: "Hands, backs",
    Facing.FEET_TOP: "Feet, tops",
    Facing.FEET_SOLE: "Feet, soles",
    Facing.MOUTH: "Inside of the mouth",
}
_ONE_SIDE = {
    Facing.LEFT: Side.LEFT,
    Facing.RIGHT: Side.RIGHT,
    Facing.HEAD_LEFT: Side.LEFT,
    Facing.HEAD_RIGHT: Side.RIGHT,
}
_MIDDLE_WIDTH = 0.01
_FRONT_AND_BACK = (Facing.FRONT, Facing.BACK)
_FROM_BEHIND = (Facing.BACK, Facing.HEAD_BACK, Facing.EARS)


class Place(msgspec.Struct, frozen=True):
    """One named region of a map. `name` is in words ("left cheek"); `path` its closed outline."""

    id: str
    name: str
    side: Side
    path: str
    centre: Point


class MapView(msgspec.Struct, frozen=True):
    """One figure from one side. Paths and points are in the view's own units, y downwards.

    `outline` is the silhouette, `details` fine lines inside it; `places` are listed head to toe.
    """

    id: str
    title: str
    facing: Facing
    width: float
    height: float
    outline: tuple[str, ...]
    details: tuple[str, ...]
    places: tuple[Place, ...]


def place_at(view: MapView, x: float, y: float) -> Place:
    """Return the place under a point; outside every place, the nearest one.

    Only places of the person's own side at that point, and places of the middle, are considered,
    so that the words can never contradict the side. Exactly on the middle line only places of
    the middle are, where the view has any.
    """
    own = (side_at(view, x), Side.MIDDLE)
    places = [place for place in view.places if place.side in own] or view.places
    for place in places:
        if is_inside(place.path, x, y):
            return place
    return min(places, key=lambda place: distance(place.path, x, y))


def place_named(view: MapView, place_id: str) -> Place | None:
    """Return the place with that id, or None when the view has no such place."""
    return next((place for place in view.places if place.id == place_id), None)


def is_on_body(view: MapView, x: float, y: float) -> bool:
    """Return whether the point lies inside the outline."""
    return any(is_inside(path, x, y) for path in view.outline)


def side_at(view: MapView, x: float) -> Side:
    """Return the person's side at that point across the view.

    The person's left is at the viewer's right from the front, at the viewer's left from behind,
    and everywhere in a view of the left side. Hands are held up and feet stretched out towards
    the viewer, so that they keep the sides of the front.
    """
    if view.facing in _ONE_SIDE:
        return _ONE_SIDE[view.facing]
    middle = view.width / 2
    if x == middle:
        return Side.MIDDLE
    return Side.RIGHT if (x > middle) is (view.facing in _FROM_BEHIND) else Side.LEFT


def side_of_mark(view: MapView, place: Place, x: float) -> Side:
    """Return on which side a mark lies: of a place of the middle, the side to which it is off the
    middle line, when it is more than a hair's breadth off."""
    if place.side is Side.MIDDLE and abs(x - view.width / 2) <= view.width * _MIDDLE_WIDTH:
        return Side.MIDDLE
    return side_at(view, x)


def edge_sides(view: MapView) -> tuple[Side, Side]:
    """Return the person's side at the viewer's left and at the viewer's right, for the labels."""
    return side_at(view, 0), side_at(view, view.width)


def is_one_sided(view: MapView) -> bool:
    """Return whether the whole view shows one side of the person."""
    return view.facing in _ONE_SIDE


def figure_name(view_id: str) -> str:
    """Return the figure a view belongs to: "baby", "child" or "adult"."""
    return view_id.partition("-")[0]


def views_with_marks(marked: Iterable[str], maps: Mapping[str, MapView]) -> list[MapView]:
    """Return the views with these ids that there are, in the order of the maps.

    The front and the back of a figure are never without each other: a side without a mark was
    looked at as well.
    """
    wanted = {view_id for view_id in marked if view_id in maps}
    for view in [maps[view_id] for view_id in wanted]:
        if view.facing in _FRONT_AND_BACK:
            wanted |= {f"{figure_name(view.id)}-{facing}" for facing in _FRONT_AND_BACK}
    return [view for view in maps.values() if view.id in wanted]


def part_of(facing: Facing) -> Part:
    """Return the part of the body that a view shows."""
    return next(part for part, facings in PARTS.items() if facing in facings)
