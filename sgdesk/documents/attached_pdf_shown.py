"""Which words drawings in a PDF show to a reader."""

import unicodedata
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Pdf, Stream


def words_in(document: "Pdf", drawings: Sequence["Stream"]) -> list[tuple[str, str]]:
    """Return the words in the box of each drawing for a field, and those that its box cuts too."""
    import pikepdf
    from pypdfium2 import PdfDocument

    if not drawings:
        return []
    out, form = BytesIO(), document.Root.get("/AcroForm", pikepdf.Dictionary())
    # Used where a drawing names none of its own.
    shared = document.make_indirect(form.get("/DR", pikepdf.Dictionary()))
    with pikepdf.new() as sheets:
        for one in drawings:
            drawn = sheets.copy_foreign(one)
            page = sheets.add_blank_page()
            page.obj.MediaBox = drawn.BBox
            page.obj.Resources = pikepdf.Dictionary(dict(sheets.copy_foreign(shared).items()))
            page.obj.Resources.XObject = pikepdf.Dictionary(Shown=drawn)
            page.obj.Contents = sheets.make_stream(b"/Shown Do")
        sheets.save(out)
    made: Any = PdfDocument(out.getvalue())  # type: ignore[no-untyped-call] # the library has no types
    try:
        return [_words(made[number]) for number in range(len(drawings))]
    finally:
        made.close()


def stand_in(values: Iterable[str], words: str) -> bool:
    """Say whether all of these can be read there, whatever stands between their letters."""
    there = letters(words)
    return all(letters(value) in there for value in values)


def _words(page: Any) -> tuple[str, str]:
    text = page.get_textpage()
    try:
        return str(text.get_text_bounded(*page.get_mediabox())), str(text.get_text_range())
    finally:
        text.close()
        page.close()


def letters(text: str) -> str:
    """Return the letters and figures of a text, which is what must be the same."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum())
