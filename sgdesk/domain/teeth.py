"""Teeth: their FDI numbers, what they are called, and what was found on one."""

from enum import StrEnum

import msgspec

from sgdesk.domain.answers import YesNo

# Rows as they stand on a chart, seen from the front: the person's right at the viewer's left.
PERMANENT = (
    tuple("18 17 16 15 14 13 12 11 21 22 23 24 25 26 27 28".split()),
    tuple("48 47 46 45 44 43 42 41 31 32 33 34 35 36 37 38".split()),
)
PRIMARY = (
    tuple("55 54 53 52 51 61 62 63 64 65".split()),
    tuple("85 84 83 82 81 71 72 73 74 75".split()),
)
EVERY_TOOTH = tuple(tooth for row in (*PERMANENT, *PRIMARY) for tooth in row)

_QUARTERS = {"1": "UR", "2": "UL", "3": "LL", "4": "LR", "5": "UR", "6": "UL", "7": "LL", "8": "LR"}
_QUARTER_WORDS = {
    "UR": "upper right",
    "UL": "upper left",
    "LL": "lower left",
    "LR": "lower right",
}
_PERMANENT_WORDS = (
    "central incisor",
    "lateral incisor",
    "canine",
    "first premolar",
    "second premolar",
    "first molar",
    "second molar",
    "third molar",
)
_PRIMARY_WORDS = (
    "primary central incisor",
    "primary lateral incisor",
    "primary canine",
    "first primary molar",
    "second primary molar",
)


class ToothState(StrEnum):
    """What can be found on a tooth, or in its place."""

    DECAY = "decay"
    BROKEN = "broken"
    LOST_FILLING = "lost-filling"
    LOOSE = "loose"
    MOVED = "moved"
    MISSING = "missing"
    DISCOLOURED = "discoloured"
    PULP = "pulp"
    SWELLING = "swelling"
    WORN = "worn"
    APPLIANCE = "appliance"
    FILLED = "filled"


class Care(StrEnum):
    """Where the treatment of a finding stands."""

    NOT_TREATED = "not-treated"
    ADVISED = "advised"
    TEMPORARY = "temporary"
    TREATED = "treated"


STATE_WORDS = {
    ToothState.DECAY: "decay",
    ToothState.BROKEN: "broken or chipped",
    ToothState.LOST_FILLING: "filling or dressing broken or lost",
    ToothState.LOOSE: "loose",
    ToothState.MOVED: "out of place",
    ToothState.MISSING: "missing",
    ToothState.DISCOLOURED: "discoloured",
    ToothState.PULP: "pulp exposed",
    ToothState.SWELLING: "swelling beside it",
    ToothState.WORN: "worn",
    ToothState.APPLIANCE: "appliance broken",
    ToothState.FILLED: "filled or crowned",
}
STATE_LETTERS = {
    ToothState.DECAY: "D",
    ToothState.BROKEN: "B",
    ToothState.LOST_FILLING: "L",
    ToothState.LOOSE: "O",
    ToothState.MOVED: "V",
    ToothState.MISSING: "M",
    ToothState.DISCOLOURED: "C",
    ToothState.PULP: "P",
    ToothState.SWELLING: "S",
    ToothState.WORN: "W",
    ToothState.APPLIANCE: "A",
    ToothState.FILLED: "F",
}
CARE_WORDS = {
    Care.NOT_TREATED: "not treated",
    Care.ADVISED: "treatment advised, not yet done",
    Care.TEMPORARY: "temporary treatment only",
    Care.TREATED: "treated",
}


class ToothFinding(msgspec.Struct, frozen=True, kw_only=True):
    """What was found on one tooth at one examination. `tooth` is its FDI number."""

    tooth: str
    states: tuple[ToothState, ...] = ()
    surfaces: str = ""
    care: Care | None = None
    pain: YesNo | None = None


def is_primary(tooth: str) -> bool:
    """Return whether it is a milk tooth."""
    return tooth[:1] in ("5", "6", "7", "8")


def is_upper(tooth: str) -> bool:
    """Return whether it stands in the upper jaw."""
    return _QUARTERS[tooth[0]].startswith("U")


def chart_place(tooth: str) -> int:
    """Return where the tooth stands in the order of the chart; an unknown one comes last."""
    return EVERY_TOOTH.index(tooth) if tooth in EVERY_TOOTH else len(EVERY_TOOTH)


def palmer(tooth: str) -> str:
    """Return the tooth in Palmer notation, with its quarter in letters: "UR5", "URD".

    What is no FDI number, as in a file from elsewhere, comes back as it is.
    """
    if tooth not in EVERY_TOOTH:
        return tooth
    place = tooth[1]
    return _QUARTERS[tooth[0]] + ("ABCDE"[int(place) - 1] if is_primary(tooth) else place)


def tooth_name(tooth: str) -> str:
    """Return what the tooth is called in English: "upper right first primary molar"."""
    if tooth not in EVERY_TOOTH:
        return "tooth that no chart has"
    words = _PRIMARY_WORDS if is_primary(tooth) else _PERMANENT_WORDS
    return f"{_QUARTER_WORDS[_QUARTERS[tooth[0]]]} {words[int(tooth[1]) - 1]}"
