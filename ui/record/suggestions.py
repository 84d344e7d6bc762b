"""A line of words with common answers on offer; anything else can be typed instead."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from sgdesk.text import _
from ui.kit.binding import Binding
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.text_fields import LINE_LIMIT, text_in, too_long

_MOST_SHOWN = 12


class SuggestingLine(QLineEdit):
    """Offers what fits the letters typed so far; the arrow down, or a click, offers everything."""

    def __init__(self, suggestions: Sequence[str]) -> None:
        super().__init__()
        self._suggestions = QStringListModel(list(suggestions), self)
        completer = QCompleter(self._suggestions, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_MOST_SHOWN)
        self.setCompleter(completer)
        self.setPlaceholderText(_("Choose or type"))

    def offer(self, suggestions: Sequence[str]) -> None:
        """Offer other answers."""
        self._suggestions.setStringList(list(suggestions))

    @called_by_qt(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer everything at the arrow down; leave Return to the page."""
        if event.key() == Qt.Key.Key_Down:
            self._offer_all()
        else:
            super().keyPressEvent(event)

    @called_by_qt(nothing)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Offer everything in an empty line."""
        super().mousePressEvent(event)
        if not self.text():
            self._offer_all()

    def _offer_all(self) -> None:
        completer = self.completer()
        completer.setCompletionPrefix("")
        completer.complete()


def suggestion_binding(field: str, suggestions: Sequence[str], limit: int = LINE_LIMIT) -> Binding:
    """Return a one-line field that holds a str and offers these answers."""
    widget = SuggestingLine(suggestions)

    def fill(value: str) -> None:
        widget.setText(value or "")
        widget.setCursorPosition(0)

    return Binding(
        widget=widget,
        field=field,
        read=lambda: text_in(widget),
        fill=fill,
        changed=widget.textChanged,
        left=widget.editingFinished,
        wrong=lambda: too_long(text_in(widget), limit),
    )
