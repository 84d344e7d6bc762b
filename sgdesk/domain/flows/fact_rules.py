"""What must be put right in one fact, whichever page it stands on."""

from datetime import date

import msgspec

from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.facts.kinds import (
    Context,
    Event,
    Fact,
    Injury,
    Need,
    Observation,
    Opinion,
    Saying,
)
from sgdesk.domain.flows.engine import Problem, found
from sgdesk.domain.identity import date_problem, number_problem, past_problem, time_problem
from sgdesk.text import _

_LONG = ("text", "detail", "words", "gist", "question", "because", "outreach", "reason_given")
_LONG_ENOUGH_MM = 2500


def fact_problems(step: str, fact: Fact, today: date) -> list[Problem]:
    """Return the problems of one fact; each field is named `fact-id.field`."""
    checks = _times(fact, today) + _own(fact) + _lengths(fact)
    return found(step, f"{fact.id}.", checks)


def _times(fact: Fact, today: date) -> list[tuple[str, str | None]]:
    return [
        ("happened_on", date_problem(fact.happened_on, fact.happened_on_typed)),
        ("happened_on", past_problem(_unless_planned(fact), today)),
        ("happened_at", time_problem(fact.happened_at, fact.happened_at_typed)),
        ("noticed_on", date_problem(fact.noticed_on, fact.noticed_on_typed)),
        ("noticed_on", past_problem(fact.noticed_on, today)),
        ("noticed_at", time_problem(fact.noticed_at, fact.noticed_at_typed)),
    ]


def _own(fact: Fact) -> list[tuple[str, str | None]]:
    match fact:
        case Injury():
            return _injury(fact)
        case Saying():
            return [
                ("speaker", _wanted(fact.speaker, _("Say who said this."))),
                (
                    "words",
                    _wanted(
                        fact.words or fact.gist,
                        _("Write the exact words, or say in your own what was told."),
                    ),
                ),
            ]
        case Event():
            day = str(fact.happened_on or fact.happened_on_typed)
            return [("happened_on", _wanted(day if day != "None" else "", _("Give the date.")))]
        case Opinion():
            return [
                ("text", _wanted(fact.text, _("Write the opinion, or remove this entry."))),
                ("because", _wanted(fact.because, _("Give the reasons for this opinion."))),
            ]
        case Observation() | Context() | Need():
            return [("text", _wanted(fact.text, _("Write what this is, or remove this entry.")))]


def _injury(fact: Injury) -> list[tuple[str, str | None]]:
    numbers = ("count", "length_mm", "width_mm", "distance_1_mm", "distance_2_mm")
    values = msgspec.structs.asdict(fact)
    checks = [(name, _measure(values[name], values[f"{name}_typed"])) for name in numbers]
    checks.append(("mark", _wanted(fact.mark, _("Choose what kind of mark this is."))))
    checks.append(("place", _wanted(fact.place, _("Choose the place on the body."))))
    return checks


def _measure(number: int | None, typed: str) -> str | None:
    if number is not None and not 0 < number <= _LONG_ENOUGH_MM:
        return _("Write a number from 1 to {most}.").format(most=_LONG_ENOUGH_MM)
    return number_problem(number, typed)


def _lengths(fact: Fact) -> list[tuple[str, str | None]]:
    return [
        (field, too_long(value, TEXT if field in _LONG else LINE))
        for field, value in msgspec.structs.asdict(fact).items()
        if isinstance(value, str)
    ]


def _unless_planned(fact: Fact) -> date | None:
    # An appointment may lie ahead; nothing else can have happened tomorrow.
    return None if isinstance(fact, Event) else fact.happened_on


def _wanted(text: str, sentence: str) -> str | None:
    return None if text.strip() else sentence
