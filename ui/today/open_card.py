"""Open concerns, each with its stage in words."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from sgdesk.domain.shown import age_in_years, person_words
from sgdesk.services.views import ConcernRow
from sgdesk.text import _, read_moment
from ui.kit.cards import Card, button, empty, tag, words
from ui.kit.layout import Gap, clear, column
from ui.kit.rows import Rows

_MOST = 12


class OpenCard(Card):
    """Shows the concerns that changed last."""

    concern_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Open concerns"))
        self._place: QVBoxLayout = column(gap=Gap.NONE)
        self.body.addLayout(self._place)

    def show_concerns(self, rows: Sequence[ConcernRow], today: date, *, whole: bool) -> None:
        """Show these concerns as they stand today."""
        clear(self._place)
        if not rows:
            self._place.addWidget(empty(_("No concern is open.")))
            return
        titles = [_("Reference"), _("Person"), _("Stage"), _("Shared with"), _("Last change")]
        shown = Rows(titles, (3, 3, 5, 4, 4))
        self._place.addWidget(shown)
        for row in rows[:_MOST]:
            shown.add_row(
                self._link(row),
                words(_person(row, today, whole)),
                tag(row.stage.text, row.stage.tone.value),
                words(row.line.shared_with or "–"),
                words(_moment(row)),
            )

    def _link(self, row: ConcernRow) -> QPushButton:
        link = button(row.line.reference, "link-small", f"open:{row.line.reference}")
        link.setAccessibleName(_("Open {reference}").format(reference=row.line.reference))
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.clicked.connect(lambda: self.concern_asked.emit(row.line.id))
        return link


def _person(row: ConcernRow, today: date, whole: bool) -> str:
    line = row.line
    age = age_in_years(line.person_kind, line.born, today)
    return person_words(line.person_name, line.person_kind, age, whole=whole)


def _moment(row: ConcernRow) -> str:
    day, time = read_moment(row.line.changed_at).rsplit(", ", 1)
    return f"{day.rsplit(' ', 1)[0]} {time}"
