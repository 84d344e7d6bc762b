"""PDFs whose pages hold more than is seen on them, and pictures whose parts are too long."""

import struct
import zlib
from io import BytesIO

import pikepdf
from attachment_samples import chunk, picture
from hostile_forms import HIDDEN, SEEN, Page
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageCms

_WORD = HIDDEN.encode()
_UNSEEN = f"BT /F 12 Tf 20 100 Td ({HIDDEN}) Tj ET 300 90 40 40 re f"
_SHOWN = f"BT /F 12 Tf 20 150 Td ({SEEN}) Tj ET"


def _layered(usual, content=None, layer=None, **whole):
    page = Page()
    one = page.pdf.make_indirect(layer or Dictionary(Type=Name.OCG, Name=String("draft")))
    other = page.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("seen")))
    page.one, page.other = one, other
    page.page.obj.Resources.Properties = Dictionary(L=one, M=other)
    config = {key: Array([one]) if value is True else value for key, value in usual.items()}
    page.pdf.Root.OCProperties = Dictionary(
        OCGs=Array([one, other]), D=Dictionary(**config), **whole
    )
    page.content(content or f"/OC /L BDC {_UNSEEN} EMC /OC /M BDC {_SHOWN} EMC")
    return page


def _together(**about):
    page = _layered({"OFF": True})
    both = Dictionary(Type=Name.OCMD, OCGs=Array([page.one, page.other]), **about)
    page.page.obj.Resources.Properties.L = page.pdf.make_indirect(both)
    return page.bytes()


def _told(*words):
    page = _layered({"OFF": True})
    sets = {"one": page.one, "other": page.other}
    told = Array([Name(f"/{words[0]}"), *(sets[word] for word in words[1:])])
    both = Dictionary(Type=Name.OCMD, VE=told)
    page.page.obj.Resources.Properties.L = page.pdf.make_indirect(both)
    return page.bytes()


def _in_a_part(kind):
    page = _layered({"OFF": True}, f"{_SHOWN} q 1 0 0 1 0 0 cm /P Do Q")
    if kind == "form":
        part = page.drawing(_UNSEEN, 400, 400, OC=page.one)
    elif kind == "inside":
        part = page.drawing(f"/OC /L BDC {_UNSEEN} EMC", 400, 400)
        part.Resources.Properties = Dictionary(L=page.one)
    else:
        part = page.pdf.make_stream(
            (_WORD * 3)[:27], Type=Name.XObject, Subtype=Name.Image, Width=3, Height=3,
            ColorSpace=Name.DeviceRGB, BitsPerComponent=8, OC=page.one,
        )  # fmt: skip
    page.page.obj.Resources.XObject = Dictionary(P=part)
    return page.bytes()


def _laid_on_a_layer():
    page = _layered({"OFF": True}, _SHOWN)
    page.lay("/Stamp", AP=Dictionary(N=page.words(HIDDEN)), OC=page.one)
    return page.bytes()


def _answer_on_a_layer():
    page = _layered({"OFF": True}, _SHOWN)
    page.field("/Tx", V=String(HIDDEN), OC=page.one)
    return page.bytes()


def _drawn(content):
    page = Page()
    page.content(content)
    return page.bytes()


def _with_key(where):
    page = Page()
    page.content(_SHOWN)
    part = {"page": page.page.obj, "root": page.pdf.Root, "font": page.font,
            "resources": page.page.obj.Resources, "state": Dictionary()}[where]  # fmt: skip
    part["/Kana"] = String(HIDDEN)
    part["/Intent"] = String(HIDDEN)
    if where == "state":
        page.page.obj.Resources.ExtGState = Dictionary(G=part)
        page.content(f"/G gs {_SHOWN}")
    return page.bytes()


def _picture(data=bytes(27), content="q 60 0 0 60 300 300 cm /P Do Q", **about):
    page = Page()
    said = {"ColorSpace": Name.DeviceRGB, "Width": 3, "Height": 3, "BitsPerComponent": 8}
    part = page.pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, **(said | about))
    page.page.obj.Resources.XObject = Dictionary(P=part)
    page.content(f"{_SHOWN} {content}")
    return page


def _profiled(profile):
    page = _picture()
    made = page.pdf.make_stream(profile, N=3)
    page.page.obj.Resources.XObject.P.ColorSpace = Array([Name.ICCBased, made])
    return page.bytes()


