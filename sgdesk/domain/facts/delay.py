"""How long lay between an event, the visit, and the writing down: computed, never typed."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from sgdesk.domain.call import Call, CallKind, CallResult
from sgdesk.domain.concern import Presentation
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.sharing.decision import Attempt, AttemptState
from sgdesk.text import _, from_london, read_date, read_time, to_london

_MINUTES_UP_TO = 60
_DAYS_FROM = 48
_HOUR, _LAST_MINUTE = timedelta(hours=1), time(23, 59)


def visit_delay(presentation: Presentation) -> str:
    """Return how long after the event as told the person was brought, or "" while a date lacks.

    Hours where both clock times are known, else days of the calendar and the hours they can be.
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
    amount = _until(came_on, presentation.presented_at, written_at)
    if not amount:
        return ""
    return _("{amount} between the visit and this record ({written}).").format(
        amount=amount, written=_moment(written.date(), written.time())
    )


def referral_delay(written_at: datetime, referred_at: datetime | None) -> str:
    """Return how long after the record it was referred, or before it; "" while it was not."""
    if referred_at is None:
        return ""
    referred = to_london(referred_at)
    moment = _moment(referred.date(), referred.time())
    if referred_at >= written_at:
        return _("{amount} between this record and the referral ({referred}).").format(
            amount=_passed(referred_at - written_at), referred=moment
        )
    return _("Referred {amount} before this record was written ({referred}).").format(
        amount=_passed(written_at - referred_at).casefold(), referred=moment
    )


def whole_delay(
    presentation: Presentation, written_at: datetime, referred_at: datetime | None = None
) -> str:
    """Return the sum from the event as told to the record, or to the referral where it was sent.

    "" while the event's or the visit's date lacks: then there is nothing to add up.
    """
    event_on, came_on = presentation.event_on, presentation.presented_on
    if event_on is None or came_on is None or event_on > came_on:
        return ""
    referred = referred_at is not None and referred_at >= written_at
    end = referred_at if referred and referred_at is not None else written_at
    amount = _until(event_on, presentation.event_at, end)
    if not amount:
        return ""
    if referred:
        return _("Together: {amount} from the event to the referral.").format(
            amount=amount.casefold()
        )
    return _("Together: {amount} from the event to this record.").format(amount=amount.casefold())


def first_referred(calls: Iterable[Call], attempts: Iterable[Attempt]) -> datetime | None:
    """Return when it was referred first: by a call that was answered, or a confirmed sending.

    None while neither is known; what is not confirmed is never taken for sent.
    """
    rang = [
        call.started_at
        for call in calls
        if call.kind is CallKind.REFERRAL and call.result is CallResult.ANSWERED
    ]
    sent = [one.at for one in attempts if one.state is AttemptState.CONFIRMED]
    return min((at for at in (*rang, *sent) if at is not None), default=None)


def delay_lines(
    presentation: Presentation, written_at: datetime | None, referred_at: datetime | None
) -> list[str]:
    """Return every delay that is known, from the event to the referral, and their sum."""
    if written_at is None:
        return [line for line in [visit_delay(presentation)] if line]
    lines = (
        visit_delay(presentation),
        record_delay(presentation, written_at),
        referral_delay(written_at, referred_at),
        whole_delay(presentation, written_at, referred_at),
    )
    return [line for line in lines if line]


def written_after(fact: Fact) -> str:
    """Return how long after it was seen or heard a fact was written down: "Written down 26 minutes
    after." Nothing where a clock time lacks, or within five minutes."""
    if fact.recorded_at is None or fact.noticed_on is None or fact.noticed_at is None:
        return ""
    passed = fact.recorded_at - from_london(fact.noticed_on, fact.noticed_at)
    if passed < timedelta(minutes=5):
        return ""
    return _("Written down {amount} after.").format(amount=_passed(passed).casefold())


def _between(first: date, first_at: time | None, last: date, last_at: time | None) -> str:
    if last_at is not None:
        return _until(first, first_at, from_london(last, last_at))
    return _days(first, first_at, last, from_london(last, time()), from_london(last, _LAST_MINUTE))


def _until(first: date, first_at: time | None, moment: datetime) -> str:
    """Return how long lay before a moment; that moment keeps which of two hours it was in."""
    if first_at is None:
        return _days(first, first_at, to_london(moment).date(), moment, moment)
    passed = moment - from_london(first, first_at)
    return "" if passed < timedelta(0) else _passed(passed)


def _days(
    first: date, first_at: time | None, last: date, earliest: datetime, latest: datetime
) -> str:
    """Return days of the calendar, and between how many hours something lies of which a clock
    time is not known."""
    days = (last - first).days
    if days == 0:
        return _("Less than a day")
    least = earliest - from_london(first, first_at or _LAST_MINUTE)
    most = latest - from_london(first, first_at or time())
    return _("{days} ({least} to {most} hours)").format(
        days=_amount(days, _("1 day"), _("{count} days")),
        least=int(max(least, timedelta(0)) / _HOUR), most=-int(-most // _HOUR),
    )  # fmt: skip


def _passed(passed: timedelta) -> str:
    minutes = int(passed.total_seconds() // 60)
    if minutes < _MINUTES_UP_TO:
        return _amount(minutes, _("1 minute"), _("{count} minutes"))
    hours = minutes // 60
    told = _amount(hours, _("1 hour"), _("{count} hours"))
    if hours < _DAYS_FROM:
        return told
    days, rest = divmod(hours, 24)
    whole = _amount(days, _("1 day"), _("{count} days"))
    if rest == 0:
        return _("{hours} ({days})").format(hours=told, days=whole)
    return _("{hours} ({days} {rest} h)").format(hours=told, days=whole, rest=rest)


def _amount(count: int, one: str, several: str) -> str:
    return one if count == 1 else several.format(count=count)


def _moment(day: date, at: time | None) -> str:
    return read_date(day) if at is None else f"{read_date(day)}, {read_time(at)}"
