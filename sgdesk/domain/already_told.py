"""What a team knows already when its portal is back, so that nobody takes it for a second one."""

from collections.abc import Iterable

import msgspec

from sgdesk.domain.agency import ROUTE_WORDS, RouteKind
from sgdesk.domain.call import Call, CallKind, CallResult
from sgdesk.domain.sharing.decision import Attempt, AttemptState
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.domain.sharing.team import was_with
from sgdesk.text import _, read_moment, read_time, to_london


class AlreadyTold(msgspec.Struct, frozen=True):
    """The newest call in which the team took the referral, and the newest try that reached it.

    `unsure` is a try of which nobody knows whether it came.
    """

    call: Call | None = None
    sent: Attempt | None = None
    unsure: Attempt | None = None

    @property
    def anything(self) -> bool:
        """Whether the team was told in any way, or may have been."""
        return any((self.call, self.sent, self.unsure))


def already_told(calls: Iterable[Call], attempts: Iterable[Attempt], to: Recipient) -> AlreadyTold:
    """Return what the recipient of a decision was told so far."""
    rung = [
        one
        for one in calls
        if was_with(one, to)
        and one.kind is CallKind.REFERRAL
        and one.result is CallResult.ANSWERED
        and one.started_at is not None
    ]
    tried = [one for one in attempts if one.route is not RouteKind.TELEPHONE]
    sent = [one for one in tried if one.state is AttemptState.CONFIRMED]
    unsure = [] if sent else [one for one in tried if one.state is AttemptState.UNCONFIRMED]
    return AlreadyTold(
        rung[-1] if rung else None, sent[-1] if sent else None, unsure[-1] if unsure else None
    )


def told_words(told: AlreadyTold) -> str:
    """Return what was done so far as sentences: telephoned to whom, sent how, and when."""
    parts: list[str] = []
    if told.call is not None:
        parts.append(
            _("Telephoned to {whom}, {when}.").format(
                whom=spoken_to(told.call) or told.call.agency_name, when=call_time(told.call)
            )
        )
    if told.sent is not None:
        parts.append(_("Sent: {how}.").format(how=_try_words(told.sent)))
    if told.unsure is not None:
        parts.append(_("Tried, and not confirmed: {how}.").format(how=_try_words(told.unsure)))
    return " ".join(parts)


def top_words(told: AlreadyTold, reference: str) -> str:
    """Return what stands on top of a later portal entry; nothing when nobody was told before."""
    if not told.anything:
        return ""
    theirs = told.call.reference if told.call is not None else ""
    yours = _("Your reference: {reference}.").format(reference=theirs) if theirs else ""
    return " ".join(
        filter(
            None,
            (
                _("Not a new referral."),
                told_words(told),
                _("Our reference: {reference}.").format(reference=reference),
                yours,
                _("Please put this entry with it."),
            ),
        )
    )


def spoken_to(call: Call) -> str:
    """Return who answered: name, role, team."""
    return ", ".join(part for part in (call.spoke_to, call.role, call.team) if part)


def call_time(call: Call) -> str:
    """Return when the call was: "Fri 20 Nov 2026, 10:05 to 10:19"."""
    if call.started_at is None:
        return ""
    started = read_moment(call.started_at)
    if call.ended_at is None:
        return started
    ended = to_london(call.ended_at)
    if ended.date() != to_london(call.started_at).date():
        return _("{start} to {end}").format(start=started, end=read_moment(call.ended_at))
    return _("{start} to {end}").format(start=started, end=read_time(ended.time()))


def _try_words(attempt: Attempt) -> str:
    proof = f" ({attempt.proof})" if attempt.proof else ""
    return f"{_(ROUTE_WORDS[attempt.route])}, {read_moment(attempt.at)}{proof}"
