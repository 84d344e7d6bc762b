"""Fields for words: one line, or a text that grows. Nothing typed is cut off, however long."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from sgdesk.text import UNREADABLE, _, readable
from ui.kit.binding import Binding
from ui.kit.doubts import doubt_for, tidy_for
from ui.kit.layout import lines
from ui.kit.overrides import called_by_qt, nothing

LINE_LIMIT = 300
_ALL = 2**31 - 1
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


def text_in(field: QLineEdit | QPlainTextEdit) -> str:
    """Return what was typed or pasted.

    Half of a character, which no file can hold, becomes the sign for an unknown one.
    """
    text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    return readable(text)


def unreadable(text: str) -> str:
    """Return what to do about characters that could not be read, or an empty sentence."""
    if UNREADABLE not in text:
        return ""
    return _("A character here cannot be read; it is kept as {sign}. Write it again.").format(
        sign=UNREADABLE
    )


def whole_line() -> QLineEdit:
    """Return a one-line field that keeps all that is pasted: Qt's own would cut it in silence."""
    widget = QLineEdit()
    widget.setMaxLength(_ALL)
    return widget


def line_binding(field: str, limit: int = LINE_LIMIT, placeholder: str = "") -> Binding:
    """Return a one-line field that holds a str of up to `limit` characters. One that is named as
    a telephone number or a postcode says when it looks wrong."""
    widget = whole_line()
    widget.setPlaceholderText(placeholder)
    doubt = doubt_for(field) or _no_doubt
    if (tidy := tidy_for(field)) is not None:
        widget.editingFinished.connect(lambda: _tidied(widget, tidy))
    return Binding(
        widget=widget,
        field=field,
        read=lambda: text_in(widget),
        fill=lambda value: widget.setText(value or ""),
        changed=widget.textChanged,
        left=widget.editingFinished,
        wrong=lambda: too_long(text_in(widget), limit),
        doubt=lambda: unreadable(text_in(widget)) or doubt(text_in(widget)),
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
        doubt=lambda: unreadable(text_in(widget)),
    )


def _tidied(widget: QLineEdit, tidy: Callable[[str], str]) -> None:
    typed = text_in(widget)
    if (tidied := tidy(typed)) != typed:
        widget.setText(tidied)


def _no_doubt(_typed: str) -> str:
    return ""


def too_long(text: str, limit: int) -> str:
    """Return what to do about a text over the limit, or an empty sentence."""
    if len(text) <= limit:
        return ""
    return _(
        "This box takes up to {limit} characters; there are {extra} too many. "
        "Shorten it or split it."
    ).format(limit=f"{limit:,}", extra=f"{len(text) - limit:,}")
