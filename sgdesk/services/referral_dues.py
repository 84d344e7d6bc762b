"""Which deadlines each step of a referral begins and ends. No step ends another team's."""

from datetime import datetime, time

from sgdesk.domain.answers import Nation
from sgdesk.domain.call import Call, CallKind, CallResult, is_to_be_written
from sgdesk.domain.concern import Concern
from sgdesk.domain.due import Due
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.people import PersonKind
from sgdesk.domain.sharing.decision import Attempt, Sharing
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.domain.sharing.team import is_same_team, was_with
from sgdesk.ids import ConcernId
from sgdesk.services import (
    acknowledgement_dues,
    clinical_dues,
    dues,
    override_dues,
    police_dues,
)
from sgdesk.services.context import Context
from sgdesk.services.stricter_dues import Figures
from sgdesk.store.unit import Unit
from sgdesk.text import _, from_london, read_moment, read_time, to_london

_END_OF_DAY = time(17)
_REFERRAL = ("DL-REF-", "DL-FGM-WALES-LA")
_ROUTINE = "DL-REF-ROUTINE"
_WRITTEN = "DL-REF-WRITTEN"
_FRONT_DOORS = ("children-social-care", "adult-social-care")


def after_decision(unit: Unit, context: Context, concern: Concern, sharing: Sharing) -> None:
    """A decision is filed in the clinical record; then it is sent, or looked at again."""
    now, nation = context.clock.now(), concern.urgency.nation
    clinical_dues.after_decision(unit, context, concern, sharing)
    dues.make(unit, context, Trigger.SHARED, concern.id, nation, now, about=sharing.id)
    waiting = _waiting_for(unit, concern, sharing)
    if not is_shared(sharing.decision):
        because = _("Decided not to share. That decision is looked at again.")
        dues.close_those(unit, context, concern.id, because, waiting.__contains__)
        review_on = sharing.not_sharing.review_on
        dues.make(
            unit, context, Trigger.NOT_SHARED, concern.id, nation, now, about=sharing.id,
            chosen=None if review_on is None else from_london(review_on, _END_OF_DAY),
        )  # fmt: skip
        return
    override_dues.after_sharing(unit, context, concern, sharing)
    to = sharing.recipient
    detail = _("Decided, and not sent yet: {agency}").format(agency=to.organisation)
    awaits_writing = _awaits_writing(unit, concern, to)
    if not awaits_writing and waiting:
        # The same referral is still to be made: one deadline, which now says to whom.
        unit.dues.go_over(waiting.pop(0), sharing.id, detail)
    elif not awaits_writing:
        dues.make(
            unit, context, Trigger.CONCERN_RECOGNISED, concern.id, nation, now,
            about=sharing.id, detail=detail, person=concern.person.kind,
        )  # fmt: skip
    because = _("Decided to share with {agency}.").format(agency=to.organisation)
    dues.close_those(unit, context, concern.id, because, waiting.__contains__)


def after_sending(
    unit: Unit, context: Context, concern: Concern, sharing: Sharing, attempt: Attempt
) -> None:
    """What this team waited for in writing is done; from the first sending on it must answer."""
    to = sharing.recipient
    done: set[str] = {sharing.id}
    done |= {
        one.id
        for one in unit.sharings.of_concern(concern.id)
        if one.sent_at is not None and is_same_team(one.recipient, to)
    }
    done |= {
        call.id
        for call in unit.calls.of_concern(concern.id)
        if was_with(call, to) and (call.started_at is None or call.started_at <= attempt.at)
    }
    if is_front_door(to):
        done.add(concern.id)

    def is_done(due: Due) -> bool:
        return due.rule.startswith(_REFERRAL) and due.about in done

    ended = dues.close_those(unit, context, concern.id, _("Sent in writing."), is_done)
    returned = any(due.rule.startswith(_ROUTINE) and due.about == sharing.id for due in ended)
    if is_front_door(to) and (sharing.sent_at is None or returned):
        acknowledgement_dues.expect(unit, context, concern, sharing, attempt)


def after_call(unit: Unit, context: Context, concern: Concern, call: Call) -> None:
    """A referral by telephone is confirmed in writing; a chase is repeated until they answer."""
    if call.result is not CallResult.ANSWERED:
        return
    ended_at = _ended(context, call)
    if call.kind is CallKind.REFERRAL:
        _end_untold(unit, context, concern, call, ended_at)
        _make_written_due(unit, context, concern, call, ended_at)
    elif call.kind is CallKind.CHASE:
        acknowledgement_dues.ask_again(unit, context, concern, call, ended_at)
    elif call.kind is CallKind.POLICE:
        police_dues.after_police_call(unit, context, call, ended_at)


