"""Numbers of the police that stand nowhere but in the log yet, and reports nobody has signed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from sgdesk.services.views import PoliceLine
from sgdesk.text import _
from ui.kit.cards import Card, Notice, button
from ui.kit.gradually import Gradually
from ui.kit.layout import Gap, clear, column

_MOST = 5


class PoliceWarnings(Card):
    """`concern_asked` carries a concern's id; hidden while nothing is open."""

    concern_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Police"))
        self._place: QVBoxLayout = column(gap=Gap.SMALL)
        self.body.addLayout(self._place)
        self._slowly = Gradually(self)
        self.hide()

    def show_lines(self, lines: Sequence[PoliceLine]) -> None:
        """Show what is still to be done, the newest concern on top."""
        clear(self._place)
        self.setVisible(bool(lines))
        self._slowly.replace(partial(self._add, line) for line in lines[:_MOST])
        self._slowly.go_on()

    def _add(self, line: PoliceLine) -> None:
        link = button(line.reference, "link-small", f"police:{line.reference}")
        link.setAccessibleName(_("Open {reference}").format(reference=line.reference))
        link.clicked.connect(lambda: self.concern_asked.emit(line.concern_id))
        self._place.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        for point in line.points:
            self._place.addWidget(Notice(point, kind="due"))
