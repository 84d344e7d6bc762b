"""Where a signed mark lies, put right: chosen by name, and the point follows from the map."""

from collections.abc import Mapping
from typing import Any

import msgspec

from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.maps import FACING_WORDS, MapView, figure_name, place_at, place_named
from sgdesk.text import _
from ui.kit.choice_fields import Options

FIELD = "place"
Maps = Mapping[str, MapView]


def place_options(mark: Injury, maps: Maps) -> Options:
    """Return every place of the figure on which the mark was made, view after view."""
    return [
        (
            _key(view.id, place.id),
            f"{place.name[:1].upper()}{place.name[1:]}, {_(FACING_WORDS[view.facing]).lower()}",
        )
        for view in maps.values()
        if figure_name(view.id) == figure_name(mark.view)
        for place in view.places
    ]


class PlaceHolder:
    """Holds one answer, the place; view, point and words of the mark follow from it."""

    def __init__(self, draft: AmendmentDraft, maps: Maps) -> None:
        self._draft = draft
        self._maps = maps
        self._first = draft.fact

    def has(self, field: str) -> bool:
        """Say whether this is the field."""
        return field == FIELD

    def get(self, field: str) -> Any:
        """Return the view and the place in one."""
        mark = self._draft.fact
        return _key(mark.view, mark.place) if isinstance(mark, Injury) else ""

    def put(self, field: str, value: Any) -> None:
        """Move the mark to the middle of a place, or back to where it was signed."""
        mark, first = self._draft.fact, self._first
        if not isinstance(mark, Injury) or not isinstance(first, Injury) or not value:
            return
        if value == _key(first.view, first.place):
            self._move(mark, first.view, first.x, first.y, first.place, first.place_words)
        elif value != self.get(field):
            view_id, _space, place_id = value.partition(" ")
            view = self._maps[view_id]
            place = place_named(view, place_id)
            if place is not None:
                x, y = (round(at, 1) for at in place.centre)
                there = place_at(view, x, y)
                self._move(mark, view_id, x, y, there.id, there.name)

    def _move(self, mark: Injury, view: str, x: float, y: float, place: str, name: str) -> None:
        self._draft.fact = msgspec.structs.replace(
            mark, view=view, x=x, y=y, place=place, place_words=name
        )


def _key(view_id: str, place_id: str) -> str:
    return f"{view_id} {place_id}"
