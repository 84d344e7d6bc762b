"""The samples of a picture in a PDF, folded anew where more stands behind its last line."""

import zlib
from typing import TYPE_CHECKING

from sgdesk.documents.attached_extent import broken

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object, Stream

_PIECE = 1 << 20
_FOLDED = ("/FlateDecode", "/Fl")
_LINES_TOLD = 10  # predictors from here on write a byte before every line
_COLOURS = {
    "/DeviceGray": 1, "/G": 1, "/CalGray": 1, "/Indexed": 1, "/I": 1, "/Separation": 1,
    "/DeviceRGB": 3, "/RGB": 3, "/CalRGB": 3, "/Lab": 3, "/DeviceCMYK": 4, "/CMYK": 4,
}  # fmt: skip


def clean_samples(part: "Stream", filters: list[str]) -> None:
    """Take away what stands behind the last line of a picture that is folded once or not at all.

    Raises UserError for samples that cannot be unfolded.
    """
    import pikepdf

    if filters and (len(filters) > 1 or filters[0] not in _FOLDED):
        return
    length = _length(part)
    if not length:
        return
    raw = part.read_raw_bytes()
    if not filters:
        if len(raw) > length:
            part.write(raw[:length])
        return
    try:
        if _reaches_behind(raw, length):
            part.write(
                _folded_anew(raw, length),
                filter=pikepdf.Name.FlateDecode,
                decode_parms=_parameters(part),
            )
    except zlib.error as error:
        raise broken() from error


def _reaches_behind(raw: bytes, length: int) -> bool:
    unfolding, count, rest = zlib.decompressobj(), 0, raw
    while rest and not unfolding.eof and count <= length:
        count += len(unfolding.decompress(rest, _PIECE))
        rest = unfolding.unconsumed_tail
    return count > length or bool(unfolding.unused_data)


def _folded_anew(raw: bytes, length: int) -> bytes:
    folding, unfolding, out, rest = zlib.compressobj(), zlib.decompressobj(), bytearray(), raw
    while rest and not unfolding.eof and length > 0:
        piece = unfolding.decompress(rest, min(_PIECE, length))
        rest, length = unfolding.unconsumed_tail, length - len(piece)
        out += folding.compress(piece)
    return bytes(out + folding.flush())


def _length(part: "Stream") -> int:
    """Return how many bytes the lines of a picture take as they are folded, or 0 if unknown."""
    width, height = _number(part, "/Width"), _number(part, "/Height")
    is_mask = bool(part.get("/ImageMask", False))
    depth = 1 if is_mask else _number(part, "/BitsPerComponent")
    colours = 1 if is_mask else _colours(part.get("/ColorSpace"))
    parameters = _parameters(part)
    if parameters is not None and _number(parameters, "/Predictor") >= _LINES_TOLD:
        line = _number(parameters, "/Columns", 1) * _number(parameters, "/Colors", 1)
        return height * (1 + (line * _number(parameters, "/BitsPerComponent", 8) + 7) // 8)
    return height * ((width * depth * colours + 7) // 8)


def _colours(space: "Object | None") -> int:
    import pikepdf

    if isinstance(space, pikepdf.Array) and len(space) > 1:
        if space[0] == "/ICCBased" and isinstance(space[1], pikepdf.Stream):
            return _number(space[1], "/N")
        if space[0] == "/DeviceN" and isinstance(space[1], pikepdf.Array):
            return len(space[1])
        return _COLOURS.get(str(space[0]), 0)
    return _COLOURS.get(str(space), 0)


def _parameters(part: "Stream") -> "Dictionary | None":
    import pikepdf

    found = part.get("/DecodeParms")
    first = found[0] if isinstance(found, pikepdf.Array) and len(found) else found
    return first if isinstance(first, pikepdf.Dictionary) else None


def _number(part: "Object", key: str, usual: int = 0) -> int:
    found = part.get(key, usual)
    return found if isinstance(found, int) else usual
