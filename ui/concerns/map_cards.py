"""The marks of a concern drawn on the body map, and the teeth on their chart, to be looked at."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sgdesk.bootstrap import Desk
from sgdesk.domain.facts.kinds import Injury, Observation
from sgdesk.domain.facts.tied_marks import mark_labels
from sgdesk.domain.facts.tooth_words import letters_used
from sgdesk.domain.facts.words import source
from sgdesk.domain.maps import SIDE_WORDS, MapView, Side, views_with_marks
from sgdesk.domain.masking import Shown
from sgdesk.ids import ConcernId
from sgdesk.services.views import ConcernView
from sgdesk.text import _
from ui.concerns.done_cards import Piece
from ui.kit.cards import Card, words
from ui.kit.flow_layout import FlowLayout
from ui.kit.garbage import read_for_good
from ui.kit.layout import Gap, column, row
from ui.kit.map_picture import DrawnMark, map_picture
from ui.kit.picture import Picture
from ui.kit.tooth_picture import tooth_picture

Seek = Callable[[QWidget], None]


def viewed(desk: Desk, concern_id: ConcernId) -> ConcernView:
    """Return a concern for its page, and read the maps it is drawn on: for the worker."""
    view = desk.concerns.get(concern_id)
    if _marks(view):
        read_for_good(lambda: desk.maps)
    return view


class MapCards:
    """Makes the cards; `pieces` hand each to `add`. Texts as `shown`; `seek` brings what was made
    larger into sight."""

    def __init__(self, view: ConcernView, shown: Shown, desk: Desk, seek: Seek) -> None:
        self._view = view
        self._shown = shown
        self._desk = desk
        self._seek = seek

    def pieces(self, add: Callable[[Card], None]) -> list[Piece]:
        """Return the pieces that draw each view with its marks, and each chart of the teeth."""
        found: list[Piece] = []
        if _marks(self._view):
            card = _MapCard(self._view, self._desk, self._seek)
            found = [lambda: add(card), *card.pieces()]
        charts = [
            fact
            for fact in self._view.concern.facts
            if isinstance(fact, Observation) and fact.teeth
        ]
        return [*found, *(partial(self._add_chart, fact, add) for fact in charts)]

    def _add_chart(self, fact: Observation, add: Callable[[Card], None]) -> None:
        card = Card(_("Chart of the teeth"), self._shown(source(fact)))
        picture = tooth_picture(fact.teeth)
        chart = QWidget()
        chart.setMaximumWidth(picture.sizeHint().width())
        together = column(chart, Gap.TIGHT)
        sides = row(gap=Gap.SMALL)
        sides.addWidget(words(_(SIDE_WORDS[Side.RIGHT]), "hint"))
        sides.addStretch(1)
        at_right = words(_(SIDE_WORDS[Side.LEFT]), "hint")
        at_right.setAlignment(Qt.AlignmentFlag.AlignRight)
        sides.addWidget(at_right)
        together.addLayout(sides)
        together.addWidget(picture)
        card.add(chart)
        card.add(words(letters_used(fact.teeth), "hint"))
        add(card)


class _MapCard(Card):
    """The views that have marks, small, and below them the one that was pressed, larger."""

    def __init__(self, view: ConcernView, desk: Desk, seek: Seek) -> None:
        super().__init__(
            _("Body map"),
            _("Numbers are injuries, letters known marks. Press a figure to see it larger."),
        )
        self.setObjectName("concern-map")
        self._view = view
        self._seek = seek
        self._maps = desk.maps
        self._labels = mark_labels(view.concern.facts)
        self._small: list[Picture] = []
        self._large: Picture | None = None
        self._flow = FlowLayout(gap=Gap.NORMAL)
        self.body.addLayout(self._flow)

    def pieces(self) -> list[Piece]:
        """Return a piece for each view."""
        views = views_with_marks((mark.view for mark in _marks(self._view)), self._maps)
        return [partial(self._add_view, view) for view in views]

    def _add_view(self, view: MapView) -> None:
        picture = map_picture(view, self._drawn(view), large=False)
        picture.toggled.connect(lambda on: self._on_pressed(picture, view, on))
        self._small.append(picture)
        self._flow.addWidget(picture)

    def _on_pressed(self, pressed: Picture, view: MapView, is_on: bool) -> None:
        if self._large is not None:
            self.body.removeWidget(self._large)
            self._large.hide()
            self._large.deleteLater()
            self._large = None
        if is_on:
            for other in self._small:
                if other is not pressed and other.isChecked():
                    other.setChecked(False)
            self._large = map_picture(view, self._drawn(view), large=True)
            self.body.addWidget(self._large, 0, Qt.AlignmentFlag.AlignHCenter)
            self._seek(self._large)

    def _drawn(self, view: MapView) -> list[DrawnMark]:
        return [
            DrawnMark(self._labels[mark.id], mark.x, mark.y, mark.known_mark)
            for mark in _marks(self._view)
            if mark.view == view.id
        ]


def _marks(view: ConcernView) -> list[Injury]:
    return [fact for fact in view.concern.facts if isinstance(fact, Injury)]
