"""A text with one marked word, and what is said about it below."""

from gui_support import field
from PySide6.QtWidgets import QPlainTextEdit

from ui.kit.cards import Notice

TEXT = "She often came late. Her words: “He often shouts.”"


def notices(root):
    return [one for one in root.findChildren(Notice) if "“often”" in one.accessibleName()]


def write(qtbot, root, name, text=TEXT):
    """Write a text that one word is marked in, and wait for what is said about it."""
    box = field(root, QPlainTextEdit, name)
    box.setPlainText(text)
    qtbot.waitUntil(lambda: bool(notices(root)))
    return box


def marked(box):
    return [one.cursor.selectedText() for one in box.extraSelections()]


def is_marked(qtbot, root, name):
    box = write(qtbot, root, name)
    (notice,) = notices(root)
    qtbot.waitUntil(lambda: box.isVisible() and notice.isVisible())
    return marked(box) == ["often"]
