"""The little of the drawing library that papers use, with types; the library has none."""

# ruff: noqa: N802, N815  (the names are the library's own)

from collections.abc import Callable
from io import BytesIO
from typing import Protocol, cast

from sgdesk.documents.styles import PAGE_HEIGHT, PAGE_WIDTH


class TextObject(Protocol):
    """Text between two graphics operations."""

    def setFont(self, name: str, size: float, leading: float = ...) -> None:
        """Choose the face."""

    def setFillColorRGB(self, red: float, green: float, blue: float) -> None:
        """Choose the colour."""

    def setTextOrigin(self, x: float, y: float) -> None:
        """Move to where the next line begins."""

    def setTextRenderMode(self, mode: int) -> None:
        """Choose whether text is seen (0) or not (3)."""

    def setHorizScale(self, percent: float) -> None:
        """Stretch what follows."""

    def textLine(self, text: str) -> None:
        """Write one line."""


class Canvas(Protocol):
    """A PDF being drawn, page after page."""

    def setTitle(self, title: str) -> None:
        """Name the document in its metadata."""

    def setAuthor(self, author: str) -> None:
        """Name the author in its metadata."""

    def setSubject(self, subject: str) -> None:
        """Name the subject in its metadata."""

    def setCreator(self, creator: str) -> None:
        """Name the program in its metadata."""

    def setProducer(self, producer: str) -> None:
        """Name the program that wrote the file."""

    def setDateFormatter(self, formatter: Callable[..., str]) -> None:
        """Decide the date in its metadata."""

    def setLineWidth(self, width: float) -> None:
        """Choose how thick lines are."""

    def setLineJoin(self, mode: int) -> None:
        """Choose how lines meet."""

    def setLineCap(self, mode: int) -> None:
        """Choose how lines end."""

    def setStrokeColorRGB(self, red: float, green: float, blue: float) -> None:
        """Choose the colour of lines."""

    def setFillColorRGB(self, red: float, green: float, blue: float) -> None:
        """Choose the colour of areas."""

    def lines(self, lines: list[tuple[float, float, float, float]]) -> None:
        """Draw straight lines."""

    def rect(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a rectangle."""

    def circle(self, x: float, y: float, radius: float, stroke: int, fill: int) -> None:
        """Draw a circle."""

    def saveState(self) -> None:
        """Remember colours, widths and position."""

    def restoreState(self) -> None:
        """Go back to what was remembered."""

    def translate(self, x: float, y: float) -> None:
        """Move the origin."""

    def scale(self, x: float, y: float) -> None:
        """Change the unit."""

    def addLiteral(self, operators: str) -> None:
        """Write PDF operators."""

    def beginText(self, x: float = ..., y: float = ...) -> TextObject:
        """Start writing text."""

    def drawText(self, text: TextObject) -> None:
        """Put written text on the page."""

    def bookmarkPage(
        self, key: str, fit: str, left: float, top: float, bottom: float, right: float, zoom: float
    ) -> None:
        """Name a place on this page."""

    def addOutlineEntry(self, title: str, key: str, level: int) -> None:
        """List a named place in the outline."""

    def getPageNumber(self) -> int:
        """Return the number of the page being drawn."""

    def showPage(self) -> None:
        """End the page."""

    def save(self) -> None:
        """Write the file."""


class FontFace(Protocol):
    """What a font knows about its characters."""

    charToGlyph: dict[int, int]
    charWidths: dict[int, float]

    def getCharWidth(self, code: int) -> float:
        """Return the width of a character in thousandths of the size."""


class Font(Protocol):
    """A registered font."""

    face: FontFace


def open_canvas(out: BytesIO, face: str) -> Canvas:
    """Return an empty A4 document whose bytes depend on nothing but what is drawn.

    It begins in a registered face: the library's own first choice would not be embedded.
    """
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas as LibraryCanvas

    # Text-safe coding of the streams makes files a quarter larger and slower, for nobody.
    vars(rl_config)["useA85"] = 0
    canvas: Canvas = LibraryCanvas(  # type: ignore[no-untyped-call, unused-ignore]  # untyped
        out,
        (PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=1,
        invariant=1,
        lang="en-GB",
        initialFontName=face,
    )
    return canvas


def register_font(name: str, path: str) -> Font:
    """Return a TrueType font, ready to be drawn with by its name."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(name, path, shapable=False)  # type: ignore[no-untyped-call, unused-ignore]  # as above
    registerFont(font)  # type: ignore[no-untyped-call, unused-ignore]  # as above
    return cast("Font", font)
