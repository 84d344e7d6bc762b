"""The history at the foot of a concern's page; read anew by itself when a file was kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.masking import Shown, as_written
from sgdesk.ids import ConcernId
from sgdesk.services.views import ConcernView
from ui.concerns.done_cards import history_pieces
from ui.concerns.map_cards import viewed
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, column
from ui.kit.letting_go import LettingGo
from ui.kit.tasks import Runner


class HistoryPart(QWidget):
    """`made` once all of it is there; `renewed` carries the concern as it was read anew; `failed`
    an error."""

    made = Signal()
    renewed = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, runner: Runner) -> None:
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._concern_id = ConcernId("")
        self._shown: Shown = as_written
        self._later = Gradually(self)
        self._later.finished.connect(self.made)
        self._leaving = LettingGo(self)
        self._place = column(self, Gap.NORMAL)

    def clear(self) -> None:
        """Show nothing, until the concern is read."""
        self._concern_id = ConcernId("")
        self._later.replace([])
        self._leaving.clear(self._place)

    def show_view(self, view: ConcernView, shown: Shown) -> None:
        """Show the history of a concern, its texts as `shown`."""
        self.clear()
        self._concern_id, self._shown = view.concern.id, shown
        self._later.replace(history_pieces(view.history, shown, self._place.addWidget))
        self._later.go_on()

    def renew(self) -> None:
        """Read the concern anew, and show its history; the rest of the page stays where it is."""
        wanted = self._concern_id
        if not wanted:
            return
        self._runner.run(lambda: viewed(self._desk, wanted), self._on_read, self.failed.emit, self)

    def _on_read(self, view: ConcernView) -> None:
        if view.concern.id != self._concern_id:
            return
        self.show_view(view, self._shown)
        self.renewed.emit(view)
