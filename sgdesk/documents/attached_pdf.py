"""PDF files from outside: checked before they are opened, and rewritten page by page."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from sgdesk.documents.attached_extent import Extent, broken, page_extent, unusual
from sgdesk.documents.attached_pdf_content import clean_content
from sgdesk.documents.attached_pdf_form import draw_answers, other_answers
from sgdesk.documents.attached_pdf_found import found_in
from sgdesk.documents.attached_pdf_paper import refuse_words_beside
from sgdesk.documents.attached_pdf_parts import clean_parts
from sgdesk.documents.attached_pdf_streams import check_streams
from sgdesk.documents.attached_pdf_unseen import leave_out_unseen
from sgdesk.documents.attached_pdf_walk import inherited
from sgdesk.domain.attachment import Found, FoundKind
from sgdesk.errors import UserError
from sgdesk.text import _

if TYPE_CHECKING:
    from pikepdf import Array, Object, Pdf

_MOST_OBJECTS = 50_000
_LONGEST_SIDE = 14_400


def inspected(content: bytes) -> tuple[Extent, list[Found]]:
    """Return how many pages a file has and what it holds unseen. Raises UserError."""
    with _opened(content) as document:
        extent, found = page_extent(len(document.pages)), found_in(document, content)
        answers = dict.fromkeys(Found(FoundKind.FORM, one) for one in other_answers(document))
        return extent, [*found, *answers]


def clean(content: bytes) -> bytes:
    """Return a new file with the pages as they are seen, and nothing of the old one's but what
    they need to be shown. What was cropped away is seen in it. Raises UserError."""
    import pikepdf

    with _opened(content) as document, pikepdf.new() as fresh:
        page_extent(len(document.pages))
        leave_out_unseen(document)
        draw_answers(document)
        document.flatten_annotations("screen")
        for page in document.pages:
            box = _box(inherited(page.obj, "/MediaBox"))
            turned = inherited(page.obj, "/Rotate")
            made = pikepdf.Dictionary(
                Type=pikepdf.Name.Page,
                MediaBox=box,
                Rotate=_quarter(turned),
            )
            for key in ("/Resources", "/Contents"):
                part = inherited(page.obj, key)
                if part is not None:
                    made[key] = fresh.copy_foreign(document.make_indirect(part))
            fresh.pages.append(pikepdf.Page(made))
        clean_content(fresh)
        clean_parts(fresh)
        copy = _written(fresh)
        refuse_words_beside(copy)
        return copy


def _written(fresh: "Pdf") -> bytes:
    out = BytesIO()
    fresh.remove_unreferenced_resources()
    fresh.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()


@contextmanager
def _opened(content: bytes) -> Iterator["Pdf"]:
    import pikepdf

    check_streams(content)
    try:
        with pikepdf.open(BytesIO(content), attempt_recovery=False) as document:
            if document.is_encrypted:
                raise _locked()
            if len(document.objects) > _MOST_OBJECTS:
                raise unusual()
            yield document
    except pikepdf.PasswordError as error:
        raise _locked() from error
    except (
        pikepdf.PdfError, ValueError, LookupError, TypeError, RuntimeError, AttributeError,
        ArithmeticError,
    ) as error:  # fmt: skip
        raise broken() from error


def _locked() -> UserError:
    return UserError(
        _(
            "This PDF is protected by a password or against changes, so it cannot be checked."
            " Nothing was kept. Print it to a new PDF and choose that."
        ),
        "file",
    )


def _quarter(turned: object) -> int:
    return turned % 360 if isinstance(turned, int) and turned % 90 == 0 else 0


def _box(found: "Object | None") -> "Array":
    import pikepdf

    if not isinstance(found, pikepdf.Array) or len(found) != 4:
        raise broken()
    left, bottom, right, top = (float(side) for side in found)
    for side in (abs(right - left), abs(top - bottom)):
        if not 1 <= side <= _LONGEST_SIDE:
            raise unusual()
    return pikepdf.Array([left, bottom, right, top])
