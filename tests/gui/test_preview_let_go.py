"""A PDF that was opened is closed again, on the worker, whatever became of who asked for it."""

import gc
import weakref

import pytest
from pypdfium2 import PdfDocument
from pypdfium2.internal.bases import ObjectTracker
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import delete

from ui.kit.letting_go import LettingGo
from ui.kit.one_pdf import Opened
from ui.kit.preview import PdfPreview, Sheet


def open_documents():
    return [one() for one in ObjectTracker[PdfDocument] if one() is not None]


@pytest.fixture(autouse=True)
def nothing_open_before():
    before = set(map(id, open_documents()))
    yield
    assert {id(one) for one in open_documents()} <= before


class HeldRunner:
    """The real worker, but nothing begins before it is let."""

    def __init__(self, worker):
        self._worker = worker
        self.held = []

    def run(self, work, done=None, failed=None, owner=None):
        self.held.append((work, done, failed, owner))

    def begin(self, qtbot):
        while self.held:
            self._worker.run(*self.held.pop(0))
        reached = []
        self._worker.run(lambda: None, reached.append)
        qtbot.waitUntil(lambda: bool(reached))


@pytest.fixture
def held(worker):
    return HeldRunner(worker)


def test_a_preview_that_goes_before_its_pdf_is_open_leaves_nothing_open(qtbot, held, three_pages):
    gc.disable()
    try:
        preview = PdfPreview(held)
        preview.show_pdf(three_pages)
        opening = held.held.pop(0)
        held._worker.run(*opening)
        reached = []
        held._worker.run(lambda: None, reached.append)
        delete(preview)  # between its opening on the worker and the answer in the window
        held.begin(qtbot)
        qtbot.waitUntil(lambda: bool(reached))

        assert open_documents() == []
    finally:
        gc.enable()


def test_a_preview_that_goes_with_its_page_closes_what_it_shows(qtbot, held, three_pages):
    page = QWidget()
    preview = PdfPreview(held)
    QVBoxLayout(page).addWidget(preview)
    preview.show_pdf(three_pages)
    held.begin(qtbot)
    assert len(open_documents()) == 1
    gone = weakref.ref(preview)

    LettingGo(QApplication.instance()).add(page)
    del preview
    qtbot.waitUntil(lambda: bool(held.held))
    held.begin(qtbot)

    assert open_documents() == []
    assert gone() is None or gone()._pdf.pages is None


def test_a_preview_cleared_while_its_pdf_is_being_opened_shows_nothing(qtbot, held, three_pages):
    preview = PdfPreview(held)
    qtbot.addWidget(preview)
    preview.show_pdf(three_pages)
    opened = held.held[0][0].__self__

    preview.clear()
    held.begin(qtbot)

    assert preview.findChildren(Sheet) == []
    assert opened.pages is None
    assert open_documents() == []


def test_what_nobody_wants_any_more_is_not_even_opened(three_pages):
    opened = Opened(three_pages)

    opened.forget()
    opened.open()

    assert opened.pages is None
    assert opened.sizes == []


def test_another_pdf_closes_the_one_before(qtbot, held, three_pages):
    preview = PdfPreview(held)
    qtbot.addWidget(preview)
    for _time in range(3):
        preview.show_pdf(three_pages)
        held.begin(qtbot)

    assert len(open_documents()) == 1
    preview.clear()
    held.begin(qtbot)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert preview.findChildren(Sheet) == []
