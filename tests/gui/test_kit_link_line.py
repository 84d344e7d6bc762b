"""The words of a link line wrap, and none is cut at the right, at any width and any size."""

import pytest
from gui_support import at_percent
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit.layout import column
from ui.kit.link_line import LinkLine

WORDS = (
    "Who receives it: Nobody said in which authority’s area the home is. That authority is the"
    " right one: look the postcode up, or ask the duty team."
)


@pytest.fixture
def link(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    made = LinkLine(WORDS, "warned")
    layout = column(host)
    layout.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
    layout.addStretch()
    host.resize(900, 400)
    with qtbot.waitExposed(host):
        host.show()
    yield made
    host.close()


def too_wide(link):
    words = link.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, link.text()).width()
    return max(0, words - link.contentsRect().width())


def test_no_width_cuts_the_words(link):
    cut = {}
    for width in range(1_100, 300, -7):
        link.window().resize(width, 400)
        QApplication.processEvents()
        if too_wide(link) or link.height() < link.heightForWidth(link.width()):
            cut[width] = too_wide(link)

    assert cut == {}


def test_words_break_anew_in_another_size_of_text(qtbot, qapp, link):
    before = link.text().count("\n")

    with at_percent(qapp, 200):
        qtbot.waitUntil(lambda: link.text().count("\n") > before)
        assert too_wide(link) == 0
