"""A concern's deadlines: what is open, and closing one with the reason why."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sgdesk.domain.due import Due
from sgdesk.domain.masking import Shown
from sgdesk.domain.shown import due_words
from sgdesk.text import _, read_moment
from ui.concerns.done_cards import Piece
from ui.kit.cards import Card, button, tag, words
from ui.kit.layout import Gap, clear, column, row


class ConcernDuesCard(Card):
    """`close_asked` carries a due's id and the reason that was typed."""

    close_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(_("Due"))
        self._place: QVBoxLayout = column(gap=Gap.NORMAL)
        self.body.addLayout(self._place)

    def show_dues(self, dues: Sequence[Due], now: datetime, shown: Shown) -> None:
        """Show what is open, and below it what was closed and why; texts as `shown`."""
        clear(self._place)
        still_open = [due for due in dues if due.closed_at is None]
        for due in sorted(still_open, key=lambda one: one.due_at):
            self._place.addWidget(self._open(due, now, shown))
        if not still_open:
            self._place.addWidget(words(_("Nothing is due."), "hint"))
        for due in dues:
            if due.closed_at is not None:
                text = _("{what}: closed {when}. {why}").format(
                    what=_(due.title), when=read_moment(due.closed_at), why=due.closed_because
                )
                self._place.addWidget(words(shown(text), "hint"))

    def _open(self, due: Due, now: datetime, shown: Shown) -> QWidget:
        widget = QWidget()
        layout = column(widget, Gap.TIGHT)
        top = row(gap=Gap.SMALL)
        when = due_words(due.due_at, now)
        top.addWidget(tag(when.text, when.tone.value), 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(words(_(due.title), "label"), 1, Qt.AlignmentFlag.AlignTop)
        closing = Closing(due)
        opener = button(_("Close"), "small", f"close:{due.rule}")
        opener.setAccessibleName(_("Close: {what}").format(what=_(due.title)))
        opener.clicked.connect(closing.open)
        closing.close_asked.connect(self.close_asked)
        top.addWidget(opener)
        layout.addLayout(top)
        for text in filter(None, (due.detail, due.why, due.source)):
            layout.addWidget(words(shown(text), "hint"))
        layout.addWidget(closing)
        return widget


class Closing(QWidget):
    """Asks why nothing more is needed, where it was asked to close."""

    close_asked = Signal(str, str)

    def __init__(self, due: Due) -> None:
        super().__init__()
        self._due = due
        layout = row(self, Gap.SMALL)
        label = words(_("Why is nothing more needed?"), "label")
        self._because = QLineEdit()
        self._because.setObjectName("because")
        self._because.setAccessibleName(_("Why is nothing more needed?"))
        self._because.returnPressed.connect(self._on_asked)
        label.setBuddy(self._because)
        layout.addWidget(label)
        layout.addWidget(self._because, 1)
        done = button(_("Close it"), "small", "close-due")
        done.clicked.connect(self._on_asked)
        layout.addWidget(done)
        self.hide()

    def open(self) -> None:
        """Show the question."""
        self.show()
        self._because.setFocus()

    def _on_asked(self) -> None:
        self.close_asked.emit(self._due.id, self._because.text())


def due_pieces(
    dues: Sequence[Due],
    now: datetime,
    shown: Shown,
    add: Callable[[Card], None],
    close: Callable[[str, str], None],
) -> list[Piece]:
    """Return the piece that shows these deadlines, where there are any; `close` is called with
    a due's id and the reason that was typed."""

    def make() -> None:
        card = ConcernDuesCard()
        card.show_dues(dues, now, shown)
        card.close_asked.connect(close)
        add(card)

    return [make] if dues else []
