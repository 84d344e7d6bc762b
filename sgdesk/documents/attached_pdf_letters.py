"""Data that a PDF writes in letters (ASCII85 and ASCIIHex), read piece by piece."""

import base64
import binascii
from collections.abc import Iterator

_PIECE = 1 << 16
_SPACE = b" \t\r\n\f\0"


def from_letters(data: memoryview) -> tuple[Iterator[bytes], Iterator[bytes]]:
    """Return what data means in either of the two ways of writing it; it ends where it stops
    making sense."""
    return _from_85(data), _from_hex(data)


def _from_85(data: memoryview) -> Iterator[bytes]:
    waiting = b""
    for at in range(0, len(data), _PIECE):
        text, ended, _rest = bytes(data[at : at + _PIECE]).partition(b"~")
        waiting += text.translate(None, _SPACE)
        # A z stands for a whole group, and makes the next group begin where it ends.
        whole = waiting if ended else waiting[: _groups_end(waiting)]
        waiting = waiting[len(whole) :]
        try:
            yield base64.a85decode(whole)
        except ValueError:
            return
        if ended:
            return


def _groups_end(text: bytes) -> int:
    last_z = text.rfind(b"z") + 1
    return len(text) - (len(text) - last_z) % 5


def _from_hex(data: memoryview) -> Iterator[bytes]:
    waiting = b""
    for at in range(0, len(data), _PIECE):
        text, ended, _rest = bytes(data[at : at + _PIECE]).partition(b">")
        waiting += text.translate(None, _SPACE)
        whole = waiting[: len(waiting) // 2 * 2]
        waiting = waiting[len(whole) :]
        try:
            yield binascii.unhexlify(whole)
        except ValueError:
            return
        if ended:
            return
