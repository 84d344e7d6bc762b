"""The body map as a strip: figures, sides in words, and numbered marks with fine leaders."""

import msgspec

from sgdesk.documents import styles
from sgdesk.documents.blocks import BodyMap, BodyMark
from sgdesk.documents.lines import Setter
from sgdesk.documents.strips import Disc, Figure, Mark, Strip, Stroke, Words
from sgdesk.documents.styles import LEFT, TEXT_WIDTH, Style
from sgdesk.domain.maps import (
    FACING_WORDS,
    SIDE_WORDS,
    MapView,
    Part,
    edge_sides,
    is_one_sided,
    part_of,
)
from sgdesk.text import _

_TITLE_HEIGHT = 20.0
_DISC = 6.4
_RING = 0.9
_DOT = 1.7
_APART = 15.0
_BESIDE = 16.0
_SIDES_DOWN = 34.0
_FROM_HEAD = 34.0
_FROM_MIDDLE = 58.0
_BESIDE_TITLE = 12.0


class _Pinned(msgspec.Struct, frozen=True):
    """A mark where it stands on the paper."""

    mark: BodyMark
    x: float
    down: float


def body_map(block: BodyMap, setter: Setter) -> list[Strip]:
    """Return the figures side by side as one strip, every mark numbered beside its figure."""
    share = TEXT_WIDTH / len(block.views)
    height = _TITLE_HEIGHT + max(_fitted(view, block.height) * view.height for view in block.views)
    marks: list[Mark] = []
    for index, view in enumerate(block.views):
        found = [mark for mark in block.marks if mark.view == view.id]
        marks.extend(_view(view, found, LEFT + index * share, share, height, setter))
    return [Strip(height, tuple(marks), gap=8)]


def _fitted(view: MapView, height: float) -> float:
    """Return the scale at which a figure fits half the page across, beside its numbers."""
    across = (TEXT_WIDTH / 2 - 2 * (_BESIDE + _DISC)) / view.width
    return min((height - _TITLE_HEIGHT) / view.height, across)


def _view(
    view: MapView, found: list[BodyMark], left: float, share: float, height: float, setter: Setter
) -> list[Mark]:
    scale = _fitted(view, height)
    x = left + (share - view.width * scale) / 2
    middle = view.width / 2
    title = _(FACING_WORDS[view.facing])
    marks: list[Mark] = [
        _centred(title, left + share / 2, 12, styles.FIGURE_TITLE, setter),
        Figure(x, _TITLE_HEIGHT, scale, view),
        *_sides(view, left + share / 2, setter),
    ]
    pinned = [_Pinned(mark, x + mark.x * scale, _TITLE_HEIGHT + mark.y * scale) for mark in found]
    at_left_edge = [pin for pin in pinned if pin.mark.x < middle]
    at_right_edge = [pin for pin in pinned if pin.mark.x >= middle]
    edge = share / 2 - min(share, TEXT_WIDTH / 2) / 2 + _BESIDE
    marks.extend(_labelled(at_left_edge, left + edge, height, setter))
    marks.extend(_labelled(at_right_edge, left + share - edge, height, setter))
    return marks


def _sides(view: MapView, centre: float, setter: Setter) -> list[Mark]:
    """Return the person's sides in words: beside the head, or for a close view in the corners."""
    at_left, at_right = (_(SIDE_WORDS[side]) for side in edge_sides(view))
    words = styles.FIGURE
    if is_one_sided(view):
        return []
    away = _FROM_HEAD if part_of(view.facing) is Part.BODY else _FROM_MIDDLE
    down = _SIDES_DOWN if part_of(view.facing) is Part.BODY else _BESIDE_TITLE
    shift = setter.width(at_left, words.face) * words.size
    return [
        Words(centre - away - shift, down, words, at_left),
        Words(centre + away, down, words, at_right),
    ]


def _labelled(pinned: list[_Pinned], side: float, height: float, setter: Setter) -> list[Mark]:
    """Return a dot on each point and its label at the side, joined by a leader."""
    marks: list[Mark] = []
    in_order = sorted(pinned, key=lambda pin: (pin.down, pin.x))
    heights = _spread([pin.down for pin in in_order], height)
    for pin, beside in zip(in_order, heights, strict=True):
        marks.append(Stroke(pin.x, pin.down, side, beside, 0.6, styles.INK))
        marks.append(Disc(pin.x, pin.down, _DOT, styles.INK))
        marks.append(Disc(side, beside, _DISC, styles.INK))
        style = styles.MARK
        if pin.mark.known:
            marks.append(Disc(side, beside, _DISC - _RING, styles.WHITE))
            style = styles.KNOWN_MARK
        marks.append(_centred(pin.mark.label, side, beside + 2.9, style, setter))
    return marks


def _spread(downs: list[float], height: float) -> list[float]:
    """Return the heights moved apart so that the numbers do not touch, and stay inside."""
    apart = min(_APART, (height - _SIDES_DOWN - 2 * _DISC) / max(len(downs), 1))
    placed: list[float] = []
    for down in downs:
        floor = placed[-1] + apart if placed else _SIDES_DOWN + 12
        placed.append(max(down, floor))
    ceiling = height - _DISC
    for index in range(len(placed) - 1, -1, -1):
        placed[index] = min(placed[index], ceiling)
        ceiling = placed[index] - apart
    return placed


def _centred(text: str, x: float, down: float, style: Style, setter: Setter) -> Words:
    return Words(x - setter.width(text, style.face) * style.size / 2, down, style, text)
