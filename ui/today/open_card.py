"""Open concerns, each with its stage in words."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from sgdesk.domain.shown import age_in_years, person_words
from sgdesk.services.views import ConcernRow
from sgdesk.text import _, read_moment
from ui.kit.cards import Card, button, empty, tag, words
from ui.today.steady_rows import Line, SteadyRows

_MOST = 12


class OpenCard(Card):
    """Shows the concerns that changed last."""

    concern_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Open concerns"))
        self._rows = SteadyRows(self, _titles, (3, 3, 5, 4, 4))
        self.body.addLayout(self._rows.place)

    def forget(self) -> None:
        """Show nothing, at once."""
        self._rows.forget()

    def show_concerns(self, rows: Sequence[ConcernRow], today: date, *, whole: bool) -> None:
        """Show these concerns as they stand today."""
        if rows:
            self._rows.show([self._line(row, today, whole) for row in rows[:_MOST]])
        else:
            self._rows.show_instead(empty(_("No concern is open.")))

    def _line(self, row: ConcernRow, today: date, whole: bool) -> Line:
        person = _person(row, today, whole)
        return Line(row.line.id, (row, person), lambda: self._cells(row, person))

    def _cells(self, row: ConcernRow, person: str) -> Sequence[QWidget]:
        return (
            self._link(row),
            words(person),
            tag(row.stage.text, row.stage.tone.value),
            words(row.shared_with or "–"),
            words(_moment(row)),
        )

    def _link(self, row: ConcernRow) -> QPushButton:
        link = button(row.line.reference, "link-small", f"open:{row.line.reference}")
        link.setAccessibleName(_("Open {reference}").format(reference=row.line.reference))
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.clicked.connect(lambda: self.concern_asked.emit(row.line.id))
        return link


def _titles() -> Sequence[str]:
    return _("Reference"), _("Person"), _("Stage"), _("Shared with"), _("Last change")


def _person(row: ConcernRow, today: date, whole: bool) -> str:
    line = row.line
    age = age_in_years(line.person_kind, line.born, today)
    return person_words(line.person_name, line.person_kind, age, whole=whole)


def _moment(row: ConcernRow) -> str:
    day, time = read_moment(row.line.changed_at).rsplit(", ", 1)
    return f"{day.rsplit(' ', 1)[0]} {time}"
