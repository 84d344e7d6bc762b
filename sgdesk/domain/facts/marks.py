"""Where a mark lies: its place in words follows from the map and nothing else."""

from collections.abc import Mapping
from datetime import date

import msgspec

from sgdesk.domain.ages import latest_birth
from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.facts.landmark_sides import moved_to_side
from sgdesk.domain.maps import MapView, Side, place_at, place_named
from sgdesk.domain.people import Person, PersonKind, age_on

_BABY_UNTIL, _CHILD_UNTIL = 2, 13


def placed(mark: Injury, view: MapView, x: float, y: float) -> Injury:
    """Return the mark at this point, with the place that the point is."""
    # The place is that of the point as it is kept: rounding may carry a mark over a border.
    x, y = round(x, 1), round(y, 1)
    place = place_at(view, x, y)
    return msgspec.structs.replace(
        mark, view=view.id, x=x, y=y, place=place.id, place_words=place.name
    )


def moved(mark: Injury, maps: Mapping[str, MapView], view: MapView, x: float, y: float) -> Injury:
    """Return the mark at another point; its fixed points go with it to the other side."""
    there = placed(mark, view, x, y)
    return moved_to_side(there, side_of_place(there, maps) or Side.MIDDLE)


def side_of_place(mark: Injury, maps: Mapping[str, MapView]) -> Side | None:
    """Return the side of the place on which the mark lies, or None where it has no place."""
    view = maps.get(mark.view)
    place = place_named(view, mark.place) if view is not None else None
    return place.side if place is not None else None


def figure_for(person: Person, today: date) -> str:
    """Return which figure is drawn of somebody: "baby", "child" or "adult"."""
    if person.kind is not PersonKind.CHILD:
        return "adult"
    born = latest_birth(person.born, person.born_typed, today)
    if born is None:
        return "child"
    age = age_on(born, today)
    if age < _BABY_UNTIL:
        return "baby"
    return "child" if age < _CHILD_UNTIL else "adult"
