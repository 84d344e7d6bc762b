"""The pages that are written in while one talks: shown over a concern of the demonstration."""

from gui_support import field, finish_pages
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel

MIA = "SG-2026-0031"


def concern_of(desk, reference=MIA):
    return desk.exchange.concern_of(reference)


def sized(qtbot, page):
    """Give a page the room that it has in the window; it goes with the test."""
    qtbot.addWidget(page)
    page.resize(1140, 614)
    return page


def opened(qtbot, page, about="", concern=""):
    """Begin to write about something, and return the page once it can be written in."""
    page.begin(about, concern)
    return shown(qtbot, page)


def shown(qtbot, page):
    page.show()
    page.enter()
    qtbot.waitUntil(lambda: page.findChild(QComboBox, "concern_id") is not None)
    finish_pages(page)
    return page


def choose(page, name, text):
    """Choose an entry of a list by its words."""
    box = field(page, QComboBox, name)
    box.setCurrentIndex(box.findText(text))
    finish_pages(page)


def lines(page):
    """Return what the page proposes to say, by the name of each line."""
    finish_pages(page)
    return {
        box.objectName().removeprefix("say:"): box.accessibleName()
        for box in page.findChildren(QCheckBox)
        if box.objectName().startswith("say:") and box.isVisibleTo(page)
    }


def letters_with_alt(root):
    """Return the letter of each question and button that can be in sight, where it has one."""
    labels = [one for one in root.findChildren(QLabel) if one.buddy() is not None]
    known = [*labels, *root.findChildren(QAbstractButton)]
    keys = [QKeySequence.mnemonic(one.text()).toString() for one in known]
    return sorted(filter(None, keys))


def doubled_letters(root):
    """Return the letters that lead to more than one place."""
    keys = letters_with_alt(root)
    return sorted({key for key in keys if keys.count(key) > 1})
