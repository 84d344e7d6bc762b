"""The map's side of the page: front and back, places by name, a larger figure, the map as text."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QScrollArea, QSizePolicy

from sgdesk.domain.maps import FACING_WORDS, SIDE_WORDS, Facing, MapView, Place, edge_sides
from sgdesk.text import _
from ui.kit.cards import Card, button, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.layout import Gap, letters, lines, row
from ui.kit.theme import mark
from ui.record.body_map import BodyMap, Spot
from ui.record.map_as_text import MapAsText
from ui.record.place_line import PlaceLine

_ZOOMS = (1.0, 1.5, 2.0, 3.0)
_ROOM = 24.5


class MapPanel(Card):
    """The body map with everything that leads to a mark.

    `place_named` tells the view and the place that somebody chose by name; `turned`: another
    view is shown. Marks and their moves are told by `map`.
    """

    place_named = Signal(object, object)
    turned = Signal()

    def __init__(self, maps: Mapping[str, MapView], figure: str) -> None:
        super().__init__()
        self.setAccessibleName(_("Body map"))
        self._maps = maps
        self._figure = figure
        self._zoom = 0
        self._tabs: dict[Facing, QPushButton] = {}
        self.map = BodyMap(self._view(Facing.FRONT))
        self._add_tabs()
        self._add_sides()
        self._add_map()
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
        """Turn the figure to its front or back."""
        if facing is not self.facing:
            self._turn(facing)
            self.turned.emit()

    def show_spots(self, spots: Sequence[Spot], current: str, counts: Mapping[Facing, int]) -> None:
        """Show the marks of the view, and on each tab how many there are."""
        self.map.show_spots(spots, current)
        for facing, tab in self._tabs.items():
            name, count = _(FACING_WORDS[facing]), counts.get(facing, 0)
            text = _("{view} ({count})").format(view=name, count=count) if count else name
            tab.setText(text)
            tab.setAccessibleName(text)

    def show_text(self, text: str) -> None:
        """Keep the map as text up to date."""
        self._text.show_text(text)

    def _view(self, facing: Facing) -> MapView:
        return self._maps[f"{self._figure}-{facing}"]

    def _named_places(self) -> dict[str, tuple[MapView, Place]]:
        views = [self._view(facing) for facing in Facing]
        return {place.name: (view, place) for view in views for place in view.places}

    def _turn(self, facing: Facing) -> None:
        view = self._view(facing)
        self.map.show_view(view)
        self._tabs[facing].setChecked(True)
        for label, side in zip(self._sides, edge_sides(view), strict=True):
            label.setText(_(SIDE_WORDS[side]))

    def _add_tabs(self) -> None:
        tabs = FlowLayout(gap=Gap.SMALL)
        self.body.addLayout(tabs)
        group = QButtonGroup(self)
        for facing in Facing:
            tab = button(_(FACING_WORDS[facing]), "tab", f"map:{facing}")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _checked=False, one=facing: self.show_facing(one))
            group.addButton(tab)
            tabs.addWidget(tab)
            self._tabs[facing] = tab
        self._larger = button(_("Larger"), "link-small", "map-larger")
        self._smaller = button(_("Smaller"), "link-small", "map-smaller")
        self._larger.clicked.connect(lambda: self._show_zoom(self._zoom + 1))
        self._smaller.clicked.connect(lambda: self._show_zoom(self._zoom - 1))
        self._smaller.hide()
        for zoom in (self._larger, self._smaller):
            tabs.addWidget(zoom)

    def _add_sides(self) -> None:
        self._sides = (words("", "hint"), words("", "hint"))
        beside = row(gap=Gap.WIDE)
        beside.addStretch(1)
        for label in self._sides:
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            beside.addWidget(label, 3)
        beside.addStretch(1)
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
