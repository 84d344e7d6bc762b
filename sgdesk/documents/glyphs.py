"""Glyph outlines of shaped text, from whatever font of this computer has them."""

import unicodedata
from functools import lru_cache

import msgspec

from sgdesk.documents.harfbuzz import shape
from sgdesk.documents.system_fonts import Typeface, typefaces_for

Point = tuple[float, float]
_FEW_FONTS = 4
_DIGITS = 0.42


class Outlined(msgspec.Struct, frozen=True):
    """Shaped text as outlines, in shares of the size, y upwards."""

    width: float
    ink: tuple[tuple[str, tuple[Point, ...]], ...]


@lru_cache(maxsize=512)
def outlined(text: str, leftwards: bool) -> Outlined | None:
    """Return the text shaped as one run, or None when no font of this computer has all of it."""
    needed = "".join(
        character
        for character in dict.fromkeys(text)
        if unicodedata.category(character) != "Cf" and not 0xFE00 <= ord(character) < 0xFE10
    )
    for tried, typeface in enumerate(typefaces_for(needed)):
        if tried == _FEW_FONTS:
            break
        found = _shape(text, typeface, leftwards)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=512)
def boxed(code: str) -> Outlined:
    """Return a box with a code point in two lines of small digits."""
    ink = [*_rectangle(0.06, -0.12, 1.04, 0.80, 1), *_rectangle(0.11, -0.07, 0.99, 0.75, -1)]
    middle = -(-len(code) // 2)
    for digits, up in ((code[:middle], 0.39), (code[middle:], -0.01)):
        drawn = outlined(digits, False)
        if drawn is not None:
            left = 0.55 - drawn.width * _DIGITS / 2
            ink += [
                (letter, tuple((left + x * _DIGITS, up + y * _DIGITS) for x, y in points))
                for letter, points in drawn.ink
            ]
    return Outlined(1.1, tuple(ink))


def _rectangle(
    left: float, low: float, right: float, high: float, turn: int
) -> list[tuple[str, tuple[Point, ...]]]:
    corners = [(left, low), (right, low), (right, high), (left, high)][::turn]
    letters = ("M", "L", "L", "L")
    around = [(letter, (corner,)) for letter, corner in zip(letters, corners, strict=True)]
    return [*around, ("Z", ())]


def _shape(text: str, typeface: Typeface, leftwards: bool) -> Outlined | None:
    buffer = shape(typeface.font, text, leftwards)
    pen = _Pen(1 / typeface.per_em)
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if info.codepoint == 0:
            return None
        pen.move(position.x_offset, position.y_offset)
        typeface.font.draw_glyph_with_pen(info.codepoint, pen)
        pen.move(position.x_advance - position.x_offset, -position.y_offset)
    # Fonts of coloured pictures have glyphs without outlines: nothing would be seen.
    return Outlined(pen.origin, tuple(pen.ink)) if pen.ink else None


class _Pen:
    """Collects outlines at the place where each glyph stands."""

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.ink: list[tuple[str, tuple[Point, ...]]] = []
        self._x = 0.0
        self._y = 0.0
        self._last: Point = (0.0, 0.0)

    @property
    def origin(self) -> float:
        return self._x * self.scale

    def move(self, across: float, up: float) -> None:
        self._x += across
        self._y += up

    def moveTo(self, point: Point) -> None:  # noqa: N802
        self._add("M", point)

    def lineTo(self, point: Point) -> None:  # noqa: N802
        self._add("L", point)

    def curveTo(self, *points: Point) -> None:  # noqa: N802
        self._add("C", *points)

    def qCurveTo(self, *points: Point) -> None:  # noqa: N802
        self._add("Q", *points)

    def closePath(self) -> None:  # noqa: N802
        self.ink.append(("Z", ()))

    def endPath(self) -> None:  # noqa: N802
        self.closePath()

    def _add(self, letter: str, *points: Point) -> None:
        placed = tuple(((x + self._x) * self.scale, (y + self._y) * self.scale) for x, y in points)
        if letter == "Q":
            letter, placed = "C", _cubic(self._last, *placed)
        self._last = placed[-1]
        self.ink.append((letter, placed))


def _cubic(start: Point, control: Point, end: Point) -> tuple[Point, Point, Point]:
    def towards(point: Point) -> Point:
        return (
            point[0] + (control[0] - point[0]) * 2 / 3,
            point[1] + (control[1] - point[1]) * 2 / 3,
        )

    return towards(start), towards(end), end
