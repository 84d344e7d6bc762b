"""Fixed points of a mark on the other side or far off: they go with it, or are looked at again."""

import re

import msgspec

from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.facts.landmarks import is_far, landmarks
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


def landmark_doubts(mark: Injury) -> list[tuple[str, str]]:
    """Return each fixed point that is on the other side or in another region than the place of the
    mark, and what to do."""
    found = [(field, landmark_doubt(mark, getattr(mark, field))) for field in _FIELDS]
    return [(field, text) for field, text in found if text]


def landmark_doubt(mark: Injury, landmark: str) -> str:
    """Return what to check in a fixed point of a mark, or nothing."""
    if is_far(landmark, mark):
        pattern = _("{place}, measured {landmark}: check whether this is a fixed point near it.")
    elif _is_across(landmark, mark):
        pattern = _("{place}, measured {landmark}: check on which side this fixed point is.")
    else:
        return ""
    return pattern.format(place=label(mark), landmark=landmark)


def _is_across(landmark: str, mark: Injury) -> bool:
    own = [side for side, word in _SIDES.items() if _names(mark.place_words, word)]
    if len(own) != 1:
        return False
    other = _SIDES[_OTHER[own[0]]]
    return _names(landmark, other) and not _names(landmark, _SIDES[own[0]])


def _names(text: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(_(word))}\b", text, re.IGNORECASE) is not None
