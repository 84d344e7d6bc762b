"""Where the caret stands: the field by its object name, and the place in its text."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from sgdesk.domain.flows.engine import Caret
from ui.kit.tab_order import focus_on


def caret_in(part: QWidget) -> Caret:
    """Return where the caret stands within a part of the window, even while it is covered."""
    widget = part.focusWidget()
    if widget is None or not widget.objectName():
        return Caret()
    if isinstance(widget, QLineEdit):
        return Caret(widget.objectName(), widget.cursorPosition())
    if isinstance(widget, QPlainTextEdit):
        return Caret(widget.objectName(), widget.textCursor().position())
    return Caret(widget.objectName())


def has_moved(part: QWidget, saved: Caret | None) -> bool:
    """Return whether the caret stands elsewhere than where it was saved, if it ever was."""
    now = caret_in(part)
    return saved is not None and bool(now.field) and now != saved


def put_caret(part: QWidget, caret: Caret) -> QWidget | None:
    """Put the caret back; return the field, or None if it is not in this part of the window."""
    widget: QWidget | None = part.findChild(QWidget, caret.field) if caret.field else None
    if widget is None or focus_on(widget) is None:
        return None
    if isinstance(widget, QLineEdit):
        widget.setCursorPosition(caret.position)
    elif isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        cursor.setPosition(min(caret.position, len(widget.toPlainText())))
        widget.setTextCursor(cursor)
    return widget
