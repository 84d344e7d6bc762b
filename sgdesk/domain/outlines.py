"""Outlines drawn as path text (absolute M, L, C, Q and Z): read, flattened, measured."""

import itertools
import math
import re
from collections.abc import Iterator
from functools import lru_cache

Point = tuple[float, float]
Segment = tuple[str, tuple[Point, ...]]
Polygon = tuple[Point, ...]

_TOKENS = re.compile(r"[MLCQZ]|-?\d+(?:\.\d+)?")
_POINTS = {"M": 1, "L": 1, "C": 3, "Q": 2, "Z": 0}
_STEPS = 8


@lru_cache(maxsize=4096)
def segments(path: str) -> tuple[Segment, ...]:
    """Return the commands of a path, each with its points; Z has none.

    Raises ValueError when the text holds anything else.
    """
    if _TOKENS.sub("", path).strip(" ,\n"):
        raise ValueError("A path holds only absolute M, L, C, Q and Z with plain numbers.")
    return tuple(_commands(_TOKENS.findall(path)))


@lru_cache(maxsize=4096)
def polygons(path: str) -> tuple[Polygon, ...]:
    """Return the closed shapes of a path with every curve cut into short straight lines."""
    shapes: list[list[Point]] = []
    for letter, points in segments(path):
        if letter == "M":
            shapes.append([points[0]])
        elif letter == "L":
            shapes[-1].append(points[0])
        elif letter in "CQ":
            shapes[-1].extend(_curve(shapes[-1][-1], *points))
    return tuple(tuple(shape) for shape in shapes)


def is_inside(path: str, x: float, y: float) -> bool:
    """Return whether the point lies inside the path, by the even-odd rule."""
    crossings = sum(
        (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax
        for (ax, ay), (bx, by) in _edges(path)
    )
    return crossings % 2 == 1


def distance(path: str, x: float, y: float) -> float:
    """Return how far the point is from the nearest edge of the path, in the path's own units."""
    return min(_to_edge(x, y, a, b) for a, b in _edges(path))


@lru_cache(maxsize=4096)
def centre(path: str) -> Point:
    """Return the centre of gravity of the path's first shape, or where that lies outside it, the
    middle of the widest part at its height."""
    x, y = _gravity(polygons(path)[0])
    if is_inside(path, x, y):
        return x, y
    crossings = sorted(
        (bx - ax) * (y - ay) / (by - ay) + ax
        for (ax, ay), (bx, by) in _edges(path)
        if (ay > y) != (by > y)
    )
    spans = zip(crossings[::2], crossings[1::2], strict=True)
    left, right = max(spans, key=lambda span: span[1] - span[0], default=(x, x))
    return (left + right) / 2, y


def _gravity(shape: Polygon) -> Point:
    crosses = [_cross(a, b) for a, b in _pairs(shape)]
    area = sum(crosses)
    if not area:
        return shape[0]
    pairs = list(zip(_pairs(shape), crosses, strict=True))
    return (
        sum((a[0] + b[0]) * cross for (a, b), cross in pairs) / (3 * area),
        sum((a[1] + b[1]) * cross for (a, b), cross in pairs) / (3 * area),
    )


def _commands(tokens: list[str]) -> Iterator[Segment]:
    index = 0
    while index < len(tokens):
        letter = tokens[index]
        index += 1
        if letter not in _POINTS:
            raise ValueError("Each command of a path names its letter.")
        values = [float(token) for token in tokens[index : index + 2 * _POINTS[letter]]]
        index += len(values)
        yield letter, tuple(zip(values[::2], values[1::2], strict=True))


def _curve(start: Point, *points: Point) -> Iterator[Point]:
    for step in range(1, _STEPS + 1):
        along = step / _STEPS
        current = [start, *points]
        while len(current) > 1:
            current = [_between(a, b, along) for a, b in itertools.pairwise(current)]
        yield current[0]


def _between(a: Point, b: Point, along: float) -> Point:
    return a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along


@lru_cache(maxsize=4096)
def _edges(path: str) -> tuple[tuple[Point, Point], ...]:
    return tuple(pair for shape in polygons(path) for pair in _pairs(shape))


def _pairs(shape: Polygon) -> Iterator[tuple[Point, Point]]:
    return zip(shape, shape[1:] + shape[:1], strict=True)


def _cross(a: Point, b: Point) -> float:
    return a[0] * b[1] - b[0] * a[1]


def _to_edge(x: float, y: float, a: Point, b: Point) -> float:
    across, down = b[0] - a[0], b[1] - a[1]
    length = across * across + down * down
    along = ((x - a[0]) * across + (y - a[1]) * down) / length if length else 0.0
    along = max(0.0, min(1.0, along))
    return math.hypot(x - a[0] - along * across, y - a[1] - along * down)
