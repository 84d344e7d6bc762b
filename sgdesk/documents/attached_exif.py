"""What cameras write into pictures (Exif): read within bounds, for showing; nothing is trusted."""

import struct
from collections.abc import Iterator
from typing import Final

import msgspec

from sgdesk.documents.attached_extent import readable
from sgdesk.domain.attachment import Found, FoundKind

UPRIGHT: Final = 1
_ORIENTATION, _EXIF, _GPS, _SMALL_PICTURE = 0x0112, 0x8769, 0x8825, 0x0201
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8}
_MOST_ENTRIES, _MOST_DIRECTORIES, _MOST_BYTES = 200, 6, 4_096
_KINDS = {
    0x010E: FoundKind.DESCRIPTION, 0x010F: FoundKind.DEVICE, 0x0110: FoundKind.DEVICE,
    0x0131: FoundKind.SOFTWARE, 0x0132: FoundKind.TIME, 0x013B: FoundKind.PERSON,
    0x8298: FoundKind.PERSON, 0x9003: FoundKind.TIME, 0x9004: FoundKind.TIME,
    0x927C: FoundKind.MAKER, 0x9286: FoundKind.COMMENT, 0xA420: FoundKind.DEVICE,
    0xA430: FoundKind.PERSON, 0xA431: FoundKind.DEVICE, 0xA434: FoundKind.DEVICE,
    0x9C9B: FoundKind.DESCRIPTION, 0x9C9C: FoundKind.COMMENT, 0x9C9D: FoundKind.PERSON,
    0x9C9E: FoundKind.DESCRIPTION, 0x9C9F: FoundKind.DESCRIPTION,
    _SMALL_PICTURE: FoundKind.SMALL_PICTURE,
}  # fmt: skip
_WIDE = range(0x9C9B, 0x9CA0)  # written in two bytes for each character
_UNSAID = (FoundKind.MAKER, FoundKind.SMALL_PICTURE)


class Exif(msgspec.Struct, frozen=True):
    """What was read: which side is up (1 to 8), and what else stands there."""

    orientation: int = UPRIGHT
    found: tuple[Found, ...] = ()


class _Entry(msgspec.Struct, frozen=True):
    tag: int
    kind: int
    value: bytes


def read_exif(block: bytes) -> Exif:
    """Return what a TIFF block says; one that is broken still counts as something that is there."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None:
        return Exif(found=(Found(FoundKind.OTHER),))
    orientation, found, others = UPRIGHT, list[Found](), False
    place: dict[int, _Entry] = {}
    for is_place, entry in _entries(block, order):
        if is_place:
            place.setdefault(entry.tag, entry)
        elif entry.tag == _ORIENTATION:
            orientation = _orientation(entry, order)
        elif entry.tag in _KINDS:
            kind = _KINDS[entry.tag]
            found.append(Found(kind, "" if kind in _UNSAID else _text(entry)))
        else:
            others = True
    if place:
        found.insert(0, Found(FoundKind.PLACE, _place(place, order)))
    if others and not found:
        found.append(Found(FoundKind.OTHER))
    return Exif(orientation, tuple(dict.fromkeys(found)))


def orientation_only(orientation: int) -> bytes:
    """Return a TIFF block that says which side is up, and nothing else."""
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0)


def _entries(block: bytes, order: str) -> Iterator[tuple[bool, _Entry]]:
    """Yield each entry, and whether it is about the place."""
    waiting, seen = [(_number(block, 4, order), False)], set[int]()
    while waiting and len(seen) < _MOST_DIRECTORIES:
        start, is_place = waiting.pop(0)
        if start in seen or not 8 <= start <= len(block) - 2:
            continue
        seen.add(start)
        count = min(struct.unpack_from(f"{order}H", block, start)[0], _MOST_ENTRIES)
        for at in range(start + 2, start + 2 + 12 * count, 12):
            if (entry := _entry(block, at, order)) is None:
                break
            if entry.tag in (_EXIF, _GPS):
                waiting.append((_number(entry.value, 0, order), entry.tag == _GPS))
            else:
                yield is_place, entry
        waiting.append((_number(block, start + 2 + 12 * count, order), is_place))


def _entry(block: bytes, at: int, order: str) -> _Entry | None:
    if at + 12 > len(block):
        return None
    tag, kind, count = struct.unpack_from(f"{order}HHI", block, at)
    size = min(_SIZES.get(kind, 1) * count, _MOST_BYTES)
    start = at + 8 if size <= 4 else _number(block, at + 8, order)
    return _Entry(tag, kind, block[start : start + size])


def _number(block: bytes, at: int, order: str) -> int:
    return struct.unpack_from(f"{order}I", block, at)[0] if at + 4 <= len(block) else 0


def _orientation(entry: _Entry, order: str) -> int:
    if len(entry.value) < 2:
        return UPRIGHT
    value = int(struct.unpack_from(f"{order}H", entry.value)[0])
    return value if 1 <= value <= 8 else UPRIGHT


def _text(entry: _Entry) -> str:
    if entry.tag in _WIDE:
        return readable(entry.value.decode("utf-16-le", "replace"))
    if entry.kind == 7:  # the first eight bytes name the code
        return readable(entry.value[8:])
    return readable(entry.value)


def _place(entries: dict[int, _Entry], order: str) -> str:
    north, east = _degrees(entries.get(2), order), _degrees(entries.get(4), order)
    if north is None or east is None:
        return ""
    south = 1 in entries and entries[1].value[:1] == b"S"
    west = 3 in entries and entries[3].value[:1] == b"W"
    return f"{-north if south else north:.5f}, {-east if west else east:.5f}"


def _degrees(entry: _Entry | None, order: str) -> float | None:
    if entry is None or len(entry.value) < 24:
        return None
    numbers = struct.unpack_from(f"{order}6I", entry.value)
    if 0 in numbers[1::2]:
        return None
    parts = [above / below for above, below in zip(numbers[::2], numbers[1::2], strict=True)]
    return float(parts[0] + parts[1] / 60 + parts[2] / 3_600)
