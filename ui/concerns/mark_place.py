"""Where a mark lies, put right: on the figure or by name; point, place and words go together."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from sgdesk.domain.entries import AmendmentDraft
from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.facts.marks import moved
from sgdesk.domain.maps import FACING_WORDS, MapView, figure_name, place_named
from sgdesk.text import _
from ui.concerns.gradual_form import GradualForm
from ui.concerns.mark_figure import MarkFigure
from ui.kit.binding import Binding
from ui.kit.choice_fields import Options
from ui.kit.form import Form

PLACE, SEEN_FROM, POINT = "place", "seen_from", "point"
Maps = Mapping[str, MapView]


def place_form(
    draft: AmendmentDraft, mark: Injury, maps: Maps, label: str, moved_on: Callable[[], None]
) -> GradualForm:
    """Return the form of a mark's place; `label` stands on the mark, and `moved_on` is called when
    it was moved: its fixed points may have gone with it to the other side."""
    holder = PlaceHolder(draft, maps)
    later = GradualForm(Form(holder, mark.id))
    form = later.form
    if mark.view not in maps:
        return later
    later.card(_("Where it is"))
    hint = _("In another place the mark lies in the middle of it. Check the landmarks, too.")
    pressed = _("Press the figure, or go to it and use the arrow keys. The place in words follows.")
    later.later(
        lambda: form.choice(
            PLACE, _("&Place on the body"), place_options(mark, maps), hint, as_list=True
        ),
        lambda: form.choice(SEEN_FROM, _("Seen from"), view_options(mark, maps), as_list=True),
        lambda: form.add(_("On the figure"), _figure_binding(mark, maps, label), pressed),
    )

    def follow(_field: str) -> None:
        form.load()
        if (now := _fixed_points(draft)) != known[0]:
            known[0] = now
            moved_on()

    known = [_fixed_points(draft)]
    form.changed.connect(follow)
    return later


def place_options(mark: Injury, maps: Maps) -> Options:
    """Return every place of the figure on which the mark was made, view after view."""
    return [
        (
            _key(view.id, place.id),
            f"{place.name[:1].upper()}{place.name[1:]}, {_(FACING_WORDS[view.facing]).lower()}",
        )
        for view in _views(mark, maps)
        for place in view.places
    ]


def view_options(mark: Injury, maps: Maps) -> Options:
    """Return every view of the figure on which the mark was made."""
    return [(view.id, _(FACING_WORDS[view.facing])) for view in _views(mark, maps)]


class PlaceHolder:
    """Holds the place and the point of a mark, and from where it is seen now; view, point, place
    and words of the mark follow from each other, and never contradict each other."""

    def __init__(self, draft: AmendmentDraft, maps: Maps) -> None:
        self._draft = draft
        self._maps = maps
        self._first = draft.fact
        self._seen_from = draft.fact.view if isinstance(draft.fact, Injury) else ""

    def has(self, field: str) -> bool:
        """Say whether this is one of the fields."""
        return field in (PLACE, SEEN_FROM, POINT)

    def get(self, field: str) -> Any:
        """Return the view and the place in one, the view that is shown, or all about the point."""
        mark = self._draft.fact
        if not isinstance(mark, Injury):
            return ""
        if field == SEEN_FROM:
            return self._seen_from
        return _key(mark.view, mark.place) if field == PLACE else self._point(mark)

    def put(self, field: str, value: Any) -> None:
        """Turn the figure, or move the mark: to a point, to the middle of a place, or back to where
        it was signed."""
        mark, first = self._draft.fact, self._first
        if not isinstance(mark, Injury) or not isinstance(first, Injury) or not value:
            return
        if field == SEEN_FROM:
            self._seen_from = value
        elif field == POINT:
            view_id, point, _signed = value
            if point is not None:
                self._move(mark, view_id, *point)
        elif value == _key(first.view, first.place):
            self._move(mark, first.view, first.x, first.y)
        elif value != self.get(PLACE):
            view_id, _space, place_id = value.partition(" ")
            place = place_named(self._maps[view_id], place_id)
            if place is not None:
                self._move(mark, view_id, *place.centre)

    def _point(self, mark: Injury) -> object:
        first, seen = self._first, self._seen_from
        point = (mark.x, mark.y) if mark.view == seen and mark.place else None
        signed = None
        if isinstance(first, Injury) and first.view == seen and first.place:
            signed = first.x, first.y
        return seen, point, signed

    def _move(self, mark: Injury, view_id: str, x: float, y: float) -> None:
        first = self._first
        there = moved(mark, self._maps, self._maps[view_id], x, y)
        if isinstance(first, Injury) and (view_id, x, y) == (first.view, first.x, first.y):
            there = replace(there, place=first.place, place_words=first.place_words)
        self._draft.fact, self._seen_from = there, view_id


def _fixed_points(draft: AmendmentDraft) -> tuple[str, ...]:
    mark = draft.fact
    return (mark.landmark_1, mark.landmark_2) if isinstance(mark, Injury) else ()


def _figure_binding(mark: Injury, maps: Maps, label: str) -> Binding:
    figure = MarkFigure(maps[mark.view], label, known=mark.known_mark)
    signed: list[object] = [None]

    def fill(value: Any) -> None:
        view_id, point, signed[0] = value
        figure.show_mark(maps[view_id], point, signed[0])  # type: ignore[arg-type] # as it came

    return Binding(
        widget=figure,
        field=POINT,
        read=lambda: (figure.view.id, figure.point, signed[0]),
        fill=fill,
        changed=figure.pointed,
        left=figure.left,
    )


def _views(mark: Injury, maps: Maps) -> list[MapView]:
    return [view for view in maps.values() if figure_name(view.id) == figure_name(mark.view)]


def _key(view_id: str, place_id: str) -> str:
    return f"{view_id} {place_id}"
