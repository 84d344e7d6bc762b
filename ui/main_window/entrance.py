"""The way from the lock page to the window of a desk, so that nobody waits for what can be done
before."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from sgdesk.settings import Settings
from ui.kit.ask import Asker
from ui.kit.loading import Loading
from ui.kit.tasks import Runner

if TYPE_CHECKING:
    from ui.main_window.guard import Guard
    from ui.main_window.opening import Opened
    from ui.main_window.window import MainWindow

# By then the worker waits for the memory of the key derivation, and no longer for Python.
_AFTER_MS = 8


class Entrance(QObject):
    """Loads all that the window is made of while a passphrase is typed. The window itself is made
    while the worker tries the passphrase, and not while somebody types."""

    def __init__(self, app: QApplication, shell: QWidget, runner: Runner, asker: Asker) -> None:
        super().__init__(shell)
        self._app = app
        self._shell = shell
        self._runner = runner
        self._asker = asker
        self._window: MainWindow | None = None
        self._loading = Loading(runner, self, "ui.main_window.entering")
        self._loading.begin()
        runner.run(_get_ready, owner=self)

    def make_soon(self, settings: Settings, store: Path) -> None:
        """Make the window in a moment, once all is loaded."""

        def on_loaded() -> None:
            QTimer.singleShot(_AFTER_MS, self, lambda: self._made(settings, store))

        self._loading.then(on_loaded)

    def open(self, opened: "Opened", settings: Settings, store: Path) -> "tuple[MainWindow, Guard]":
        """Return the window with a desk in it, and what locks it."""
        from ui.main_window.entering import new_guard

        window = self._made(settings, store)
        window.start(opened)
        return window, new_guard(self._app, self._shell, window, settings)

    def _made(self, settings: Settings, store: Path) -> "MainWindow":
        from ui.main_window.entering import new_window

        if self._window is None:
            self._window = new_window(self._shell, self._runner, self._asker, settings, store)
        return self._window


def _get_ready() -> None:
    from sgdesk.clock import SystemClock
    from sgdesk.services.warming import warm_up

    warm_up(SystemClock())
