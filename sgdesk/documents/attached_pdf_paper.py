"""Words that stand beside the paper of a page, where nobody sees them."""

from typing import Any

from sgdesk.errors import UserError
from sgdesk.text import _


def refuse_words_beside(pdf: bytes) -> None:
    """Raise UserError for a PDF with words that are on none of its pages."""
    from pypdfium2 import PdfDocument

    document: Any = PdfDocument(pdf)  # type: ignore[no-untyped-call] # the library has no types
    try:
        if any(_has_words_beside(document[number]) for number in range(len(document))):
            raise UserError(
                _(
                    "This PDF holds words beside the paper of a page, where nobody sees them."
                    " Nothing was kept. Print it to a new PDF and choose that."
                ),
                "file",
            )
    finally:
        document.close()


def _has_words_beside(page: Any) -> bool:
    left, bottom, right, top = page.get_mediabox()
    text = page.get_textpage()
    try:
        for number in range(text.count_rects()):
            x, low, to_x, high = text.get_rect(number)
            is_beside = to_x <= left or x >= right or high <= bottom or low >= top
            if is_beside and text.get_text_bounded(x, low, to_x, high).strip():
                return True
        return False
    finally:
        text.close()
        page.close()
