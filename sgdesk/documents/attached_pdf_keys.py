"""The keys of a PDF's parts that showing a page needs. All others are taken out, whoever put them
there. Source: ISO 32000-2, the tables of what each part holds."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf, Stream

_NEEDED = frozenset(
    f"/{name}"
    for name in (
        # pages, streams and what they are drawn from
        "Type Subtype Kids Count Parent MediaBox Rotate Resources Contents"
        " Length Filter DecodeParms Predictor Colors BitsPerComponent Columns EarlyChange K"
        " EndOfLine EncodedByteAlign Rows EndOfBlock BlackIs1 DamagedRowsBeforeError"
        " ColorTransform JBIG2Globals"
        " Font XObject ColorSpace Pattern Shading ExtGState"
        # pictures, forms, how they lie over each other
        " Width Height Intent ImageMask Mask Decode Interpolate SMask SMaskInData Matte"
        " BBox Matrix Group FormType S CS I"
        " LW LC LJ ML D RI OP op OPM TR TR2 FL SM SA BM CA ca AIS TK G BC"
        # patterns, shades, functions and colours
        " PatternType PaintType TilingType XStep YStep ShadingType Background AntiAlias Function"
        " Coords Domain Extend BitsPerCoordinate BitsPerFlag VerticesPerRow FunctionType Range Size"
        " BitsPerSample Order Encode C0 C1 N Functions Bounds WhitePoint BlackPoint Gamma Alternate"
        " Colorants Process Components"
        # fonts
        " BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts"
        " CIDSystemInfo Registry Ordering Supplement DW W DW2 W2 CIDToGIDMap FontBBox FontMatrix"
        " CharProcs FontName FontStretch FontWeight Flags ItalicAngle Ascent Descent Leading"
        " CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3"
        " BaseEncoding Differences CMapName WMode UseCMap Length1 Length2 Length3"
    ).split()
)
# Where a text is needed. Elsewhere a number or a name is, and a text says something to nobody.
_TEXTS = ("/Registry", "/Ordering")
_NAMED = ("/CharProcs", "/Colorants")  # their keys are names that somebody chose


def needed_keys_only(document: "Pdf") -> list["Stream"]:
    """Take everything out of the pages, and of all that they are drawn from, that is not needed.

    Return the profiles of colours that are used.
    """
    import pikepdf

    profiles: list[Stream] = []
    waiting: list[tuple[Object, str]] = [(page.obj, "") for page in document.pages]
    seen = set[tuple[int, int]]()
    while waiting:
        part, kind = waiting.pop()
        if part.is_indirect and not isinstance(part, pikepdf.Array):
            if part.objgen in seen:
                continue
            seen.add(part.objgen)
        if isinstance(part, pikepdf.Array) and len(part) > 1 and part[0] == "/ICCBased":
            profiles += [one for one in part if isinstance(one, pikepdf.Stream)]
        waiting += _inside(part, kind)
    return profiles


def _inside(part: "Object", kind: str) -> Iterator[tuple["Object", str]]:
    """Yield what stands in a part, and whether its keys are names that somebody chose."""
    import pikepdf

    if isinstance(part, pikepdf.Array):
        yield from ((one, "") for one in part if _goes_on(one))
        return
    about = part.stream_dict if isinstance(part, pikepdf.Stream) else part
    for key in list(about.keys()):
        value = about[key]
        is_text = isinstance(value, pikepdf.String) and key not in _TEXTS
        if kind != "names" and (key not in _NEEDED or is_text):
            del about[key]
        elif key != "/Parent" and _goes_on(value):
            is_group = kind == "resources" and isinstance(value, pikepdf.Dictionary)
            is_named = is_group or (kind != "names" and key in _NAMED)
            yield value, "names" if is_named else "resources" if key == "/Resources" else ""


def _goes_on(value: object) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Dictionary | pikepdf.Array | pikepdf.Stream)
