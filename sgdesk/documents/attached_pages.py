"""A file from outside as pages to look at: the clean copy of a PDF, or a picture on a page."""

from io import BytesIO

from sgdesk.documents import attached_jpeg, attached_png
from sgdesk.documents.attached import clean, form_of
from sgdesk.documents.attached_exif import UPRIGHT
from sgdesk.documents.attached_extent import Extent
from sgdesk.documents.attached_pictures import add_jpeg, add_png
from sgdesk.domain.attachment import FileForm

_LONGEST_SIDE = 800.0
# How a point of the upright picture follows from one of the stored picture, for each Exif value.
_TURNS = {
    1: (1, 0, 0, 1, 0, 0), 2: (-1, 0, 0, 1, 1, 0), 3: (-1, 0, 0, -1, 1, 1), 4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1), 6: (0, -1, 1, 0, 0, 1), 7: (0, 1, 1, 0, 0, 0), 8: (0, 1, -1, 0, 1, 0),
}  # fmt: skip


def pages(content: bytes) -> bytes:
    """Return a PDF that shows a file as its clean copy does. Raises UserError."""
    copy = clean(content)
    match form_of(content):
        case FileForm.PDF:
            return copy
        case FileForm.JPEG:
            extent, up = attached_jpeg.inspected(copy)[0], attached_jpeg.orientation(copy)
            shown = attached_jpeg.clean(copy, inside_pdf=True)  # the page turns it
            return _on_a_page(shown, extent, up, is_jpeg=True)
        case FileForm.PNG:
            return _on_a_page(copy, attached_png.inspected(copy)[0], UPRIGHT, is_jpeg=False)


def _on_a_page(picture: bytes, extent: Extent, up: int, *, is_jpeg: bool) -> bytes:
    import pikepdf

    width, height = extent.width, extent.height
    if up > 4:
        width, height = height, width
    scale = _LONGEST_SIDE / max(width, height)
    across, down = max(width * scale, 1.0), max(height * scale, 1.0)
    turn = " ".join(f"{number}" for number in _TURNS[up])
    out = BytesIO()
    with pikepdf.new() as document:
        drawn = (add_jpeg if is_jpeg else add_png)(document, picture)
        page = document.add_blank_page(page_size=(across, down))
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=drawn))
        drawing = f"q {across:.3f} 0 0 {down:.3f} 0 0 cm {turn} cm /P Do Q"
        page.obj.Contents = document.make_stream(drawing.encode())
        document.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()
