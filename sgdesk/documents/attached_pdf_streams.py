"""Whether a PDF from outside can be opened at all: looked through as bytes, before any reader.

A reader unfolds the parts it needs as soon as it opens a file, whatever they unfold to.
"""

import re
import zlib
from collections.abc import Iterator

from sgdesk.documents.attached_extent import too_much, unusual
from sgdesk.documents.attached_pdf_letters import from_letters

_MOST_UNFOLDED = 192 * 1024 * 1024
_PIECE = 1 << 20
# No search takes its time in one go, so that the window stays alive beside it.
_WINDOW, _AHEAD, _LONGEST_VALUE = 1 << 16, 1_024, 300
_STREAM = re.compile(rb"stream[ \t]*\r?\n?")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_FILTER = re.compile(rb"/Filter[\s\0]*(/[A-Za-z0-9]+|\[[^\]]{0,200}\])?")
_NAME = re.compile(rb"/[A-Za-z0-9]+")
_FOLDING = (b"/FlateDecode", b"/Fl", b"/LZWDecode", b"/LZW", b"/RunLengthDecode", b"/RL")
_LETTERS = (b"/ASCII85Decode", b"/A85", b"/ASCIIHexDecode", b"/AHx")
_REFUSED = (b"/LZWDecode", b"/LZW", b"/JPXDecode", b"/Crypt")


def check_streams(content: bytes) -> None:
    """Raise UserError for a file that unfolds into too much, or that could do so unseen."""
    has_letters = True in [_check_filters(*one) for one in _windows(content)]
    unfolded, view = 0, memoryview(content)
    for at in range(0, len(content), _WINDOW):
        for found in _STREAM.finditer(content[at : at + _WINDOW + _AHEAD], 0, _WINDOW + 5):
            data = view[at + found.end() :]
            for pieces in (_pieces(data), *(from_letters(data) if has_letters else ())):
                unfolded += _unfolded(pieces, _MOST_UNFOLDED - unfolded)


def _windows(content: bytes) -> Iterator[tuple[bytes, bool]]:
    """Yield parts of a file that overlap, with names spelt plainly, and whether one is the last."""
    for at in range(0, len(content), _WINDOW):
        window = content[at : at + _WINDOW + _AHEAD]
        plain = _ESCAPED.sub(lambda found: bytes((int(found[1], 16),)), window)
        yield plain, at + len(window) == len(content)


def _check_filters(window: bytes, is_last: bool) -> bool:
    """Raise UserError where data is folded more than once, so that one look is not enough.

    Return whether any of it is written in letters.
    """
    whole = len(window) if is_last else len(window) - _LONGEST_VALUE
    has_letters = False
    for found in _FILTER.finditer(window):
        if found.start() >= whole:
            break  # the next window has it whole
        value = found[1]
        if value is None or _NAME.sub(b"", value).strip(b"[] \t\r\n\f\0"):
            raise unusual()
        names = _NAME.findall(value)
        if any(name in _REFUSED for name in names):
            raise unusual()
        if max(sum(name in kind for name in names) for kind in (_FOLDING, _LETTERS)) > 1:
            raise unusual()
        has_letters = has_letters or any(name in _LETTERS for name in names)
    return has_letters


def _pieces(data: memoryview) -> Iterator[bytes]:
    for at in range(0, len(data), _PIECE):
        yield bytes(data[at : at + _PIECE])


def _unfolded(pieces: Iterator[bytes], most: int) -> int:
    """Return how much data unfolds to; nothing if it is not folded at all. Raises UserError."""
    unfolding, count = zlib.decompressobj(), 0
    try:
        for piece in pieces:
            rest = piece
            while rest and not unfolding.eof:
                count += len(unfolding.decompress(rest, _PIECE))
                rest = unfolding.unconsumed_tail
                if count > most:
                    raise too_much()
            if unfolding.eof:
                break
    except zlib.error:
        return count
    return count
