"""The parts that pages of a PDF are drawn from: pictures and forms, without what is not seen."""

from typing import TYPE_CHECKING

from sgdesk.documents import attached_jpeg
from sgdesk.documents.attached_colours import numbers_only
from sgdesk.documents.attached_extent import broken, picture_extent
from sgdesk.documents.attached_pdf_keys import needed_keys_only
from sgdesk.documents.attached_pdf_samples import clean_samples

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf, Stream

_JPEG = "/DCTDecode"
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}


def clean_parts(document: "Pdf") -> None:
    """Take out of every part what is not seen. Raises UserError for a picture that is too large
    or broken."""
    import pikepdf

    for profile in needed_keys_only(document):
        _clean_profile(profile)
    for part in document.objects:
        if isinstance(part, pikepdf.Stream) and part.stream_dict.get("/Subtype") == "/Image":
            _clean_picture(document, part)


def _clean_profile(part: "Stream") -> None:
    import pikepdf

    count: object = part.get("/N")
    space = _SPACES.get(count) if isinstance(count, int) else None
    if space is None:
        raise broken()
    part.write(numbers_only(part.read_bytes()))
    if "/Alternate" not in part:  # what is used where the profile does not hold together
        part.Alternate = pikepdf.Name(space)


def _clean_picture(document: "Pdf", part: "Stream") -> None:
    import pikepdf

    picture_extent(int(part.stream_dict.get("/Width", 0)), int(part.stream_dict.get("/Height", 0)))
    filters = _filters(part)
    if _JPEG not in filters:
        clean_samples(part, filters)
        return
    if filters[-1] != _JPEG:
        raise broken()
    raw = part.read_raw_bytes()
    if len(filters) > 1:
        raw = _unfolded(document, raw, filters[:-1])
    parameters = _last_parameters(part)
    part.write(
        attached_jpeg.clean(raw, inside_pdf=True),
        filter=pikepdf.Name(_JPEG),
        decode_parms=parameters,
    )


def _filters(part: "Stream") -> list[str]:
    import pikepdf

    found = part.stream_dict.get("/Filter")
    if found is None:
        return []
    return [str(one) for one in found] if isinstance(found, pikepdf.Array) else [str(found)]


def _unfolded(document: "Pdf", raw: bytes, filters: list[str]) -> bytes:
    # A picture's own way of writing cannot be left alone while the ways around it are undone.
    import pikepdf

    around = pikepdf.Stream(document, raw)
    around.Filter = pikepdf.Array([pikepdf.Name(one) for one in filters])
    return around.read_bytes()


def _last_parameters(part: "Stream") -> "Dictionary | None":
    import pikepdf

    found = part.stream_dict.get("/DecodeParms")
    last = found[-1] if isinstance(found, pikepdf.Array) and len(found) else found
    return last if isinstance(last, pikepdf.Dictionary) else None
