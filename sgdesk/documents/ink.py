"""Outlines written as PDF path operators."""

from functools import lru_cache

from sgdesk.domain.outlines import Point, Segment, segments

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def operators(outline: tuple[Segment, ...], x: float, y: float, scale: float) -> str:
    """Return the path of an outline in its own units, scaled and moved to a point."""
    return " ".join(
        f"{_points(points, x, y, scale)}{_OPERATORS[letter]}" for letter, points in outline
    )


@lru_cache(maxsize=512)
def view_operators(path: str) -> str:
    """Return the path of a map's outline in the view's own units."""
    return operators(segments(path), 0, 0, 1)


def _points(points: tuple[Point, ...], x: float, y: float, scale: float) -> str:
    return "".join(f"{x + px * scale:.2f} {y + py * scale:.2f} " for px, py in points)
