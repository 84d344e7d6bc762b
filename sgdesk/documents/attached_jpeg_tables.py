"""The tables of a JPEG picture, checked to be no longer than they must be, and told once each.

Source of the lengths: ITU-T T.81, annex B.2.
"""

from collections.abc import Iterator

from sgdesk.documents.attached_extent import broken

HUFFMAN, QUANTISING, RESTARTS = 0xC4, 0xDB, 0xDD
_LARGEST_NUMBER = 3

# Which table it is: the segment's marker, the class of a code's, and the number.
Key = tuple[int, int, int]


class Tables:
    """What was told and is not written yet. A table is written when a scan first needs it."""

    def __init__(self, frame: bytes) -> None:
        self._quantising = {
            frame[at]: frame[at + 2] for at in range(6, len(frame), 3)
        }  # of each colour
        self._waiting: dict[Key, bytes] = {}

    def tell(self, marker: int, content: bytes) -> None:
        """Take tables as they stand in a segment. Raises UserError for one that is no table."""
        self._waiting.update(tables(marker, content))

    def needed(self, scan: bytes) -> Iterator[tuple[int, bytes]]:
        """Yield marker and content of what a scan needs and was not written since it was told."""
        wanted = set(self._wanted(scan))
        for key in [one for one in self._waiting if one in wanted]:
            yield key[0], self._waiting.pop(key)

    def _wanted(self, scan: bytes) -> Iterator[Key]:
        if not scan or len(scan) != 4 + 2 * scan[0]:
            raise broken()
        for at in range(1, 1 + 2 * scan[0], 2):
            yield QUANTISING, 0, self._quantising.get(scan[at], -1)
            yield HUFFMAN, 0, scan[at + 1] >> 4
            yield HUFFMAN, 1, scan[at + 1] & 15


def tables(marker: int, content: bytes) -> Iterator[tuple[Key, bytes]]:
    """Yield every table in a segment. Raises UserError where one does not end where it must."""
    at = 0
    while at < len(content):
        kind, number = content[at] >> 4, content[at] & 15
        length = _length(marker, content[at:], kind)
        if kind > 1 or number > _LARGEST_NUMBER or at + length > len(content):
            raise broken()
        # A number that is told again takes the place of the one before.
        yield (marker, kind if marker == HUFFMAN else 0, number), content[at : at + length]
        at += length


def _length(marker: int, content: bytes, kind: int) -> int:
    if marker == QUANTISING:
        return 1 + 64 * (1 + kind)
    if len(content) < 17:
        raise broken()
    return 17 + sum(content[1:17])
