"""What the map shows of a draft: its spots on one view, how many there are, and all as text."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sgdesk.domain.concern import ConcernDraft
from sgdesk.domain.earlier import EarlierRecord
from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.facts.words import label
from sgdesk.domain.maps import Facing, MapView
from sgdesk.text import _
from ui.record.body_map import Spot
from ui.record.earlier_marks import earlier_text, teeth_text
from ui.record.marks import map_text, mark_labels
from ui.record.recording import facts_of


def spots_on(draft: ConcernDraft, view: MapView) -> list[Spot]:
    """Return the marks that lie on this view."""
    numbers = mark_labels(draft)
    return [
        Spot(
            mark.id, numbers[mark.id], _name(mark, numbers[mark.id]),
            mark.x, mark.y, mark.known_mark,
        )
        for mark in facts_of(draft, Injury)
        if mark.view == view.id
    ]  # fmt: skip


def marks_by_facing(draft: ConcernDraft, maps: Mapping[str, MapView]) -> Counter[Facing]:
    """Return how many marks each view has."""
    marks = facts_of(draft, Injury)
    return Counter(maps[mark.view].facing for mark in marks if mark.view in maps)


def mark_title(draft: ConcernDraft, mark: Injury) -> str:
    """Return the title of a mark's card: "1 · Left cheek"."""
    number = mark_labels(draft)[mark.id]
    return _("{number} · {place}").format(number=number, place=label(mark))


def whole_text(
    draft: ConcernDraft, maps: Mapping[str, MapView], earlier: Sequence[EarlierRecord]
) -> str:
    """Return marks, teeth and earlier records of this person as one text."""
    lines = [map_text(draft, maps), *teeth_text(draft, earlier), *earlier_text(earlier)]
    return "\n".join(lines)


def _name(mark: Injury, number: str) -> str:
    pattern = _("Known mark {number}, {place}") if mark.known_mark else _("Mark {number}, {place}")
    return pattern.format(number=number, place=mark.place_words)
