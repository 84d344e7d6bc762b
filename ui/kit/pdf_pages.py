"""Pages of a PDF from memory. The library behind it wants one thread: use it on the worker."""

from types import TracebackType
from typing import Any

import msgspec
from PySide6.QtGui import QImage

_POINTS_PER_INCH = 72
# Asked for here, on the window's thread: Qt's kinds are made when they are first asked for.
_FORMAT = QImage.Format.Format_RGB32


class PageSize(msgspec.Struct, frozen=True):
    """The size of a page in points."""

    width: float
    height: float


class PdfPages:
    """An open PDF. Close it where it was used; nothing of it is ever written to a file."""

    def __init__(self, pdf: bytes) -> None:
        # Loaded when a first page is shown: it takes longer than the lock page has.
        from pypdfium2 import PdfDocument

        self._document: Any = PdfDocument(pdf)  # type: ignore[no-untyped-call] # the library has no types

    def __enter__(self) -> "PdfPages":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def sizes(self) -> list[PageSize]:
        """Return the size of every page."""
        document = self._document
        return [PageSize(*document.get_page_size(number)) for number in range(len(document))]

    def draw(self, number: int, dots_per_inch: float) -> QImage:
        """Return a picture of a page, counted from 0."""
        page = self._document[number]
        try:
            bitmap = page.render(scale=dots_per_inch / _POINTS_PER_INCH, prefer_bgrx=True)
            picture = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                _FORMAT,
            )
            return picture.copy()
        finally:
            page.close()

    def text(self, number: int) -> str:
        """Return the words of a page, counted from 0."""
        page = self._document[number]
        words = page.get_textpage()
        try:
            return str(words.get_text_range()).replace("\r\n", "\n")
        finally:
            words.close()
            page.close()

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()
