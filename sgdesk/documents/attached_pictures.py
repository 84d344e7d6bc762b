"""Clean pictures put into a PDF as they are written, without unfolding them where it can be."""

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from sgdesk.documents.attached_extent import broken
from sgdesk.documents.attached_jpeg import colours_of
from sgdesk.documents.attached_png import chunks

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_STRIP = 1 << 17  # dots at a time, so that the window stays alive beside it
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}
_PLAIN_PNG = {0: 1, 2: 3, 3: 1}  # samples of a dot, by the kind of colours; the others see through


def add_jpeg(document: "Pdf", picture: bytes) -> "Object":
    """Return a JPEG picture as a part of a PDF."""
    import pikepdf

    width, height, colours, is_inverted = colours_of(picture)
    part = _part(document, picture, width, height, 8)
    part.Filter = pikepdf.Name("/DCTDecode")
    part.ColorSpace = pikepdf.Name(_SPACES[colours])
    if colours == 4 and is_inverted:
        part.Decode = pikepdf.Array([1, 0] * 4)
    return part


def add_png(document: "Pdf", picture: bytes) -> "Object":
    """Return a PNG picture as a part of a PDF; one that is seen through is unfolded for it."""
    import pikepdf

    parts = {part.name: part.content for part in chunks(picture)[0] if part.name != b"IDAT"}
    width, height, depth, colours, _packing, _filtering, interlace = struct.unpack(
        ">IIBBBBB", parts[b"IHDR"]
    )
    if colours not in _PLAIN_PNG or interlace or b"tRNS" in parts:
        return _unfolded(document, picture, width, height)
    data = b"".join(part.content for part in chunks(picture)[0] if part.name == b"IDAT")
    part = _part(document, data, width, height, depth)
    part.Filter = pikepdf.Name("/FlateDecode")
    part.DecodeParms = pikepdf.Dictionary(
        Predictor=15, Colors=_PLAIN_PNG[colours], BitsPerComponent=depth, Columns=width
    )
    part.ColorSpace = pikepdf.Name(_SPACES[_PLAIN_PNG[colours]])
    if colours == 3:
        palette = parts[b"PLTE"]
        part.ColorSpace = pikepdf.Array(
            [pikepdf.Name.Indexed, pikepdf.Name.DeviceRGB, len(palette) // 3 - 1,
             document.make_stream(palette)]
        )  # fmt: skip
    return part


def _part(document: "Pdf", data: bytes, width: int, height: int, depth: int) -> "Object":
    import pikepdf

    return document.make_stream(
        data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=width, Height=height,
        BitsPerComponent=depth,
    )  # fmt: skip


def _unfolded(document: "Pdf", picture: bytes, width: int, height: int) -> "Object":
    """Return a picture as it is seen on white paper, laid on it strip by strip."""
    import pikepdf
    from PIL import Image

    folding, out, rows = zlib.compressobj(), bytearray(), max(1, _STRIP // width)
    try:
        with Image.open(BytesIO(picture)) as opened:
            opened.load()
            for top in range(0, height, rows):
                place = (0, top, width, min(top + rows, height))
                strip = opened.crop(place).convert("RGBA")
                paper = Image.new("RGBA", strip.size, "white")
                seen = Image.alpha_composite(paper, strip).convert("RGB")
                out += folding.compress(seen.tobytes())
    except (OSError, ValueError, SyntaxError) as error:
        raise broken() from error
    part = _part(document, bytes(out + folding.flush()), width, height, 8)
    part.Filter = pikepdf.Name("/FlateDecode")
    part.ColorSpace = pikepdf.Name("/DeviceRGB")
    return part
