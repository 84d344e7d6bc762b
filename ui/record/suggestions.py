"""A line of words with common answers on offer; anything else can be typed instead."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from sgdesk.text import _
from ui.kit.binding import Binding
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.text_fields import LINE_LIMIT, text_in, too_long

_MOST_SHOWN = 12


class SuggestingLine(QLineEdit):
    """Offers what fits the letters typed so far; the arrow down, or a click, offers everything.

    The list is made when it is first wanted: it takes longer than the whole line.
    """

    def __init__(self, suggestions: Sequence[str]) -> None:
        super().__init__()
        self._suggestions = list(suggestions)
        self._offered: QStringListModel | None = None
        self.setPlaceholderText(_("Choose or type"))

    def completer(self) -> QCompleter:
        """Return what offers the answers."""
        if self._offered is None:
            self._offered = QStringListModel(self._suggestions, self)
            made = _completer_of(self._offered, self)
            self.textEdited.connect(self._put_first_what_begins_so)
            self.setCompleter(made)
            if (popup := made.popup()) is not None:
                _PressThrough(popup, self)
        return super().completer()

    def offer(self, suggestions: Sequence[str]) -> None:
        """Offer other answers."""
        self._suggestions = list(suggestions)
        if self._offered is not None:
            self._offered.setStringList(self._suggestions)

    @called_by_qt(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer everything at the arrow down; leave Return to the page."""
        if event.key() == Qt.Key.Key_Down:
            self._offer_all()
            return
        if event.text():
            self.completer()
        super().keyPressEvent(event)
        if self._offered is not None:
            self._put_away_what_is_typed()

    @called_by_qt(nothing)
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Offer what fits, however the letters are put in."""
        self.completer()
        super().inputMethodEvent(event)

    @called_by_qt(nothing)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Offer everything in an empty line."""
        super().mousePressEvent(event)
        if not self.text():
            self._offer_all()

    def _put_away_what_is_typed(self) -> None:
        # The one answer left stands in the line already: its list would only cover what is below.
        completer = self.completer()
        same = completer.currentCompletion().casefold() == self.text().casefold()
        popup = completer.popup()
        if same and completer.completionCount() == 1 and popup is not None and self.text():
            popup.hide()

    def _put_first_what_begins_so(self, typed: str) -> None:
        # It comes before Qt fits the answers to the letters, and Qt keeps their order.
        def rank(answer: str) -> int:
            text, begun = answer.casefold(), typed.casefold()
            return 0 if text.startswith(begun) else 1 if f" {begun}" in text else 2

        if self._offered is not None:
            self._offered.setStringList(sorted(self._suggestions, key=rank))

    def _offer_all(self) -> None:
        self._put_first_what_begins_so("")
        completer = self.completer()
        completer.setCompletionPrefix("")
        completer.complete()


def _completer_of(model: QStringListModel, line: QLineEdit) -> QCompleter:
    completer = QCompleter(model, line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setMaxVisibleItems(_MOST_SHOWN)
    return completer


class _PressThrough(QObject):
    """Lets a press beside open suggestions close them and reach what was pressed: by itself, Qt
    takes such a press away on most platforms, and a click beside the list would do nothing."""

    def __init__(self, popup: QWidget, line: QLineEdit) -> None:
        super().__init__(popup)
        self._popup = popup
        self._line = line
        # Where Qt hands the press on itself, it must not come twice.
        popup.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        popup.installEventFilter(self)

    @called_by_qt(bool)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand on a press that is not on the list."""
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        if watched is not self._popup or self._popup.rect().contains(event.position().toPoint()):
            return False
        self._popup.hide()
        _press_again(self._line.window(), event)
        return True


def _press_again(window: QWidget, event: QMouseEvent) -> None:
    at = window.mapFromGlobal(event.globalPosition())
    again = QMouseEvent(
        event.type(), at, at, event.globalPosition(), event.button(), event.buttons(),
        event.modifiers(), event.pointingDevice(),
    )  # fmt: skip
    QCoreApplication.postEvent(window.windowHandle(), again)


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
