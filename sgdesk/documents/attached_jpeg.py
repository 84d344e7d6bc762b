"""JPEG pictures from outside: walked segment by segment; only what is needed to show them stays."""

import re
import struct
from collections.abc import Iterator

import msgspec

from sgdesk.documents.attached_colours import numbers_only
from sgdesk.documents.attached_exif import UPRIGHT, orientation_only, read_exif
from sgdesk.documents.attached_extent import Extent, broken, picture_extent, readable, unusual
from sgdesk.documents.attached_jpeg_data import refuse_more, refuse_words
from sgdesk.documents.attached_jpeg_tables import HUFFMAN, QUANTISING, RESTARTS, Tables
from sgdesk.domain.attachment import Found, FoundKind

_START, _END, _SCAN, _APP0, _APP1, _APP2, _APP14, _COMMENT = (
    0xD8, 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE, 0xFE,
)  # fmt: skip
_FRAMES = (0xC0, 0xC1, 0xC2)
_IN_PASSES = 0xC2
_OTHER_FRAMES = (0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0), 0xDC)
_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_PLAIN, _EXIF, _COLOURS = b"JFIF\0", b"Exif\0\0", b"ICC_PROFILE\0"
_MOST_SCANS, _MOST_SEGMENTS = 100, 5_000
_PIECE = 1 << 17
_LARGEST_SEGMENT = 65_500


class Segment(msgspec.Struct, frozen=True):
    """One segment: what it is, its content, and for a scan the picture's data behind it."""

    marker: int
    content: bytes
    data: bytes = b""


def inspected(content: bytes) -> tuple[Extent, list[Found]]:
    """Return how far a picture reaches and what it holds unseen. Raises UserError."""
    parts, behind = segments(content)
    found = [one for part in parts for one in _found(part)]
    if behind:
        found.append(Found(FoundKind.TRAILING, f"{len(behind):,}"))
    return _extent(parts), list(dict.fromkeys(found))


def clean(content: bytes, *, inside_pdf: bool = False) -> bytes:
    """Return a copy with the picture's data, which side is up, and its colours: nothing else.

    A picture inside a PDF is turned and coloured by the PDF. Raises UserError.
    """
    parts, _behind = segments(content)
    _extent(parts)
    out = bytearray(b"\xff\xd8")
    if any(part.marker == _APP0 and part.content.startswith(_PLAIN) for part in parts):
        out += _written(_APP0, _PLAIN + b"\1\1\0\0\1\0\1\0\0")
    if not inside_pdf:
        out += _said_again(parts)
    out += _drawing(parts) + b"\xff\xd9"
    if not any(part.marker == _IN_PASSES for part in parts):
        refuse_more(bytes(out))
    return bytes(out)


def _drawing(parts: list[Segment]) -> bytes:
    """Return the picture's data and the tables that it needs, each as long as it must be."""
    frame = next(part for part in parts if part.marker in _FRAMES)
    out, tables = bytearray(), Tables(frame.content)
    for part in parts:
        content = part.content
        if part.marker == _APP14 and content.startswith(b"Adobe") and len(content) >= 12:
            out += _written(_APP14, b"Adobe\0\x64\0\0\0\0" + content[11:12])
        elif part.marker in (HUFFMAN, QUANTISING):
            tables.tell(part.marker, content)
        elif part.marker == RESTARTS:
            if len(content) != 2:
                raise unusual()
            out += _written(RESTARTS, content)
        elif part.marker in _FRAMES:
            out += _written(part.marker, content)
        elif part.marker == _SCAN:
            for marker, table in tables.needed(content):
                out += _written(marker, table)
            data = part.data.rstrip(b"\xff")  # what only fills up to the next segment
            refuse_words(data)
            out += _written(_SCAN, content) + data
    return bytes(out)


def orientation(content: bytes) -> int:
    """Return which side of a picture is up, from 1 to 8 as in Exif."""
    for part in segments(content)[0]:
        if part.marker == _APP1 and part.content.startswith(_EXIF):
            return read_exif(part.content[len(_EXIF) :]).orientation
    return UPRIGHT


