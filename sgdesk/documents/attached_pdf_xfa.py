"""Forms of the XFA kind: written twice, and only Adobe's programs show what is written there."""

import re
from html import unescape
from typing import TYPE_CHECKING

from sgdesk.documents.attached_pdf_fields import Widget, widgets
from sgdesk.errors import UserError
from sgdesk.text import _

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_DATA = re.compile(rb"<(?:\w+:)?data\b[^>]*>(.*)</(?:\w+:)?data>", re.DOTALL)
_LEAF = re.compile(rb">([^<>]+)</")
_NOT_TICKED = ("", "0", "Off")


def refuse_xfa(document: "Pdf") -> None:
    """Raise UserError for a form whose pages are not in the file, or hold other answers than it."""
    form = document.Root.get("/AcroForm")
    if form is None or "/XFA" not in form:
        return
    found = list(widgets(document))
    if document.Root.get("/NeedsRendering", False) or not found:
        raise _refused()
    answered = {said for one in found for said in _said(one)}
    if any(_plain(answer) not in answered for answer in _answers(form["/XFA"])):
        raise _refused()


def _said(widget: Widget) -> list[str]:
    raw = widget.said("/V")
    values = [*widget.values, "" if raw is None else str(raw).removeprefix("/")]
    return [_plain(value) for value in values]


def _answers(xfa: "Object") -> list[str]:
    import pikepdf

    parts = list(xfa) if isinstance(xfa, pikepdf.Array) else [xfa]
    whole = b"".join(one.read_bytes() for one in parts if isinstance(one, pikepdf.Stream))
    data = b"".join(_DATA.findall(whole))
    texts = [unescape(one.decode("utf-8", "replace")) for one in _LEAF.findall(data)]
    return [text for text in texts if text.strip() not in _NOT_TICKED]


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()


def _refused() -> UserError:
    return UserError(
        _(
            "This form is of a kind (XFA) whose answers only Adobe’s own program shows. Nothing was"
            " kept. Open it there, print it to a new PDF, and choose that."
        ),
        "file",
    )
