"""What goes, laid out for the boxes of a portal: in their order, within their limits."""

from collections.abc import Sequence

import msgspec

from sgdesk.domain.agency_lines import PortalBox
from sgdesk.domain.portal_text import USUAL_LIMIT, counted, numbered, split

_SHORTEST_WORD = 4
_EMPTY_WORDS = frozenset("this that what with from your their they have about please".split())
Block = tuple[str, str]


class PortalPart(msgspec.Struct, frozen=True, kw_only=True):
    """One text to copy. `box` is what the portal calls its place, where that is known; `at` and
    `count` number the parts of one block."""

    title: str
    text: str
    length: int
    limit: int
    box: str = ""
    at: int = 1
    count: int = 1


def laid_out(blocks: Sequence[Block], boxes: Sequence[PortalBox]) -> list[PortalPart]:
    """Return every block in parts that fit: first those whose box is known, in the portal's order,
    then the others in theirs. Nothing is left out."""
    left = list(blocks)
    parts: list[PortalPart] = []
    for box in boxes:
        found = next((block for block in left if _belongs(block[0], box.title)), None)
        if found is not None:
            left.remove(found)
            parts += _parts(found, box.limit, box.title)
    for block in left:
        parts += _parts(block, USUAL_LIMIT, "")
    return parts


def _parts(block: Block, limit: int, box: str) -> list[PortalPart]:
    title, text = block
    pieces = numbered(split(text, limit))
    return [
        PortalPart(
            title=title, text=piece, length=counted(piece), limit=limit, box=box,
            at=at, count=len(pieces),
        )
        for at, piece in enumerate(pieces, 1)
    ]  # fmt: skip


def _belongs(title: str, box: str) -> bool:
    ours, theirs = title.casefold(), box.casefold()
    return ours in theirs or theirs in ours or bool(_stems(ours) & _stems(theirs))


def _stems(title: str) -> set[str]:
    words = ("".join(filter(str.isalnum, word)) for word in title.split())
    return {
        word.rstrip("s") for word in words if len(word) >= _SHORTEST_WORD
    } - _EMPTY_WORDS  # fmt: skip
