"""The drawn time line of a concern, with a lane for each child of the household, and side by side
what happened on each day; names as the page shows them."""

from collections.abc import Callable, Sequence

import msgspec

from sgdesk.domain.facts.household import (
    Day,
    Household,
    LinkedRecord,
    entry_words,
    side_by_side,
    with_linked,
)
from sgdesk.domain.facts.kinds import Event
from sgdesk.domain.masking import Shown, shown_words
from sgdesk.services.views import ConcernView
from sgdesk.text import _, read_date
from ui.concerns.done_cards import Piece
from ui.kit.cards import Card, words
from ui.kit.rows import Rows
from ui.kit.time_line_card import TimeLineCard

_DATE_SHARE = 3
_PERSON_SHARE = 6


class HouseholdCards:
    """Makes the cards of one concern; `pieces` hand each to `add`."""

    def __init__(self, view: ConcernView, shown: Shown, *, whole: bool) -> None:
        self._view = view
        self._shown = _hiding(view, shown, whole=whole)
        self._own = view.concern.person.name

    def pieces(self, add: Callable[[Card], None]) -> list[Piece]:
        """Return the pieces that draw the time line, and the table where there are several."""
        together = with_linked(self._view.concern.facts, _records(self._view), self._own)
        events = _renamed(together, self._own, self._shown)
        found: list[Piece] = [lambda: self._draw(events, add)]
        household = side_by_side(events)
        if household is None:
            return found
        rows = self._new_rows(household)
        return [
            *found,
            lambda: self._begin(rows, add),
            *(lambda day=day: self._add_day(rows, day) for day in household.days),
        ]

    def _draw(self, events: Sequence[Event], add: Callable[[Card], None]) -> None:
        card = TimeLineCard()
        add(card)  # shown before it is in the window, it would be a window of its own
        card.show_facts(events, self._shown(self._own))

    def _new_rows(self, household: Household) -> Rows:
        people = [person or self._shown(self._own) for person in household.people]
        shares = [_DATE_SHARE, *(_PERSON_SHARE for _person in people)]
        return Rows((_("Date"), *people), shares)

    def _begin(self, rows: Rows, add: Callable[[Card], None]) -> None:
        references = ", ".join(one.concern.reference for one in self._view.household)
        hint = _("Entries of others in the household stand here beside the person’s own.")
        if references:
            hint = _(
                "From the linked concerns as well: {references}."
                " A pack of this one never shows them."
            ).format(references=references)
        card = Card(_("Side by side"), hint)
        card.setObjectName("household")
        card.add(rows)
        add(card)

    def _add_day(self, rows: Rows, day: Day) -> None:
        told = ("\n".join(map(entry_words, events)) for events in day.entries)
        rows.add_row(words(read_date(day.day)), *(words(self._shown(text)) for text in told))


def _records(view: ConcernView) -> list[LinkedRecord]:
    return [
        LinkedRecord(one.concern.reference, one.concern.person.name, one.concern.facts)
        for one in view.household
    ]


def _hiding(view: ConcernView, shown: Shown, *, whole: bool) -> Shown:
    """Return what hides the names of the linked concerns as well, where they are hidden."""
    others = [
        shown_words(one.concern, whole=whole, former=one.former_names) for one in view.household
    ]

    def hide(text: str) -> str:
        for each in (shown, *others):
            text = each(text)
        return text

    return hide


def _renamed(events: Sequence[Event], own: str, shown: Shown) -> list[Event]:
    """Return the entries under the names that the page shows; two people never share one."""
    names, given = {"": ""}, [shown(own)]
    for event in events:
        about = event.also_about.strip()
        if about not in names:
            name = shown(about)
            alike = given.count(name)
            given.append(name)
            names[about] = f"{name} ({alike + 1})" if alike else name
    return [
        msgspec.structs.replace(event, also_about=names[event.also_about.strip()])
        for event in events
    ]
