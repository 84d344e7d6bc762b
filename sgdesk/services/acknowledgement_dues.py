"""What an agency owes after a referral: that it was received, and what was decided."""

from datetime import date, datetime, time

from sgdesk.domain.call import Call
from sgdesk.domain.concern import Concern
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.outcome import Outcome, OutcomeKind
from sgdesk.domain.people import PersonKind
from sgdesk.domain.sharing.decision import Attempt, Sharing
from sgdesk.domain.sharing.team import was_with
from sgdesk.errors import SituationError
from sgdesk.ids import SharingId
from sgdesk.services import agency_days, call_back_dues, dues
from sgdesk.services.context import Context
from sgdesk.store.unit import Unit
from sgdesk.text import _, from_london

END_OF_DAY = time(17)
_ACKNOWLEDGEMENT = "DL-ACK-"
_OUTCOME = "DL-OUTCOME-CHASE"
_ANSWER = ("DL-ACK-", _OUTCOME, "DL-SCO-RESP")


def expect(
    unit: Unit, context: Context, concern: Concern, sharing: Sharing, attempt: Attempt
) -> None:
    """A referral was sent: they say that they received it, or they are rung."""
    nation, to = concern.urgency.nation, sharing.recipient
    agency = None if to.agency_id is None else unit.agencies.get(to.agency_id)
    detail = _("Referred to {agency}. Their reference or receipt: {proof}").format(
        agency=agency.name if agency else to.organisation, proof=attempt.proof
    )
    expected = dues.worked_out_dues(
        context, Trigger.REFERRAL_SENT, concern.id, nation, attempt.at,
        about=sharing.id, detail=detail, person=concern.person.kind,
    )  # fmt: skip
    unknown = agency_days.empty_due(concern, sharing.id, detail, context.clock.now())
    if agency is not None:
        expected = agency_days.with_answer_day(expected, agency, unknown, attempt.at)
    awaited = [due.due_at for due in expected if due.rule.startswith(_ACKNOWLEDGEMENT)]
    if awaited:
        expected += dues.worked_out_dues(
            context, Trigger.ACKNOWLEDGEMENT_OVERDUE, concern.id, nation, min(awaited),
            about=sharing.id, detail=detail,
        )  # fmt: skip
    if agency is not None:
        expected = agency_days.with_chase_day(expected, agency, unknown, attempt.at)
    for due in expected:
        unit.dues.add(due)


def ask_again(
    unit: Unit, context: Context, concern: Concern, call: Call, asked_at: datetime
) -> None:
    """They were asked by telephone what they decided: they are asked again until it is known."""
    for sharing in unit.sharings.of_concern(concern.id):
        if was_with(call, sharing.recipient) and dues.close_all(
            unit, context, concern.id, _OUTCOME, _("Asked by telephone."), sharing.id
        ):
            dues.make(
                unit, context, Trigger.ACKNOWLEDGED, concern.id, concern.urgency.nation, asked_at,
                about=sharing.id, detail=call.agreed,
            )  # fmt: skip


def answered_sharing(unit: Unit, outcome: Outcome) -> SharingId | None:
    """Return the decision that an answer is about: the one it names, or the only one that waits.

    Raises SituationError when it names a decision about another concern.
    """
    sent = {one.id for one in unit.sharings.of_concern(outcome.concern_id)}
    if outcome.sharing_id is not None:
        if outcome.sharing_id not in sent:
            raise SituationError(_("Nothing is lost: this decision is not recorded yet."))
        return outcome.sharing_id
    waiting = {
        due.about
        for due in dues.open_of(unit, outcome.concern_id)
        if due.rule.startswith(_ANSWER) and due.about in sent
    }
    return SharingId(waiting.pop()) if len(waiting) == 1 else None


def after_answer(
    unit: Unit,
    context: Context,
    concern: Concern,
    outcome: Outcome,
    sharing_id: SharingId | None,
    ask_again_on: date | None,
) -> None:
    """End what was waited for from this team alone, and begin what follows from its answer."""
    acknowledged = outcome.kind is OutcomeKind.ACKNOWLEDGED
    asks = acknowledged or ask_again_on is not None
    about = sharing_id or outcome.id
    ended = (_ACKNOWLEDGEMENT, _OUTCOME) if acknowledged else _ANSWER
    for prefix in ended:
        dues.close_all(unit, context, concern.id, prefix, _("They answered."), about)
    answered = None if sharing_id is None else unit.sharings.get(sharing_id)
    if answered is not None:
        call_back_dues.after_answer(unit, context, concern, answered.recipient)
    nation = concern.urgency.nation
    if asks:
        dues.make(
            unit, context, Trigger.ACKNOWLEDGED, concern.id, nation, outcome.at,
            about=about, detail=outcome.next_steps,
            chosen=None if ask_again_on is None else from_london(ask_again_on, END_OF_DAY),
        )  # fmt: skip
    if outcome.kind is OutcomeKind.ACCEPTED and concern.person.kind is not PersonKind.ADULT:
        dues.make(unit, context, Trigger.ACCEPTED, concern.id, nation, outcome.at, about=about)
    if outcome.kind is OutcomeKind.RETURNED:
        dues.make(
            unit, context, Trigger.CONCERN_RECOGNISED, concern.id, nation, outcome.at,
            about=about, detail=_("Returned to us: {what}").format(what=outcome.decision),
            person=concern.person.kind,
        )  # fmt: skip
