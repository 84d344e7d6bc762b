"""The data of a JPEG picture: whether more stands in it than the picture."""

import re
from io import BytesIO

from sgdesk.documents.attached_extent import broken
from sgdesk.errors import UserError
from sgdesk.text import _

_SMALLER = 8
_MOST_OF_TAIL = 400
# Words in one byte or two for each letter, at the end of what draws. Data looks like this once in
# a million times; an even surface can, but repeats itself.
_WORDS = re.compile(rb"(?:[A-Za-z0-9 ,.:'/@-]\x00?){10,}[\x00\xff]*\Z")
_FEW_LETTERS = 6


def refuse_words(data: bytes) -> None:
    """Raise UserError where the data of a scan ends in words."""
    found = _WORDS.search(data[-_MOST_OF_TAIL:])
    if found and len(set(found[0])) > _FEW_LETTERS:
        raise _holds_more()


def refuse_more(picture: bytes) -> None:
    """Raise UserError for a picture that is drawn to its end before its data ends.

    Its reader takes up to nine bytes ahead, and a picture that is drawn in several passes is not
    followed.
    """
    from PIL import Image

    source = _Watched(picture)
    try:
        with Image.open(source) as image:
            width, height = image.size
            image.draft(image.mode, (max(1, width // _SMALLER), max(1, height // _SMALLER)))
            image.load()
    except (OSError, ValueError, SyntaxError) as error:
        raise broken() from error
    if not source.is_used_up:
        raise _holds_more()


class _Watched(BytesIO):
    """A picture whose last byte of data is handed out only when it is asked for."""

    def __init__(self, picture: bytes) -> None:
        super().__init__(picture)
        self._last = len(picture) - len(b"x\xff\xd9")
        self.is_used_up = False

    def read(self, size: int | None = -1, /) -> bytes:
        """Return what was asked for, up to the last byte of data."""
        before = self._last - self.tell()
        if before > 0:
            return super().read(before if size is None or size < 0 else min(size, before))
        self.is_used_up = True
        return super().read(size)


def _holds_more() -> UserError:
    return UserError(
        _(
            "The data of this picture holds more than the picture. Nothing was kept. Open it in a"
            " picture program, save it as a new JPEG, and choose that."
        ),
        "file",
    )
