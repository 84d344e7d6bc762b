"""How long lay between an event, the visit, and the writing down: computed, never typed."""

from datetime import date, datetime, time

from sgdesk.domain.concern import Presentation
from sgdesk.text import _, from_london, read_date, read_time, to_london

_HOURS_UP_TO = 48


def visit_delay(presentation: Presentation) -> str:
    """Return how long after the event as told the person was brought, or "" while a date lacks.

    Hours where both clock times are known and it was under two days, else days of the calendar.
    """
    event_on, came_on = presentation.event_on, presentation.presented_on
    if event_on is None or came_on is None or event_on > came_on:
        return ""
    amount = _between(event_on, presentation.event_at, came_on, presentation.presented_at)
    if not amount:
        return ""
    return _("{amount} between the event as described ({event}) and the visit ({visit}).").format(
        amount=amount,
        event=_moment(event_on, presentation.event_at),
        visit=_moment(came_on, presentation.presented_at),
    )


def record_delay(presentation: Presentation, written_at: datetime) -> str:
    """Return how long after the visit this was written down, or "" while the visit's date lacks."""
    came_on = presentation.presented_on
    written = to_london(written_at)
    if came_on is None or came_on > written.date():
        return ""
    amount = _between(came_on, presentation.presented_at, written.date(), written.time())
    if not amount:
        return ""
    return _("{amount} between the visit and this record ({written}).").format(
        amount=amount, written=_moment(written.date(), written.time())
    )


def _between(first: date, first_at: time | None, last: date, last_at: time | None) -> str:
    days = (last - first).days
    if first_at is not None and last_at is not None:
        passed = from_london(last, last_at) - from_london(first, first_at)
        minutes = int(passed.total_seconds() // 60)
        if minutes < 0:
            return ""
        if minutes < 60:
            return _amount(minutes, _("1 minute"), _("{count} minutes"))
        if minutes < _HOURS_UP_TO * 60:
            return _amount(minutes // 60, _("1 hour"), _("{count} hours"))
    if days == 0:
        return _("Less than a day")
    return _amount(days, _("1 day"), _("{count} days"))


def _amount(count: int, one: str, several: str) -> str:
    return one if count == 1 else several.format(count=count)


def _moment(day: date, at: time | None) -> str:
    return read_date(day) if at is None else f"{read_date(day)}, {read_time(at)}"
