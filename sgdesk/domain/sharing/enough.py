"""Whether enough goes for the recipient to act: a pattern that is cut says something else."""

from collections.abc import Sequence
from datetime import date

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.chronology import Count, count, missed_words
from sgdesk.domain.facts.kinds import Event, Fact, Injury, Saying
from sgdesk.domain.sharing.police_numbers import is_police_number
from sgdesk.ids import FactId
from sgdesk.text import _

_FEW = 3


def cut_pattern(concern: Concern, going: Sequence[Fact]) -> str:
    """Return how the count of appointments reads in the pack, where it is no longer that of the
    record; else nothing. A pack without appointments says nothing about them."""
    events = [fact for fact in concern.facts if isinstance(fact, Event) and fact.happened_on]
    left = [fact for fact in going if isinstance(fact, Event) and not is_police_number(fact)]
    if len(events) < _FEW or not left:
        return ""
    since = concern.presentation.count_from or _first_day(events)
    whole, cut = count(concern.facts, since), count(going, since)
    if _pattern(whole) == _pattern(cut):
        return ""
    return _(
        "The pattern is cut: “{missed} of {planned}” reads {left} of {left_planned} here"
    ).format(
        missed=_in_a_sentence(missed_words(whole)), planned=whole.planned,
        left=cut.not_brought + cut.did_not_attend, left_planned=cut.planned,
    )  # fmt: skip


def unmarked_explanations(concern: Concern, going: Sequence[Fact]) -> int:
    """Return how many explanations go without a mark that they explain."""
    seen = {fact.id for fact in going}
    marks = {fact.id for fact in concern.facts if isinstance(fact, Injury) and not fact.known_mark}
    return sum(
        isinstance(fact, Saying) and fact.is_explanation and _is_bare(fact, marks, seen)
        for fact in going
    )


def numbers_left_out(concern: Concern, going: Sequence[Fact]) -> int:
    """Return how many numbers the police gave are known, and do not go."""
    seen = {fact.id for fact in going}
    return sum(is_police_number(fact) and fact.id not in seen for fact in concern.facts)


def _is_bare(saying: Saying, marks: set[FactId], seen: set[FactId]) -> bool:
    named = marks.intersection(saying.explains_marks)
    if named:
        return not named <= seen
    return bool(marks) and not marks & seen


def _pattern(counted: Count) -> tuple[int, ...]:
    return counted.not_brought, counted.did_not_attend, counted.planned


def _in_a_sentence(words: str) -> str:
    return words[:1].lower() + words[1:]


def _first_day(events: Sequence[Event]) -> date:
    return min(event.happened_on for event in events if event.happened_on)
