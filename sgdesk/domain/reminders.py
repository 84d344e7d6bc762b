"""A deadline that has passed reminds again: when it did so last, and when it does so next."""

from datetime import datetime, timedelta

import msgspec

from sgdesk.domain.guidance import DeadlineRule
from sgdesk.text import from_london, to_london


class Reminded(msgspec.Struct, frozen=True):
    """How often an open deadline has reminded since it was due, and when it does so next."""

    times: int
    next_at: datetime


def reminded(rule: DeadlineRule, due_at: datetime, now: datetime) -> Reminded | None:
    """Return how a deadline goes on reminding by now; None where it reminds once only.

    Days keep London's clock time when the clocks change; minutes are elapsed minutes.
    """
    again = rule.again
    if again is None:
        return None
    if now < due_at:
        return Reminded(0, due_at)
    if again.minutes:
        every = timedelta(minutes=again.minutes)
        times = (now - due_at) // every + 1
        return Reminded(times, due_at + times * every)
    local = to_london(due_at)
    times = max((to_london(now).date() - local.date()).days // again.days, 0)

    def at(count: int) -> datetime:
        day = local.date() + timedelta(days=count * again.days)
        return from_london(day, local.time().replace(fold=0))

    times += at(times) <= now
    return Reminded(times, at(times))
