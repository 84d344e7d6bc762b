"""Files from outside: found out, bounded, refused in words; copies that go out hold no canary."""

import base64
import random
import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from attachment_samples import (
    CANARY,
    GPS,
    SEEN,
    chunk,
    folded,
    jpeg,
    letter,
    pdf_with_stream,
    picture,
    plain_pdf,
    png,
)
from PIL import Image
from printed_words import page_texts
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from unfolded import everything_in

from sgdesk.documents.attached import clean, inspected
from sgdesk.documents.attached_pages import pages
from sgdesk.domain.attachment import FileForm, FoundKind
from sgdesk.errors import UserError

SAMPLES = {"jpeg": jpeg, "png": png, "letter": letter}


def kinds(content):
    return {one.kind for one in inspected(content).found}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_copy_that_goes_out_holds_no_canary(name):
    content = SAMPLES[name]()
    assert CANARY.encode() in everything_in(content)

    copy = everything_in(clean(content))

    for canary in (CANARY.encode(), CANARY.encode("utf-16-be"), CANARY.encode("utf-16-le")):
        assert canary.lower() not in copy.lower()


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_unseen_is_found_in_a_copy(name):
    assert inspected(clean(SAMPLES[name]())).found == ()


def test_the_place_where_a_photo_was_taken_is_shown_and_does_not_go_out():
    content = jpeg()

    found = {one.kind: one.value for one in inspected(content).found}

    assert found[FoundKind.PLACE] == GPS
    assert {FoundKind.DEVICE, FoundKind.PERSON, FoundKind.XMP, FoundKind.COMMENT} <= set(found)
    assert FoundKind.TRAILING in found
    assert not Image.open(BytesIO(clean(content))).getexif().get_ifd(0x8825)


def test_a_copy_of_a_photo_shows_the_same_pixels_the_same_side_up():
    content = jpeg()
    copy = Image.open(BytesIO(clean(content)))

    assert copy.tobytes() == Image.open(BytesIO(content)).tobytes()
    assert dict(copy.getexif()) == {0x0112: 6}


def test_a_copy_of_a_drawing_shows_the_same_pixels():
    copy = Image.open(BytesIO(clean(png())))

    assert copy.convert("RGB").tobytes() == picture().tobytes()
    assert copy.info == {}


def test_what_a_drawing_holds_unseen_is_shown():
    assert {FoundKind.PERSON, FoundKind.COMMENT, FoundKind.XMP, FoundKind.TIME} <= kinds(png())
    assert {FoundKind.TRAILING, FoundKind.OTHER} <= kinds(png())


def test_colours_are_kept_without_the_words_of_their_profile():
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = jpeg(icc_profile=profile.replace(b"sRGB", b"KANA"))

    kept = Image.open(BytesIO(clean(content))).info["icc_profile"]

    assert b"rXYZ" in kept
    assert b"desc" not in kept
    assert b"KANA" not in kept
    ImageCms.getOpenProfile(BytesIO(kept))


def test_what_a_letter_holds_unseen_is_shown():
    assert {
        FoundKind.PERSON, FoundKind.DESCRIPTION, FoundKind.XMP, FoundKind.EMBEDDED,
        FoundKind.SCRIPT, FoundKind.LINK, FoundKind.COMMENT, FoundKind.REVISIONS,
    } <= kinds(letter())  # fmt: skip


def test_a_copy_of_a_letter_shows_its_words_and_its_picture():
    copy = clean(letter())

    assert SEEN in page_texts(copy)[0]
    with pikepdf.open(BytesIO(copy)) as document:
        assert sorted(document.Root.keys()) == ["/Pages", "/Type"]
        assert "/Info" not in document.trailer
        drawn = document.pages[0].get_images()["/Im0"].read_raw_bytes()
    assert Image.open(BytesIO(drawn)).size == (64, 48)


