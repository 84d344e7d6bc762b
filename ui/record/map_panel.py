"""The map's side of the page: its views, places by name, a larger figure, the map as text."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from sgdesk.domain.maps import (
    FACING_WORDS,
    SIDE_WORDS,
    Facing,
    MapView,
    Place,
    Side,
    edge_sides,
    is_one_sided,
)
from sgdesk.text import _
from ui.kit.cards import Card, button, words
from ui.kit.layout import Gap, letters, lines, row
from ui.kit.theme import mark
from ui.record.body_map import BodyMap, Spot
from ui.record.map_as_text import MapAsText
from ui.record.place_line import PlaceLine
from ui.record.view_chooser import ViewChooser

_ZOOMS = (1.0, 1.5, 2.0, 3.0)
_ROOM = 20.5


class MapPanel(Card):
    """The body map with everything that leads to a mark.

    `place_named` tells the view and the place that somebody chose by name; `turned`: another
    view is shown. Marks and their moves are told by `map`. The figure is made with the panel, and
    the rest by `add_views` and then `add_places`: together they would stall the window. A tab
    that is pressed before calls `complete`, which makes all that is left.
    """

    place_named = Signal(object, object)
    turned = Signal()

    def __init__(
        self, maps: Mapping[str, MapView], figure: str, complete: Callable[[], None]
    ) -> None:
        super().__init__()
        self.setAccessibleName(_("Body map"))
        self._maps = maps
        self._figure = figure
        self._zoom = 0
        self.map = BodyMap(self._view(Facing.FRONT))
        self._chooser = ViewChooser(self)
        self._complete = complete
        self._chooser.chosen.connect(self._on_view_chosen)
        self._chooser.teeth_chosen.connect(self._on_teeth_chosen)
        self._teeth: QWidget | None = None
        self.add(self._chooser)
        self._add_sides()
        self._add_map()
        self._pointed = words(" ", "hint")
        self._pointed.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._resting = " "
        self.map.pointed.connect(lambda name: self._pointed.setText(name or self._resting))
        self.add(self._pointed)

    def add_views(self) -> None:
        """Put the tabs of the views in their place."""
        self._chooser.add_views()

    def add_places(self) -> None:
        """Put the places by name and the map as text below the figure, seen from the front."""
        self._places = PlaceLine(self._named_places())
        self._places.chosen.connect(lambda found: self.place_named.emit(*found))
        self.add(self._places)
        self._text = MapAsText()
        self.add(self._text)
        self._turn(Facing.FRONT)

    @property
    def facing(self) -> Facing:
        """From where the figure is seen now."""
        return self.map.view.facing

    def show_figure(self, figure: str) -> None:
        """Draw a baby, a child or an adult."""
        if figure != self._figure:
            self._figure = figure
            self._places.offer(self._named_places())
            self._turn(self.facing)

    def show_facing(self, facing: Facing) -> None:
        """Turn to another view of the figure."""
        if facing is not self.facing or self.is_teeth:
            self._turn(facing)
            self.turned.emit()

    @property
    def is_teeth(self) -> bool:
        """Say whether the chart of the teeth stands in the place of a figure."""
        return self._teeth is not None and not self._teeth.isHidden()

    def add_teeth(self, teeth: QWidget) -> None:
        """Keep the chart of the teeth beside the views."""
        self._teeth = teeth
        self.body.insertWidget(self.body.indexOf(self._scroll), teeth)
        teeth.hide()

    def show_teeth(self) -> None:
        """Show the chart of the teeth, seen from the front."""
        for part in (self._scroll, self._pointed, self._places, *self._zooms):
            part.hide()
        for label, side in zip(self._sides, (Side.RIGHT, Side.LEFT), strict=True):
            label.setText(_(SIDE_WORDS[side]))
            label.show()
        self._chooser.show_teeth()
        if self._teeth is not None:
            self._teeth.show()

    def count_teeth(self, count: int) -> None:
        """Show on their tab how many teeth have a finding."""
        self._chooser.count_teeth(count)

    def show_earlier(self, spots: Sequence[Spot]) -> None:
        """Show the marks of earlier records on this view, fainter, behind the present ones."""
        self.map.show_earlier(spots)
        self._resting = _("Faint marks are from earlier records.") if spots else " "
        self._pointed.setText(self._resting)

    def show_spots(self, spots: Sequence[Spot], current: str, counts: Mapping[Facing, int]) -> None:
        """Show the marks of the view, and on each tab how many there are."""
        self.map.show_spots(spots, current)
        self._chooser.show_counts(counts)

    def show_text(self, text: str) -> None:
        """Keep the map as text up to date."""
        self._text.show_text(text)

    def _on_view_chosen(self, facing: Facing) -> None:
        self._complete()
        self.show_facing(facing)

    def _on_teeth_chosen(self) -> None:
        self._complete()
        self.show_teeth()

    def _view(self, facing: Facing) -> MapView:
        return self._maps[f"{self._figure}-{facing}"]

    def _named_places(self) -> dict[str, tuple[MapView, Place]]:
        """Return every place by its name; one that several views show is told by its view too."""
        named: dict[str, tuple[MapView, Place]] = {}
        for view in [self._view(facing) for facing in Facing]:
            seen_in = _(FACING_WORDS[view.facing]).lower()
            for place in view.places:
                name = place.name
                if name in named:
                    name = _("{place} ({view})").format(place=name, view=seen_in)
                named[name] = (view, place)
        return named

    def _turn(self, facing: Facing) -> None:
        view = self._view(facing)
        self.map.show_view(view)
        self._chooser.show_facing(facing)
        for label, side in zip(self._sides, edge_sides(view), strict=True):
            label.setText(_(SIDE_WORDS[side]))
        self._sides[1].setVisible(not is_one_sided(view))
        if self._teeth is not None:
            self._teeth.hide()
        for part in (self._scroll, self._pointed, self._places):
            part.show()
        self._show_zoom(self._zoom)

    def _add_sides(self) -> None:
        self._sides = (words("", "hint"), words("", "hint"))
        self._larger = button(_("Larger"), "link-small", "map-larger")
        self._smaller = button(_("Smaller"), "link-small", "map-smaller")
        self._larger.clicked.connect(lambda: self._show_zoom(self._zoom + 1))
        self._smaller.clicked.connect(lambda: self._show_zoom(self._zoom - 1))
        self._smaller.hide()
        beside = row(gap=Gap.SMALL)
        for label in self._sides:
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            beside.addWidget(label, 3)
        self._zooms = (self._smaller, self._larger)
        for zoom in self._zooms:
            beside.addWidget(zoom)
        self.body.addLayout(beside)

    def _add_map(self) -> None:
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        mark(self.map, "surface")
        self._scroll.setWidget(self.map)
        self.add(self._scroll)
        self._show_zoom(0)

    def _show_zoom(self, zoom: int) -> None:
        self._zoom = min(max(zoom, 0), len(_ZOOMS) - 1)
        self.map.set_zoom(_ZOOMS[self._zoom])
        self._scroll.setFixedHeight(lines(_ROOM))
        self._larger.setVisible(self._zoom < len(_ZOOMS) - 1)
        self._smaller.setVisible(self._zoom > 0)
        self._scroll.ensureVisible(self.map.width() // 2, 0, letters(4), lines(2))
