"""Page breaks: what goes on says of which section it is, and nobody signs an empty page."""

import pytest
from documents_samples import simple
from printed_words import page_texts

from sgdesk.documents.basis_sections import basis_section
from sgdesk.documents.blocks import Heading, PageBreak, Paragraph, Row, Rows, SignatureLines, Title
from sgdesk.documents.pages import render
from sgdesk.domain.pack import BasisWords

_ROWS = tuple(Row(f"Entry {number}", "Seen.") for number in range(60))


def test_a_section_that_goes_on_is_named_on_the_next_page() -> None:
    first, second = page_texts(render(simple(Heading("8", "Chronology"), Rows(_ROWS))))[:2]

    assert "continued" not in first
    assert "8 Chronology, continued" in second


def test_a_page_that_begins_anew_goes_on_with_nothing() -> None:
    blocks = (Heading("8", "Chronology"), Rows(_ROWS[:2]), PageBreak(), Title("Receipt"))

    assert "continued" not in page_texts(render(simple(*blocks)))[1]


@pytest.mark.parametrize("count", range(20, 40))
def test_nobody_signs_a_page_that_says_nothing_else(count: int) -> None:
    statement = Paragraph("It is so.", kept=True)
    signed = (Heading("2", "Declaration"), statement, SignatureLines(("A. Rahman",)))
    pages = page_texts(render(simple(Heading("1", "Facts"), Rows(_ROWS[:count]), *signed)))

    with_signature = next(page for page in pages if "Declaration" in page)
    assert "A. Rahman" in with_signature
    assert "Entry" in with_signature


def test_the_same_basis_is_printed_once() -> None:
    words = ("UK GDPR Article 6(1)(e) Public task", "Children Act 1989")
    basis = tuple(BasisWords(subject, words) for subject in ("Mia Thornton", "Family"))
    lines = [block for block in basis_section(basis, "The law").blocks if isinstance(block, Rows)]
    told = {row.label: row.text for block in lines for row in block.rows}

    assert told["About Mia Thornton"] == "\n".join(words)
    assert told["About Family"] == "The same as for Mia Thornton."
