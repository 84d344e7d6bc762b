"""Fixed points from which a mark is measured, and to which region of the body each belongs."""

import re
from enum import StrEnum

from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.maps import Side
from sgdesk.text import _


class Region(StrEnum):
    """A region of the body within which a mark is measured from a fixed point."""

    HEAD = "head"
    MOUTH = "mouth"
    TRUNK = "trunk"
    ARM = "arm"
    HAND = "hand"
    LEG = "leg"
    FOOT = "foot"


_ANYWHERE = frozenset(Region)
_HEAD, _MOUTH, _TRUNK = ({Region.HEAD}, {Region.MOUTH}, {Region.TRUNK})
_MIDDLE = _HEAD | _MOUTH | _TRUNK
_LANDMARKS = {
    "in front of the {side} ear lobe": _HEAD,
    "behind the {side} ear lobe": _HEAD,
    "below the outer corner of the {side} eye": _HEAD,
    "from the {side} corner of the mouth": _HEAD | _MOUTH,
    "from the tip of the nose": _HEAD,
    "from the edge of the upper front teeth": _MOUTH,
    "from the edge of the lower front teeth": _MOUTH,
    "from the last {side} tooth": _MOUTH,
    "from the midline": _MIDDLE,
    "below the {side} collarbone": _TRUNK,
    "below the {side} nipple": _TRUNK,
    "above the navel": _TRUNK,
    "below the tip of the {side} shoulder": {Region.TRUNK, Region.ARM},
    "above the {side} elbow crease": {Region.ARM},
    "below the {side} elbow crease": {Region.ARM},
    "above the {side} wrist crease": {Region.ARM},
    "below the {side} wrist crease": {Region.HAND},
    "from the tip of the {side} middle finger": {Region.HAND},
    "from the spine": _TRUNK,
    "above the {side} hip bone": _TRUNK,
    "below the {side} hip bone": {Region.TRUNK, Region.LEG},
    "above the {side} kneecap": {Region.LEG},
    "below the {side} kneecap": {Region.LEG},
    "above the {side} ankle bone": {Region.LEG},
    "below the {side} ankle bone": {Region.FOOT},
    "in front of the {side} heel": {Region.FOOT},
    "from the tip of the {side} big toe": {Region.FOOT},
}
# What a fixed point in somebody's own words is measured from, and where that can be sensible.
_NAMED = {
    "ear|eye|eyebrow|nose|chin|hairline": _HEAD | _MOUTH,
    "mouth|lip": _HEAD | _MOUTH,
    "tooth|teeth|molar|incisor|gum|tongue|palate": _HEAD | _MOUTH,
    "collarbone": _HEAD | _TRUNK | {Region.ARM},
    "nipple|breastbone|armpit": _TRUNK | {Region.ARM},
    "navel|belly button": _TRUNK | {Region.LEG},
    "spine": _HEAD | _TRUNK,
    "shoulder": _HEAD | _TRUNK | {Region.ARM},
    "elbow": {Region.ARM},
    "wrist": {Region.ARM, Region.HAND},
    "hand|palm|thumb|finger|fingertip|knuckle": {Region.HAND, Region.ARM},
    "hip|groin": _TRUNK | {Region.LEG},
    "knee|kneecap": {Region.LEG},
    "ankle|heel": {Region.LEG, Region.FOOT},
    "toe": {Region.FOOT},
}
# By the words of a place's id, the first that fits: "left-forearm-outer", "right-toe-joints".
_PLACES = (
    ("neck|nape|throat|hollow", _HEAD | _TRUNK),
    ("blade", _TRUNK),
    ("shoulder|armpit", {Region.TRUNK, Region.ARM}),
    ("wrist", {Region.ARM, Region.HAND}),
    ("arm|forearm|elbow", {Region.ARM}),
    ("hand|palm|thumb|finger|fingers|knuckles", {Region.HAND}),
    ("ankle", {Region.LEG, Region.FOOT}),
    ("hip|groin|buttock", {Region.TRUNK, Region.LEG}),
    ("thigh|knee|shin|calf", {Region.LEG}),
    ("foot|heel|toe|toes|sole|arch", {Region.FOOT}),
    ("abdomen|chest|flank|spine|breastbone|collarbone", _TRUNK),
    (
        "head|hairline|crown|forehead|temple|cheek|cheekbone|jaw|ear|eye|eyelid|eyeball|brow|nose"
        "|lip|mouth|chin|face",
        _HEAD,
    ),
    ("back", _TRUNK),
)


def landmarks(side: Side | None) -> tuple[str, ...]:
    """Return the fixed points that are offered, on one side; the same number for each side."""
    words = {Side.LEFT: _("left"), Side.RIGHT: _("right")}.get(side or Side.MIDDLE, "")
    return tuple(" ".join(_(text).format(side=words).split()) for text in _LANDMARKS)


def landmarks_near(mark: Injury, side: Side | None) -> tuple[str, ...]:
    """Return the fixed points of the region in which a mark lies, on the side on which it lies."""
    near = regions_of(mark)
    offered = zip(landmarks(side), _LANDMARKS.values(), strict=True)
    return tuple(text for text, regions in offered if near & regions)


def regions_of(mark: Injury) -> frozenset[Region]:
    """Return the regions in which the place of a mark lies; all of them where it has none."""
    if mark.view.endswith("-mouth"):
        return frozenset(_MOUTH)
    words = set(mark.place.split("-"))
    found = (frozenset(regions) for names, regions in _PLACES if words & set(names.split("|")))
    return next(found, _ANYWHERE)


def is_far(landmark: str, mark: Injury) -> bool:
    """Return whether a fixed point names parts of the body, and none near the mark."""
    named = [
        regions
        for names, regions in _NAMED.items()
        if re.search(rf"\b(?:{names})s?\b", landmark, re.IGNORECASE)
    ]
    near = regions_of(mark)
    return bool(named) and not any(near & regions for regions in named)
