"""Papers drawn: strips put on pages and written as one PDF; the same input, the same bytes."""

from io import BytesIO

from sgdesk.documents.blocks import Document
from sgdesk.documents.drawing import Canvas, open_canvas
from sgdesk.documents.edges import Edges
from sgdesk.documents.layout import strips
from sgdesk.documents.lines import Setter
from sgdesk.documents.sheet import Sheet
from sgdesk.documents.strips import Placed, paginated
from sgdesk.documents.styles import REGULAR


def render(document: Document) -> bytes:
    """Return the paper as a PDF, built in memory."""
    edges, pages = laid_out(document)
    out = BytesIO()
    canvas = open_canvas(out, REGULAR)
    _describe(canvas, document)
    for number, placed in enumerate(pages, 1):
        sheet = Sheet(canvas)
        sheet.strip(*edges.top_strip(number))
        for item in placed:
            sheet.strip(item.top, item.strip)
        sheet.strip(*edges.foot_strip(number, len(pages)))
        sheet.finish()
    canvas.save()
    return out.getvalue()


def laid_out(document: Document) -> tuple[Edges, list[list[Placed]]]:
    """Return what stands on every page, and each page's strips with their places."""
    setter = Setter()
    edges = Edges(document, setter)
    return edges, paginated(strips(document.blocks, setter), edges.bottom)


def _describe(canvas: Canvas, document: Document) -> None:
    """Fill the file's metadata: the reference, the practice, when it was made. No person."""
    made = document.made_at
    canvas.setTitle(document.reference)
    canvas.setAuthor(document.practice)
    canvas.setSubject("")
    canvas.setCreator("SG Desk")
    canvas.setProducer("SG Desk")
    canvas.setDateFormatter(lambda *_clock: f"D:{made:%Y%m%d%H%M%S}+00'00'")
