"""The marks of a draft: how they are numbered, where they lie, and the whole map as text."""

from collections.abc import Mapping, Sequence
from datetime import date

from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.facts import tied_marks
from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.facts.marks import figure_for
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.domain.maps import (
    FACING_WORDS,
    SIDE_WORDS,
    MapView,
    Place,
    figure_name,
    place_at,
    place_named,
    side_of_mark,
)
from sgdesk.domain.outlines import Point, is_inside
from sgdesk.text import _

_APART = 22.0
_AROUND = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))


def injuries_of(draft: ConcernDraft) -> list[Injury]:
    """Return the marks that count, in the order in which they were added."""
    return [fact for fact in draft.facts if isinstance(fact, Injury) and not fact.known_mark]


def known_marks_of(draft: ConcernDraft) -> list[Injury]:
    """Return the birthmarks and the like, which are never counted."""
    return [fact for fact in draft.facts if isinstance(fact, Injury) and fact.known_mark]


def mark_labels(draft: ConcernDraft) -> dict[str, str]:
    """Return what stands on each mark, by its id: numbers for injuries, letters for known marks."""
    return tied_marks.mark_labels(draft.facts)


def free_point(view: MapView, place: Place, marks: Sequence[Injury]) -> Point:
    """Return a point of the place that no mark covers yet; where there is none, its centre."""
    taken = [(mark.x, mark.y) for mark in marks if mark.view == view.id]
    centre_x, centre_y = place.centre
    for right, down in _AROUND:
        x, y = centre_x + right * _APART, centre_y + down * _APART
        free = all(abs(x - other) + abs(y - under) >= _APART for other, under in taken)
        if free and is_inside(place.path, x, y) and place_at(view, x, y) is place:
            return x, y
    return place.centre


def figure_of(draft: ConcernDraft, today: date) -> str:
    """Return which figure is drawn: "baby", "child" or "adult". Marks stay where they are."""
    for fact in draft.facts:
        if isinstance(fact, Injury) and fact.view:
            return figure_name(fact.view)
    return figure_for(draft.person, today)


def map_text(draft: ConcernDraft, maps: Mapping[str, MapView]) -> str:
    """Return the whole body map as text, one mark to a paragraph."""
    labels = mark_labels(draft)
    counted = [_mark_text(mark, labels[mark.id], draft, maps) for mark in injuries_of(draft)]
    known = [_mark_text(mark, labels[mark.id], draft, maps) for mark in known_marks_of(draft)]
    parts = counted or [_("No marks recorded.")]
    if known:
        parts += [_("Known marks, not counted as injuries:"), *known]
    return "\n".join(parts)


def _mark_text(mark: Injury, number: str, draft: ConcernDraft, maps: Mapping[str, MapView]) -> str:
    view = maps.get(mark.view)
    place = place_named(view, mark.place) if view is not None else None
    if view is None or place is None:
        where = label(mark)
    else:
        where = _("{place} ({facing}, {side})").format(
            place=label(mark),
            facing=_(FACING_WORDS[view.facing]).lower(),
            side=_(SIDE_WORDS[side_of_mark(view, place, mark.x)]).lower(),
        )
    seen = _("{number}. {where}: {what} {source}.").format(
        number=number, where=where, what=sentence(mark), source=source(mark)
    )
    return tied_marks.with_what_was_said(mark, seen, draft.facts)
