"""What was seen: the body map beside a card for each mark, behaviour, and presentation."""

from copy import deepcopy

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.earlier import EarlierRecord
from sgdesk.domain.facts.kinds import Injury, Observation
from sgdesk.domain.facts.marks import moved, placed, side_of_place
from sgdesk.domain.facts.tied_marks import with_what_was_said
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.domain.maps import MapView, Place
from sgdesk.errors import SituationError, UserError
from sgdesk.text import _
from ui.attachments.files_card import FilesCard
from ui.kit.beside import Beside
from ui.kit.cards import button, empty, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.form import Form
from ui.kit.layout import Gap, column
from ui.record.earlier_marks import earlier_spots
from ui.record.item_cards import ItemCards, ItemWords
from ui.record.map_panel import MapPanel
from ui.record.map_spots import mark_title, marks_by_facing, spots_on, whole_text
from ui.record.marks import figure_of, free_point, injuries_of, known_marks_of
from ui.record.page import RecordPage
from ui.record.presentation_card import PresentationForm
from ui.record.recording import Recording, facts_of, remove_item, replace_fact
from ui.record.seen_forms import injury_form, observation_form
from ui.record.teeth_panel import TeethPanel


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
        self._earlier: tuple[EarlierRecord, ...] = ()
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
            lambda: self._panel.add_views(),
            lambda: self._panel.add_places(),
            self._add_teeth,
            lambda: self._teeth.add_chart(),
            lambda: self._teeth.dress(),
            self._add_tooth_form,
            lambda: self._teeth.form.ask_care(),
            self._add_marks,
            self._follow_map,
            self._show_map,
            self._add_observations,
            self._add_presentation,
            lambda: self._presentation.ask(),
            lambda: self._presentation.ask_rest(),
            self._add_files,
            self.add_why,
            self._ask_for_earlier,
        )

    def load(self) -> None:
        """Show what the draft holds, on the figure that fits the person."""
        super().load()
        if self.is_complete:
            self._panel.show_figure(figure_of(self.draft, self.recording.today))
            self._teeth.load()
            self._ask_for_earlier()
            self._show_map()
            self._files.show_concern(self.draft.id)

    def focus(self, name: str) -> QWidget | None:
        """Go to the field of this object name; to one about a file once that is read."""
        if name.startswith("file."):
            self.complete()
            return self._files.go_on(name)
        return super().focus(name)

    def _add_map(self) -> None:
        # On top: a card would grow with the column beside it.
        place = column(self._map_side, Gap.NONE)
        figure = figure_of(self.draft, self.recording.today)
        self._panel = MapPanel(self._maps, figure, self.complete)
        place.addWidget(self._panel)
        place.addStretch(1)

    def _add_teeth(self) -> None:
        self._teeth = TeethPanel(self.recording)
        self._panel.add_teeth(self._teeth)

    def _add_tooth_form(self) -> None:
        self._teeth.add_form()
        self.follow(self._teeth.form)

    def _ask_for_earlier(self) -> None:
        draft = deepcopy(self.draft)
        concerns = self.recording.desk.concerns
        self.recording.runner.run(
            lambda: concerns.earlier(draft), self._on_earlier, self._on_no_earlier, self
        )

    def _on_earlier(self, records: tuple[EarlierRecord, ...]) -> None:
        self._earlier = records
        self._teeth.show_earlier([visit for record in records for visit in record.visits])
        self._show_map()

    def _on_no_earlier(self, error: UserError | SituationError) -> None:
        """Leave the map without them: what is being recorded must not wait for it."""
        self._earlier = ()

    def _on_teeth(self) -> None:
        self._observations.show_items()
        self.list_changed()

    def _on_tooth_changed(self) -> None:
        self._observations.show_items()
        self._show_map()
        self.changed.emit()

    def _on_observation_form(self, form: Form) -> None:
        form.changed.connect(self._teeth.show_findings)
        form.changed.connect(self._show_text)

    def _on_observation_removed(self) -> None:
        self._teeth.load()
        self._show_map()

    def _add_marks(self) -> None:
        place = self._cards_column
        self._empty = empty(_("No marks on the map yet. Press on it, or type a place below it."))
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
        place.addWidget(words(_("Teeth, behaviour and presentation"), "title"))
        self.add_list(self._observations, place.addWidget)
        self._observations.removed.connect(self._on_observation_removed)
        self._observations.form_opened.connect(self._on_observation_form)
        add = button(_("Add behaviour or another observation"), name="add-observation")
        add.clicked.connect(self._on_add_observation)
        ways = FlowLayout()
        place.addLayout(ways)
        ways.addWidget(add)

    def _add_presentation(self) -> None:
        place, self._presentation = self._cards_column, PresentationForm(self.recording)
        place.addWidget(self._presentation)
        place.addStretch(1)
        self.follow(self._presentation)

    def _add_files(self) -> None:
        recording = self.recording
        self._files = FilesCard(recording.desk, recording.runner, recording.asker)
        self._files.sought.connect(self.sight_wanted)
        self._files.save_wanted.connect(self.save_wanted)
        self.add(self._files)
        self._files.show_concern(self.draft.id)

    def _mark_words(self, *, known: bool) -> ItemWords[Injury]:
        return ItemWords(
            items=lambda: known_marks_of(self.draft) if known else injuries_of(self.draft),
            title=lambda mark: mark_title(self.draft, mark),
            line=lambda mark: with_what_was_said(mark, sentence(mark), self.draft.facts),
            source=source,
            form=lambda mark: injury_form(self.recording, mark, side_of_place(mark, self._maps)),
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
        # Only now: what is told here needs all the lists of the page.
        body_map = self._panel.map
        body_map.pressed.connect(lambda x, y: self._add_mark(body_map.view, x, y))
        body_map.moved.connect(self._on_moved)
        body_map.chosen.connect(self._on_chosen)
        body_map.opened.connect(lambda mark_id: self.focus(f"{mark_id}.mark"))
        body_map.removal_asked.connect(self._on_removal_asked)
        self._panel.place_named.connect(self._on_place_named)
        self._panel.turned.connect(self._show_map)
        self._teeth.begun.connect(self._on_teeth)
        self._teeth.ended.connect(self._on_teeth)
        self._teeth.changed.connect(self._on_tooth_changed)
        self.field_left.connect(lambda _name: self._teeth.take_day())

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
            there = moved(mark, self._maps, self._panel.map.view, x, y)
            replace_fact(self.draft, there)
            if side_of_place(there, self._maps) is not side_of_place(mark, self._maps):
                # Its form offers the fixed points of the other side.
                self._marks.open_anew(mark_id)
                self._known.open_anew(mark_id)
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
            self._show_text()
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
        view = self._panel.map.view
        current = self._marks.current or self._known.current
        counts = marks_by_facing(self.draft, self._maps)
        self._panel.show_spots(spots_on(self.draft, view), current, counts)
        self._panel.show_earlier(earlier_spots(self._earlier, view))
        self._panel.count_teeth(self._teeth.count())
        self._show_text()
        self._empty.setVisible(not facts_of(self.draft, Injury))
        self._known_title.setVisible(bool(known_marks_of(self.draft)))

    def _show_text(self) -> None:
        self._panel.show_text(whole_text(self.draft, self._maps, self._earlier))

    def _mark(self, mark_id: str) -> Injury | None:
        return next((one for one in facts_of(self.draft, Injury) if one.id == mark_id), None)