def _profile():
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made.replace(b"sRGB", b"Kana") + _WORD


def _white_point():
    made = bytearray(_profile())
    at = made.index(b"wtpt", 128)
    start = struct.unpack_from(">I", made, at + 4)[0]
    made[start : start + 12] = (_WORD)[:12]
    return bytes(made)


def _stamped(**about):
    page = Page()
    page.content(_SHOWN)
    page.lay("/Stamp", AP=Dictionary(N=page.words("Received")), **about)
    return page.bytes()


def _covered():
    words = f"BT /F 12 Tf 20 150 Td (She told ) Tj ({HIDDEN}) Tj ( of it) Tj ET"
    black = "0 g 66 144 84 20 re f"
    white = f"1 g BT /F 12 Tf 20 100 Td ({SEEN}) Tj ET 0 g"
    return _drawn(f"{words} {black} {white} BT /F 4 Tf 20 60 Td (IlI1i.-) Tj ET")


COVERED = _covered()

# What of it is seen, and is seen in its copy.
PAGES = {
    "a layer that is off": (_layered({"OFF": True}).bytes(), [SEEN]),
    "all layers off but one": (
        _layered({"BaseState": Name.OFF, "ON": Array()}, f"/OC /L BDC {_UNSEEN} EMC").bytes(), [],
    ),
    "layers together": (_together(P=Name.AllOn), [SEEN]),
    "layers told by a rule": (_told("And", "one", "other"), [SEEN]),
    "a layer inside a layer": (
        _layered({"OFF": True}, f"/OC /L BDC /OC /M BDC {_UNSEEN} EMC EMC {_SHOWN}").bytes(),
        [SEEN],
    ),
    "a part on a layer": (_in_a_part("form"), [SEEN]),
    "a layer in a part": (_in_a_part("inside"), [SEEN]),
    "a picture on a layer": (_in_a_part("image"), [SEEN]),
    "a layer that moves and colours": (
        _layered({"OFF": True}, f"/OC /L BDC 1 0 0 rg {_UNSEEN} EMC {_SHOWN}").bytes(), [SEEN],
    ),
    "words without ink": (_drawn(f"BT 3 Tr /F 12 Tf 20 60 Td ({HIDDEN}) Tj ET BT 0 Tr ET {_SHOWN}"),
                          [SEEN]),
    "words without ink, then with": (
        _drawn(f"q BT 3 Tr /F 12 Tf 20 60 Td ({HIDDEN}) ' ET Q {_SHOWN}"), [SEEN],
    ),
    "words that nothing draws": (
        _drawn(f"({HIDDEN}) q BX ({HIDDEN}) draw EX [({HIDDEN})] 0 d Q {_SHOWN} ({HIDDEN})"),
        [SEEN],
    ),
    "a key of a page": (_with_key("page"), [SEEN]),
    "a key of the file": (_with_key("root"), [SEEN]),
    "a key of a font": (_with_key("font"), [SEEN]),
    "a key of what a page names": (_with_key("resources"), [SEEN]),
    "a key of a state": (_with_key("state"), [SEEN]),
    "a key of a picture": (_picture(Kana=String(HIDDEN), Name=Name(f"/{HIDDEN}")).bytes(), [SEEN]),
    "words behind a picture": (_picture(bytes(27) + _WORD).bytes(), [SEEN]),
    "words behind a folded picture": (
        _picture(zlib.compress(bytes(27) + _WORD) + _WORD, Filter=Name.FlateDecode).bytes(), [SEEN],
    ),
    "a key of a picture among what draws": (
        _drawn(f"{_SHOWN} q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G /Kana ({HIDDEN}) ID a EI Q"),
        [SEEN],
    ),
    "words in a profile": (_profiled(_profile()), [SEEN]),
    "words in a white point": (_profiled(_white_point()), [SEEN]),
    "a profile of words": (_profiled(_WORD * 20), [SEEN]),
    "a stamp": (_stamped(), [SEEN, "Received"]),
    "a hidden stamp": (_stamped(flags=2, Contents=String(HIDDEN)), [SEEN]),
    "a layer that is on": (
        _layered({"ON": True}, f"/OC /L BDC {_SHOWN} EMC").bytes(), [SEEN],
    ),
}  # fmt: skip

_USAGE = Dictionary(
    Type=Name.OCG, Name=String("on paper"),
    Usage=Dictionary(View=Dictionary(ViewState=Name.OFF)),
)  # fmt: skip


