"""Hostile files: every word and picture that is seen survives in the copy, no other word does, and
every reader opens it. An answer of a form is in the copy, or the file is refused in words."""

import subprocess
from hashlib import sha256

import pypdfium2
import pytest
from hostile_forms import EMPTY, HIDDEN, RADIO, REFUSED, SEEN, SHOWN, TICKED, UNSEEN
from hostile_pages import (
    COVERED,
    PAGES,
    PAGES_REFUSED,
    PICTURES,
    PICTURES_REFUSED,
    broken_by_qpdf,
    page_picture,
    same_picture,
)
from PIL import ImageChops
from printed_words import printed_words
from unfolded import everything_in

from sgdesk.documents.attached import clean, inspected
from sgdesk.documents.attached_pages import pages
from sgdesk.domain.attachment import FoundKind
from sgdesk.errors import UserError

WORDS = SHOWN | PAGES
BOXES = TICKED | EMPTY | RADIO


def holds(copy, word):
    """Return whether a word stands anywhere in a file, or can be read on its pages."""
    found = everything_in(copy).lower()
    if copy.startswith(b"%PDF"):
        found += printed_words(copy).lower().encode()
    ways = (word.encode(), word.encode("utf-16-be"), word.encode("utf-16-le"))
    return any(way.lower() in found for way in (*ways, ways[0].hex().encode()))


def ink(pdf, box):
    return sum(1 for dot in page_picture(pdf).crop(box).tobytes() if dot < 128)


def readers_say(path):
    """Return the words of a PDF as each reader finds them; each must open it without a word."""
    for told in (["pdftotext", path, "-"], ["mutool", "draw", "-q", "-F", "txt", path]):
        done = subprocess.run(told, capture_output=True, check=True, text=True)
        assert done.stderr.replace("warning: ICC support is not available\n", "") == ""
        yield "".join(done.stdout.split())


def test_there_are_files_enough():
    together = (WORDS, BOXES, UNSEEN, REFUSED, PAGES_REFUSED, PICTURES, PICTURES_REFUSED)

    assert sum(map(len, together)) >= 90


@pytest.mark.parametrize("name", WORDS)
def test_what_is_seen_survives_once_and_nothing_else_does(name):
    content, seen = WORDS[name]
    before = sha256(content).digest()

    copy = clean(content)

    found = "".join(printed_words(copy).split())
    for word in seen:
        assert found.count("".join(word.split())) == 1, word
    assert not holds(copy, HIDDEN)
    assert broken_by_qpdf(copy) == []
    assert inspected(copy).found == ()
    assert sha256(content).digest() == before


@pytest.mark.pdf_readers
@pytest.mark.parametrize("name", WORDS)
def test_every_reader_opens_the_copy_and_finds_the_words(name, tmp_path):
    content, seen = WORDS[name]
    path = tmp_path / "copy.pdf"
    path.write_bytes(clean(content))

    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    for said in readers_say(path):
        assert [word for word in seen if "".join(word.split()) not in said] == []
        assert HIDDEN not in said


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_drawn_as_it_was_seen(name):
    content, _seen = PAGES[name]

    far = ImageChops.difference(page_picture(clean(content)), page_picture(content))

    assert max(far.tobytes()) < 40


def test_an_answer_that_its_drawing_cuts_is_seen_whole():
    with pypdfium2.PdfDocument(clean(SHOWN["an answer longer than its drawing"][0])) as document:
        seen = document[0].get_textpage().get_text_bounded(20, 300, 220, 320)

    assert SEEN in seen


@pytest.mark.parametrize("name", TICKED)
def test_a_tick_is_seen(name):
    assert ink(clean(TICKED[name]), (20, 80, 40, 100)) > 15


@pytest.mark.parametrize("name", EMPTY)
def test_no_tick_comes_from_nowhere(name):
    assert ink(clean(EMPTY[name]), (20, 80, 40, 100)) == 0


@pytest.mark.parametrize("name", RADIO)
def test_one_of_several_is_the_one_that_was_chosen(name):
    copy = clean(RADIO[name])

    assert ink(copy, (20, 80, 40, 100)) == 0
    assert ink(copy, (60, 80, 80, 100)) > 100


@pytest.mark.parametrize("name", UNSEEN)
def test_an_answer_that_is_not_seen_is_told_and_does_not_go(name):
    content = UNSEEN[name]

    told = [one.value for one in inspected(content).found if one.kind is FoundKind.FORM]

    assert any(value.endswith(f": {HIDDEN}") for value in told)
    assert not holds(clean(content), HIDDEN)


def test_an_answer_that_a_script_writes_otherwise_is_told():
    found = inspected(SHOWN["a date that a script writes"][0]).found

    assert f"answer: {SEEN}" in [one.value for one in found]


def test_words_without_ink_and_what_was_cropped_away_are_told():
    found = {one.kind for one in inspected(PAGES["words without ink"][0]).found}

    assert FoundKind.WITHOUT_INK in found


def test_words_that_are_covered_or_have_the_colour_of_the_paper_are_told():
    first = inspected(COVERED).found[0]

    assert first.kind is FoundKind.COVERED
    assert first.value == f"{HIDDEN}, {SEEN.replace('-', ', ')}"


@pytest.mark.parametrize("name", REFUSED | PAGES_REFUSED | PICTURES_REFUSED)
def test_what_is_not_sure_is_refused_with_what_to_do(name):
    content = (REFUSED | PAGES_REFUSED | PICTURES_REFUSED)[name]
    for ask in (clean, inspected, pages):
        with pytest.raises(UserError, match=r"Nothing was kept\. .+") as refused:
            ask(content)
        assert refused.value.field == "file"
        assert HIDDEN not in refused.value.text


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_the_same_and_holds_no_word(name):
    content = PICTURES[name]

    copy = clean(content)

    assert same_picture(copy, content)
    for made in (copy, pages(content)):
        for word in (HIDDEN, HIDDEN[:9]):
            assert not holds(made, word)