def test_a_scan_whose_pictures_are_written_in_letters_is_cleaned(monkeypatch):
    monkeypatch.setattr(rl_config, "useA85", 1)
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawImage(ImageReader(BytesIO(jpeg())), 0, 0, 200, 200)
    canvas.save()
    assert b"/ASCII85Decode /DCTDecode" in out.getvalue()

    copy = clean(out.getvalue())

    assert CANARY.encode() not in everything_in(copy)
    with pikepdf.open(BytesIO(copy)) as document:
        (drawn,) = document.pages[0].get_images().values()
        assert Image.open(BytesIO(drawn.read_raw_bytes())).size == (64, 48)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_every_kind_of_drawing_is_looked_at_in_its_colours(mode):
    drawing = picture(40, 20).convert("L" if mode == "I;16" else mode)
    out = BytesIO()
    (drawing.convert("I;16") if mode == "I;16" else drawing).save(out, "PNG")

    document = pypdfium2.PdfDocument(pages(out.getvalue()))
    shown = document[0].render(scale=40 / document[0].get_width()).to_pil().convert("RGB")
    document.close()

    wanted = drawing.convert("RGB")
    far = 6 if mode != "1" else 256
    assert shown.size == wanted.size
    if mode != "I;16":
        assert all(
            abs(a - b) <= far
            for place in ((3, 3), (20, 10), (36, 16))
            for a, b in zip(shown.getpixel(place), wanted.getpixel(place), strict=True)
        )


@pytest.mark.parametrize("up", range(1, 9))
def test_a_photo_is_looked_at_the_right_side_up(up):
    marked = picture(80, 40)
    marked.paste((255, 0, 0), (0, 0, 20, 20))
    tags = Image.Exif()
    tags[0x0112] = up
    out = BytesIO()
    marked.save(out, "JPEG", exif=tags, quality=95)
    out.seek(0)
    from PIL import ImageOps

    right = ImageOps.exif_transpose(Image.open(out))

    page = pypdfium2.PdfDocument(pages(out.getvalue()))[0]
    shown = page.render(scale=right.width / page.get_width()).to_pil().convert("RGB")

    assert shown.size == right.size
    for corner in ((5, 5), (right.width - 6, 5), (5, right.height - 6)):
        assert all(
            abs(a - b) < 40
            for a, b in zip(shown.getpixel(corner), right.getpixel(corner), strict=True)
        )


@pytest.mark.parametrize("name", SAMPLES)
def test_every_form_is_found_by_looking_into_the_file(name):
    forms = {"jpeg": FileForm.JPEG, "png": FileForm.PNG, "letter": FileForm.PDF}

    assert inspected(SAMPLES[name]()).form is forms[name]


