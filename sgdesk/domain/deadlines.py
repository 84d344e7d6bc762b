"""When something is due: the operators behind the deadline rules of the guidance (LAW 15.1).

Dates and clock times are London's, working days the nation's, counted from the day after. Hours
run through nights, weekends and the change of the clocks.
"""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

import msgspec

from sgdesk.domain.answers import Nation
from sgdesk.domain.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    add_working_days,
    is_working_day,
    nation_name,
)
from sgdesk.domain.guidance import DeadlineRule, Operator
from sgdesk.text import _, from_london, read_date, read_moment, read_time, to_london


class DueAnswer(msgspec.Struct, frozen=True):
    """When it is due, or None; which text says so; and how that was worked out."""

    due: datetime | None
    source: str
    why: str


def due(rule: DeadlineRule, at: datetime, nation: Nation, hours: int | None = None) -> DueAnswer:
    """Work out when a rule that was set off at `at` is due.

    `hours` is what a local procedure says instead; law and national rules do not obey it. A rule
    that the nation does not have, hours out of range and years out of range are due None, and
    `why` says so.
    """
    at = at.astimezone(UTC)
    refusal = _refusal(rule, at, nation, hours)
    if refusal:
        return DueAnswer(None, rule.source, refusal)
    obeyed = hours if rule.local_hours is not None else None
    why = " ".join(part for part in _reasons(rule, at, nation, hours) if part)
    return DueAnswer(_due_at(rule, at, nation, obeyed), _source(rule, obeyed), why)


def unknown_rule(rule_id: str) -> DueAnswer:
    """Answer for a rule that no nation has."""
    return DueAnswer(None, "", _("There is no deadline rule {rule}.").format(rule=rule_id[:60]))


def switched_off(rule: DeadlineRule) -> DueAnswer:
    """Answer for a rule that is not known to be in force, and that nobody switched on."""
    text = _("This rule is switched off: whether it is in force has not been verified.")
    return DueAnswer(None, rule.source, text)


def months_after(at: datetime, months: int) -> datetime:
    """Return the same London date and clock time some months on, or that month's last day."""
    local = to_london(at)
    year, month = divmod(local.year * 12 + local.month - 1 + months, 12)
    day = min(local.day, monthrange(year, month + 1)[1])
    return from_london(date(year, month + 1, day), local.time().replace(fold=0))


def _due_at(rule: DeadlineRule, at: datetime, nation: Nation, hours: int | None) -> datetime:
    match rule.operator:
        case Operator.ELAPSED_HOURS:
            return at + timedelta(hours=hours or rule.amount)
        case Operator.AT_ONCE:
            return at
        case Operator.MINUTES:
            return at + timedelta(minutes=rule.amount)
        case Operator.ONE_MONTH:
            return months_after(at, 1)
        case Operator.MONTHS:
            return months_after(at, rule.amount)
        case _:
            return from_london(_due_on(rule, to_london(at), nation), rule.clock_time)


def _due_on(rule: DeadlineRule, local: datetime, nation: Nation) -> date:
    today = local.date()
    match rule.operator:
        case Operator.CALENDAR_DAYS:
            return today + timedelta(days=rule.amount)
        case Operator.WORKING_DAYS:
            return add_working_days(today, rule.amount, nation)
        case Operator.SAME_WORKING_DAY if (
            is_working_day(today, nation) and local.time() < rule.clock_time
        ):
            return today
        case Operator.SAME_DAY:
            return today + timedelta(days=local.time() >= rule.clock_time)
        case _:
            return add_working_days(today, 1, nation)


def _refusal(rule: DeadlineRule, at: datetime, nation: Nation, hours: int | None) -> str:
    if nation not in rule.nations:
        nations = ", ".join(nation_name(each) for each in rule.nations)
        return _("{nation} does not have this rule; it belongs to {nations}.").format(
            nation=nation_name(nation), nations=nations
        )
    if not FIRST_YEAR <= to_london(at).year < LAST_YEAR:
        return _("Working days are known from {first} to {last}.").format(
            first=FIRST_YEAR, last=LAST_YEAR
        )
    allowed = rule.local_hours
    if allowed and hours is not None and not allowed.least <= hours <= allowed.most:
        return _("A local rule sets {least} to {most} hours.").format(
            least=allowed.least, most=allowed.most
        )
    return ""


def _source(rule: DeadlineRule, hours: int | None) -> str:
    if hours is None:
        return rule.source
    return _("The local procedure: {hours} hours. Without one: {source}").format(
        hours=hours, source=rule.source
    )


def _reasons(rule: DeadlineRule, at: datetime, nation: Nation, hours: int | None) -> list[str]:
    fixed = hours is not None and rule.local_hours is None
    obeyed = None if fixed else hours
    return [
        rule.why,
        _working(rule, at, nation, obeyed),
        _("A local figure does not change this rule.") if fixed else "",
        _("Check locally.") if rule.check_locally and obeyed is None else "",
    ]


def _working(rule: DeadlineRule, at: datetime, nation: Nation, hours: int | None) -> str:
    amount = hours or rule.amount
    sentences = {
        Operator.ELAPSED_HOURS: _("Counted: {amount} h from {at}, nights and weekends too."),
        Operator.AT_ONCE: _("Due at once: {at}."),
        Operator.SAME_DAY: _("Counted: the day of {at}, until {time}; the day after, if later."),
        Operator.MINUTES: _("Counted: {amount} minutes from {at}."),
        Operator.ONE_MONTH: _("Counted: one month from {at}, or that month's last day."),
        Operator.MONTHS: _("Counted: {amount} months from {at}, or that month's last day."),
        Operator.CALENDAR_DAYS: _("Counted: {amount} days after {day}, until {time}."),
        Operator.SAME_WORKING_DAY: _("Counted: the working day of {at}, {nation}, until {time}."),
        Operator.NEXT_WORKING_DAY: _(
            "Counted: the first working day in {nation} after {day}, until {time}."
        ),
        Operator.WORKING_DAYS: _(
            "Counted: {amount} working days in {nation} after {day}, until {time}."
        ),
    }
    return sentences[rule.operator].format(
        amount=amount,
        at=read_moment(at),
        day=read_date(to_london(at).date()),
        nation=nation_name(nation),
        time=read_time(rule.clock_time),
    )
