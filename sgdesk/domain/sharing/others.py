"""Which facts that go tell about somebody else, whose own information it is (LAW 4.4, C8)."""

from collections.abc import Iterable, Sequence

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Fact, Need, NeedTopic
from sgdesk.domain.people import Relation
from sgdesk.domain.sharing.subjects import speaks_of


def about_others(concern: Concern, facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts marked as another's, about other children, or naming a child around."""
    children = [one for one in _family(concern) if one.is_child]
    return [one for one in facts if _is_marked(one) or speaks_of(one, children)]


def names_family(concern: Concern, facts: Iterable[Fact]) -> bool:
    """Return whether a fact names anybody of the family, household or the source of harm."""
    family = _family(concern)
    return any(speaks_of(one, family) for one in facts)


def _is_marked(fact: Fact) -> bool:
    if isinstance(fact, Need) and fact.topic is NeedTopic.OTHER_CHILDREN:
        return True
    return bool(fact.also_about.strip())


def _family(concern: Concern) -> list[Relation]:
    return [one for one in concern.relations if not one.professional]
