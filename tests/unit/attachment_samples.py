"""Files as cameras, scanners and offices make them, with a canary wherever one can hide."""

import struct
import zlib
from functools import cache
from io import BytesIO

import pikepdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

CANARY = "Kanarienvogel"
GPS = "51.50278, -0.11694"
SEEN = "Dear colleague, Mia was seen today."


def picture(width=64, height=48):
    made = Image.new("RGB", (width, height))
    made.putdata([(x * 3 % 256, y * 5 % 256, 120) for y in range(height) for x in range(width)])
    return made


def exif():
    tags = Image.Exif()
    tags[0x0112] = 6
    tags[0x010F] = f"{CANARY} cameras"
    tags[0x013B] = f"{CANARY} the photographer"
    place = tags.get_ifd(0x8825)
    place[1], place[2] = "N", (51.0, 30.0, 10.0)
    place[3], place[4] = "W", (0.0, 7.0, 1.0)
    place[29] = f"{CANARY}"[:11]
    return tags


def jpeg(**changes):
    out = BytesIO()
    values = {"exif": exif(), "comment": CANARY.encode(), "quality": 90}
    picture().save(out, "JPEG", **(values | changes))
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + CANARY.encode() + b"</x:xmpmeta>"
    whole = out.getvalue()
    segment = b"\xff\xe1" + struct.pack(">H", len(xmp) + 2) + xmp
    return whole[:2] + segment + whole[2:] + CANARY.encode()


def chunk(name, content):
    whole = name + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))


def png():
    out = BytesIO()
    picture().save(out, "PNG")
    plain = out.getvalue()
    hidden = (
        chunk(b"tEXt", b"Author\0" + CANARY.encode())
        + chunk(b"zTXt", b"Comment\0\0" + zlib.compress(CANARY.encode()))
        + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + CANARY.encode())
        + chunk(b"tIME", struct.pack(">HBBBBB", 2026, 11, 20, 10, 30, 0))
        + chunk(b"prVt", CANARY.encode())
    )
    end = plain.index(b"IDAT") - 4
    length = struct.unpack_from(">I", plain, end)[0]
    data = plain[end + 8 : end + 8 + length] + CANARY.encode()  # behind the picture's own data
    return plain[:end] + hidden + chunk(b"IDAT", data) + chunk(b"IEND", b"") + CANARY.encode()


def plain_pdf(pages=1, text=SEEN):
    out = BytesIO()
    canvas = Canvas(out, (595, 842))
    for _page in range(pages):
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def letter():
    """Return a letter that was written over an earlier one, with all that a PDF can carry."""
    with pikepdf.open(BytesIO(plain_pdf())) as document:
        _hide(document)
        out = BytesIO()
        document.save(
            out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable
        )
    return _with_revision(out.getvalue())


def _hide(document):
    with document.open_metadata() as notes:
        notes["dc:title"] = CANARY
    document.docinfo["/Author"] = CANARY
    document.docinfo["/Title"] = CANARY
    document.attachments["note.txt"] = CANARY.encode()
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"app.alert('{CANARY}')")
    document.Root.OpenAction = document.make_indirect(script)
    page = document.pages[0]
    page.obj.PieceInfo = pikepdf.Dictionary(Private=CANARY)
    page.obj.Annots = pikepdf.Array([_comment(document), _link()])
    image = pikepdf.Stream(document, jpeg())
    image.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=64, Height=48,
        ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
        Metadata=document.make_stream(CANARY.encode()),
    )  # fmt: skip
    page.Resources.XObject = pikepdf.Dictionary(Im0=document.make_indirect(image))
    page.Resources.Properties = pikepdf.Dictionary(P0=pikepdf.Dictionary(Note=CANARY))
    page.contents_add(b"q 100 0 0 100 72 500 cm /Im0 Do Q")
    _mark(document, page)
    document.Root.PageLabels = pikepdf.Dictionary(
        Nums=pikepdf.Array([0, pikepdf.Dictionary(P=CANARY)])
    )


def _mark(document, page):
    """Put words that nobody sees between what draws the page, and a photo into the midst of it."""
    marked = f"% {CANARY}\n/Span <</ActualText ({CANARY}) /MCID 0>> BDC 9 9 m 90 90 l S EMC\n"
    form = document.make_stream(
        f"/Span <</Alt ({CANARY})>> BDC 0 0 10 10 re f EMC".encode(),
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 10, 10],
    )  # fmt: skip
    page.Resources.XObject.Fm0 = document.make_indirect(form)
    page.contents_add(f"{marked} /Fm0 Do /Note <</E ({CANARY})>> DP".encode())
    photo = b"BI /W 64 /H 48 /CS /RGB /BPC 8 /F /DCT ID " + jpeg() + b"\nEI"
    page.contents_add(b"q 40 0 0 40 300 500 cm " + photo + b" Q")


def _comment(document):
    return document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Text,
            Rect=[10, 10, 30, 30],
            Contents=CANARY,
            T=CANARY,
        )
    )


def _link():
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[40, 10, 60, 30],
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=f"http://{CANARY}.example"),
    )  # fmt: skip


def _with_revision(content):
    """Add a revision that empties an object in which a canary stood: the bytes stay."""
    last = content.rindex(b"startxref")
    before = int(content[last:].split()[1])
    size = int(content.split(b"/Size ")[-1].split()[0])
    root, info = (content.split(key)[-1].split(b" R")[0] for key in (b"/Root ", b"/Info "))
    first = len(content)
    old = f"{size} 0 obj\n({CANARY} in an earlier version)\nendobj\n".encode()
    out = content + old
    for at, body in ((first, b""), (0, f"{size} 0 obj\n()\nendobj\n".encode())):
        start = at or len(out)
        out += body
        table = len(out)
        out += f"xref\n{size} 1\n{start:010} 00000 n \n".encode()
        out += b"trailer\n<< /Size %d /Root %s R /Info %s R /Prev %d >>\n" % (
            size + 1,
            root,
            info,
            before,
        )
        out += b"startxref\n%d\n%%%%EOF\n" % table
        before = table
    return out


@cache
def folded(times):
    """Return zeros, folded so often that only a few bytes are left."""
    return zlib.compress(folded(times - 1), 1) if times else bytes(200 * 1024 * 1024)


def pdf_with_stream(data, filters):
    """Return a PDF whose first stream is this, as bytes that no library would write."""
    head = b"<< /Type /ObjStm /N 1 /First 4 /Length %d /Filter %s >>" % (len(data), filters)
    trailer = b"trailer\n<< /Root 1 0 R /Size 2 >>\nstartxref\n9\n%%EOF\n"
    start = b"%PDF-1.5\n1 0 obj\n" + head + b"\nstream\n"
    return start + data + b"\nendstream\nendobj\n" + trailer