def written_by(unit: Unit, context: Context, call: Call, nation: Nation) -> datetime | None:
    """Return by when a referral by telephone that belongs to no concern yet is to be confirmed in
    writing: as for a child until it is known whom it is about. None where nothing says so."""
    if not is_to_be_written(call):
        return None
    found = dues.worked_out_dues(
        context, Trigger.CHILD_CALL_ENDED, ConcernId(""), nation, _ended(context, call),
        about=call.id, figures=_written_figures(unit, call),
    )  # fmt: skip
    return min((due.due_at for due in found), default=None)


def is_front_door(to: Recipient) -> bool:
    """Return whether such a team is expected to say that it received a referral."""
    return to.kind in _FRONT_DOORS


def reached_front_door(unit: Unit, call: Call) -> bool:
    """Return whether a call was with a team that takes referrals, or with one that is not known."""
    agency = None if call.agency_id is None else unit.agencies.get(call.agency_id)
    return agency is None or agency.kind in _FRONT_DOORS


def _waiting_for(unit: Unit, concern: Concern, sharing: Sharing) -> list[Due]:
    """Return the open deadlines to refer that a decision deals with, the earliest first: those of
    the concern itself, and those of earlier decisions about the same team."""
    others = {
        one.id
        for one in unit.sharings.of_concern(concern.id)
        if not is_same_team(one.recipient, sharing.recipient)
    }
    return [
        due
        for due in dues.open_of(unit, concern.id)
        if due.rule.startswith(_ROUTINE) and due.about not in others
    ]


def _awaits_writing(unit: Unit, concern: Concern, to: Recipient) -> bool:
    told = {call.id for call in unit.calls.of_concern(concern.id) if was_with(call, to)}
    open_dues = dues.open_of(unit, concern.id)
    return any(due.rule.startswith(_WRITTEN) and due.about in told for due in open_dues)


def _end_untold(
    unit: Unit, context: Context, concern: Concern, call: Call, ended_at: datetime
) -> None:
    # A call that was confirmed in writing before ends nothing that was decided since.
    is_written = _is_written_since(unit, concern, call, ended_at)
    told: set[str] = {
        one.id
        for one in unit.sharings.of_concern(concern.id)
        if was_with(call, one.recipient) and not (is_written and one.sent_at is None)
    }
    if reached_front_door(unit, call):
        told.add(concern.id)

    def is_told(due: Due) -> bool:
        written = due.rule.startswith(_WRITTEN)
        return due.rule.startswith(_REFERRAL) and not written and due.about in told

    dues.close_those(unit, context, concern.id, _("Referred by telephone."), is_told)


def _make_written_due(
    unit: Unit, context: Context, concern: Concern, call: Call, ended_at: datetime
) -> None:
    if _is_written_since(unit, concern, call, ended_at):
        return
    adult = concern.person.kind is PersonKind.ADULT
    dues.make(
        unit, context, Trigger.ADULT_CALL_ENDED if adult else Trigger.CHILD_CALL_ENDED,
        concern.id, concern.urgency.nation, ended_at, about=call.id, detail=_told(call),
        figures=_written_figures(unit, call),
    )  # fmt: skip


def _written_figures(unit: Unit, call: Call) -> Figures:
    agency = None if call.agency_id is None else unit.agencies.get(call.agency_id)
    return Figures(agency.written_hours if agency else None, call.written_hours_said)


def _ended(context: Context, call: Call) -> datetime:
    now = context.clock.now()
    return min(call.ended_at or call.started_at or now, now)


def _is_written_since(unit: Unit, concern: Concern, call: Call, ended_at: datetime) -> bool:
    return any(
        was_with(call, one.recipient) and one.sent_at is not None and one.sent_at >= ended_at
        for one in unit.sharings.of_concern(concern.id)
    )


def _told(call: Call) -> str:
    start = read_moment(call.started_at) if call.started_at else ""
    end = read_time(to_london(call.ended_at).time()) if call.ended_at else ""
    when = _("{start} to {end}").format(start=start, end=end) if end else start
    return _("Telephoned {agency} {when}, spoke to {person}").format(
        agency=call.agency_name, when=when, person=call.spoke_to
    )
