"""The chronology of several children side by side: a column each, one line for each date."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sgdesk.domain.facts.household import Day, Household, entry_words, side_by_side
from sgdesk.domain.facts.kinds import Fact
from sgdesk.text import _, read_date
from ui.kit.cards import Card, words
from ui.record.paged_rows import PagedRows

_DATE_SHARE = 3
_PERSON_SHARE = 6


class HouseholdCard(Card):
    """Shown as soon as there are entries of more than one person."""

    def __init__(self) -> None:
        super().__init__(
            _("Side by side"),
            _("Entries of others in the household stand here beside the person’s own."),
        )
        self._shown: tuple[str, Household | None] = ("", None)
        self._days: Sequence[Day] = ()
        self._rows: PagedRows | None = None
        self.hide()

    def show_facts(self, facts: Sequence[Fact], own: str) -> None:
        """Show the dated entries among these; `own` names the person they are about."""
        household = side_by_side(facts)
        if (own, household) == self._shown:
            return
        people = self._shown[1].people if self._shown[1] is not None else ()
        renamed = own != self._shown[0]
        self._shown = own, household
        self.setVisible(household is not None)
        if household is None:
            return
        if self._rows is None or people != household.people or renamed:
            self._rows = self._new_rows(household, own)
        self._days = household.days
        self._rows.show_lines(household.days, self._cells)

    def _new_rows(self, household: Household, own: str) -> PagedRows:
        if self._rows is not None:
            self.body.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        titles = [_("Date"), *(person or own for person in household.people)]
        shares = [_DATE_SHARE, *(_PERSON_SHARE for _person in household.people)]
        rows = PagedRows("household", titles, shares)
        self.add(rows)
        return rows

    def _cells(self, number: int) -> tuple[QWidget, ...]:
        day = self._days[number]
        entries = (words("\n".join(map(entry_words, events))) for events in day.entries)
        return words(read_date(day.day), "strong"), *entries
