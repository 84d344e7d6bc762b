"""How this program looks and when it locks, for this user of this PC."""

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.settings import Settings, Theme
from sgdesk.text import _
from ui.kit.binding import DraftHolder
from ui.kit.form import Form
from ui.kit.layout import Gap, column

_PERCENTS = (100, 110, 125, 150, 175, 200)
_MINUTES = (1, 2, 3, 5, 10, 15, 30)


class _Draft(msgspec.Struct):
    theme: Theme
    percent: int
    idle_minutes: int


class LookCard(QWidget):
    """Every choice holds at once. `settings_changed` carries the new settings."""

    settings_changed = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._draft = _Draft(settings.theme, settings.percent, settings.idle_minutes)
        form = Form(DraftHolder(self._draft))
        with form.card(_("Look")):
            themes = [
                (Theme.LIGHT, _("Light")),
                (Theme.DARK, _("Dark")),
                (Theme.CONTRAST, _("High contrast")),
            ]
            form.choice("theme", _("&Colours"), themes)
            percents = [(each, _("{percent} %").format(percent=each)) for each in _PERCENTS]
            form.choice("percent", _("&Size of everything"), percents, as_list=True)
        with form.card(_("Lock")):
            minutes = [(each, _("{count} min").format(count=each)) for each in _MINUTES]
            hint = _("Ctrl+L locks at once, F9 only covers the screen. Drafts are saved first.")
            form.choice(
                "idle_minutes", _("Lock when nobody &touched it for"), minutes, hint, as_list=True
            )
        form.load()
        form.changed.connect(self._on_changed)
        column(self, Gap.NORMAL).addWidget(form)

    def _on_changed(self, field: str) -> None:
        chosen = getattr(self._draft, field)
        if chosen is not None and chosen != getattr(self._settings, field):
            self._settings = self._settings._replace(**{field: chosen})
            self.settings_changed.emit(self._settings)
