"""This user's settings at work: read before the first paint, and kept when they change."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from sgdesk.errors import SituationError
from sgdesk.paths import resources
from sgdesk.settings import Settings, load, save
from sgdesk.text import _
from ui.kit.theme import apply_theme


class Preferences(QObject):
    """`changed` carries new settings, which hold at once. `now` are those that hold."""

    changed = Signal(object)

    def __init__(self, app: QApplication, file: Path) -> None:
        super().__init__(app)
        self._app = app
        self._file = file
        loaded = load(file)
        self.now = loaded.settings
        self.was_damaged = loaded.was_damaged
        self._dress()

    def change(self, settings: Settings) -> None:
        """Let other settings hold from now on."""
        before, self.now = self.now, settings
        if (before.theme, before.percent) != (settings.theme, settings.percent):
            self._dress()
        self.changed.emit(settings)

    def remember_store(self, folder: Path) -> None:
        """Open the records in this folder from now on."""
        self.change(self.now._replace(store=str(folder)))

    def keep(self) -> None:
        """Write the settings that hold. Raises SituationError when the disk refuses."""
        try:
            save(self._file, self.now)
        except OSError as error:
            raise SituationError(
                _("The settings hold until you lock. The disk refused to keep them: is it full?")
            ) from error

    def _dress(self) -> None:
        apply_theme(self._app, resources(), self.now.theme, self.now.percent)
