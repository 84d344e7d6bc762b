"""Words that stand on the pages of a PDF and cannot be seen there: under a box, as of one who
blacked them out, or in the colour of the paper."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sgdesk.documents.attached_extent import readable

_SCALE, _LARGEST_SIDE = 2.0, 2_000.0
_FAINTEST = 6  # of 255: less than that nobody tells apart
_FEWEST = 2
_MOST = 20


def covered_words(pdf: bytes) -> list[str]:
    """Return words that are nowhere seen, not more than can be read."""
    from pypdfium2 import PdfDocument

    document: Any = PdfDocument(pdf)  # type: ignore[no-untyped-call] # the library has no types
    found: dict[str, None] = {}
    try:
        for number in range(len(document)):
            found.update(dict.fromkeys(_on_page(document[number])))
            if len(found) >= _MOST:
                break
    finally:
        document.close()
    return list(found)[:_MOST]


def _on_page(page: Any) -> Iterator[str]:
    page.set_rotation(0)
    left, bottom, right, top = page.get_mediabox()
    text = page.get_textpage()
    try:
        if max(right - left, top - bottom) > _LARGEST_SIDE or not text.count_chars():
            return
        bitmap = page.render(scale=_SCALE, grayscale=True)
        dots, wide = bytes(bitmap.buffer), bitmap.stride
        letters = str(text.get_text_range())
        if len(letters) != text.count_chars():
            return
        covered = [
            letter.isalnum()
            and _is_even(dots, wide, bitmap.height, _box(text.get_charbox(at), left, top))
            for at, letter in enumerate(letters)
        ]
        for is_covered, places in groupby(range(len(letters)), covered.__getitem__):
            word = "".join(letters[at] for at in places)
            if is_covered and len(word) >= _FEWEST:
                yield readable(word)
    finally:
        text.close()
        page.close()


def _box(
    found: tuple[float, float, float, float], left: float, top: float
) -> tuple[int, int, int, int]:
    """Return the dots around a letter: one more than it takes, so that its edge is among them."""
    x, low, to_x, high = found
    return (
        int((x - left) * _SCALE) - 1, int((top - high) * _SCALE) - 1,
        int((to_x - left) * _SCALE) + 2, int((top - low) * _SCALE) + 2,
    )  # fmt: skip


def _is_even(dots: bytes, wide: int, height: int, box: tuple[int, int, int, int]) -> bool:
    """Return whether all dots in a box are as good as the same."""
    x, y, to_x, to_y = max(0, box[0]), max(0, box[1]), min(wide, box[2]), min(height, box[3])
    if to_x - x < 3 or to_y - y < 3:
        return False
    rows = (dots[row * wide + x : row * wide + to_x] for row in range(y, to_y))
    lightest, darkest = 0, 255
    for row in rows:
        lightest, darkest = max(lightest, *row), min(darkest, *row)
        if lightest - darkest > _FAINTEST:
            return False
    return True
