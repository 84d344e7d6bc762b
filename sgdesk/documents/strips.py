"""Strips: bands across the page that are measured first, then put on pages, then drawn."""

from collections.abc import Iterator, Sequence

import msgspec

from sgdesk.documents.lines import Line
from sgdesk.documents.styles import BODY_TOP, Colour, Style
from sgdesk.domain.maps import MapView


class Words(msgspec.Struct, frozen=True):
    """One line of text; `down` is the distance of its baseline from the top of the strip.

    `column` counts the cells of a row, which are read one after another.
    """

    x: float
    down: float
    style: Style
    line: Line
    column: int = 0


class Stroke(msgspec.Struct, frozen=True):
    """A straight line, in distances from the left edge of the page and the top of the strip."""

    x: float
    down: float
    to_x: float
    to_down: float
    thickness: float
    colour: Colour


class Frame(msgspec.Struct, frozen=True):
    """A rectangle that is outlined."""

    x: float
    down: float
    width: float
    height: float
    thickness: float
    colour: Colour


class Disc(msgspec.Struct, frozen=True):
    """A filled circle around a point."""

    x: float
    down: float
    radius: float
    colour: Colour


class Figure(msgspec.Struct, frozen=True):
    """A view of the body drawn to scale, its upper left corner at the point."""

    x: float
    down: float
    scale: float
    view: MapView


Mark = Words | Stroke | Frame | Disc | Figure


class Strip(msgspec.Struct, frozen=True):
    """A band that is never split. `gap` is space above it, dropped at the top of a page.

    `joined` keeps it on one page with the next strip; `continues` says that it belongs to the
    same row as the one before; `head` is repeated above it when it comes
    first on a page; `bookmark` is listed in the outline of the file.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    gap: float = 0.0
    joined: bool = False
    continues: bool = False
    head: tuple["Strip", ...] = ()
    bookmark: str = ""
    breaks: bool = False


class Placed(msgspec.Struct, frozen=True):
    """A strip with the height of its top above the foot of the paper."""

    top: float
    strip: Strip


def paginated(strips: Sequence[Strip], bottom: float) -> list[list[Placed]]:
    """Return the strips on pages that end `bottom` above the foot; one page at least.

    Joined strips stay together unless they are taller than a page.
    """
    pages: list[list[Placed]] = [[]]
    top = BODY_TOP
    for group in _groups(strips):
        needed = sum(strip.gap + strip.height for strip in group)
        whole_page = needed <= BODY_TOP - bottom
        if pages[-1] and (group[0].breaks or (whole_page and top - needed < bottom)):
            pages.append([])
            top = BODY_TOP
        for strip in group:
            if pages[-1] and top - strip.gap - strip.height < bottom:
                pages.append([])
                top = BODY_TOP
            for part in (strip,) if pages[-1] else (*strip.head, strip):
                top -= part.gap if pages[-1] else 0
                pages[-1].append(Placed(top, part))
                top -= part.height
    return pages


def _groups(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        if strip.breaks and group:
            yield group
            group = []
        group.append(strip)
        if not strip.joined:
            yield group
            group = []
    if group:
        yield group
