"""Colour profiles (ICC) cut down to the numbers that make colours right: no text, no maker.

Source of the lengths and bounds: ICC.1:2022, sections 7.2 and 10.
"""

import struct
from itertools import pairwise

_HEADER, _ENTRY = 128, 12
_LARGEST = 1024 * 1024
_MOST_TAGS = 100
_COLOUR, _MATRIX = (b"rTRC", b"gTRC", b"bTRC", b"kTRC"), (b"rXYZ", b"gXYZ", b"bXYZ")
_TABLES = (b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2")
# A profile that holds all of one of these can be used.
_ENOUGH = (frozenset(_COLOUR[:3] + _MATRIX), frozenset(_COLOUR[3:]), frozenset(_TABLES[:1]))
_ONE = 65_536  # as the numbers with a fraction are written
_CLASSES, _SPACES, _BETWEEN = (
    (b"scnr", b"mntr", b"prtr", b"spac"), (b"RGB ", b"GRAY", b"CMYK", b"Lab "), (b"XYZ ", b"Lab "),
)  # fmt: skip
_LIGHT = (63_190, _ONE, 54_061)  # D50, which every profile is told in
_PARAMETERS = {0: 1, 1: 3, 2: 4, 3: 5, 4: 7}


def numbers_only(profile: bytes) -> bytes:
    """Return a profile with nothing but its numbers, or nothing if it does not hold together."""
    if not _HEADER + 4 <= len(profile) <= _LARGEST or profile[36:40] != b"acsp":
        return b""
    kind, space, between = (profile[at : at + 4] for at in (12, 16, 20))
    if kind not in _CLASSES or space not in _SPACES or between not in _BETWEEN:
        return b""
    count = struct.unpack_from(">I", profile, _HEADER)[0]
    if count > _MOST_TAGS or len(profile) < _HEADER + 4 + _ENTRY * count:
        return b""
    parts: dict[bytes, bytes] = {}
    for number in range(count):
        tag, start, size = struct.unpack_from(">4sII", profile, _HEADER + 4 + _ENTRY * number)
        numbers = _numbers(tag, profile[start : start + size])
        if numbers and tag not in parts:
            parts[tag] = numbers
    if not any(enough <= set(parts) for enough in _ENOUGH):
        return b""
    return _written(profile, list(parts.items()))


def _numbers(tag: bytes, content: bytes) -> bytes:
    """Return what a tag holds, if it is of the kind that it must be and no longer; or nothing."""
    if tag in (*_MATRIX, b"wtpt", b"bkpt"):
        return _fractions(content, b"XYZ ", 3)
    if tag == b"chad":
        return _fractions(content, b"sf32", 9)
    if tag in _COLOUR:
        return _curve(content)
    length = _table_length(content) if tag in _TABLES else 0
    return content[:length] if 0 < length <= len(content) else b""


def _fractions(content: bytes, kind: bytes, count: int) -> bytes:
    if content[:4] != kind or len(content) < 8 + 4 * count:
        return b""
    found = struct.unpack_from(f">{count}i", content, 8)
    return _again(kind, f"{count}i", *found) if max(map(abs, found)) <= 4 * _ONE else b""


def _curve(content: bytes) -> bytes:
    """Return a curve that rises all the way, as those of light do, or nothing."""
    if content[:4] == b"para" and len(content) >= 12:
        kind = struct.unpack_from(">H", content, 8)[0]
        count = _PARAMETERS.get(kind, 0)
        if not count or len(content) < 12 + 4 * count:
            return b""
        found = struct.unpack_from(f">{count}i", content, 12)
        is_sound = max(map(abs, found)) <= 16 * _ONE
        return _again(b"para", f"HH{count}i", kind, 0, *found) if is_sound else b""
    if content[:4] != b"curv" or len(content) < 12:
        return b""
    count = struct.unpack_from(">I", content, 8)[0]
    if len(content) < 12 + 2 * count:
        return b""
    points = struct.unpack_from(f">{count}H", content, 12)
    if any(after < before for before, after in pairwise(points)):
        return b""
    return _again(b"curv", f"I{count}H", count, *points)


def _table_length(content: bytes) -> int:
    """Return how long a table of colours is, or 0 for one of another kind."""
    if len(content) < 52 or content[:4] not in (b"mft1", b"mft2"):
        return 0
    before, after, steps = content[8], content[9], content[10]
    if not 1 <= before <= 4 or not 1 <= after <= 4:
        return 0
    if content[:4] == b"mft1":
        return int(48 + 256 * before + steps**before * after + 256 * after)
    first, last = struct.unpack_from(">2H", content, 48)
    return int(52 + 2 * (first * before + steps**before * after + last * after))


def _again(kind: bytes, form: str, *numbers: int) -> bytes:
    return kind + bytes(4) + struct.pack(f">{form}", *numbers)


def _written(profile: bytes, parts: list[tuple[bytes, bytes]]) -> bytes:
    at = _HEADER + 4 + _ENTRY * len(parts)
    table, body = bytearray(struct.pack(">I", len(parts))), bytearray()
    for tag, numbers in parts:
        table += struct.pack(">4sII", tag, at + len(body), len(numbers))
        body += numbers + bytes(-len(numbers) % 4)
    # Who made it, when and with what is left out; the form, the kind and the spaces stay.
    header = bytearray(_HEADER)
    for first, last in ((8, 10), (12, 24), (36, 40)):
        header[first:last] = profile[first:last]
    struct.pack_into(">3I", header, 68, *_LIGHT)
    header[67] = profile[67] & 3  # what to do with colours that a device does not have
    struct.pack_into(">I", header, 0, _HEADER + len(table) + len(body))
    return bytes(header + table + body)
