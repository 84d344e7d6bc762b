"""The chronology: a table of entries, one form at a time, and the count by rule."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sgdesk.domain.facts.chronology import count, count_sentence, in_time_order
from sgdesk.domain.facts.kinds import Event
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.domain.flows.engine import Problem
from sgdesk.text import _, read_date, read_time
from ui.kit.binding import part_of
from ui.kit.cards import Card, Notice, button, empty, words
from ui.kit.form import Form
from ui.kit.gradually import Gradually
from ui.kit.rows import Rows
from ui.record.event_form import event_form
from ui.record.gap_words import gap_words
from ui.record.item_cards import ItemCards, ItemWords
from ui.record.labels import PRESENTATION_LABELS
from ui.record.page import RecordPage
from ui.record.recording import Recording, facts_of, remove_item

_Line = tuple[Event, str, str]


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
        self._wanted: list[_Line] = []
        self._shown: list[_Line] = []
        self._lines_later = Gradually(self)
        self._empty = empty(_("No entries yet. Begin with the last appointment that was kept."))
        self.add(self._empty)
        self._table = Card()
        self._rows = Rows((_("Date"), _("What happened"), _("Gap"), ""), (3, 10, 2, 1))
        self._table.add(self._rows)
        self.add(self._table)
        self._cards = ItemCards(self._words(), recording.asker)
        self.add_list(self._cards)
        self._cards.current_changed.connect(self._on_closed)
        self._cards.removed.connect(self._show_table)
        add = button(_("Add an entry"), name="add-event")
        add.clicked.connect(self._on_add)
        self.add_button(add)
        self._count = Notice("")
        self.later(self._add_count, self.add_why, self._show_count)
        self.changed.connect(self._show_count)
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

    def _add_count(self) -> None:
        form = Form(part_of(self.draft, "presentation"), "presentation")
        self.add_form(form)
        hint = _(
            "Counts appointments planned here or at a hospital that were the family’s to keep."
            " The day itself is not counted."
        )
        with form.card(_("Count by rule"), hint):
            form.date("count_from", _(PRESENTATION_LABELS["count_from"]))
            form.add_widget(self._count)

    def _events(self) -> list[Event]:
        events = facts_of(self.draft, Event)
        return [*in_time_order(events), *(one for one in events if one.happened_on is None)]

    def _on_add(self) -> None:
        event = self.recording.new(Event)
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
            self._lines_later.finish()
            change = self.findChild(QWidget, f"{closed}:edit")
            if change is not None:
                change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_count(self) -> None:
        if not self.is_complete:
            return
        since = self.draft.presentation.count_from
        self._count.setVisible(since is not None)
        if since is not None:
            self._count.set_text(count_sentence(count(self.draft.facts, since)))

    def _show_table(self) -> None:
        self._show_count()
        events = self._events()
        wrong = {one.field.partition(".")[0]: one.text for one in self._wrong}
        gaps = zip(events, gap_words(events), strict=True)
        wanted = [(event, gap, wrong.get(event.id, "")) for event, gap in gaps]
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._empty.setVisible(not events)
        self._table.setVisible(bool(events))
        if len(wanted) < self._rows.count:
            self._rows.clear()
            self._shown = []
        self._lines_later.replace(partial(self._show_row, at) for at in range(len(wanted)))
        self._lines_later.go_on()

    def _show_row(self, at: int) -> None:
        line = self._wanted[at]
        if at == self._rows.count:
            self._rows.add_row(*self._cells(*line))
            self._shown.append(line)
        elif line != self._shown[at]:
            self._rows.replace_row(at, *self._cells(*line))
            self._shown[at] = line

    def _cells(self, event: Event, gap: str, wrong: str) -> tuple[QWidget, ...]:
        day = read_date(event.happened_on) if event.happened_on else event.happened_on_typed
        at = f" {read_time(event.happened_at)}" if event.happened_at else ""
        change = button(_("Change"), "link-small", f"{event.id}:edit")
        change.setAccessibleName(_("Change the entry of {date}").format(date=label(event)))
        change.clicked.connect(lambda: self._edit(event.id, "happened_on"))
        told = words(f"{sentence(event)} {source(event) if event.noticed_by else ''}".strip())
        if wrong:
            told = words(f"!  {wrong}", "problem")
        return words(f"{day or _('No date')}{at}", "strong"), told, words(gap, "hint"), change
