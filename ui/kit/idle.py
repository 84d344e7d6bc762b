"""When nobody has touched keyboard or mouse for a while."""

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from sgdesk.clock import Clock
from ui.kit.overrides import called_by_qt

THREE_MINUTES = timedelta(minutes=3)
_LOOK_MS = 1_000
_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class IdleTimer(QObject):
    """Emits `idle` once when the time is up; also after a sleep, because it asks the clock."""

    idle = Signal()

    def __init__(self, app: QApplication, clock: Clock, limit: timedelta = THREE_MINUTES) -> None:
        super().__init__(app)
        self._app = app
        self._clock = clock
        self._limit = limit
        self._last = clock.now()
        self._watched: list[QObject] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Watch from now on: from the first look, so that painting a new window is not watched."""
        self._last = self._clock.now()
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._let_go()
        self._timer.stop()

    def set_limit(self, limit: timedelta) -> None:
        """Wait for another length of time."""
        self._limit = limit

    def look(self) -> None:
        """Ask the clock whether the time is up."""
        if self._clock.now() - self._last >= self._limit:
            self.stop()
            self.idle.emit()
        else:
            self._watch()

    @called_by_qt(bool)
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there; every event goes on as if nobody had looked."""
        if event.type() in _ACTIVITY:
            self._last = self._clock.now()
            # Once in a second is enough: what follows a touch, such as a new page, is many events.
            self._let_go()
        return False

    def _watch(self) -> None:
        # Keys and the mouse come to a window before its widgets, and text from an input method to
        # what has the focus. Over the whole program, ten thousand events of a page that is laid
        # out would all come through here: a third of what that page costs.
        self._let_go()
        focused = self._app.focusObject()
        self._watched = [*self._app.topLevelWindows(), *([] if focused is None else [focused])]
        for one in self._watched:
            one.installEventFilter(self)

    def _let_go(self) -> None:
        for one in self._watched:
            if isValid(one):
                one.removeEventFilter(self)
        self._watched = []
