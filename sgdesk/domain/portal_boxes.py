"""What goes, laid out for the boxes of a portal: in their order, within their limits."""

from collections.abc import Sequence

import msgspec

from sgdesk.domain.agency_lines import PortalBox
from sgdesk.domain.portal_text import USUAL_LIMIT, counted, numbered, split

_SHORTEST_WORD = 4
# What portals call the same thing; of a title with several of these words the first line counts.
_TOPICS = tuple(
    frozenset(words.split())
    for words in (
        "said say told words word disclosure disclosed views view voice wishes wish says",
        "seen injury injuries observed observation concern concerns incident allegation marks",
        "chronology timeline events event history previous appointments attendance",
        "consent agreement agreed informed aware awareness",
        "opinion analysis judgement judgment worried",
        "needs need risks risk danger dangers safety protective immediate",
        "family household parents parent siblings sibling carers carer relatives",
        "conditions confidential confidentiality restrictions restriction",
        "lawful legal basis gdpr",
        "background context circumstances situation",
        "reason reasons purpose referral request outcome why",
        "person child children adult baby patient subject demographics details",
    )
)
_EMPTY_WORDS = frozenset("this that what with from your their they have about please".split())
Block = tuple[str, str]


class PortalPart(msgspec.Struct, frozen=True, kw_only=True):
    """One text to copy. `box` is what the portal calls its place, where that is known; `at` and
    `count` number the parts of one block. Without a text nothing of ours belongs in the box."""

    title: str
    text: str
    length: int
    limit: int
    box: str = ""
    at: int = 1
    count: int = 1


def laid_out(blocks: Sequence[Block], boxes: Sequence[PortalBox]) -> list[PortalPart]:
    """Return every block in parts that fit: first box by box in the portal's order, those too to
    which nothing of ours belongs; then the other blocks in theirs. Nothing is left out."""
    left = list(blocks)
    parts: list[PortalPart] = []
    for box in boxes:
        found = next((block for block in left if _belongs(block[0], box.title)), None)
        if found is None:
            parts.append(PortalPart(title="", text="", length=0, limit=box.limit, box=box.title))
            continue
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
    if ours in theirs or theirs in ours:
        return True
    topic = _topic(theirs)
    if topic is not None and _topic(ours) is not None:
        return topic == _topic(ours)
    return bool(_stems(ours) & _stems(theirs))


def _topic(title: str) -> int | None:
    words = {"".join(filter(str.isalpha, word)) for word in title.replace("’", "'").split()}
    words |= {word.removesuffix("s") for word in words}
    return next((at for at, topic in enumerate(_TOPICS) if topic & words), None)


def _stems(title: str) -> set[str]:
    words = ("".join(filter(str.isalnum, word)) for word in title.split())
    return {
        word.rstrip("s") for word in words if len(word) >= _SHORTEST_WORD
    } - _EMPTY_WORDS  # fmt: skip
