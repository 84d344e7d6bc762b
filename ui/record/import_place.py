"""Where rows are brought in on a page: the card for it, and one step back when they are there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from sgdesk.domain.facts.kinds import Event
from sgdesk.text import _
from ui.kit.cards import Notice
from ui.kit.layout import Gap, column
from ui.record.import_card import ImportCard
from ui.record.recording import Recording


class ImportPlace(QWidget):
    """Opened by a button of the page. `changed`: entries were put into the draft, or taken out;
    `sight_wanted` brings what should be scrolled to."""

    changed = Signal()
    sight_wanted = Signal(object)

    def __init__(self, recording: Recording, opened_by: QPushButton) -> None:
        super().__init__()
        self._recording = recording
        self._opened_by = opened_by
        self._card: ImportCard | None = None
        self._taken: tuple[Event, ...] = ()
        self._layout = column(self, Gap.NORMAL)
        self._done = Notice("", kind="ok")
        self._undo = self._done.add_link("import-undo", _("Undo this"))
        self._done.linked.connect(self._on_undo)
        self._done.hide()
        self._layout.addWidget(self._done)
        opened_by.clicked.connect(self._on_open)
        self.hide()

    def _on_open(self) -> None:
        if self._card is None:
            self._card = ImportCard(self._recording)
            self._card.taken.connect(self._on_taken)
            self._card.closed.connect(self._on_closed)
            self._card.sight_wanted.connect(self.sight_wanted)
            self._layout.addWidget(self._card)
        self.show()
        self._card.focus_rows()
        self.sight_wanted.emit(self._card)

    def _on_closed(self) -> None:
        self._let_card_go()
        self.setVisible(bool(self._taken))
        self._opened_by.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_taken(self, events: tuple[Event, ...]) -> None:
        self._let_card_go()
        self._taken = events
        draft = self._recording.draft
        draft.facts = [*draft.facts, *events]
        self._done.set_text(_taken_words(len(events)))
        self._done.show()
        self.show()
        self.changed.emit()
        self._undo.setFocus(Qt.FocusReason.OtherFocusReason)
        self.sight_wanted.emit(self._done)

    def _on_undo(self) -> None:
        """Take every entry of the last import out again, and nothing else."""
        draft, ids = self._recording.draft, {event.id for event in self._taken}
        there = [fact for fact in draft.facts if fact.id in ids]
        if there != list(self._taken) and not self._is_sure():
            return
        self._taken = ()
        self._done.hide()
        draft.facts = [fact for fact in draft.facts if fact.id not in ids]
        draft.kept = [kept for kept in draft.kept if kept.fact_id not in ids]
        self.setVisible(self._card is not None)
        self.changed.emit()
        self._opened_by.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_sure(self) -> bool:
        return self._recording.asker.confirm(
            _("Take the entries out again?"),
            _("Some of them were changed since they were taken in. The changes go with them."),
            _("Take them out"),
            _("Keep them"),
            danger=True,
        )

    def _let_card_go(self) -> None:
        if self._card is not None:
            self._layout.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
            self._card = None


def _taken_words(count: int) -> str:
    if count == 1:
        return _("1 entry was taken in.")
    return _("{count:,} entries were taken in.").format(count=count)
