"""Maps of the body: what is drawn, and which place in words a point of it is."""

from enum import StrEnum

import msgspec

from sgdesk.domain.outlines import Point, distance, is_inside


class Side(StrEnum):
    """A side of the body, always the person's own."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"


class Facing(StrEnum):
    """From where the body is seen."""

    FRONT = "front"
    BACK = "back"


SIDE_WORDS = {Side.LEFT: "Person's left", Side.RIGHT: "Person's right", Side.MIDDLE: "Middle"}
FACING_WORDS = {Facing.FRONT: "Front", Facing.BACK: "Back"}


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
    """Return the place under a point; outside every place, the nearest one."""
    for place in view.places:
        if is_inside(place.path, x, y):
            return place
    return min(view.places, key=lambda place: distance(place.path, x, y))


def place_named(view: MapView, place_id: str) -> Place | None:
    """Return the place with that id, or None when the view has no such place."""
    return next((place for place in view.places if place.id == place_id), None)


def is_on_body(view: MapView, x: float, y: float) -> bool:
    """Return whether the point lies inside the outline."""
    return any(is_inside(path, x, y) for path in view.outline)


def side_at(view: MapView, x: float) -> Side:
    """Return the person's side at that point across the view.

    The person's left is at the viewer's right from the front, at the viewer's left from the back.
    """
    middle = view.width / 2
    if x == middle:
        return Side.MIDDLE
    return Side.LEFT if (x > middle) is (view.facing is Facing.FRONT) else Side.RIGHT


def edge_sides(view: MapView) -> tuple[Side, Side]:
    """Return the person's side at the viewer's left and at the viewer's right, for the labels."""
    return side_at(view, 0), side_at(view, view.width)
