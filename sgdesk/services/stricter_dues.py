"""Two figures for one deadline: the agency's own procedure, and what its worker said. Both are
named on the due; the stricter is due."""

from datetime import datetime, timedelta

import msgspec

from sgdesk.domain.answers import Nation
from sgdesk.domain.deadlines import DueAnswer
from sgdesk.domain.deadlines import due as worked_out
from sgdesk.domain.guidance import DeadlineRule, Operator
from sgdesk.text import _, read_moment

_LONGEST = 24 * 366


class Figures(msgspec.Struct, frozen=True):
    """Elapsed hours that somebody set for a deadline; None where nobody did."""

    procedure: int | None = None
    said: int | None = None


NO_FIGURES = Figures()


def answer(
    rule: DeadlineRule, at: datetime, nation: Nation, figures: Figures, now: datetime
) -> DueAnswer:
    """Work out a due that is never missing: a date out of reach counts from now, and a figure out
    of range gives way to the rule."""
    start = at if worked_out(rule, at, nation).due is not None else now
    own = figures.procedure if rule.local_hours is not None else None
    found = _by_procedure(rule, start, nation, own)
    if rule.operator is not Operator.ELAPSED_HOURS:
        return found
    if figures.procedure is not None and own is None:
        told = _("The agency’s own procedure: {hours} hours, by {when}.")
        found = _with_asked(rule, start, found, figures.procedure, told)
    if figures.said is not None:
        told = _("They said: {hours} hours, by {when}.")
        found = _with_asked(rule, start, found, figures.said, told)
    return found


def _by_procedure(
    rule: DeadlineRule, at: datetime, nation: Nation, procedure: int | None
) -> DueAnswer:
    found = worked_out(rule, at, nation, procedure)
    if found.due is not None or procedure is None:
        return found
    bounds = rule.local_hours
    least = bounds.least if bounds is not None and procedure < bounds.least else None
    kept = worked_out(rule, at, nation, least)
    return DueAnswer(kept.due, kept.source, f"{found.why} {kept.why}")


def _with_asked(
    rule: DeadlineRule, at: datetime, found: DueAnswer, hours: int, told: str
) -> DueAnswer:
    if found.due is None:
        return found
    hours = min(hours, _LONGEST)
    wanted = at + timedelta(hours=max(hours, 1))
    told = told.format(hours=hours, when=read_moment(wanted))
    both = _compared(wanted, found.due)
    why = " ".join(part for part in (_outside(rule, hours), found.why) if part)
    source = f"{told} {both} {found.source}"
    return DueAnswer(min(wanted, found.due), source, why)


def _compared(wanted: datetime, by_rule: datetime) -> str:
    if wanted == by_rule:
        return _("So does the rule.")
    return _("By the rule: {when}. The sooner holds.").format(when=read_moment(by_rule))


def _outside(rule: DeadlineRule, said: int) -> str:
    allowed = rule.local_hours
    if allowed is None or allowed.least <= said <= allowed.most:
        return ""
    return _("A local rule sets {least} to {most} hours.").format(
        least=allowed.least, most=allowed.most
    )
