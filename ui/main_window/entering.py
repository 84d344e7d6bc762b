"""The window of a desk: made before there is a key, and guarded from when it shows something."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from sgdesk.clock import SystemClock
from sgdesk.settings import Settings
from ui.kit.ask import Asker
from ui.kit.printing import system_print_service
from ui.kit.tasks import Runner
from ui.main_window.guard import Guard
from ui.main_window.rooms import Surroundings
from ui.main_window.window import MainWindow


def new_window(
    shell: QWidget, runner: Runner, asker: Asker, settings: Settings, store: Path
) -> MainWindow:
    """Return a window that waits for its desk, with all done that can be done without."""
    around = Surroundings(runner, asker, system_print_service(), store)
    window = MainWindow(around, settings, shell)
    window.resize(shell.size())
    for part in window.findChildren(QWidget):
        part.ensurePolished()
    window.grab()  # painted once where nobody sees it: fonts and layouts are ready when it shows
    return window


def new_guard(app: QApplication, shell: QWidget, window: MainWindow, settings: Settings) -> Guard:
    """Return what locks the desk in a window."""
    return Guard(app, shell, window, SystemClock(), settings.idle_minutes)
