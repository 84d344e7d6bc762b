"""What of the desk itself should be looked at: each line leads to its part of Settings."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from sgdesk.services.views import UpkeepLine
from sgdesk.text import _
from ui.kit.cards import Card, Notice
from ui.kit.layout import Gap, clear, column


class UpkeepCard(Card):
    """Hidden while there is nothing to look at. `settings_asked` carries a part of Settings."""

    settings_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Guidance and policies"))
        self._place: QVBoxLayout = column(gap=Gap.SMALL)
        self.body.addLayout(self._place)
        self.hide()

    def show_lines(self, lines: Sequence[UpkeepLine]) -> None:
        """Show these in their order."""
        clear(self._place)
        self.setVisible(bool(lines))
        for number, line in enumerate(lines):
            notice = Notice(line.text, kind="due")
            notice.add_link(f"upkeep:{number}", _("Look at it in Settings"))
            notice.linked.connect(partial(self._on_linked, line.part))
            self._place.addWidget(notice)

    def _on_linked(self, part: str, _link: str) -> None:
        self.settings_asked.emit(part)
