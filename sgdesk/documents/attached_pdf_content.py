"""What pages of a PDF are drawn by, without what only stands beside the drawing: comments, and
words for a part that nobody sees."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sgdesk.documents.attached_extent import unusual

if TYPE_CHECKING:
    from pikepdf import Object, Pdf, TokenFilter

_BESIDE = ("BMC", "BDC", "EMC", "MP", "DP")
_MARKS = (b"%", b"BMC", b"BDC", b"EMC", b"MP", b"DP")
# A text that no operator draws, and those that do (or read it among a picture's keys).
_ASTRAY = re.compile(rb"(?<!\\)[)>]\s*(?:(?!Tj\b)[A-Za-z]|\Z)")
_TAKE_TEXT = ("Tj", "TJ", "'", '"', "ID")
_WORDS_UNSEEN = re.compile(rb"/(?:ActualText|Alt|E)\s*[(<]")
# All that is looked through token by token: a second and a half for each million bytes.
_MOST = 6 * 1024 * 1024
# No search takes its time in one go, so that the window stays alive beside it.
_PIECE, _AHEAD = 1 << 16, 16


def clean_content(document: "Pdf") -> None:
    """Take marks and comments out of all that draws. Raises UserError where there is too much of
    it to look through."""
    import pikepdf

    parts = []
    for page in document.pages:
        page.externalize_inline_images()  # so that they are cleaned as pictures are
        page.contents_coalesce()
        parts.append(page.obj.get("/Contents"))
    looked_at = 0
    for part in [*parts, *drawn_by(document)]:
        if isinstance(part, pikepdf.Stream) and _holds_marks(content := part.read_bytes()):
            looked_at += len(content)
            if looked_at > _MOST:
                raise unusual()
            part.write(_without_marks(document, content))


def holds_unseen_words(document: "Pdf") -> bool:
    """Return whether a part of a page carries words of its own that are not drawn."""
    import pikepdf

    streams = [*drawn_by(document)]
    for page in document.pages:
        whole = page.obj.get("/Contents")
        streams += [*whole] if isinstance(whole, pikepdf.Array) else filter(None, [whole])
    return any(
        _WORDS_UNSEEN.search(piece)
        for one in streams
        if isinstance(one, pikepdf.Stream)
        for piece in pieces(one.read_bytes())
    )


def pieces(content: bytes) -> Iterator[bytes]:
    """Yield parts of what draws that overlap, so that no search takes long."""
    return (content[at : at + _PIECE + _AHEAD] for at in range(0, len(content), _PIECE))


def drawn_by(document: "Pdf") -> Iterator["Object"]:
    """Yield the forms, patterns and drawn letters, which are drawn as pages are."""
    import pikepdf

    for part in document.objects:
        if isinstance(part, pikepdf.Stream):
            about = part.stream_dict
            if about.get("/Subtype") == "/Form" or about.get("/PatternType") == 1:
                yield part
        elif isinstance(part, pikepdf.Dictionary) and part.get("/Subtype") == "/Type3":
            for _name, letter in part.get("/CharProcs", pikepdf.Dictionary()).items():
                if isinstance(letter, pikepdf.Stream):
                    yield letter


def _holds_marks(content: bytes) -> bool:
    found = (mark in piece for piece in pieces(content) for mark in _MARKS)
    return any(found) or any(_ASTRAY.search(piece) for piece in pieces(content))


def _without_marks(document: "Pdf", content: bytes) -> bytes:
    import pikepdf

    drawn = document.make_stream(content)
    page = pikepdf.Dictionary(Type=pikepdf.Name.Page, Contents=drawn)
    return pikepdf.Page(document.make_indirect(page)).get_filtered_contents(_filter())


def _filter() -> "TokenFilter":
    import pikepdf

    class WithoutMarks(pikepdf.TokenFilter):
        """Holds what stands before an operator until it is known whether that one stays."""

        def __init__(self) -> None:
            super().__init__()
            self._waiting: list[pikepdf.Token] = []

        def handle_token(self, token: pikepdf.Token) -> list[pikepdf.Token] | None:
            """Return the tokens that stay, once it is known."""
            if token.type_ in (pikepdf.TokenType.comment, pikepdf.TokenType.bad):
                return None
            if token.type_ == pikepdf.TokenType.eof:
                return [token]  # what waits for no operator any more draws nothing
            self._waiting.append(token)
            if token.type_ != pikepdf.TokenType.word:
                return None
            told, self._waiting = self._waiting, []
            if token.value in _BESIDE:
                return None
            if token.value in _TAKE_TEXT:
                return told
            return [one for one in told if one.type_ != pikepdf.TokenType.string]

    return WithoutMarks()
