"""The program with a window: the lock page at once, then set-up or the desk, and the lock.

Only what the lock page needs is imported before it is painted; the rest while the passphrase is
typed, what needs no window on the worker.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication

from sgdesk.errors import SituationError, UserError
from sgdesk.paths import settings_file
from sgdesk.settings import Settings
from sgdesk.text import _
from ui.kit.layout import letters, lines
from ui.kit.theme import IN_OUR_STYLE
from ui.lock_page import LockPage
from ui.main_window.preferences import Preferences
from ui.main_window.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.bootstrap import Desk
    from sgdesk.clock import Clock
    from sgdesk.services.views import StoreState
    from ui.kit.tasks import WorkerRunner
    from ui.main_window.copied import Copied
    from ui.main_window.entrance import Entrance
    from ui.main_window.guard import Guard
    from ui.main_window.opening import Opened, Ready
    from ui.main_window.window import MainWindow

_CHECK_AFTER_MS = 3_000
_WIDTH, _HEIGHT = 180, 46


def run(
    folder: Path,
    *,
    demo: bool,
    clock: "Clock | None" = None,
    arguments: Sequence[str] = (),
) -> int:
    """Open the window on the records in a folder; return the exit code once it is closed.

    With `demo` the demonstration is made where it is not there yet. Without a clock, the folder's
    own or this PC's. `arguments` start a fresh copy of the program when the desk is locked.
    """
    app = QApplication([*sys.argv[:1], *IN_OUR_STYLE])
    app.setApplicationName("SG Desk")
    program = Program(app, folder, settings_file(), arguments, demo=demo, clock=clock)
    program.start()
    code = app.exec()
    if program.again is not None:
        from ui.main_window.fresh_copy import start_again

        start_again(program.again)
    return code


class Program(QObject):
    """What is shown in the window, one after the other. `again` are the arguments of the fresh
    copy that starts once this one has ended; None where it just ends."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        settings_at: Path,
        arguments: Sequence[str] = (),
        *,
        demo: bool,
        clock: "Clock | None",
    ) -> None:
        super().__init__(app)
        self.again: list[str] | None = None
        self.shell = Shell()
        self.window: MainWindow | None = None
        self._app = app
        self._folder = folder
        self._preferences = Preferences(app, settings_at)
        self._preferences.changed.connect(self._on_settings)
        self._arguments = arguments
        self._demo = demo
        self._clock = clock
        self._ready: Ready | None = None
        self._desk: Desk | None = None
        self._guard: Guard | None = None
        self._is_ready = False
        self._save_all: Callable[[Callable[[], None]], None] = lambda done: done()
        self._runner: WorkerRunner
        self._aside: WorkerRunner
        self._copied: Copied
        self._entrance: Entrance
        self.shell.painted.connect(self._on_painted)
        self.shell.close_asked.connect(self._on_close_asked)

    @property
    def is_ready(self) -> bool:
        """Whether the lock page knows the names, set-up is shown, or it was said why not."""
        return self._is_ready and not self.shell.is_waiting

    @property
    def settings(self) -> Settings:
        """This user's settings as they are now."""
        return self._preferences.now

    def start(self) -> None:
        """Show the lock page."""
        self._show_lock_page()
        self.shell.open(QSize(letters(_WIDTH), lines(_HEIGHT)))

    def _show_lock_page(self) -> None:
        self._page = page = LockPage(demo=self._demo)
        page.unlock_asked.connect(self._on_unlock_asked)
        page.recovery_asked.connect(self._on_recovery_asked)
        page.show_state(_("Getting ready"))
        self.shell.show_only(page)
        page.passphrase.setFocus()

    def _on_painted(self) -> None:
        from ui.kit.ask import WindowAsker
        from ui.kit.crash import CrashWatch
        from ui.kit.focus_ring import FocusRing
        from ui.kit.tasks import WorkerRunner
        from ui.main_window.copied import Copied
        from ui.main_window.entrance import Entrance

        self.shell.may_close = False
        self._runner = WorkerRunner(self)
        self._aside = WorkerRunner(self)  # for what may wait for somebody, such as the keyring
        self._asker = WindowAsker(self.shell)
        CrashWatch(self._asker, self).install()
        FocusRing(self._app)
        self._copied = Copied(self._app)
        self._show_lines()
        self._runner.run(self._make_ready, self._on_ready, self._on_not_ready, self)
        self._entrance = Entrance(self._app, self.shell, self._runner, self._asker)

    def _show_lines(self) -> None:
        def numbers() -> list[tuple[str, str, str]]:
            from ui.main_window.opening import numbers_for_an_emergency

            return numbers_for_an_emergency()

        self._runner.run(numbers, self._page.show_lines, owner=self._page)

    def _make_ready(self) -> "Ready":
        from ui.main_window.opening import make_ready

        return make_ready(self._folder, self._clock, demo=self._demo)

    def _on_ready(self, ready: "Ready") -> None:
        from ui.kit.loading import Loading

        self._ready = ready
        if ready.users:
            self._is_ready = True
            self._page.show_state("")
            self._page.show_wait(ready.wait)
            self._page.show_users(ready.users)
            self._page.show_demo_passphrases(ready.passphrases)
            self._page.show_clock_doubt(ready.clock)
        else:
            Loading(self._runner, self, "ui.main_window.founding").then(self._set_up)

    def _on_not_ready(self, error: UserError | SituationError) -> None:
        self._is_ready = True
        self._page.show_problem(error.text)

    def _on_unlock_asked(self, user_id: str, passphrase: str) -> None:
        from ui.main_window.opening import unlock

        ready = self._ready
        if ready is not None:
            self._runner.run(
                lambda: unlock(ready.locked, user_id, passphrase),
                self._on_opened,
                self._on_refused,
                self,
            )
            self._entrance.make_soon(self.settings, self._folder)

    def _on_refused(self, error: UserError | SituationError) -> None:
        from ui.main_window.opening import seconds_to_wait

        self._page.show_problem(error.text)
        ready = self._ready
        if ready is not None and not ready.passphrases and isinstance(error, UserError):
            self._runner.run(
                lambda: seconds_to_wait(ready.locked), self._page.show_wait, owner=self._page
            )

    def _on_recovery_asked(self) -> None:
        from ui.setup.recover import RecoverPage

        if self._ready is None:
            return
        page = RecoverPage(self._ready.locked, self._ready.users, self._runner)
        page.opened.connect(self._read)
        page.left.connect(self._lock_page_again)
        self.shell.show_only(page)
        page.enter()

    def _lock_page_again(self) -> None:
        self._show_lock_page()
        self._show_lines()
        if self._ready is not None:
            self._on_ready(self._ready)

    def _set_up(self) -> None:
        from ui.main_window.founding import new_setup

        wizard = new_setup(self._folder, self._runner, self._asker, self._clock)
        wizard.founded.connect(self._on_founded)
        wizard.opened.connect(self._read)
        wizard.demo_asked.connect(lambda: self._end(["--demo"]))
        wizard.given_up.connect(lambda: self._end(None))
        self._save_all = wizard.save_all
        self._is_ready = True
        self.shell.show_soon(wizard)

    def _on_founded(self, desk: "Desk", folder: Path) -> None:
        self._desk = desk
        if folder != self._folder:
            self._folder = folder
            self._preferences.remember_store(folder)

    def _read(self, desk: "Desk") -> None:
        from ui.main_window.opening import read

        self._desk = desk
        self._runner.run(lambda: read(desk), self._on_opened, self._on_not_read, self)

    def _on_not_read(self, error: UserError | SituationError) -> None:
        self._asker.tell(_("The records could not be read"), error.text)

    def _on_opened(self, opened: "Opened") -> None:
        self._desk = opened.desk
        self.window, self._guard = self._entrance.open(opened, self.settings, self._folder)
        self._save_all = self.window.save_all
        self.window.settings_changed.connect(self._preferences.change)
        self._guard.saved.connect(lambda: self._end(self._arguments))
        self.shell.show_only(self.window)
        self.window.go_to_heading()
        if self._preferences.was_damaged:
            self.window.tell(_("Your settings could not be read; the program uses its own."))
        QTimer.singleShot(_CHECK_AFTER_MS, self._check)

    def _check(self) -> None:
        self._runner.settle()
        desk, window = self._desk, self.window
        if desk is None or window is None:
            return

        def on_looked(rest: "Callable[[], StoreState]") -> None:
            self._runner.run(rest, lambda _state: window.refresh_today(), self._on_damaged, window)

        self._aside.run(desk.backups.look_outside, on_looked, self._on_damaged, window)

    def _on_damaged(self, error: UserError | SituationError) -> None:
        self._asker.tell(_("The records are damaged"), error.text)

    def _on_settings(self, settings: Settings) -> None:
        if self._guard is not None and self.window is not None:
            self._guard.set_minutes(settings.idle_minutes)
            self.window.show_idle_minutes(settings.idle_minutes)
        self._runner.run(self._preferences.keep, None, self._on_not_kept, self)

    def _on_not_kept(self, error: UserError | SituationError) -> None:
        self._asker.tell(_("The settings are not kept"), error.text)

    def _on_close_asked(self) -> None:
        self._save_all(lambda: self._end(None))

    def _end(self, again: Sequence[str] | None) -> None:
        """Let the records go, and end the program; with `again`, a fresh copy starts after it."""
        from ui.main_window.leaving import let_go

        self.again = None if again is None else list(again)
        self._copied.forget()
        desk, self._desk = self._desk, None
        let_go(desk, self._runner, self._aside, self._quit)

    def _quit(self, _answer: object = None) -> None:
        if self.shell.may_close:
            return
        self._aside.leave()
        self._runner.close()
        self.shell.may_close = True
        self.shell.close()
        self._app.quit()