def bad_files():
    whole, drawing = jpeg(), png()
    with pikepdf.open(BytesIO(plain_pdf())) as document:
        out = BytesIO()
        document.save(out, encryption=pikepdf.Encryption(owner="x", user="y"))
        locked = out.getvalue()
    header = drawing[:8] + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
    vast = drawing[:8] + chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    end = chunk(b"IEND", b"")
    return {
        "empty": b"",
        "a program": b"MZ\x90\0 photo.jpg",
        "a web page": b"<html><script>alert(1)</script></html>",
        "a drawing of the web": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "an animation": b"GIF89a",
        "half a photo": whole[: len(whole) // 2],
        "a photo without pixels": b"\xff\xd8\xff\xd9",
        "a photo of endless scans": whole[:2] + b"\xff\xda\0\2" * 200 + b"\xff\xd9",
        "half a drawing": drawing[: len(drawing) // 2],
        "a changed drawing": drawing.replace(b"IHDR", b"IHDS"),
        "a drawing that unfolds too far": header
        + chunk(b"IDAT", zlib.compress(bytes(10**7)))
        + end,
        "a drawing that ends too early": header + chunk(b"IDAT", zlib.compress(bytes(9))) + end,
        "a drawing of no data": header + chunk(b"IDAT", b"") + end,
        "a vast drawing": vast + chunk(b"IDAT", zlib.compress(b"")) + end,
        "half a letter": plain_pdf()[:700],
        "a locked letter": locked,
        "only the name of a letter": b"%PDF-1.7\n",
        "a book": plain_pdf(101),
        "a letter that unfolds too far": pdf_with_stream(folded(1), b"/FlateDecode"),
        "a letter folded twice": pdf_with_stream(folded(2), b"[/FlateDecode /FlateDecode]"),
        "a letter folded under another name": pdf_with_stream(
            folded(2), b"[/Fl#61teDecode %]\n /FlateDecode]"
        ),
        "a letter folded in letters": pdf_with_stream(
            base64.a85encode(folded(1)) + b"~>", b"[/ASCII85Decode /FlateDecode]"
        ),
        "a letter folded in figures": pdf_with_stream(
            folded(1).hex().encode() + b">", b"[/AHx /Fl]"
        ),
        "a letter folded out of sight": pdf_with_stream(folded(2), b"9 0 R"),
    }


@pytest.fixture(scope="module")
def bad():
    return bad_files()


def test_bad_files_are_refused_in_words(bad):
    for name, content in bad.items():
        with pytest.raises(UserError) as refused:
            inspected(content)
        assert "Nothing was kept." in refused.value.text, name
        assert refused.value.field == "file"


def test_a_huge_picture_says_how_large_it_may_be(bad):
    with pytest.raises(UserError, match="60000 × 60000 pixels; up to 50 million"):
        inspected(bad["a vast drawing"])


@pytest.mark.parametrize("name", SAMPLES)
def test_changed_bytes_are_refused_in_words_or_leave_a_file_that_can_be_cleaned(name):
    whole, chance = SAMPLES[name](), random.Random(name)
    for _time in range(150):
        changed = bytearray(whole)
        for _change in range(chance.randint(1, 6)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        cut = changed if chance.random() < 0.7 else changed[: chance.randrange(len(changed))]
        with suppress(UserError):
            assert clean(clean(bytes(cut)))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "This file is empty"),
        (b"PK\x03\x04 a folder of files, renamed", "no PDF, PNG or JPEG"),
        (jpeg()[:400], "broken or only part"),
        (png()[:200], "broken or only part"),
        (letter()[:900], "broken or only part"),
        (b"%PDF-1.7\n", "broken or only part"),
    ],
)
def test_what_is_no_whole_file_is_refused_in_a_sentence(content, said):
    with pytest.raises(UserError, match=said) as refused:
        inspected(content)

    assert refused.value.field == "file"


def test_a_turned_photo_on_its_page_holds_no_exif_at_all():
    with pikepdf.open(BytesIO(pages(jpeg()))) as document:
        pictures = [
            one.read_raw_bytes()
            for one in document.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]

    assert len(pictures) == 1
    assert b"Exif" not in pictures[0]
    assert CANARY.encode() not in pictures[0]


def odd_pdf(change):
    with pikepdf.open(BytesIO(plain_pdf())) as document:
        change(document.pages[0], document)
        out = BytesIO()
        document.save(out)
    return out.getvalue()


def _font_of_numbers(page, document):
    letters = pikepdf.Dictionary(a=5, b=document.make_stream(b"% b\n0 0 1 1 re f"))
    page.Resources.Font.T3 = document.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type3, CharProcs=letters)
    )


def _form_of_itself(page, document):
    form = document.make_indirect(
        document.make_stream(
            b"/Fm0 Do /Span <</Alt (x)>> BDC EMC", Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9],
        )
    )  # fmt: skip
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm0=form))
    page.Resources.XObject = pikepdf.Dictionary(Fm0=form)


def _open_end(page, document):
    page.contents_add(b"(never closed % BDC <</Alt (x")


def _no_contents(page, document):
    del page.obj["/Contents"]


@pytest.mark.parametrize("change", [_font_of_numbers, _form_of_itself, _open_end, _no_contents])
def test_what_draws_a_page_may_be_odd_and_is_cleaned_all_the_same(change):
    copy = clean(odd_pdf(change))

    assert inspected(copy).found == ()
    assert b"Alt" not in everything_in(copy)


def test_far_too_many_marks_between_what_draws_a_page_are_refused_in_words():
    drawn = b"% marks\n" + b"0 0 m 1 1 l S\n" * 500_000
    content = odd_pdf(lambda page, _document: page.contents_add(drawn))

    with pytest.raises(UserError, match="cannot be checked"):
        inspected(content)