def colours_of(content: bytes) -> tuple[int, int, int, bool]:
    """Return width, height and the number of colours, and whether they are written inverted."""
    parts = segments(content)[0]
    frame = next(part.content for part in parts if part.marker in _FRAMES)
    _depth, height, width, colours = struct.unpack_from(">BHHB", frame)
    return width, height, colours, any(part.marker == _APP14 for part in parts)


def segments(content: bytes) -> tuple[list[Segment], bytes]:
    """Return the segments of a picture and what stands behind its end. Raises UserError."""
    if content[:2] != b"\xff\xd8":
        raise broken()
    parts, at = list[Segment](), 2
    while True:
        while content[at : at + 2] == b"\xff\xff":
            at += 1
        if len(content) < at + 2 or content[at] != 0xFF:
            raise broken()
        marker, at = content[at + 1], at + 2
        if marker == _END:
            return parts, content[at:]
        if len(content) < at + 2 or marker in (0, _START, 0x01, *range(0xD0, 0xD8)):
            raise broken()
        size = struct.unpack_from(">H", content, at)[0]
        inside, at = content[at + 2 : at + size], at + size
        if size < 2 or at > len(content):
            raise broken()
        data = b""
        if marker == _SCAN:
            after = _after_data(content, at)
            data, at = content[at:after], after
        parts.append(Segment(marker, inside, data))
        if len(parts) > _MOST_SEGMENTS:
            raise unusual()


def _after_data(content: bytes, at: int) -> int:
    # Piece by piece: nobody else's turn comes while one search goes on.
    while at < len(content):
        if found := _NEXT.search(content, at, at + _PIECE):
            return found.start()
        at += _PIECE - 1
    raise broken()


def _extent(parts: list[Segment]) -> Extent:
    markers = [part.marker for part in parts]
    if any(marker in _OTHER_FRAMES for marker in markers):
        raise unusual()
    frames = [part for part in parts if part.marker in _FRAMES]
    scans = markers.count(_SCAN)
    if len(frames) != 1 or not scans or markers.index(_SCAN) < markers.index(frames[0].marker):
        raise broken()
    if scans > _MOST_SCANS:
        raise unusual()
    frame = frames[0].content
    if len(frame) < 6 or len(frame) != 6 + 3 * frame[5]:
        raise broken()
    depth, height, width, colours = struct.unpack_from(">BHHB", frame)
    if depth != 8 or colours not in (1, 3, 4):
        raise unusual()
    return picture_extent(width, height)


def _found(part: Segment) -> Iterator[Found]:
    content = part.content
    if part.marker == _COMMENT:
        yield Found(FoundKind.COMMENT, readable(content))
    elif part.marker == _APP1 and content.startswith(_EXIF):
        yield from read_exif(content[len(_EXIF) :]).found
    elif part.marker == _APP1:
        yield Found(FoundKind.XMP)
    elif part.marker == _APP0 and content.startswith(b"JFXX\0"):
        yield Found(FoundKind.SMALL_PICTURE)
    elif part.marker == _APP2 and content.startswith(_COLOURS):
        return
    elif 0xE0 < part.marker <= 0xEF and part.marker != _APP14:
        yield Found(FoundKind.OTHER, readable(content.split(b"\0", 1)[0][:40]))


def _said_again(parts: list[Segment]) -> bytes:
    """Return which side is up and the colours' numbers, written anew."""
    out, profile = bytearray(), bytearray()
    up = UPRIGHT
    for part in parts:
        if part.marker == _APP1 and part.content.startswith(_EXIF):
            up = read_exif(part.content[len(_EXIF) :]).orientation
        elif part.marker == _APP2 and part.content.startswith(_COLOURS):
            profile += part.content[len(_COLOURS) + 2 :]
    if up != UPRIGHT:
        out += _written(_APP1, _EXIF + orientation_only(up))
    numbers = numbers_only(bytes(profile))
    starts = range(0, len(numbers), _LARGEST_SEGMENT)
    pieces = [numbers[at : at + _LARGEST_SEGMENT] for at in starts]
    for number, piece in enumerate(pieces, 1):
        out += _written(_APP2, _COLOURS + bytes((number, len(pieces))) + piece)
    return bytes(out)


def _written(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content
