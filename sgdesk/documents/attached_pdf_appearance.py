"""How what is laid over a page of a PDF is drawn: the drawing that it brings along, or ours."""

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from pikepdf import Array, Object, Pdf, Stream

_WORDS = re.compile(rb"T[jJ]|['\"]|\bDo\b|\bBI\b")
_PARTS = re.compile(rb"\bDo\b|\bBI\b")
_INK = re.compile(rb"T[jJ]|['\"]|\bDo\b|\bBI\b|\bsh\b|\b[fFsSbB]\b")
_TURNS = {90: (0, 1, -1, 0, 0, 0), 180: (-1, 0, 0, -1, 0, 0), 270: (0, -1, 1, 0, 0, 0)}


class Place(msgspec.Struct, frozen=True):
    """The box on the page in points, and by how much what is drawn in it is turned."""

    width: float
    height: float
    turn: int

    @property
    def inside(self) -> tuple[float, float]:
        """Width and height as somebody sees them who reads what is drawn."""
        is_across = self.turn in (90, 270)
        return (self.height, self.width) if is_across else (self.width, self.height)


def place_of(annotation: "Object") -> Place | None:
    """Return where something is laid on its page; None where it takes no room."""
    width, height = _extent(annotation.get("/Rect"))
    about = about_look(annotation)
    turn = about.get("/R", 0)
    if width < 1 or height < 1:
        return None
    return Place(width, height, turn % 360 if isinstance(turn, int) else 0)


def about_look(annotation: "Object") -> "Object":
    """Return what a field says about how it looks; nothing where it says nothing."""
    import pikepdf

    found = annotation.get("/MK")
    return found if isinstance(found, pikepdf.Dictionary) else pikepdf.Dictionary()


def states(annotation: "Object") -> set[str]:
    """Return the names of the states that a box brings drawings for."""
    import pikepdf

    drawn = _normal(annotation)
    if drawn is None or isinstance(drawn, pikepdf.Stream):
        return set()
    return {str(name).removeprefix("/") for name in drawn.keys()}  # noqa: SIM118


def appearance(annotation: "Object") -> "Stream | None":
    """Return how something is drawn now; None where nobody could draw it."""
    import pikepdf

    drawn = _normal(annotation)
    if isinstance(drawn, pikepdf.Dictionary):
        drawn = drawn.get(str(annotation.get("/AS", "/")))
    if not isinstance(drawn, pikepdf.Stream) or place_of(annotation) is None:
        return None
    return drawn if min(_extent(drawn.get("/BBox"))) > 0 else None


def has_words(drawn: "Stream") -> bool:
    """Say whether a drawing can show words."""
    return bool(_WORDS.search(drawn.read_bytes()))


def has_parts(drawn: "Stream") -> bool:
    """Say whether a drawing is put together from others, such as pictures."""
    return bool(_PARTS.search(drawn.read_bytes()))


def has_ink(drawn: "Stream") -> bool:
    """Say whether a drawing can show anything."""
    return bool(_INK.search(drawn.read_bytes()))


def lay(document: "Pdf", annotation: "Object", drawn: "Object") -> None:
    """Draw something so from now on."""
    import pikepdf

    place = place_of(annotation)
    if place is not None and place.turn in _TURNS:
        drawn.Matrix = pikepdf.Array(_TURNS[place.turn])
    drawn = document.make_indirect(drawn)
    state = str(annotation.get("/AS", "/"))
    is_box = state != "/"
    annotation.AP = pikepdf.Dictionary(N=pikepdf.Dictionary({state: drawn}) if is_box else drawn)


def _normal(annotation: "Object") -> "Object | None":
    import pikepdf

    drawings = annotation.get("/AP")
    found = drawings.get("/N") if isinstance(drawings, pikepdf.Dictionary) else None
    return found if isinstance(found, pikepdf.Dictionary | pikepdf.Stream) else None


def _extent(box: "Object | Array | None") -> tuple[float, float]:
    import pikepdf

    if not isinstance(box, pikepdf.Array) or len(box) != 4:
        return 0.0, 0.0
    left, bottom, right, top = (float(side) for side in box)
    return abs(right - left), abs(top - bottom)
