"""The places of marks: what the map says of their points, whatever words came with them."""

from collections.abc import Iterable

from sgdesk.domain.facts.kinds import Fact, Injury
from sgdesk.domain.facts.marks import placed


def at_their_places(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts, each mark with the place that its point is: words never contradict it."""
    return [at_its_place(fact) if isinstance(fact, Injury) else fact for fact in facts]


def at_its_place(mark: Injury) -> Injury:
    """Return a mark with the place that its point is; one of no view that is known, as it is."""
    from sgdesk.library.maps import maps_by_id

    view = maps_by_id().get(mark.view) if mark.place else None
    return mark if view is None else placed(mark, view, mark.x, mark.y)
