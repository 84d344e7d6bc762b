"""The table of a chronology: date, what happened, the days since the entry before."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from sgdesk.domain.facts.chronology import gap_words
from sgdesk.domain.facts.kinds import Event
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.text import _, read_date, read_time
from ui.kit.cards import Card, button, words
from ui.record.paged_rows import PagedRows


class ChronologyTable(Card):
    """`edit_wanted` tells the entry whose form is wanted."""

    edit_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[tuple[Event, str, str]] = []
        self._rows = PagedRows(
            "events", (_("Date"), _("What happened"), _("Gap"), ""), (3, 10, 2, 1)
        )
        self.add(self._rows)

    def show_events(self, events: Sequence[Event], wrong: Mapping[str, str]) -> None:
        """Show these entries; `wrong` says by their ids what must be put right."""
        gaps = zip(events, gap_words(events), strict=True)
        lines = [(event, gap, wrong.get(event.id, "")) for event, gap in gaps]
        if lines != self._lines:
            self._lines = lines
            self._rows.show_lines(lines, self._cells)
        self.setVisible(bool(lines))

    def way_to(self, event_id: str) -> QPushButton | None:
        """Bring an entry into sight, and return the button that opens it."""
        order = [str(event.id) for event, _gap, _wrong in self._lines]
        if event_id not in order:
            return None
        self._rows.show_line(order.index(event_id))
        found: QPushButton | None = self.findChild(QPushButton, f"{event_id}:edit")
        return found

    def _cells(self, number: int) -> tuple[QWidget, ...]:
        event, gap, wrong = self._lines[number]
        day = read_date(event.happened_on) if event.happened_on else event.happened_on_typed
        at = f" {read_time(event.happened_at)}" if event.happened_at else ""
        change = button(_("Change"), "link-small", f"{event.id}:edit")
        change.setAccessibleName(_("Change the entry of {date}").format(date=label(event)))
        change.clicked.connect(lambda: self.edit_wanted.emit(event.id))
        told = words(f"{sentence(event)} {source(event) if event.noticed_by else ''}".strip())
        if wrong:
            told = words(f"!  {wrong}", "problem")
        return words(f"{day or _('No date')}{at}", "strong"), told, words(gap, "hint"), change
