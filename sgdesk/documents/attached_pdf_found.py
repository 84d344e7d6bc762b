"""What a PDF holds beside its pages: found for showing, within bounds."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sgdesk.documents.attached_extent import readable
from sgdesk.documents.attached_pdf_content import holds_unseen_words
from sgdesk.documents.attached_pdf_unseen import holds_words_without_ink
from sgdesk.documents.attached_pdf_walk import dictionaries
from sgdesk.domain.attachment import Found, FoundKind

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_DESCRIBED = {
    "/Title": FoundKind.DESCRIPTION, "/Subject": FoundKind.DESCRIPTION,
    "/Keywords": FoundKind.DESCRIPTION, "/Author": FoundKind.PERSON,
    "/Creator": FoundKind.SOFTWARE, "/Producer": FoundKind.SOFTWARE,
    "/CreationDate": FoundKind.TIME, "/ModDate": FoundKind.TIME,
}  # fmt: skip
_MOST = 40
_SCRIPTS = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/Rendition")
_NOTHING = ("", "untitled", "unspecified", "anonymous", "/False", "/Unknown")
_ENDS = re.compile(rb"%%EOF")
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d).*")


def found_in(document: "Pdf", content: bytes) -> list[Found]:
    """Return what is not seen on the pages, each once, and not more than can be read."""
    found = dict.fromkeys(_all(document, content))
    return list(found)[:_MOST]


def _all(document: "Pdf", content: bytes) -> Iterator[Found]:
    info = document.trailer.get("/Info")
    if info is not None:
        for key, value in _pairs(info):
            if value not in _NOTHING:
                yield Found(_DESCRIBED.get(key, FoundKind.OTHER), readable(_said(key, value)))
    root = document.Root
    for key, kind in (
        ("/Metadata", FoundKind.XMP), ("/AcroForm", FoundKind.FORM),
        ("/Outlines", FoundKind.CONTENTS), ("/OCProperties", FoundKind.LAYERS),
        ("/OpenAction", FoundKind.SCRIPT), ("/AA", FoundKind.SCRIPT),
    ):  # fmt: skip
        if key in root:
            yield Found(kind)
    if holds_unseen_words(document):
        yield Found(FoundKind.DESCRIPTION)
    if holds_words_without_ink(document):
        yield Found(FoundKind.WITHOUT_INK)
    if any(page.cropbox != page.mediabox for page in document.pages):
        yield Found(FoundKind.CROPPED)
    yield from _in_objects(document)
    saved = len(_ENDS.findall(content)) - (2 if b"/Linearized" in content[:2_048] else 1)
    if saved > 0:
        yield Found(FoundKind.REVISIONS, str(saved))


def _in_objects(document: "Pdf") -> Iterator[Found]:
    for part in dictionaries(document):
        if "/EF" in part:
            yield Found(FoundKind.EMBEDDED, readable(str(part.get("/UF", part.get("/F", "")))))
        if "/JS" in part or part.get("/S") in _SCRIPTS:
            yield Found(FoundKind.SCRIPT)
        if "/URI" in part:
            yield Found(FoundKind.LINK, readable(str(part.get("/URI"))))
        if part.get("/Subtype") in ("/Text", "/FreeText", "/Popup", "/Highlight") and (
            "/Contents" in part
        ):
            yield Found(FoundKind.COMMENT, readable(str(part.get("/Contents"))))
        if "/PieceInfo" in part or "/Thumb" in part:
            yield Found(FoundKind.OTHER)


def _pairs(info: "Object") -> Iterator[tuple[str, str]]:
    import pikepdf

    if isinstance(info, pikepdf.Dictionary):
        for key, value in info.items():
            yield str(key), str(value)[:1_000]


def _said(key: str, value: str) -> str:
    value = _DATE.sub(r"\1-\2-\3 \4:\5", value)
    return value if key in _DESCRIBED else f"{key.lstrip('/')}: {value}"
