"""What a letter to an agency says before anybody changes it: what happened, and what is asked."""

from datetime import datetime

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.call import CallKind
from sgdesk.domain.due import Due
from sgdesk.domain.letters import LetterKind
from sgdesk.domain.outcome import Outcome
from sgdesk.domain.sharing.decision import AttemptState, Sharing
from sgdesk.domain.sharing.team import was_with
from sgdesk.domain.shown import is_overdue
from sgdesk.services import dues
from sgdesk.services.ladder import STAGES, ladder_of
from sgdesk.store.unit import Unit
from sgdesk.text import _, read_moment

_HOW = {
    RouteKind.PORTAL: "through your portal",
    RouteKind.FORM: "on your form",
    RouteKind.SECURE_EMAIL: "by secure email",
    RouteKind.TELEPHONE: "by telephone",
    RouteKind.POST: "by post",
    RouteKind.HAND: "by hand",
}
_OUTCOME = "DL-OUTCOME-CHASE"
_LATE = {
    "DL-ACK-": "You were to acknowledge it by {when}. We have no acknowledgement.",
    "DL-SCO-RESP": "You were to answer by {when}. We have no answer.",
    _OUTCOME: "We have not heard what you decided.",
}


def happened(unit: Unit, sharing: Sharing, kind: LetterKind, now: datetime) -> list[str]:
    """Return what happened so far, a paragraph each."""
    told = [*_sent(unit, sharing), *_rung(unit, sharing), *_owed(unit, sharing, now)]
    if kind is not LetterKind.CHASE:
        told += _answered(unit, sharing)
        told += _taken_before(unit, sharing, kind)
    return told


def asks(kind: LetterKind) -> list[str]:
    """Return what is asked, a line each."""
    if kind is LetterKind.CHASE:
        return [
            _("Tell us whether you have our referral, and who has it now."),
            _("Tell us what was decided, why, and what happens next."),
        ]
    return [
        _("Look at this decision again with what is written above."),
        _("Tell us who decides on it, and by when."),
    ]


def answers(unit: Unit, sharing: Sharing) -> list[Outcome]:
    """Return what came back about a sharing, the first first."""
    return [
        one for one in unit.outcomes.of_concern(sharing.concern_id)
        if one.sharing_id == sharing.id
    ]  # fmt: skip


def proof(unit: Unit, sharing: Sharing) -> str:
    """Return the reference under which they have it, the newest, or nothing."""
    theirs = [one.reference for one in answers(unit, sharing) if one.reference]
    proofs = [one.proof for one in unit.sharings.attempts(sharing.id) if one.proof]
    return (theirs or proofs or [""])[-1]


def late_sources(unit: Unit, sharing: Sharing, now: datetime, told: str) -> tuple[str, ...]:
    """Return where it stands by when they owed what is late, as far as the letter says when."""
    late = _late(unit, sharing, now)
    return tuple(due.source for due in late if read_moment(due.due_at) in told)


def _sent(unit: Unit, sharing: Sharing) -> list[str]:
    tries = unit.sharings.attempts(sharing.id)
    sent = [one for one in tries if one.state is AttemptState.CONFIRMED]
    return [
        _("On {when} we sent you a referral {how}.").format(
            when=read_moment(one.at), how=_(_HOW[one.route])
        )
        for one in sent[:1]
    ]


def _rung(unit: Unit, sharing: Sharing) -> list[str]:
    return [
        _("On {when} we asked by telephone, and spoke to {who}.").format(
            when=read_moment(one.started_at), who=one.spoke_to
        )
        for one in unit.calls.of_concern(sharing.concern_id)
        if one.kind is CallKind.CHASE and one.spoke_to and one.started_at is not None
        and was_with(one, sharing.recipient)
    ]  # fmt: skip


def _owed(unit: Unit, sharing: Sharing, now: datetime) -> list[str]:
    return [
        _(_LATE[_kind_of(due)]).format(when=read_moment(due.due_at))
        for due in _late(unit, sharing, now)
    ]


def _answered(unit: Unit, sharing: Sharing) -> list[str]:
    decided = [one for one in answers(unit, sharing) if one.decision]
    told = [
        _("On {when} you answered: “{words}”").format(when=read_moment(one.at), words=one.decision)
        for one in decided[-1:]
    ]
    return told + [one.disagreement for one in decided[-1:] if one.disagreement]


def _taken_before(unit: Unit, sharing: Sharing, kind: LetterKind) -> list[str]:
    """Return with whom it was taken up before this stage, while it is not settled."""
    ladder = ladder_of(unit, sharing, unit.dues.of_concern(sharing.concern_id))
    return [
        _("On {when} we took it up with: {whom}. It is not settled.").format(
            when=read_moment(one.began_at),
            # The usual stages are called "Disagreement, stage 1: whoever decided on it".
            whom=one.title if ladder.is_local else one.title.partition(": ")[2] or one.title,
        )
        for one in ladder.stages[: STAGES.index(kind)]
        if ladder.is_open and one.began_at is not None
    ]


def _late(unit: Unit, sharing: Sharing, now: datetime) -> list[Due]:
    """Return what they owe and is late: the first of each kind, for the rest is our own chasing."""
    late: dict[str, Due] = {}
    for due in dues.open_of(unit, sharing.concern_id):
        kind = _kind_of(due)
        if due.about == sharing.id and kind and is_overdue(due.due_at, now):
            late.setdefault(kind, due)
    return list(late.values())


def _kind_of(due: Due) -> str:
    return next((one for one in _LATE if due.rule.startswith(one)), "")
