"""What one fact usually says and does not say yet (FORMS B1, B3). None of it stops a signature."""

from collections.abc import Iterable, Iterator

from sgdesk.domain.facts.kinds import Fact, Injury, Observation, Saying
from sgdesk.domain.facts.landmark_sides import landmark_doubts
from sgdesk.domain.facts.words import label
from sgdesk.text import _

Gap = tuple[str, str, object, str]


def fact_gaps(facts: Iterable[Fact]) -> Iterator[Gap]:
    """Yield step, field, nothing, and what to do, for each fact that lacks something."""
    for fact in facts:
        match fact:
            case Injury():
                yield from _of("seen", fact, [*_of_mark(fact), *_seen(fact)])
                for field, text in landmark_doubts(fact):
                    yield "seen", f"{fact.id}.{field}", None, text
            case Observation():
                yield from _of("seen", fact, _seen(fact))
            case Saying():
                yield from _of("said", fact, _heard(fact))


def _of(step: str, fact: Fact, lacking: Iterable[tuple[str, object, str]]) -> Iterator[Gap]:
    missing = [(field, words) for field, there, words in lacking if not there]
    if missing:
        text = _("{fact}: add {what}.").format(
            fact=label(fact), what=", ".join(words for _field, words in missing)
        )
        yield step, f"{fact.id}.{missing[0][0]}", None, text


def _of_mark(mark: Injury) -> list[tuple[str, object, str]]:
    if mark.known_mark:
        return []
    measured = mark.diameter_mm or (mark.length_mm and mark.width_mm)
    points = [
        mark.landmark_1.strip() and mark.distance_1_mm is not None,
        mark.landmark_2.strip() and mark.distance_2_mm is not None,
    ]
    first_open = "landmark_2" if points[0] else "landmark_1"
    return [
        ("length_mm", measured, _("length and width")),
        ("colour", mark.colour.strip(), _("the colour")),
        (first_open, all(points), _("two fixed points with their distances")),
    ]


def _seen(fact: Injury | Observation) -> list[tuple[str, object, str]]:
    return [
        ("noticed_by", fact.noticed_by.strip(), _("who saw it")),
        ("noticed_on", fact.noticed_on, _("when it was seen")),
    ]


def _heard(fact: Saying) -> list[tuple[str, object, str]]:
    return [
        ("noticed_by", fact.noticed_by.strip(), _("who heard it")),
        ("noticed_on", fact.noticed_on, _("on which day it was heard")),
        ("noticed_at", fact.noticed_at, _("at what time it was heard")),
    ]
