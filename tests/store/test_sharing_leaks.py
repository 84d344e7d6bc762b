"""A thousand packs drawn at random: nothing that was held back can be found in any of them, nor in
what is copied for a portal."""

import random
import shutil
import subprocess

import pypdfium2
import pytest
from leak_support import CASES, Words, held_and_going, random_decision, strange_case, strange_words

from sgdesk.domain.paper import PaperKind
from sgdesk.domain.sharing.portal_blocks import portal_blocks

PACKS, TO_A_CASE, SAMPLED = 1000, 25, 40
TOOLS = ("pdftotext", "pdfinfo", "qpdf")


@pytest.fixture(scope="module")
def chance():
    return random.Random(20261122)


def test_nothing_held_back_is_in_a_thousand_packs(desk, chance, tmp_path):
    words, wrong, seen = Words(), [], 0
    for number in range(PACKS):
        if number % TO_A_CASE == 0:
            reference = CASES[number // TO_A_CASE % len(CASES)]
            concern = strange_case(desk, reference, chance, words)
        draft = random_decision(desk, concern, chance, words)
        pdf = desk.printing.preview(draft, PaperKind.PACK)
        held, going = held_and_going(concern, draft)
        told = text_of(pdf)
        assert pdf.count(b"startxref") == 1, "an earlier revision is in the file"
        leaked = held & told | held & strange_words(pdf.decode("latin-1"))
        if number % SAMPLED == 0 and all(map(shutil.which, TOOLS)):
            leaked |= held & read_with_tools(pdf, tmp_path)
        copied = portal_blocks(draft, concern, desk.guidance)
        leaked |= held & strange_words(" ".join(f"{title} {text}" for title, text in copied))
        missing = going - told
        seen += len(going)
        if leaked or missing:
            wrong.append((number, sorted(leaked), sorted(missing)))

    assert wrong == []
    assert seen > PACKS


def text_of(pdf):
    """Return the words of ours in the text layer and in what is said about the file."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[number] for number in range(len(document))]
        texts = [page.get_textpage().get_text_range() for page in pages]
        return strange_words(" ".join([*texts, *document.get_metadata_dict().values()]))
    finally:
        document.close()


def read_with_tools(pdf, folder):
    """Return the words of ours that other people's programs find in the file."""
    file, plain = folder / "pack.pdf", folder / "plain.pdf"
    file.write_bytes(pdf)
    subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", file, plain], check=True, capture_output=True
    )
    found = [plain.read_bytes().decode("latin-1")]
    for command in (["pdftotext", file, "-"], ["pdfinfo", file]):
        done = subprocess.run(command, check=True, capture_output=True)
        found.append(done.stdout.decode("utf-8", "replace"))
    return strange_words(" ".join(found))
