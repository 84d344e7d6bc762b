"""What must be put right in one fact, whichever page it stands on."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import msgspec

from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.facts.kinds import (
    Attendance,
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
from sgdesk.domain.identity import (
    date_problem,
    name_problem,
    number_problem,
    past_problem,
    time_problem,
    who_problem,
)
from sgdesk.domain.teeth import EVERY_TOOTH, ToothFinding
from sgdesk.text import _

_LONG = (
    "text", "detail", "words", "gist", "question", "because", "outreach", "reason_given",
    "demeanour", "then", "result", "return_if", "if_not_brought",
)  # fmt: skip
_LONG_ENOUGH_MM = 2500
_HAPPENED = (
    Attendance.ATTENDED, Attendance.LATE, Attendance.NOT_BROUGHT, Attendance.DID_NOT_ATTEND,
)  # fmt: skip
_REMEMBERED = 8_000


def fact_problems(step: str, fact: Fact, today: date) -> list[Problem]:
    """Return the problems of one fact; each field is named `fact-id.field`."""
    return list(_remembered(step, fact, today))


@lru_cache(_REMEMBERED)
def _remembered(step: str, fact: Fact, today: date) -> tuple[Problem, ...]:
    # A chronology of a thousand entries is checked again at each step of the window.
    checks = _times(fact, today) + _own(fact, today) + _people(fact) + _lengths(fact)
    return tuple(found(step, f"{fact.id}.", checks))


def _times(fact: Fact, today: date) -> list[tuple[str, str | None]]:
    return [
        ("happened_on", date_problem(fact.happened_on, fact.happened_on_typed)),
        ("happened_on", past_problem(_unless_planned(fact), today)),
        ("happened_at", time_problem(fact.happened_at, fact.happened_at_typed)),
        ("noticed_on", date_problem(fact.noticed_on, fact.noticed_on_typed)),
        ("noticed_on", past_problem(fact.noticed_on, today)),
        ("noticed_at", time_problem(fact.noticed_at, fact.noticed_at_typed)),
    ]


def _people(fact: Fact) -> list[tuple[str, str | None]]:
    checks = [("also_about", name_problem(fact.also_about))]
    # Elsewhere the field says in which book something is written.
    if isinstance(fact, Injury | Observation | Saying | Opinion):
        checks.append(("noticed_by", name_problem(fact.noticed_by)))
    free: tuple[str, ...] = ()
    if isinstance(fact, Saying):
        free = ("present", "interpreter")
    elif isinstance(fact, Need):
        free = ("to_whom", "review_by")
    return [*checks, *((field, who_problem(getattr(fact, field))) for field in free)]


def _own(fact: Fact, today: date) -> list[tuple[str, str | None]]:
    match fact:
        case Injury():
            return _injury(fact)
        case Saying():
            return [
                ("speaker", _wanted(fact.speaker, _("Say who said this."))),
                ("speaker", name_problem(fact.speaker)),
                ("reported_by", name_problem(fact.reported_by)),
                ("to_whom", name_problem(fact.to_whom)),
                ("hearing", _wanted(fact.hearing or "", _("Choose how this was heard."))),
                (
                    "words",
                    _wanted(
                        fact.words or fact.gist,
                        _("Write the exact words, or say in your own what was told."),
                    ),
                ),
            ]
        case Event():
            return _event(fact, today)
        case Opinion():
            return [
                ("text", _wanted(fact.text, _("Write the opinion, or remove this entry."))),
                ("because", _wanted(fact.because, _("Give the reasons for this opinion."))),
            ]
        case Observation() if fact.teeth:
            return [("teeth", _teeth(fact.teeth))]
        case Need() if fact.barriers:
            return _need(fact)
        case Observation() | Context() | Need():
            checks = _need(fact) if isinstance(fact, Need) else []
            return [
                *checks,
                ("topic", _wanted(fact.topic or "", _("Choose what this is about."))),
                ("text", _wanted(fact.text, _("Write what this is, or remove this entry."))),
            ]


def _teeth(teeth: Sequence[ToothFinding]) -> str | None:
    told: set[str] = set()
    for one in teeth:
        if one.tooth not in EVERY_TOOTH:
            return _("“{tooth}” is no tooth of the chart. Choose one.").format(tooth=one.tooth)
        if one.tooth in told:
            return _("Tooth {tooth} is here twice. Take one of them out.").format(tooth=one.tooth)
        if one == ToothFinding(tooth=one.tooth):
            return _("Say what was found on tooth {tooth}, or take it out.").format(tooth=one.tooth)
        told.add(one.tooth)
    return None


def _need(fact: Need) -> list[tuple[str, str | None]]:
    return [("review_on", date_problem(fact.review_on, fact.review_on_typed))]


def _event(fact: Event, today: date) -> list[tuple[str, str | None]]:
    day = fact.happened_on_typed if fact.happened_on is None else str(fact.happened_on)
    return [
        ("happened_on", _wanted(day, _("Give the date."))),
        ("event", _wanted(fact.event or "", _("Choose what kind of entry this is."))),
        ("attendance", _wanted(fact.attendance or "", _("Choose how the appointment ended."))),
        ("attendance", _timing(fact, today)),
    ]


def _timing(fact: Event, today: date) -> str | None:
    if fact.happened_on is None:
        return None
    if fact.happened_on > today and fact.attendance in _HAPPENED:
        return _("This date is in the future. Check it, or choose that it is still to come.")
    if fact.happened_on < today and fact.attendance is Attendance.PLANNED:
        return _("This date has passed. Choose how the appointment ended.")
    return None


def _injury(fact: Injury) -> list[tuple[str, str | None]]:
    numbers = (
        "count", "length_mm", "width_mm", "diameter_mm", "distance_1_mm", "distance_2_mm",
    )  # fmt: skip
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
        if isinstance(value, str) and len(value) > LINE
    ]


def _unless_planned(fact: Fact) -> date | None:
    # An appointment may lie ahead; nothing else can have happened tomorrow.
    return None if isinstance(fact, Event) else fact.happened_on


def _wanted(text: str, sentence: str) -> str | None:
    return None if text.strip() else sentence
