"""Other people's PDF readers agree with what was drawn."""

import subprocess

import pytest
from documents_samples import MAPS, PACK, simple

from sgdesk.documents.blocks import Row, Rows
from sgdesk.documents.pages import render
from sgdesk.documents.protect import protect
from sgdesk.documents.render import paper
from sgdesk.documents.system_fonts import typefaces_for

pytestmark = pytest.mark.pdf_readers


def read(tool: str, pdf: bytes, tmp_path, *more: str) -> str:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf)
    done = subprocess.run([tool, str(path), *more], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


def test_qpdf_finds_nothing_wrong(tmp_path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(paper(PACK, MAPS))

    told = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=True)

    assert "No syntax or stream encoding errors found" in told.stdout


def test_qpdf_names_the_strong_cipher(tmp_path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(protect(render(simple()), "weir and willow"))

    told = subprocess.run(
        ["qpdf", "--show-encryption", "--password=weir and willow", path],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert "R = 6" in told.stdout
    assert "AESv3" in told.stdout


def test_poppler_reads_the_words_in_order(tmp_path) -> None:
    text = " ".join(read("pdftotext", paper(PACK, MAPS), tmp_path, "-").split())

    ordered = (
        "Safeguarding referral: child", "The child", "Mia Thornton", "What was said",
        "Daddy gets cross when it hurts.", "Chronology", "Declaration", "Receipt",
    )  # fmt: skip
    places = [text.index(part) for part in ordered]
    assert places == sorted(places)


def test_every_font_is_embedded_as_a_subset_that_can_be_copied_from(tmp_path) -> None:
    lines = read("pdffonts", paper(PACK, MAPS), tmp_path).splitlines()[2:]

    assert len(lines) == 3
    for line in lines:
        embedded, subset, unicode = line.split()[-5:-2]
        assert (embedded, subset, unicode) == ("yes", "yes", "yes")


@pytest.mark.skipif(
    not any(True for _ in typefaces_for("محمد")), reason="no font here has Arabic letters"
)
def test_poppler_finds_a_name_that_is_written_from_right_to_left(tmp_path) -> None:
    pdf = render(simple(Rows((Row("Name", "محمد علي (father), Zoe\u0301"),))))

    text = read("pdftotext", pdf, tmp_path, "-")

    assert "محمد علي" in text
    assert "Zoe\u0301" in text or "Zoé" in text
