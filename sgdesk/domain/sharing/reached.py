"""Who outside was told of an entry before it was withdrawn, and should learn that it was."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

import msgspec
from msgspec.structs import replace

from sgdesk.domain.attachment import Attachment
from sgdesk.domain.call import Call, CallKind, CallResult
from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.people import Relation
from sgdesk.domain.sharing.decision import Attempt, AttemptState, Sharing
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.domain.sharing.subjects import relations_going
from sgdesk.domain.sharing.team import is_same_team, was_with
from sgdesk.text import _, read_moment

Went = Callable[[Sharing], bool]
Decided = tuple[Sharing, Sequence[Attempt]]
_TELLING = (CallKind.REFERRAL, CallKind.EMERGENCY)


class Reached(msgspec.Struct, frozen=True):
    """A team that was told, and when first; `again_at` when it was first reached after the entry
    was withdrawn. `is_sure`: it is known what they were told."""

    team: Recipient
    at: datetime
    again_at: datetime | None = None
    is_sure: bool = True


def fact_went(fact: Fact) -> Went:
    """Return what says whether a fact was among what a decision let go."""
    return lambda sharing: fact.id in sharing.choices and sharing.choices[fact.id].goes


def file_went(file: Attachment) -> Went:
    """Return what says whether a file was among what a decision let go."""
    return lambda sharing: file.id in sharing.files


def relation_went(relation: Relation, concern: Concern) -> Went:
    """Return what says whether somebody around the person was in what a decision let go."""
    alone = replace(concern, relations=(relation,))
    return lambda sharing: bool(relations_going(sharing.basis, alone))


def reached(
    decided: Sequence[Decided], calls: Sequence[Call], went: Went, withdrawn_at: datetime
) -> tuple[Reached, ...]:
    """Return each team that was told before an entry was withdrawn, in the order of telling. A
    try that failed told nobody; one of which nothing is known may have."""
    found: list[Reached] = []
    for sharing, _tries in decided:
        told = is_shared(sharing.decision) and went(sharing)
        if told and not any(is_same_team(one.team, sharing.recipient) for one in found):
            found += _of_team(sharing.recipient, decided, calls, went, withdrawn_at)
    known = [sharing.recipient for sharing, _tries in decided]
    for call in calls:
        to = Recipient(agency_id=call.agency_id, organisation=call.agency_name)
        if call.kind in _TELLING and not any(was_with(call, one) for one in known):
            known.append(to)
            found += _of_team(to, decided, calls, went, withdrawn_at)
    return tuple(sorted(found, key=lambda one: one.at))


def reached_words(one: Reached) -> str:
    """Return who was told when, and what is left to do about it."""
    when, team = read_moment(one.at), one.team.organisation or _("a team without a name")
    if one.again_at is not None:
        return _("It went to {team} {when}. They were reached again {again}: do they know?").format(
            team=team, when=when, again=read_moment(one.again_at)
        )
    if not one.is_sure:
        return _(
            "{team} was rung {when} and may have been told. Tell them that it is withdrawn."
        ).format(team=team, when=when)
    return _("It went to {team} {when}. Tell them that it is withdrawn.").format(
        team=team, when=when
    )


def _of_team(
    team: Recipient, decided: Sequence[Decided], calls: Sequence[Call], went: Went, end: datetime
) -> Iterator[Reached]:
    """Yield the team if it was told before `end`."""
    tries = [
        (one.at, went(sharing))
        for sharing, attempts in decided
        if is_shared(sharing.decision) and is_same_team(sharing.recipient, team)
        for one in attempts
        if one.state is not AttemptState.FAILED
    ]
    rung = [
        (call.started_at, call.kind in _TELLING)
        for call in calls
        if was_with(call, team) and call.result is CallResult.ANSWERED and call.started_at
    ]
    before = [at for at, told in (*tries, *rung) if told and at <= end]
    after = [at for at, _told in (*tries, *rung) if at > end]
    if before:
        sure = any(is_same_team(sharing.recipient, team) for sharing, _tries in decided)
        yield Reached(team, min(before), min(after, default=None), sure)


def told_before(reached_ones: Iterable[Reached], team: Recipient) -> bool:
    """Return whether a team is among those that were told."""
    return any(is_same_team(one.team, team) for one in reached_ones)
