"""Which dues stand on Today: everything that has passed, and the first of all that comes."""

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from sgdesk.domain.cited import CONFIDENCE_WORDS, STATUS_WORDS, Status
from sgdesk.domain.due import DueLine
from sgdesk.domain.guidance import DeadlineRule
from sgdesk.domain.reminders import reminded
from sgdesk.domain.shown import is_overdue
from sgdesk.services.context import Context
from sgdesk.services.police_case import CLOCKS, unconfirmed_report
from sgdesk.store.unit import Unit
from sgdesk.text import _

_EVERY_ONE = 1_000_000
_REPORT = "DL-FGM"
_WEIGHTS = (Status.LAW, Status.NATIONAL, Status.LOCAL, Status.PRACTICE_DEFAULT)
_Thing = tuple[str, str]


def most_urgent(unit: Unit, context: Context, now: datetime) -> tuple[DueLine, ...]:
    """Return every due that has passed, the oldest first, and then the first of each thing that
    is waited for; later ones of the same thing stand on the concern's page, its legal limit
    beside the first."""
    lines = unit.dues.open(context.today(), _EVERY_ONE)
    rules = _rules(context, {line.due.rule for line in lines})
    limits = _legal_limits(lines, rules)
    weighed = sorted(lines, key=lambda line: (line.due.due_at, _weight(line, rules)))
    return tuple(
        _with_report(unit, _with_rule(line, rules, limits, now))
        for line in _first_of_each(weighed, now)
    )


def _weight(line: DueLine, rules: dict[str, DeadlineRule]) -> int:
    """Return the place of a due among those of the same hour: law first, our own defaults last."""
    rule = rules.get(line.due.rule)
    return _WEIGHTS.index(Status.LOCAL if rule is None else rule.status)


def _first_of_each(lines: Iterable[DueLine], now: datetime) -> list[DueLine]:
    seen: set[_Thing] = set()
    first = []
    for line in lines:
        thing = _thing(line)
        if thing in seen and not is_overdue(line.due.due_at, now):
            continue
        seen.add(thing)
        first.append(line)
    return first


def _thing(line: DueLine) -> _Thing:
    """Return what is waited for. The report of FGM is one person's alone; what others do beside
    it, such as taking advice, or telling the local authority in Wales, is a thing of its own."""
    rule = line.due.rule
    is_beside = rule.startswith(_REPORT) and rule not in CLOCKS
    return line.due.about, rule if is_beside else "-".join(rule.split("-")[:2])


def _with_report(unit: Unit, line: DueLine) -> DueLine:
    """Return a line with the report to the police that its reporter has not confirmed yet."""
    concern = unit.concerns.get(line.due.concern_id) if line.due.rule in CLOCKS else None
    waiting = None if concern is None else unconfirmed_report(unit, concern)
    if waiting is None or waiting.fgm is None:
        return line
    return replace(line, unconfirmed=waiting.id, reporter=waiting.fgm.reporter)


def _rules(context: Context, rule_ids: set[str]) -> dict[str, DeadlineRule]:
    """Return the rules of some ids; another nation's guidance is read only where it is needed."""
    own = {rule.id: rule for rule in context.guidance.deadlines if rule.id in rule_ids}
    if rule_ids <= own.keys():
        return own
    from sgdesk.library.guidance import every_rule

    return every_rule() | own


def _legal_limits(
    lines: Iterable[DueLine], rules: dict[str, DeadlineRule]
) -> dict[_Thing, datetime]:
    limits: dict[_Thing, datetime] = {}
    for line in lines:
        rule = rules.get(line.due.rule)
        if rule is not None and rule.status is Status.LAW:
            limits.setdefault(_thing(line), line.due.due_at)
    return limits


def _with_rule(
    line: DueLine, rules: dict[str, DeadlineRule], limits: dict[_Thing, datetime], now: datetime
) -> DueLine:
    rule = rules.get(line.due.rule)
    if rule is None:  # made under a guidance file that is no longer there; its source stays
        return line
    limit = limits.get(_thing(line))
    standing = _("{status}, {confidence}").format(
        status=_(STATUS_WORDS[rule.status]), confidence=_(CONFIDENCE_WORDS[rule.confidence])
    )
    return replace(
        line,
        standing=standing,
        law_by=limit if limit is not None and limit > line.due.due_at else None,
        reminded=reminded(rule, line.due.due_at, now),
    )
