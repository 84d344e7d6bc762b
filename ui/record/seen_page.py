"""What was seen: the body map beside a card for each mark, behaviour, and presentation."""

from collections import Counter

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.facts.kinds import Injury, Observation
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.domain.maps import Facing, MapView, Place, Side, place_named
from sgdesk.text import _
from ui.kit.beside import Beside
from ui.kit.cards import button, empty, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.layout import Gap, column
from ui.record.body_map import Spot
from ui.record.item_cards import ItemCards, ItemWords
from ui.record.map_panel import MapPanel
from ui.record.marks import (
    figure_of,
    free_point,
    injuries_of,
    known_marks_of,
    map_text,
    mark_labels,
    placed,
)
from ui.record.page import RecordPage
from ui.record.presentation_card import PresentationForm
from ui.record.recording import Recording, facts_of, remove_item, replace_fact
from ui.record.seen_forms import injury_form, observation_form


class SeenPage(RecordPage):
    """A mark is made on the map or by the name of its place; its card opens at once."""

    def __init__(self, recording: Recording) -> None:
        super().__init__(
            recording,
            "seen",
            _("Mark each injury, then say what you saw. Measure; do not date or explain."),
            wide=True,
        )
        self._maps = recording.desk.maps
        self._marks = ItemCards(self._mark_words(known=False), recording.asker)
        self._known = ItemCards(self._mark_words(known=True), recording.asker)
        self._observations = ItemCards(self._observation_words(), recording.asker)
        self._map_side = QWidget()
        self._cards_side = QWidget()
        self._cards_column: QVBoxLayout = column(self._cards_side, Gap.NORMAL)
        beside = Beside(18)
        beside.add(self._map_side, 2)
        beside.add(self._cards_side, 3)
        self.add(beside)
        self.later(
            self._add_map,
            self._add_marks,
            self._show_map,
            self._add_observations,
            self._add_presentation,
            self.add_why,
        )

    def load(self) -> None:
        """Show what the draft holds, on the figure that fits the person."""
        super().load()
        if self.is_complete:
            self._panel.show_figure(figure_of(self.draft, self.recording.today))
            self._show_map()

    def _add_map(self) -> None:
        # On top: a card would grow with the column beside it.
        place = column(self._map_side, Gap.NONE)
        self._panel = MapPanel(self._maps, figure_of(self.draft, self.recording.today))
        place.addWidget(self._panel)
        place.addStretch(1)
        self._follow_map()

    def _add_marks(self) -> None:
        place = self._cards_column
        self._empty = empty(_("No marks yet. Press on the map, or type a place below it."))
        place.addWidget(self._empty)
        for cards in (self._marks, self._known):
            if cards is self._known:
                self._known_title = words(_("Known marks, not counted as injuries"), "title")
                place.addWidget(self._known_title)
            self.add_list(cards, place.addWidget)
            cards.current_changed.connect(self._on_mark_opened)
            cards.removed.connect(self._show_map)
            cards.form_opened.connect(self._on_mark_form)

    def _add_observations(self) -> None:
        place = self._cards_column
        place.addWidget(words(_("Behaviour and presentation"), "title"))
        self.add_list(self._observations, place.addWidget)
        add = button(_("Add behaviour or another observation"), name="add-observation")
        add.clicked.connect(self._on_add_observation)
        ways = FlowLayout()
        place.addLayout(ways)
        ways.addWidget(add)

    def _add_presentation(self) -> None:
        place, presentation = self._cards_column, PresentationForm(self.recording)
        place.addWidget(presentation)
        place.addStretch(1)
        self.follow(presentation)
        presentation.ask()

    def _mark_words(self, *, known: bool) -> ItemWords[Injury]:
        return ItemWords(
            items=lambda: known_marks_of(self.draft) if known else injuries_of(self.draft),
            title=self._mark_title,
            line=sentence,
            source=source,
            form=lambda mark: injury_form(self.recording, mark, self._side_of(mark)),
            first_field=lambda _mark: "mark",
            remove=self._remove,
        )

    def _observation_words(self) -> ItemWords[Observation]:
        return ItemWords(
            items=lambda: facts_of(self.draft, Observation),
            title=label,
            line=sentence,
            source=source,
            form=lambda seen: observation_form(self.recording, seen),
            first_field=lambda _seen: "text",
            remove=self._remove,
        )

    def _follow_map(self) -> None:
        body_map = self._panel.map
        body_map.pressed.connect(lambda x, y: self._add_mark(body_map.view, x, y))
        body_map.moved.connect(self._on_moved)
        body_map.chosen.connect(self._on_chosen)
        body_map.opened.connect(lambda mark_id: self.focus(f"{mark_id}.mark"))
        body_map.removal_asked.connect(self._on_removal_asked)
        self._panel.place_named.connect(self._on_place_named)
        self._panel.turned.connect(self._show_map)

    def _add_mark(self, view: MapView, x: float, y: float) -> None:
        mark = placed(self.recording.new_seen(Injury), view, x, y)
        self.draft.facts = [*self.draft.facts, mark]
        self._panel.show_facing(view.facing)
        self._marks.open_new(mark.id)
        self.list_changed()

    def _on_place_named(self, view: MapView, place: Place) -> None:
        marks = facts_of(self.draft, Injury)
        self._add_mark(view, *free_point(view, place, marks))

    def _on_moved(self, mark_id: str, x: float, y: float) -> None:
        mark = self._mark(mark_id)
        if mark is not None:
            replace_fact(self.draft, placed(mark, self._panel.map.view, x, y))
            self._show_marks()
            self.changed.emit()

    def _on_chosen(self, mark_id: str) -> None:
        for cards in (self._marks, self._known):
            cards.open(mark_id)

    def _on_removal_asked(self, mark_id: str) -> None:
        for cards in (self._marks, self._known):
            cards.ask_removal(mark_id)

    def _on_add_observation(self) -> None:
        seen = self.recording.new_seen(Observation)
        self.draft.facts = [*self.draft.facts, seen]
        self._observations.open_new(seen.id)
        self.list_changed()

    def _on_mark_opened(self, mark_id: str) -> None:
        mark = self._mark(mark_id)
        view = self._maps.get(mark.view) if mark is not None else None
        if view is not None:
            self._panel.show_facing(view.facing)
        self._show_map()

    def _on_mark_form(self, form: Form) -> None:
        form.changed.connect(self._on_mark_changed)

    def _on_mark_changed(self, field: str) -> None:
        if field != "known_mark":
            self._panel.show_text(map_text(self.draft, self._maps))
            return
        mark_id = self._marks.current or self._known.current
        self._show_marks()
        self.focus(f"{mark_id}.known_mark")

    def _remove(self, fact_id: str) -> None:
        remove_item(self.draft, "facts", fact_id)

    def _show_marks(self) -> None:
        self._marks.show_items()
        self._known.show_items()
        self._show_map()

    def _show_map(self) -> None:
        names = mark_labels(self.draft)
        marks = facts_of(self.draft, Injury)
        view = self._panel.map.view
        spots = [
            Spot(mark.id, names[mark.id], self._spot_name(mark), mark.x, mark.y, mark.known_mark)
            for mark in marks
            if mark.view == view.id
        ]
        counts: Counter[Facing] = Counter(
            self._maps[mark.view].facing for mark in marks if mark.view in self._maps
        )
        self._panel.show_spots(spots, self._marks.current or self._known.current, counts)
        self._panel.show_text(map_text(self.draft, self._maps))
        self._empty.setVisible(not marks)
        self._known_title.setVisible(bool(known_marks_of(self.draft)))

    def _mark_title(self, mark: Injury) -> str:
        number = mark_labels(self.draft)[mark.id]
        return _("{number} · {place}").format(number=number, place=label(mark))

    def _spot_name(self, mark: Injury) -> str:
        number = mark_labels(self.draft)[mark.id]
        pattern = (
            _("Known mark {number}, {place}") if mark.known_mark else _("Mark {number}, {place}")
        )
        return pattern.format(number=number, place=mark.place_words)

    def _side_of(self, mark: Injury) -> Side | None:
        view = self._maps.get(mark.view)
        place = place_named(view, mark.place) if view is not None else None
        return place.side if place is not None else None

    def _mark(self, mark_id: str) -> Injury | None:
        return next((one for one in facts_of(self.draft, Injury) if one.id == mark_id), None)
