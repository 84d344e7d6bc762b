"""The body map as a section: the views with their marks, and the same marks as a table."""

from collections.abc import Mapping

from sgdesk.documents.blocks import Block, BodyMap, BodyMark, Paragraph, Table
from sgdesk.documents.parts import Section
from sgdesk.domain.facts.injury_words import size_words
from sgdesk.domain.facts.kinds import Fact, Injury
from sgdesk.domain.facts.tied_marks import mark_labels
from sgdesk.domain.facts.words import label, source
from sgdesk.domain.maps import (
    FACING_WORDS,
    SIDE_WORDS,
    MapView,
    Part,
    part_of,
    place_named,
    side_of_mark,
    views_with_marks,
)
from sgdesk.text import _

_WHOLE, _CLOSE = 396.0, 226.0


def body_map_section(facts: tuple[Fact, ...], maps: Mapping[str, MapView]) -> Section:
    """Return the figures with their marks, and the same as a table."""
    marks = [fact for fact in facts if isinstance(fact, Injury)]
    labels = mark_labels(facts)
    drawn = tuple(
        BodyMark(labels[mark.id], mark.view, mark.x, mark.y, mark.known_mark)
        for mark in marks
        if mark.view in maps
    )
    blocks: list[Block] = [
        BodyMap(
            views,
            tuple(mark for mark in drawn if mark.view in {view.id for view in views}),
            _WHOLE if part_of(views[0].facing) is Part.BODY else _CLOSE,
        )
        for views in _figures(marks, maps)
    ]
    if marks:
        blocks.append(_mark_table(marks, labels, maps))
    if any(mark.known_mark for mark in marks):
        blocks.append(Paragraph(_("Letters are known marks, not injuries."), quiet=True))
    return Section(_("Body map"), tuple(blocks))


def _figures(marks: list[Injury], maps: Mapping[str, MapView]) -> list[tuple[MapView, ...]]:
    """Return the views to draw, two beside each other, the whole body apart from the rest."""
    wanted = views_with_marks((mark.view for mark in marks), maps)
    whole = [view for view in wanted if part_of(view.facing) is Part.BODY]
    close = [view for view in wanted if part_of(view.facing) is not Part.BODY]
    return [pair for views in (whole, close) for pair in _in_pairs(views)]


def _in_pairs(views: list[MapView]) -> list[tuple[MapView, ...]]:
    return [tuple(views[start : start + 2]) for start in range(0, len(views), 2)]


def _mark_table(marks: list[Injury], labels: dict[str, str], maps: Mapping[str, MapView]) -> Table:
    lines = []
    for mark in marks:
        kind = ", ".join(part for part in (mark.mark, mark.colour) if part)
        seen = _seen_from(mark, maps)
        lines.append((labels[mark.id], label(mark), seen, kind, _measures(mark), source(mark)))
    return Table(
        (_("No."), _("Place"), _("View"), _("Kind, colour"), _("Measured"), _("Who, when")),
        (0.06, 0.19, 0.19, 0.16, 0.22, 0.18),
        tuple(lines),
    )


def _seen_from(mark: Injury, maps: Mapping[str, MapView]) -> str:
    view = maps.get(mark.view)
    place = place_named(view, mark.place) if view is not None else None
    if view is None or place is None:
        return ""
    side = side_of_mark(view, place, mark.x)
    return _("{view}, {side}").format(
        view=_(FACING_WORDS[view.facing]), side=_(SIDE_WORDS[side]).lower()
    )


def _measures(mark: Injury) -> str:
    size = size_words(mark)
    distances = [
        _("{distance} mm {landmark}").format(distance=distance, landmark=landmark)
        for distance, landmark in (
            (mark.distance_1_mm, mark.landmark_1),
            (mark.distance_2_mm, mark.landmark_2),
        )
        if distance is not None and landmark
    ]
    if size and mark.count and mark.count > 1:
        size = _("{count} marks, {size}").format(count=mark.count, size=size)
    return "; ".join(part for part in (size, mark.orientation, *distances) if part)
