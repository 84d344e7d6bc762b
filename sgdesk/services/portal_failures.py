"""A portal that failed: known from the tries of a decision, and noted there from a call."""

from datetime import datetime

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.call import Call, PortalFailure
from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.sharing.decision import Attempt, AttemptState, Sharing
from sgdesk.domain.sharing.team import is_same_team, was_with
from sgdesk.ids import new_id
from sgdesk.store.unit import Unit


def failure_of(attempts: tuple[Attempt, ...]) -> PortalFailure | None:
    """Return how the portal failed the last time, and since when it does; None when it works."""
    portal = [one for one in attempts if one.route is RouteKind.PORTAL]
    if not portal or portal[-1].state is not AttemptState.FAILED or portal[-1].failure is None:
        return None
    newest, failure = portal[-1], portal[-1].failure
    return PortalFailure(
        at=_began(portal), failure=failure, message=newest.message, account=newest.account
    )


def note_failure(unit: Unit, concern: Concern, call: Call) -> None:
    """Note what failed before a call as a try of the newest decision to share with whom was rung;
    a try that stands there already is not noted twice."""
    failed = call.failed
    meant = [
        one
        for one in unit.sharings.of_concern(concern.id)
        if is_shared(one.decision) and was_with(call, one.recipient)
    ]
    if failed is None or not meant:
        return
    attempts = unit.sharings.attempts(meant[-1].id)
    if _is_known(failed, attempts):
        return
    attempt = Attempt(
        id=new_id(), sharing_id=meant[-1].id, route=RouteKind.PORTAL, state=AttemptState.FAILED,
        at=failed.at, failure=failed.failure, message=failed.message, account=failed.account,
        by=call.called_by,
    )  # fmt: skip
    unit.sharings.save_attempt(attempt)
    unit.audit(
        f"attempt.{attempt.state.value}", f"sharing:{attempt.sharing_id}",
        {"route": attempt.route.value, "call": call.id},
    )  # fmt: skip


def note_earlier(unit: Unit, concern: Concern, sharing: Sharing) -> None:
    """Count what failed before calls to a team as the first tries of the first decision to share
    with it: the portal was tried before anybody had decided."""
    decided = [
        one
        for one in unit.sharings.of_concern(concern.id)
        if is_shared(one.decision) and is_same_team(one.recipient, sharing.recipient)
    ]
    if [one.id for one in decided] == [sharing.id]:
        for call in unit.calls.of_concern(concern.id):
            if was_with(call, sharing.recipient):
                note_failure(unit, concern, call)


def _is_known(failed: PortalFailure, attempts: tuple[Attempt, ...]) -> bool:
    newest = failure_of(attempts)
    if newest is not None and _is_same(failed, newest):
        return True
    return any(
        one.route is RouteKind.PORTAL
        and one.failure is failed.failure
        and _minute(one.at) == _minute(failed.at)
        for one in attempts
    )


def _is_same(one: PortalFailure, other: PortalFailure) -> bool:
    # A call is typed to the minute.
    return (_minute(one.at), one.failure, one.message, one.account) == (
        _minute(other.at), other.failure, other.message, other.account,
    )  # fmt: skip


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _began(portal: list[Attempt]) -> datetime:
    """Return since when it has failed without a break."""
    since = portal[-1].at
    for one in reversed(portal):
        if one.state is not AttemptState.FAILED:
            break
        since = one.at
    return since
