"""Colour profiles (ICC) cut down to the numbers that make colours right: no text, no maker."""

import struct

_HEADER, _ENTRY = 128, 12
_LARGEST = 1024 * 1024
_MOST_TAGS = 100
_NUMBERS = frozenset(
    (b"rXYZ", b"gXYZ", b"bXYZ", b"wtpt", b"bkpt", b"chad", b"rTRC", b"gTRC", b"bTRC", b"kTRC",
     b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"cicp")
)  # fmt: skip


def numbers_only(profile: bytes) -> bytes:
    """Return a profile with nothing but its numbers, or nothing if it does not hold together."""
    if not _HEADER + 4 <= len(profile) <= _LARGEST or profile[36:40] != b"acsp":
        return b""
    count = struct.unpack_from(">I", profile, _HEADER)[0]
    if count > _MOST_TAGS or len(profile) < _HEADER + 4 + _ENTRY * count:
        return b""
    parts: list[tuple[bytes, bytes]] = []
    for number in range(count):
        tag, start, size = struct.unpack_from(">4sII", profile, _HEADER + 4 + _ENTRY * number)
        if tag in _NUMBERS and start + size <= len(profile):
            parts.append((tag, profile[start : start + size]))
    return _written(profile, parts) if parts else b""


def _written(profile: bytes, parts: list[tuple[bytes, bytes]]) -> bytes:
    at = _HEADER + 4 + _ENTRY * len(parts)
    table, body = bytearray(struct.pack(">I", len(parts))), bytearray()
    for tag, numbers in parts:
        table += struct.pack(">4sII", tag, at + len(body), len(numbers))
        body += numbers + bytes(-len(numbers) % 4)
    # Who made it, when and with what is blanked; the form, the spaces and the white point stay.
    header = bytearray(_HEADER)
    for first, last in ((8, 24), (36, 40), (64, 80)):
        header[first:last] = profile[first:last]
    struct.pack_into(">I", header, 0, _HEADER + len(table) + len(body))
    return bytes(header + table + body)
