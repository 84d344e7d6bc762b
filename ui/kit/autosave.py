"""When a draft is written: at most two seconds after its first unsaved key, or when asked."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from sgdesk.clock import Clock
from sgdesk.errors import SituationError, UserError
from ui.kit.tasks import Runner

# Half a second of the promised two is left for the worker and the disk.
DELAY_MS = 1_500
_AGAIN_MS = 2_000


class Autosave(QObject):
    """Saves through the runner. After a failure it says so, and tries again until it succeeds.

    `take` is called on the window's thread and returns the work, which holds its own snapshot.
    """

    saved = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        take: Callable[[], Callable[[], object]],
        runner: Runner,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._take = take
        self._runner = runner
        self._clock = clock
        self._changes = 0
        self._saved_changes = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save_now)

    @property
    def is_dirty(self) -> bool:
        """Say whether something is typed that is not saved yet."""
        return self._changes != self._saved_changes

    def mark_changed(self) -> None:
        """Note a change. The time runs from the first unsaved one; later ones do not stretch it."""
        self._changes += 1
        if not self._timer.isActive():
            self._timer.start(DELAY_MS)

    def save_if_changed(self) -> None:
        """Save at once if something is unsaved."""
        if self.is_dirty:
            self.save_now()

    def save_now(self, done: Callable[[], None] | None = None) -> None:
        """Save at once, and then call `done`; it is not called when saving fails."""
        self._timer.stop()
        changes = self._changes

        def on_saved(_answer: object) -> None:
            self._saved_changes = max(self._saved_changes, changes)
            if self.is_dirty and not self._timer.isActive():
                self._timer.start(DELAY_MS)
            self.saved.emit(self._clock.now())
            if done is not None:
                done()

        self._runner.run(self._take(), on_saved, self._on_failed, self)

    def _on_failed(self, error: UserError | SituationError) -> None:
        self._changes += 1
        self._timer.start(_AGAIN_MS)
        self.failed.emit(error.text)
