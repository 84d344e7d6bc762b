"""The chronology: a drawn line, a table of entries, one form at a time, and the count by rule."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sgdesk.domain.facts.chronology import in_time_order
from sgdesk.domain.facts.kinds import Event
from sgdesk.domain.facts.words import label, sentence
from sgdesk.domain.flows.engine import Problem
from sgdesk.text import _
from ui.kit.cards import button, empty
from ui.kit.time_line_card import TimeLineCard
from ui.record.chronology_table import ChronologyTable
from ui.record.count_card import CountForm
from ui.record.event_form import event_form
from ui.record.household_card import HouseholdCard
from ui.record.import_place import ImportPlace
from ui.record.item_cards import ItemCards, ItemWords
from ui.record.page import RecordPage
from ui.record.recording import Recording, facts_of, remove_item


class ChronologyPage(RecordPage):
    """Entries in time order with the days between them; the one being written stands below."""

    def __init__(self, recording: Recording) -> None:
        super().__init__(
            recording,
            "chronology",
            _("Appointments, letters, calls: what happened, and how it ended."),
        )
        self._editing = ""
        self._wrong: Sequence[Problem] = ()
        self._count: CountForm | None = None
        self._household: HouseholdCard | None = None
        self._empty = empty(_("No entries yet. Begin with the last appointment that was kept."))
        self.add(self._empty)
        self._line = TimeLineCard()
        self.add(self._line)
        self._table = ChronologyTable()
        self._table.edit_wanted.connect(lambda event_id: self._edit(event_id, "happened_on"))
        self.add(self._table)
        self._cards = ItemCards(self._words(), recording.asker)
        self.add_list(self._cards)
        self._cards.current_changed.connect(self._on_closed)
        self._cards.removed.connect(self._show_table)
        self._add_ways()
        self.later(
            self._imported.show_left, self._add_household, self._add_count, self.add_why,
            self._show_sums,
        )  # fmt: skip
        self.changed.connect(self._show_sums)
        self.left.connect(self._show_table)

    def load(self) -> None:
        """Show what the draft holds."""
        super().load()
        self._show_table()

    def focus(self, name: str) -> QWidget | None:
        """Go to the field of this object name; an entry is opened first."""
        event_id, _dot, field = name.partition(".")
        if any(event.id == event_id for event in self._events()):
            self._edit(event_id, field or "happened_on")
        return super().focus(name)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark the fields that these problems speak of, and the rows they stand in."""
        self._wrong = tuple(problems)
        super().show_problems(problems)
        self._show_table()

    def _words(self) -> ItemWords[Event]:
        return ItemWords(
            items=lambda: [event for event in self._events() if event.id == self._editing],
            title=lambda event: (
                _("Entry of {date}").format(date=label(event))
                if event.happened_on
                else _("An entry without a date")
            ),
            line=sentence,
            source=lambda _event: "",
            form=lambda event: event_form(self.recording, event),
            first_field=lambda _event: "happened_on",
            remove=lambda fact_id: remove_item(self.draft, "facts", fact_id),
        )

    def _add_ways(self) -> None:
        add = button(_("Add an entry"), name="add-event")
        add.clicked.connect(self._on_add)
        bring_in = button(_("Bring in rows"), name="import-events")
        self.add_button(add, bring_in)
        place = ImportPlace(self.recording, bring_in)
        place.changed.connect(self._on_rows)
        place.written.connect(self.changed)
        place.sight_wanted.connect(self.sight_wanted)
        self.add(place)
        self._imported = place

    def _add_household(self) -> None:
        self._household = HouseholdCard()
        self.add(self._household)

    def _add_count(self) -> None:
        self._count = CountForm(self.recording)
        self.add_form(self._count)
        self._count.ask()

    def _events(self) -> list[Event]:
        events = facts_of(self.draft, Event)
        return [*in_time_order(events), *(one for one in events if one.happened_on is None)]

    def _on_add(self) -> None:
        event = self.recording.new(Event, event=None, attendance=None)
        self.draft.facts = [*self.draft.facts, event]
        self._edit(event.id, "happened_on")
        self.list_changed()

    def _edit(self, event_id: str, field: str) -> None:
        self._editing = event_id
        self._cards.open_new(event_id)
        self._cards.open(event_id, field)
        self._show_table()

    def _on_closed(self, current: str) -> None:
        if not current:
            closed, self._editing = self._editing, ""
            self._cards.show_items()
            self._show_table()
            change = self._table.way_to(closed)
            if change is not None:
                change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_rows(self) -> None:
        self._cards.show_items()
        self._show_table()
        self.list_changed()

    def _show_sums(self) -> None:
        self._imported.show_last()
        if self._count is not None:
            self._count.show_count()
        facts, own = self.draft.facts, self.draft.person.name
        self._line.show_facts(facts, own)
        if self._household is not None:
            self._household.show_facts(facts, own)

    def _show_table(self) -> None:
        self._show_sums()
        events = self._events()
        wrong = {one.field.partition(".")[0]: one.text for one in reversed(self._wrong)}
        self._empty.setVisible(not events)
        self._table.show_events(events, wrong)
