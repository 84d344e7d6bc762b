import pytest
from gui_support import field, press, unnamed_fields
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QScrollArea

from ui.kit.pdf_pages import PdfPages
from ui.kit.preview import PdfPreview, Sheet


@pytest.fixture
def preview(qtbot, runner, three_pages):
    made = PdfPreview(runner)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.show_pdf(three_pages)
    return made


def test_pages_are_drawn_as_they_come_into_sight(qtbot, preview):
    sheets = preview.findChildren(Sheet)
    qtbot.waitUntil(lambda: sheets[0]._picture is not None)
    unseen = sheets[2]._picture

    bar = field(preview, QScrollArea, "preview-pages").verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: sheets[2]._picture is not None)

    assert unseen is None
    assert field(preview, QLabel, "page-number").text() == "Page 3 of 3"


def test_a_page_has_ink_where_the_words_are(qtbot, three_pages):
    with PdfPages(three_pages) as pages:
        picture = pages.draw(0, 72)

    ink = [picture.pixelColor(x, y).lightness() for x in range(72, 200) for y in range(120, 150)]
    assert (picture.width(), picture.height()) == (595, 842)
    assert min(ink) < 100
    assert picture.pixelColor(10, 10).lightness() == 255


def test_the_words_can_be_read_instead(qtbot, preview):
    press(qtbot, preview, "as-text")

    text = preview.findChild(QPlainTextEdit)
    assert text.isVisible()
    assert text.isReadOnly()
    assert "Paper number 2" in text.toPlainText()


def test_the_button_leads_back_and_another_paper_begins_with_its_pages(qtbot, preview, three_pages):
    button = field(preview, QAbstractButton, "as-text")
    press(qtbot, preview, "as-text")
    assert button.text() == "Show the pages"

    preview.clear()
    with qtbot.waitSignal(preview.shown):
        preview.show_pdf(three_pages)

    assert not preview.findChild(QPlainTextEdit).isVisible()
    assert button.text() == "Read as text"


def test_zooming_changes_the_size_of_the_paper(qtbot, preview):
    sheet = preview.findChildren(Sheet)[0]
    fitting = sheet.width()

    press(qtbot, preview, "zoom-in")
    larger = sheet.width()
    press(qtbot, preview, "fit-width")

    assert larger > fitting
    assert sheet.width() == fitting


def test_everything_in_the_preview_has_a_name(qtbot, preview):
    label = field(preview, QLabel, "page-number")
    qtbot.waitUntil(lambda: label.text() == "Page 1 of 3")

    assert unnamed_fields(preview) == []
    name = field(preview, QScrollArea, "preview-pages").accessibleName()
    assert name == "Preview, Page 1 of 3"


def test_another_paper_takes_the_place_of_the_first(qtbot, preview, three_pages):
    preview.show_pdf(three_pages)

    def shown():
        return [sheet for sheet in preview.findChildren(Sheet) if not sheet.isHidden()]

    qtbot.waitUntil(lambda: len(shown()) == 3)
    assert {sheet.number for sheet in shown()} == {0, 1, 2}


def test_the_real_worker_draws_too(qtbot, worker, three_pages):
    made = PdfPreview(worker)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    with qtbot.waitSignal(made.shown):
        made.show_pdf(three_pages)

    qtbot.waitUntil(lambda: made.findChildren(Sheet)[0]._picture is not None)
    made.clear()

    assert all(sheet.isHidden() for sheet in made.findChildren(Sheet))
