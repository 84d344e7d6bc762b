"""What a reader finds in a printed paper."""

import pypdfium2


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page, its lines ended by one character."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def printed_words(pdf: bytes) -> str:
    """Return every word of a paper, one space apart."""
    return " ".join(" ".join(page_texts(pdf)).split())
