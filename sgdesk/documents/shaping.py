"""Text that cannot be set letter by letter: other scripts, combining marks, what has no glyph.

Such text becomes outlines, drawn with the text itself attached for search and copying.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

import msgspec

from sgdesk.documents.bidi import visual_runs
from sgdesk.documents.faces import faces

Ink = tuple[tuple[str, tuple[tuple[float, float], ...]], ...]

_TAB = "    "
# The drawing library maps no character beyond the basic plane to text.
_LAST_OF_PLANE = "\uffff"
_JOINERS = "\u200c\u200d"
_OVERRIDE = "\u202e"
_NEVER_SEEN = ("Cc", "Cs", "Cn", "Co")
_VARIATION = range(0xFE00, 0xFE10)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_MIRRORED = dict(zip("()[]{}<>«»‹›", ")(][}{><»«›‹", strict=True))


class Piece(msgspec.Struct, frozen=True):
    """A part of a line. Width and outline are shares of the size.

    What is not `shaped` is set in Open Sans. `spoken` is what a search finds, in visual order;
    `code` names a character that no font has.
    """

    text: str
    width: float
    shaped: bool = False
    outline: Ink = ()
    spoken: str = ""
    code: str = ""


class Composed(msgspec.Struct, frozen=True):
    """A line of pieces from left to right; `text` is what was typed."""

    text: str
    pieces: tuple[Piece, ...]


def compose(line: str, face: str) -> Composed:
    """Return one line ready to be drawn, in visual order."""
    return Composed(line, tuple(_visual(line, face)))


def clusters(word: str) -> list[str]:
    """Return a word cut where a reader would let it be broken, marks kept on their letters."""
    found: list[str] = []
    for character in word:
        if found and (_belongs_to_previous(character) or found[-1][-1] == _JOINERS[1]):
            found[-1] += character
        else:
            found.append(character)
    return found


def width(text: str, face: str) -> float:
    """Return how wide the text is as shares of the size."""
    return sum(piece.width for piece in _visual(text, face))


def _visual(line: str, face: str) -> Iterator[Piece]:
    for run, leftwards in visual_runs(line):
        words = run.split(" ")
        for index, word in enumerate(reversed(words) if leftwards else words):
            if index:
                yield Piece(" ", faces().widths[face][" "])
            if word:
                yield from pieces(word, face, leftwards)


@lru_cache(maxsize=512)
def pieces(word: str, face: str, leftwards: bool) -> tuple[Piece, ...]:
    """Return a word without spaces as pieces from left to right."""
    parts = [
        piece
        for kind, group in groupby(clusters(word), key=_kind)
        for piece in _MAKERS[kind]("".join(group), face, leftwards)
    ]
    return tuple(reversed(parts)) if leftwards else tuple(parts)


def _kind(cluster: str) -> str:
    if cluster in faces().plain:
        return "plain"
    if cluster == "\t":
        return "tab"
    category = unicodedata.category(cluster[0])
    if category in _NEVER_SEEN or cluster == _OVERRIDE:
        return "box"
    if category == "Cf":
        return "unseen"
    return "shaped" if _has_font(cluster) else "box"


@lru_cache(maxsize=4096)
def _has_font(cluster: str) -> bool:
    from sgdesk.documents.glyphs import outlined

    return outlined(cluster, False) is not None


def _plain(text: str, face: str, leftwards: bool) -> list[Piece]:
    if leftwards:
        text = "".join(_MIRRORED.get(character, character) for character in reversed(text))
    widths = faces().widths[face]
    return [Piece(text, sum(map(widths.__getitem__, text)))]


def _tab(text: str, face: str, leftwards: bool) -> list[Piece]:
    return _plain(_TAB * len(text), face, leftwards)


def _unseen(text: str, _face: str, _leftwards: bool) -> list[Piece]:
    # Soft hyphens, joiners and direction marks steer a line and have no ink of their own.
    return [Piece(text, 0.0, shaped=True)]


def _boxes(text: str, face: str, leftwards: bool) -> list[Piece]:
    plain = faces().plain
    return [
        piece
        for character in text
        for piece in (
            _plain(character, face, leftwards) if character in plain else [_box(character)]
        )
    ]


def _box(character: str) -> Piece:
    """Return a box that shows the code point, for what would otherwise be dropped."""
    from sgdesk.documents.glyphs import boxed

    code = f"{ord(character):04X}"
    drawn = boxed(code)
    return Piece(character, drawn.width, True, drawn.ink, code=code)


def _shaped(text: str, face: str, leftwards: bool) -> list[Piece]:
    from sgdesk.documents.glyphs import outlined

    if (whole := outlined(text, leftwards)) is not None:
        spoken = text if max(text) <= _LAST_OF_PLANE else ""
        return [Piece(text, whole.width, True, whole.ink, spoken[::-1] if leftwards else spoken)]
    parts = clusters(text)
    if len(parts) > 1:
        middle = len(parts) // 2
        halves = ("".join(parts[:middle]), "".join(parts[middle:]))
        return [piece for half in halves for piece in _shaped(half, face, leftwards)]
    return _boxes(text, face, leftwards)


def _belongs_to_previous(character: str) -> bool:
    return (
        unicodedata.category(character)[0] == "M"
        or character in _JOINERS
        or ord(character) in _VARIATION
        or ord(character) in _SKIN_TONES
    )


_MAKERS = {
    "plain": _plain,
    "tab": _tab,
    "unseen": _unseen,
    "box": _boxes,
    "shaped": _shaped,
}
