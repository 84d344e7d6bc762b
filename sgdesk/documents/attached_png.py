"""PNG pictures from outside: walked chunk by chunk; only what is needed to show them stays."""

import struct
import zlib
from collections.abc import Iterator
from typing import Final

import msgspec

from sgdesk.documents.attached_colours import numbers_only
from sgdesk.documents.attached_exif import read_exif
from sgdesk.documents.attached_extent import Extent, broken, picture_extent, readable, unusual
from sgdesk.documents.attached_png_beside import is_needed
from sgdesk.domain.attachment import Found, FoundKind

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_NEEDED = (b"IHDR", b"PLTE", b"IDAT", b"IEND")
_LENGTHS = {b"sBIT": 4, b"pHYs": 9, b"PLTE": 768}
_UNSAID = (b"IHDR", b"IDAT", b"IEND", b"iCCP", b"sBIT", b"pHYs", b"PLTE")
_PASSES = (
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
    (0, 1, 1, 2),
)  # fmt: skip
_PIECE = 1 << 20
_MOST_CHUNKS = 20_000
_MOST_UNFOLDED = 1 << 20
_TEXTS = {
    b"Author": FoundKind.PERSON, b"Software": FoundKind.SOFTWARE, b"Comment": FoundKind.COMMENT,
    b"Creation Time": FoundKind.TIME, b"Source": FoundKind.DEVICE,
    b"XML:com.adobe.xmp": FoundKind.XMP,
}  # fmt: skip


class Chunk(msgspec.Struct, frozen=True):
    """One chunk: its name and its content."""

    name: bytes
    content: bytes


def inspected(content: bytes) -> tuple[Extent, list[Found]]:
    """Return how far a picture reaches and what it holds unseen. Raises UserError."""
    parts, behind = chunks(content)
    extent = _extent(parts)
    unused = len(_data(parts)) - _used(parts)
    found = [one for part in parts for one in _found(part, parts[0].content)]
    if behind or unused:
        found.append(Found(FoundKind.TRAILING, f"{len(behind) + unused:,}"))
    return extent, list(dict.fromkeys(found))


def clean(content: bytes) -> bytes:
    """Return a copy with the picture's data and its colours: nothing else. Raises UserError."""
    parts, _behind = chunks(content)
    _extent(parts)
    data = _data(parts)[: _used(parts)]
    out = bytearray(SIGNATURE) + _written(b"IHDR", parts[0].content)
    told = set[bytes]()
    for part in parts:
        if part.name == b"iCCP" and part.name not in told:
            out += _colours(part.content)
        elif is_needed(part.name, part.content, parts[0].content) and part.name not in told:
            out += _written(part.name, part.content)
        told.add(part.name)
    for at in range(0, len(data), _PIECE):
        out += _written(b"IDAT", data[at : at + _PIECE])
    return bytes(out + _written(b"IEND", b""))


def chunks(content: bytes) -> tuple[list[Chunk], bytes]:
    """Return the chunks of a picture and what stands behind its end. Raises UserError."""
    parts, at = list[Chunk](), len(SIGNATURE)
    while not parts or parts[-1].name != b"IEND":
        if len(content) < at + 12:
            raise broken()
        size, name = struct.unpack_from(">I4s", content, at)
        end = at + 8 + size
        if len(content) < end + 4:
            raise broken()
        if struct.unpack_from(">I", content, end)[0] != zlib.crc32(content[at + 4 : end]):
            raise broken()
        parts.append(Chunk(name, content[at + 8 : end]))
        at = end + 4
        if len(parts) > _MOST_CHUNKS:
            raise unusual()
    return parts, content[at:]


def _extent(parts: list[Chunk]) -> Extent:
    names = [part.name for part in parts]
    header = parts[0].content
    if names[0] != b"IHDR" or names.count(b"IHDR") != 1 or len(header) != 13:
        raise broken()
    width, height, depth, colours, packing, filtering, interlace = struct.unpack(">IIBBBBB", header)
    if depth not in _DEPTHS.get(colours, ()) or packing or filtering or interlace > 1:
        raise broken()
    if any(name[:1].isupper() and name not in _NEEDED for name in names):
        raise unusual()
    palettes = [part.content for part in parts if part.name == b"PLTE"]
    if len(palettes) > 1 or (colours == 3 and not palettes):
        raise broken()
    if colours == 3 and not is_needed(b"PLTE", palettes[0], header):
        raise unusual()
    return picture_extent(width, height)


def _data(parts: list[Chunk]) -> bytes:
    return b"".join(part.content for part in parts if part.name == b"IDAT")


def _used(parts: list[Chunk]) -> int:
    """Return how much of the data makes up the picture, unfolding it piece by piece."""
    data, unfolding, unfolded = _data(parts), zlib.decompressobj(), 0
    expected = _expected(parts[0].content)
    rest = data
    try:
        while not unfolding.eof:
            piece = unfolding.decompress(rest, _PIECE)
            rest, unfolded = unfolding.unconsumed_tail, unfolded + len(piece)
            if unfolded > expected or (not piece and not rest and not unfolding.eof):
                raise broken()
    except zlib.error as error:
        raise broken() from error
    if unfolded != expected:
        raise broken()
    return len(data) - len(unfolding.unused_data)


def _expected(header: bytes) -> int:
    """Return how many bytes the picture's lines take, each with the byte before it."""
    width, height, depth, colours, _packing, _filtering, interlace = struct.unpack(
        ">IIBBBBB", header
    )
    bits = depth * _SAMPLES[colours]
    if not interlace:
        return int(height * (1 + (width * bits + 7) // 8))
    total = 0
    for left, top, across, down in _PASSES:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * bits + 7) // 8)
    return total


def _found(part: Chunk, header: bytes) -> Iterator[Found]:
    match part.name:
        case b"tEXt" | b"zTXt" | b"iTXt":
            yield _text(part)
        case b"tIME" if len(part.content) == 7:
            year, *rest = struct.unpack(">HBBBBB", part.content)
            yield Found(FoundKind.TIME, f"{year}-{rest[0]:02}-{rest[1]:02}")
        case b"eXIf":
            yield from read_exif(part.content).found
        case name if name not in _UNSAID and not is_needed(name, part.content, header):
            yield Found(FoundKind.OTHER, readable(name))
        case name if name in _LENGTHS and len(part.content) > _LENGTHS[name]:
            yield Found(FoundKind.OTHER, readable(name))


def _text(part: Chunk) -> Found:
    keyword, _zero, rest = part.content.partition(b"\0")
    kind = _TEXTS.get(keyword, FoundKind.DESCRIPTION)
    if part.name == b"zTXt":
        rest = _unfolded(rest[1:])
    elif part.name == b"iTXt" and len(rest) > 2:
        folded, rest = rest[0], rest[2:].partition(b"\0")[2].partition(b"\0")[2]
        rest = _unfolded(rest) if folded else rest
    if kind is FoundKind.XMP:
        return Found(kind)
    text = rest.decode("latin-1" if part.name != b"iTXt" else "utf-8", "replace")
    return Found(kind, readable(f"{keyword.decode('latin-1')[:79]}: {text}"))


def _unfolded(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _MOST_UNFOLDED)
    except zlib.error:
        return b""


def _colours(content: bytes) -> bytes:
    numbers = numbers_only(_unfolded(content.partition(b"\0")[2][1:]))
    return _written(b"iCCP", b"-\0\0" + zlib.compress(numbers)) if numbers else b""


def _written(name: bytes, content: bytes) -> bytes:
    whole = name + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))
