"""Pages as drawn: the same input gives the same bytes, and nothing stands there but the paper."""

import random

import msgspec
import pikepdf
import pypdfium2
import pytest
from documents_samples import MAPS, simple
from printed_words import page_texts

from sgdesk.documents.blocks import (
    Banner,
    Block,
    BodyMap,
    BodyMark,
    BoxedLines,
    Heading,
    NumberedWords,
    PageBreak,
    Pair,
    Paragraph,
    Quote,
    Row,
    Rows,
    Rule,
    SignatureLines,
    Spacer,
    Table,
    TickLines,
    Title,
    texts,
)
from sgdesk.documents.pages import render

EVERYTHING: tuple[Block, ...] = (
    Title("A title", "and more"),
    BoxedLines(((Pair("To", "somebody"), Pair("Your reference", blank=True)),)),
    Heading("1", "First", "(aside)"),
    Rows((Row("Label", "Text"), Row("With a note", "Text", "a note"))),
    Paragraph("Running.", strong=True),
    Quote("Word for word.\nTwo lines.", "who"),
    Banner("Read this", "hint"),
    Table(("A", "B"), (0.5, 0.5), (("one", "two"),)),
    Rule(),
    Spacer(10),
    TickLines(("tick",)),
    SignatureLines(("Signed", "Date")),
    NumberedWords(("academic", "acid", "acne"), 2),
    PageBreak(),
    BodyMap((MAPS["child-front"],), (BodyMark("1", "child-front", 236, 128),)),
)


def test_the_same_document_gives_the_same_bytes() -> None:
    document = simple(*EVERYTHING, Paragraph("Ελένη, דוד, e\u0301, \x07"))

    assert render(document) == render(document)


def test_every_block_shows_its_words() -> None:
    document = simple(*EVERYTHING)

    shown = "\n".join(page_texts(render(document)))

    for text in texts(document):
        if text != "child-front":
            assert text.partition("\n")[0] in shown


def test_every_page_has_its_marking_footer_and_number() -> None:
    document = simple(*(Paragraph(f"Paragraph {number}") for number in range(120)))

    pages = page_texts(render(document))

    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert text.startswith("OFFICIAL-SENSITIVE")
        assert "SG-2026-0031 · copy 1" in text
        assert "Printed by Asha Rahman" in text
        assert f"Page {number} of {len(pages)}" in text


def test_a_recipient_of_any_length_is_printed_in_full() -> None:
    name = " ".join(["Children's Services"] * 20)

    (text,) = page_texts(render(simple(Paragraph("x"), footer=(name, "second"))))

    assert " ".join(text.split()).count("Children's Services") == 20


def test_the_metadata_names_the_reference_and_the_practice_only() -> None:
    with pikepdf.open(_file(render(simple(*EVERYTHING)))) as pdf:
        told = {key: str(value) for key, value in pdf.docinfo.items()}

    assert told == {
        "/Title": "SG-2026-0031",
        "/Author": "Riverside Dental Practice",
        "/CreationDate": "D:20261120110200+00'00'",
        "/ModDate": "D:20261120110200+00'00'",
        "/Creator": "SG Desk",
        "/Producer": "SG Desk",
        "/Subject": "",
        "/Keywords": "",
        "/Trapped": "/False",
    }


def test_the_file_holds_no_script_attachment_or_earlier_revision() -> None:
    pdf = render(simple(*EVERYTHING))

    with pikepdf.open(_file(pdf)) as document:
        names = set(document.Root.keys())
        assert not document.attachments
    assert names <= {"/Lang", "/Outlines", "/PageMode", "/Pages", "/Trapped", "/Type", "/Dests"}
    assert pdf.count(b"%%EOF") == 1


def test_headings_are_bookmarks() -> None:
    document = simple(Heading("1", "First"), Paragraph("x"), Heading("2", "Second"), Paragraph("y"))

    with pikepdf.open(_file(render(document))) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["1 First", "2 Second"]


def test_a_heading_stays_with_what_follows() -> None:
    for filling in range(34, 46):
        blocks = [Paragraph(f"Line {number}") for number in range(filling)]
        document = simple(*blocks, Heading("1", "Heading"), Rows((Row("Label", "Follows"),)))
        for text in page_texts(render(document)):
            assert ("1 Heading" in text) is ("Follows" in text)


def test_a_table_head_is_repeated_on_each_page() -> None:
    rows = tuple((f"{number}", "something") for number in range(100))

    pages = page_texts(render(simple(Table(("Number", "Thing"), (0.5, 0.5), rows))))

    assert len(pages) > 2
    assert all("Number" in text and "Thing" in text for text in pages)


def test_a_row_longer_than_a_page_runs_over_pages_without_loss() -> None:
    words = [f"word{number}" for number in range(3000)]

    pages = page_texts(render(simple(Rows((Row("Long", " ".join(words)),)))))

    shown = " ".join(pages).split()
    assert len(pages) > 2
    assert [word for word in shown if word.startswith("word")] == words


def test_a_short_row_is_not_split() -> None:
    text = "first " + "middle " * 40 + "last"
    for filling in range(34, 46):
        blocks = [Paragraph(f"Line {number}") for number in range(filling)]
        for shown in page_texts(render(simple(*blocks, Rows((Row("Label", text),))))):
            assert ("first" in shown) is ("last" in shown)


def test_markup_and_formulas_are_only_text() -> None:
    typed = "<b>A & B</b> (x) \\n ) Tj ET =1+1 %"

    (shown,) = page_texts(render(simple(Paragraph(typed))))

    assert typed in shown


def test_nothing_is_drawn_outside_the_page() -> None:
    chance = random.Random(7)
    marks = tuple(
        BodyMark(f"{number}", "child-front", chance.uniform(60, 340), chance.uniform(40, 860))
        for number in range(40)
    )
    document = simple(BodyMap((MAPS["child-front"], MAPS["child-back"]), marks))

    page = pypdfium2.PdfDocument(render(document))[0]

    for found in page.get_objects():
        left, low, right, high = found.get_bounds()
        assert 40 < left <= right < 555
        assert 15 < low <= high < 815


@pytest.mark.parametrize("size", [1, 100_000])
def test_a_text_of_any_length_is_drawn(size: int) -> None:
    pages = page_texts(render(simple(Paragraph("m" * size))))

    assert sum(text.count("m") for text in pages) >= size


def test_a_preview_and_its_copy_differ_only_where_told() -> None:
    document = simple(Paragraph("x"))
    other = msgspec.structs.replace(document, strap="PREVIEW")

    assert render(document) != render(other)


def _file(pdf: bytes) -> object:
    from io import BytesIO

    return BytesIO(pdf)
