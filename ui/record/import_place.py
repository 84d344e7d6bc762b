"""Where rows are brought in on a page: the card for it, and one step back when they are there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from sgdesk.domain.facts.kinds import Event
from sgdesk.text import _
from ui.kit.cards import Notice
from ui.kit.layout import Gap, column
from ui.record.import_card import ImportCard
from ui.record.last_import import LastImport
from ui.record.recording import Recording


class ImportPlace(QWidget):
    """Opened by a button of the page. `changed`: entries were put into the draft, or taken out;
    `written`: other rows stand in the box; `sight_wanted` brings what should be scrolled to."""

    changed = Signal()
    written = Signal()
    sight_wanted = Signal(object)

    def __init__(self, recording: Recording, opened_by: QPushButton) -> None:
        super().__init__()
        self._recording = recording
        self._opened_by = opened_by
        self._card: ImportCard | None = None
        self._is_open = False
        self._last = LastImport(recording.draft)
        self._layout = column(self, Gap.NORMAL)
        self._done = Notice("", kind="ok")
        self._done.add_link("import-undo", _("Undo this"))
        self._done.linked.connect(self._on_undo)
        self._done.hide()
        self._layout.addWidget(self._done)
        opened_by.clicked.connect(self._on_open)
        self.show_last()

    def show_last(self) -> None:
        """Offer to take the entries of the last import out again, while none was changed."""
        self._last.look()
        count = self._last.count
        if count:
            self._done.set_text(_taken_words(count))
        self._done.setVisible(count > 0)
        self.setVisible(count > 0 or self._is_open)

    def show_left(self) -> None:
        """Open the card with the rows that were in its box when the draft was closed, if any."""
        if self._recording.draft.rows_in_hand.strip():
            self._opened()

    def _on_open(self) -> None:
        card = self._opened()
        card.focus_rows()
        self.sight_wanted.emit(card)

    def _opened(self) -> ImportCard:
        if self._card is None:
            self._card = ImportCard(self._recording)
            self._card.taken.connect(self._on_taken)
            self._card.closed.connect(self._on_closed)
            self._card.written.connect(self.written)
            self._card.sight_wanted.connect(self.sight_wanted)
            self._layout.addWidget(self._card)
        self._open(True)
        return self._card

    def _on_closed(self) -> None:
        self._open(False)
        # Not on "Undo this": one more Return would take everything out again.
        self._opened_by.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_taken(self, events: tuple[Event, ...]) -> None:
        self._last.take(events)
        self.show_last()
        self.changed.emit()
        self.sight_wanted.emit(self._done)

    def _on_undo(self) -> None:
        self._last.undo()
        if self._card is not None:
            self._card.bring_back()
        self.show_last()
        self.changed.emit()
        self._opened_by.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, is_open: bool) -> None:
        # A card that is closed keeps what stands in its box.
        self._is_open = is_open
        if self._card is not None:
            self._card.setVisible(is_open)
        self.show_last()


def _taken_words(count: int) -> str:
    if count == 1:
        return _("1 entry was taken in.")
    return _("{count:,} entries were taken in.").format(count=count)
