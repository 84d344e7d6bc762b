"""What earlier records of the same person add to the map: faint marks, and lines of its text."""

from collections.abc import Sequence

from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.earlier import EarlierRecord, visits_of
from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.facts.tooth_words import ToothVisit, finding_words, in_chart_order, over_time
from sgdesk.domain.facts.words import label, sentence, source
from sgdesk.domain.maps import MapView, figure_name, place_named
from sgdesk.domain.outlines import Point
from sgdesk.text import _, read_short_date
from ui.record.body_map import Spot


def earlier_spots(records: Sequence[EarlierRecord], view: MapView) -> list[Spot]:
    """Return the marks of earlier records that lie on this view. One that was drawn on another
    figure, as when the child was a baby, stands in the middle of its place on this one."""
    return [
        Spot(mark.id, "", _line(record, f"{label(mark)}: {sentence(mark)}"), *at, mark.known_mark)
        for record in records
        for mark in record.marks
        if (at := _point_on(view, mark)) is not None
    ]


def earlier_text(records: Sequence[EarlierRecord]) -> list[str]:
    """Return the marks and teeth of earlier records as lines, with a heading when there are any."""
    lines = [
        _line(record, f"{label(mark)}: {sentence(mark)} {source(mark)}.")
        for record in records
        for mark in record.marks
    ]
    lines += [
        _line(record, f"{_teeth_on(visit)} {finding_words(one)}.")
        for record in records
        for visit in record.visits
        for one in in_chart_order(visit.findings)
    ]
    return [_("In earlier records of this person:"), *lines] if lines else []


def teeth_text(draft: ConcernDraft, records: Sequence[EarlierRecord]) -> list[str]:
    """Return the teeth as lines of text: each examination, then what repeats over the visits."""
    lines: list[str] = []
    for visit in visits_of(tuple(draft.facts)):
        lines.append(_teeth_on(visit))
        lines += [f"{finding_words(one)}." for one in in_chart_order(visit.findings)]
    visits = [visit for record in records for visit in record.visits]
    return [*lines, *over_time([*visits, *visits_of(tuple(draft.facts))])]


def _teeth_on(visit: ToothVisit) -> str:
    day = read_short_date(visit.day) if visit.day else _("day not recorded")
    return _("Teeth, {day}:").format(day=day)


def _line(record: EarlierRecord, text: str) -> str:
    return _("{reference}, {text}").format(reference=record.reference, text=text)


def _point_on(view: MapView, mark: Injury) -> Point | None:
    if mark.view == view.id:
        return mark.x, mark.y
    if mark.view != f"{figure_name(mark.view)}-{view.facing}":
        return None
    place = place_named(view, mark.place)
    return place.centre if place is not None else None
