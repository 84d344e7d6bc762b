"""The sides that fixed points of a mark name: they go with the mark, or are looked at again."""

import re

import msgspec

from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.facts.options import landmarks
from sgdesk.domain.facts.words import label
from sgdesk.domain.maps import Side
from sgdesk.text import _

_FIELDS = ("landmark_1", "landmark_2")
_SIDES = {Side.LEFT: "left", Side.RIGHT: "right"}
_OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


def moved_to_side(mark: Injury, side: Side) -> Injury:
    """Return a mark that now lies on a side with the fixed points of that side. Only those that
    the program offers are exchanged: what somebody wrote stays as it is."""
    if side not in _OTHER:
        return mark
    there = dict(zip(landmarks(_OTHER[side]), landmarks(side), strict=True))
    points = {field: there.get(getattr(mark, field), getattr(mark, field)) for field in _FIELDS}
    return msgspec.structs.replace(mark, **points)


def side_doubts(mark: Injury) -> list[tuple[str, str]]:
    """Return each fixed point that names the other side than the place, and what to do."""
    own = [side for side, word in _SIDES.items() if _names(mark.place_words, word)]
    if len(own) != 1:
        return []
    other = _SIDES[_OTHER[own[0]]]
    pattern = _("{place}, measured {landmark}: check on which side this fixed point is.")
    return [
        (field, pattern.format(place=label(mark), landmark=getattr(mark, field)))
        for field in _FIELDS
        if _names(getattr(mark, field), other) and not _names(getattr(mark, field), _SIDES[own[0]])
    ]


def _names(text: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(_(word))}\b", text, re.IGNORECASE) is not None
