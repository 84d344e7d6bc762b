"""What stands beside a PNG picture's data and changes how it is shown: kept where it is no longer
than it must be, and no number in it is out of bounds. Source: PNG (third edition), section 11.3."""

import struct
from collections.abc import Callable

_GREY, _COLOURED, _BY_NUMBER = 0, 2, 3
_LARGEST_GAMMA, _LARGEST_SHARE = 1_000_000, 100_000
_MOST_DOTS_PER_METRE = 1_000_000
_INTENTS = 4


def is_needed(name: bytes, content: bytes, header: bytes) -> bool:
    """Return whether a chunk says how the picture is shown, and nothing more."""
    check = _CHECKS.get(name)
    return check is not None and check(content, header[8], header[9])


def _is_palette(content: bytes, depth: int, colours: int) -> bool:
    return colours == _BY_NUMBER and 3 <= len(content) <= 3 << depth and len(content) % 3 == 0


def _is_see_through(content: bytes, depth: int, colours: int) -> bool:
    if colours == _BY_NUMBER:
        return 1 <= len(content) <= 1 << depth
    count = {_GREY: 1, _COLOURED: 3}.get(colours, 0)
    return count > 0 and _are_within(content, f">{count}H", (1 << depth) - 1)


def _is_gamma(content: bytes, _depth: int, _colours: int) -> bool:
    return _are_within(content, ">I", _LARGEST_GAMMA)


def _are_shares(content: bytes, _depth: int, _colours: int) -> bool:
    return _are_within(content, ">8I", _LARGEST_SHARE)


def _is_intent(content: bytes, _depth: int, _colours: int) -> bool:
    return _are_within(content, ">B", _INTENTS - 1)


def _are_dots(content: bytes, _depth: int, _colours: int) -> bool:
    """Return whether dots are longer than wide, or wider than long: else it is no matter."""
    if len(content) != struct.calcsize(">IIB") or content[8] > 1:
        return False
    across, down = struct.unpack_from(">II", content)
    is_sound = min(across, down) > 0 and max(across, down) <= _MOST_DOTS_PER_METRE
    return bool(is_sound and across != down)


def _are_within(content: bytes, form: str, most: int) -> bool:
    return len(content) == struct.calcsize(form) and max(struct.unpack(form, content)) <= most


_CHECKS: dict[bytes, Callable[[bytes, int, int], bool]] = {
    b"PLTE": _is_palette, b"tRNS": _is_see_through, b"gAMA": _is_gamma, b"cHRM": _are_shares,
    b"sRGB": _is_intent, b"pHYs": _are_dots,
}  # fmt: skip
