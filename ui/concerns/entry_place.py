"""The place on a concern's page where something is entered, one thing at a time."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.entries import AmendmentDraft, Entry, flow_of
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.masking import Shown, as_written
from sgdesk.services.views import ConcernView, DraftLine, OpenDraft
from ui.concerns.entry_card import EntryCard
from ui.concerns.entry_recording import maps_of
from ui.concerns.new_entry import new_entry
from ui.kit.layout import Gap, column
from ui.kit.letting_go import go_later
from ui.kit.painting import PaintedLater
from ui.kit.tasks import Runner


class EntryPlace(QWidget):
    """`opened` when something is begun; `recorded` carries what to say once it is in the store,
    or the paper that was made; `closed` when it was thrown away; `sought` what should come into
    sight; `failed` an error."""

    opened = Signal()
    recorded = Signal(object)
    closed = Signal()
    sought = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._view: ConcernView | None = None
        self._shown: Shown = as_written
        self._card: EntryCard | None = None
        self._to_open: DraftLine | None = None
        self._place: QVBoxLayout = column(self, Gap.NONE)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether something is being entered."""
        return self._card is not None

    def show_view(self, view: ConcernView, shown: Shown) -> None:
        """Work with this concern, its texts as `shown`; what was asked for before it was read is
        opened now."""
        self._view = view
        self._shown = shown
        waiting, self._to_open = self._to_open, None
        if waiting is not None:
            self.go_on(waiting)

    def begin(self, what: str) -> None:
        """Begin an answer, a note or a closing; one that was begun before is gone on with."""
        view = self._view
        if view is None or self.is_open:
            self._go_to_card()
            return
        begun = next((draft for draft in view.drafts if draft.flow == what), None)
        if begun is not None:
            self.go_on(begun)
        else:
            self._open(new_entry(what, view, self._desk.clock.now()), Caret())

    def start(self, draft: Entry) -> None:
        """Begin an entry that is known to its last field; one of its kind that was begun before is
        gone on with instead."""
        view = self._view
        if view is None or self.is_open:
            self._go_to_card()
            return
        flow = flow_of(draft)
        begun = next((one for one in view.drafts if one.flow == flow), None)
        if begun is not None:
            self.go_on(begun)
        else:
            self._open(draft, Caret())

    def amend(self, draft: AmendmentDraft) -> None:
        """Begin an amendment; one that was begun before is gone on with first."""
        view = self._view
        if view is None or self._card is not None:
            self._go_to_card()
            return
        begun = next((one for one in view.drafts if one.flow == "amendment"), None)
        if begun is not None:
            self.go_on(begun)
        else:
            self._runner.run(
                lambda: maps_of(self._desk, draft),
                lambda _maps: self._open(draft, Caret()),
                self.failed.emit,
                self,
            )

    def go_on(self, draft: DraftLine) -> None:
        """Open what was begun, as it was left, once its concern is read."""
        if self._card is not None:
            self._go_to_card()
        elif self._view is None or self._view.concern.id != draft.concern_id:
            self._to_open = draft
        else:
            self._runner.run(lambda: self._read(draft), self._on_opened, self.failed.emit, self)

    def keep(self, done: Callable[[], None]) -> None:
        """Save what is being entered, and then call `done`; not if saving fails."""
        if self._card is None:
            done()
        else:
            self._card.keep(done)

    def leave(self) -> None:
        """Save what is being entered, and show it no longer."""
        self.keep(self._forget)
        self._view = None

    def _read(self, draft: DraftLine) -> OpenDraft[Entry]:
        opened = self._desk.entries.open_draft(draft.id)
        maps_of(self._desk, opened.draft)
        return opened

    def _go_to_card(self) -> None:
        if self._card is not None:
            self._card.focus(Caret())

    def _on_opened(self, opened: OpenDraft[Entry]) -> None:
        self._open(opened.draft, opened.caret)

    def _open(self, draft: Entry, caret: Caret) -> None:
        view = self._view
        if view is None or view.concern.id != draft.concern_id or self.is_open:
            return
        self._card = card = EntryCard(self._desk, self._runner, draft, view, self._shown)
        card.recorded.connect(self._on_recorded)
        card.dropped.connect(self._on_dropped)
        card.sought.connect(self.sought)
        self._place.addWidget(card)
        card.begun.connect(self._on_begun)
        card.begin(caret)

    def _on_begun(self) -> None:
        self.show()
        self.opened.emit()

    def _on_recorded(self, done: object) -> None:
        self._forget()
        self.recorded.emit(done)

    def _on_dropped(self) -> None:
        self._forget()
        self.closed.emit()

    def _forget(self) -> None:
        card, self._card = self._card, None
        if card is not None:
            # Of a hundred widgets: it goes piece by piece, once the page is painted without it.
            PaintedLater.add(self)
            self._place.removeWidget(card)
            go_later(card)
        self.hide()
