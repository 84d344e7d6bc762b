"""Fields for words: one line, or a text that grows. Nothing typed is cut off, however long."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from sgdesk.text import _
from ui.kit.binding import Binding
from ui.kit.layout import lines
from ui.kit.overrides import called_by_qt, nothing

LINE_LIMIT = 300
TEXT_LIMIT = 20_000
_MOST_LINES = 14


class LongText(QPlainTextEdit):
    """A text of several lines that grows with what is typed; Tab goes on to the next field."""

    left = Signal()

    def __init__(self, rows: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._shown_rows = 0
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self._on_size_changed()

    @called_by_qt(nothing)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    @called_by_qt(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Return to the page."""
        if event.key() == Qt.Key.Key_Return and event.modifiers() & _CONTROL:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_size_changed(self) -> None:
        # A plain text document measures its height in lines, not in pixels.
        wanted = round(self.document().size().height())
        most = max(self._rows, _MOST_LINES)
        rows = min(max(self._rows, wanted), most)
        if rows != self._shown_rows:
            self._shown_rows = rows
            self.setFixedHeight(lines(rows + 0.9))
        policies = Qt.ScrollBarPolicy
        # Never one in a box that can still grow: it would take width, and so make another line.
        needed = policies.ScrollBarAsNeeded if wanted > most else policies.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(needed)


_CONTROL = Qt.KeyboardModifier.ControlModifier
_HALVES = re.compile("[\ud800-\udfff]")


def text_in(field: QLineEdit | QPlainTextEdit) -> str:
    """Return what was typed or pasted.

    Half of a character, which no file can hold, becomes the sign for an unknown one.
    """
    text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    return _HALVES.sub("\ufffd", text)


def line_binding(field: str, limit: int = LINE_LIMIT, placeholder: str = "") -> Binding:
    """Return a one-line field that holds a str of up to `limit` characters."""
    widget = QLineEdit()
    widget.setPlaceholderText(placeholder)
    return Binding(
        widget=widget,
        field=field,
        read=lambda: text_in(widget),
        fill=lambda value: widget.setText(value or ""),
        changed=widget.textChanged,
        left=widget.editingFinished,
        wrong=lambda: too_long(text_in(widget), limit),
    )


def text_binding(field: str, limit: int = TEXT_LIMIT, rows: int = 3) -> Binding:
    """Return a growing field that holds a str of up to `limit` characters."""
    widget = LongText(rows)
    return Binding(
        widget=widget,
        field=field,
        read=lambda: text_in(widget),
        fill=lambda value: widget.setPlainText(value or ""),
        changed=widget.textChanged,
        left=widget.left,
        wrong=lambda: too_long(text_in(widget), limit),
    )


def too_long(text: str, limit: int) -> str:
    """Return what to do about a text over the limit, or an empty sentence."""
    if len(text) <= limit:
        return ""
    return _(
        "This box takes up to {limit} characters; there are {extra} too many. "
        "Shorten it or split it."
    ).format(limit=f"{limit:,}", extra=f"{len(text) - limit:,}")
