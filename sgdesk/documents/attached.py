"""Files from outside: what one is, what it holds unseen, and the copy of it that may go out."""

import hashlib

from sgdesk.documents import attached_jpeg, attached_pdf, attached_png
from sgdesk.documents.attached_pdf_covered import covered_words
from sgdesk.domain.attachment import FileForm, Found, FoundKind, Inspected
from sgdesk.errors import UserError
from sgdesk.text import _


def inspected(content: bytes) -> Inspected:
    """Return what a file is, once it is known that a clean copy of it can be made.

    Raises UserError for a file of another form, a broken one, and one that takes too much.
    """
    form = form_of(content)
    inspect = {
        FileForm.PDF: attached_pdf.inspected,
        FileForm.PNG: attached_png.inspected,
        FileForm.JPEG: attached_jpeg.inspected,
    }[form]
    extent, found = inspect(content)
    copy = clean(content)
    if form is FileForm.PDF and (covered := covered_words(copy)):
        found.insert(0, Found(FoundKind.COVERED, ", ".join(covered)))
    return Inspected(
        form=form,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        pages=extent.pages,
        width=extent.width,
        height=extent.height,
        found=tuple(found),
    )


def clean(content: bytes) -> bytes:
    """Return a copy that shows the same and holds nothing else: nothing of it is kept that is not
    needed to show it. Raises UserError for what `inspected` refuses."""
    match form_of(content):
        case FileForm.PDF:
            return attached_pdf.clean(content)
        case FileForm.PNG:
            return attached_png.clean(content)
        case FileForm.JPEG:
            return attached_jpeg.clean(content)


def form_of(content: bytes) -> FileForm:
    """Return how a file is written, whatever its name says. Raises UserError for another form."""
    if not content:
        raise UserError(
            _(
                "This file is empty. Nothing was kept. Copy it anew from where it comes from, and"
                " choose the copy."
            ),
            "file",
        )
    if content.startswith(b"%PDF-"):
        return FileForm.PDF
    if content.startswith(attached_png.SIGNATURE):
        return FileForm.PNG
    if content.startswith(b"\xff\xd8\xff"):
        return FileForm.JPEG
    raise UserError(
        _(
            "This is no PDF, PNG or JPEG, whatever its name says. Nothing was kept. Print it to a"
            " PDF, or save the picture as JPEG, and choose that."
        ),
        "file",
    )
