"""How this program looks and when it locks, for this user of this PC."""

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sgdesk.settings import Settings, Theme
from sgdesk.text import _
from ui.kit.binding import DraftHolder
from ui.kit.cards import Card
from ui.kit.form import Form
from ui.kit.gradually import Gradually
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
        self._form = form = Form(DraftHolder(self._draft))
        form.changed.connect(self._on_changed)
        column(self, Gap.NORMAL).addWidget(form)
        with form.card(_("Look")) as look:
            self._ask_theme()
        with form.card(_("Lock")) as lock:
            pass
        form.load_new()
        self._later = Gradually(self)
        self._later.add(
            partial(self._ask, look, self._ask_size), partial(self._ask, lock, self._ask_minutes)
        )
        self._later.go_on()

    def _ask(self, card: Card, question: Callable[[], object]) -> None:
        with self._form.more_of(card):
            question()
        self._form.load_new()

    def _ask_theme(self) -> None:
        themes = [
            (Theme.LIGHT, _("Light")),
            (Theme.DARK, _("Dark")),
            (Theme.CONTRAST, _("High contrast")),
        ]
        self._form.choice("theme", _("&Colours"), themes)

    def _ask_size(self) -> None:
        percents = [(each, _("{percent} %").format(percent=each)) for each in _PERCENTS]
        self._form.choice("percent", _("&Size of everything"), percents, as_list=True)

    def _ask_minutes(self) -> None:
        minutes = [(each, _("{count} min").format(count=each)) for each in _MINUTES]
        hint = _("Ctrl+L locks at once, F9 only covers the screen. Drafts are saved first.")
        self._form.choice(
            "idle_minutes", _("Lock when nobody &touched it for"), minutes, hint, as_list=True
        )

    def _on_changed(self, field: str) -> None:
        chosen = getattr(self._draft, field)
        if chosen is not None and chosen != getattr(self._settings, field):
            self._settings = self._settings._replace(**{field: chosen})
            self.settings_changed.emit(self._settings)