def _on_paper_only():
    page = _layered({}, layer=_USAGE)
    rule = Dictionary(Event=Name.View, Category=Array([Name.View]), OCGs=Array([page.one]))
    page.pdf.Root.OCProperties.D.AS = Array([rule])
    return page.bytes()


PAGES_REFUSED = {
    "a stamp on a layer": _laid_on_a_layer(),
    "an answer on a layer": _answer_on_a_layer(),
    "a layer for paper only": _on_paper_only(),
    "words beside the paper": _drawn(f"BT /F 12 Tf -900 20 Td ({HIDDEN}) Tj ET"),
    "seen words that unseen ones move": _layered(
        {"OFF": True},
        f"BT /F 12 Tf 20 99 Td /OC /L BDC ({HIDDEN}) Tj EMC ({SEEN}) Tj ET",
    ).bytes(),
    "a layer that is a riddle": _told("Xor", "one", "other"),
}


def _segment(marker, content):
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def _jpeg(**about):
    out = BytesIO()
    picture().save(out, "JPEG", **about)
    return out.getvalue()


def _png(mode="RGB", *beside):
    out = BytesIO()
    picture().convert(mode).save(out, "PNG")
    whole = out.getvalue()
    return whole[:33] + b"".join(chunk(name, told) for name, told in beside) + whole[33:]


_J = _jpeg()
_UNUSED = _segment(0xDB, b"\3" + (_WORD * 5)[:64])
PICTURES = {
    "a photo with words behind it": _J + _WORD,
    "a photo with a table of words": _J[:2] + _UNUSED + _J[2:],
    "a photo with a table told twice": _J[:2] + _segment(0xDB, b"\0" + (_WORD * 5)[:64]) + _J[2:],
    "a photo with a second colour note": _J[:2] + _segment(0xEE, b"Adobe" + bytes(7) + _WORD)
    + _J[2:],
    "a photo filled up": _J[:-2] + b"\xff\xff\xff" + _J[-2:],
    "a photo in passes": _jpeg(progressive=True, comment=_WORD),
    "a photo with words in its profile": _jpeg(icc_profile=_profile()),
    "a photo with words for a white point": _jpeg(icc_profile=_white_point()),
    "a drawing with long dots": _png("RGB", (b"pHYs", _WORD)),
    "a drawing with dots of words": _png("RGB", (b"pHYs", _WORD[:9])),
    "a drawing with a long gamma": _png("RGB", (b"gAMA", _WORD)),
    "a drawing with shares of words": _png("RGB", (b"cHRM", (_WORD * 3)[:32])),
    "a drawing with a long intent": _png("RGB", (b"sRGB", _WORD)),
    "a drawing with long samples": _png("RGB", (b"sBIT", _WORD)),
    "a drawing with a palette it does not use": _png("RGB", (b"PLTE", _WORD + b"xx")),
    "a drawing that is told often": _png("L", *[(b"gAMA", struct.pack(">I", 45_455))] * 3),
}  # fmt: skip
PICTURES_REFUSED = {
    "a photo with long restarts": _J[:2] + _segment(0xDD, b"\0\0" + _WORD) + _J[2:],
    "a photo with half a table": _J[:2] + _segment(0xDB, _WORD) + _J[2:],
    "a photo with a long code": _J[:2] + _segment(0xC4, _WORD) + _J[2:],
    "a photo with words before its end": _J[:-2] + _WORD + _J[-2:],
    "a photo with wide words before its end": _J[:-2] + HIDDEN.encode("utf-16-le") + _J[-2:],
    "a photo with numbers before its end": _J[:-2] + bytes(range(1, 40)) + _J[-2:],
    "a photo in passes with words before its end": _jpeg(progressive=True)[:-2] + _WORD
    + b"\xff\xd9",
}  # fmt: skip


def same_picture(copy, content):
    """Return whether two pictures show the same dots."""
    with Image.open(BytesIO(copy)) as one, Image.open(BytesIO(content)) as other:
        return one.convert("RGB").tobytes() == other.convert("RGB").tobytes()


def page_picture(pdf):
    """Return the dots of the first page as they are drawn."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        document.init_forms()
        return document[0].render(scale=1).to_pil().convert("L")
    finally:
        document.close()


def broken_by_qpdf(pdf):
    """Return what a strict reader says against a PDF."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return document.check_pdf_syntax()
