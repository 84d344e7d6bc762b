"""Telephone calls: what was said and agreed, and the written follow-up it makes due."""

from datetime import datetime

import msgspec

from sgdesk.domain.call import Call, CallDraft, CallResult
from sgdesk.domain.call_papers import CallRecord
from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.paper import Imprint, PaperKind
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import CallId, ConcernId, DraftId, new_id
from sgdesk.services import call_back_dues, referral_dues
from sgdesk.services.call_case import CallCase, call_case
from sgdesk.services.context import Context
from sgdesk.services.copies import made_copy
from sgdesk.services.drafts import Drafts
from sgdesk.services.portal_failures import note_failure
from sgdesk.services.sending import concern_of
from sgdesk.services.typed import storable
from sgdesk.services.views import MadePaper, OpenDraft, Saved
from sgdesk.store.unit import Unit
from sgdesk.text import _, read_moment

FLOW = "call"


class Calls:
    """What a user does with calls."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._drafts = Drafts(
            context, {FLOW: CallDraft},
            lambda: _("This call is no longer a draft. Look at its concern."),
        )  # fmt: skip

    def begin(self) -> Call:
        """Return an empty call that starts now."""
        return Call(
            id=CallId(new_id()),
            started_at=self._context.clock.now(),
            called_by=self._context.user.name,
        )

    def case(self, concern_id: ConcernId | None, about: str = "") -> CallCase:
        """Return what a script is made from: only what may be told of this concern. `about` is the
        id of an earlier call, or of a decision, whose team is to be rung."""
        return call_case(self._context, concern_id, about)

    def save_draft(self, draft: CallDraft, caret: Caret) -> Saved:
        """Save a call that is being written down. One that was recorded meanwhile stays so."""
        typed = storable(draft)
        return self._drafts.save(
            typed, typed.id, FLOW, typed.concern_id, caret,
            lambda unit: unit.calls.get(typed.id) is not None,
        )  # fmt: skip

    def open_draft(self, draft_id: DraftId) -> OpenDraft[CallDraft]:
        """Return a call that is being written down as it was left.

        Raises SituationError when there is none, because it was recorded or thrown away.
        """
        return self._drafts.open(draft_id)

    def drop_draft(self, draft_id: DraftId) -> None:
        """Throw away a call that is being written down. That it was thrown away is logged."""
        self._drafts.drop(draft_id)

    def record(self, call: Call) -> Call:
        """Record a call, which is never changed again. A referral by telephone makes its written
        follow-up due; a portal that failed is noted with the decision it was for.

        Raises UserError at the field to put right, SituationError when it was recorded already.
        """
        _refuse(call, self._context.clock.now())
        if not call.id:
            call = msgspec.structs.replace(call, id=CallId(new_id()))
        call = storable(call)
        with self._context.unit() as unit:
            if unit.calls.get(call.id) is not None:
                raise SituationError(_("This call is recorded already. It was not changed."))
            concern = _concern(unit, call.concern_id)
            unit.calls.add(call)
            unit.drafts.remove(DraftId(call.id))
            if concern is not None:
                self._follow_up(unit, concern, call)
            unit.audit("call.recorded", f"call:{call.id}", _about(call))
            unit.commit()
        return call

    def of(self, concern_id: ConcernId) -> tuple[Call, ...]:
        """Return the calls about a concern, in time order."""
        with self._context.unit() as unit:
            found = unit.calls.of_concern(concern_id)
            self._context.note_look(unit, "call.read", f"concern:{concern_id}")
        return found

    def without_concern(self) -> tuple[Call, ...]:
        """Return the calls that belong to no concern yet, the newest first."""
        with self._context.unit() as unit:
            found = unit.calls.without_concern()
            self._context.note_look(unit, "call.listed")
        return found

    def attach(self, call_id: CallId, concern_id: ConcernId) -> Call:
        """Put a call to the concern it turned out to be about; its deadlines are made then.

        Raises SituationError when it belongs to one already.
        """
        with self._context.unit() as unit:
            call, concern = _call(unit, call_id), _concern(unit, concern_id)
            if call.concern_id is not None or concern is None:
                raise SituationError(_("This call belongs to a concern already."))
            now, by = self._context.clock.now(), self._context.user.name
            unit.calls.attach(call_id, concern_id, now, by)
            call = _call(unit, call_id)
            self._follow_up(unit, concern, call)
            unit.audit("call.attached", f"call:{call.id}", {"concern": concern_id})
            unit.commit()
        return call

    def paper(self, call_id: CallId) -> MadePaper:
        """Make a numbered copy of the record of a call."""
        from sgdesk.documents.render import paper

        with self._context.unit() as unit:
            call = _call(unit, call_id)
            concern = concern_of(unit, call.concern_id) if call.concern_id else None
            made = made_copy(
                unit, self._context, PaperKind.CALL_RECORD, concern,
                lambda imprint: paper(_record(unit, self._context, concern, call, imprint), {}),
            )  # fmt: skip
            unit.commit()
        return made

    def _follow_up(self, unit: Unit, concern: Concern, call: Call) -> None:
        note_failure(unit, concern, call)
        referral_dues.after_call(unit, self._context, concern, call)
        call_back_dues.after_call(unit, self._context, concern, call)


def _refuse(call: Call, now: datetime) -> None:
    future = _("This lies in the future. Check the day and the time.")
    started, ended = call.started_at, call.ended_at
    if call.result is CallResult.ANSWERED and not call.spoke_to.strip():
        raise UserError(_("Ask for the name of the person you spoke to."), "spoke_to")
    if started and started > now:
        raise UserError(future, "started")
    if started and ended and ended < started:
        raise UserError(_("The call ends before it starts. Check both times."), "ended")
    if call.failed is not None and call.failed.at > now:
        raise UserError(future, "failed_at")


def _concern(unit: Unit, concern_id: ConcernId | None) -> Concern | None:
    if concern_id is None:
        return None
    concern = unit.concerns.get(concern_id)
    if concern is None:
        raise SituationError(
            _("The call is not recorded yet: its concern is not in this store. Choose another.")
        )
    return concern


def _about(call: Call) -> dict[str, object]:
    return {"kind": call.kind.value, "concern": call.concern_id or ""}


def _call(unit: Unit, call_id: CallId) -> Call:
    call = unit.calls.get(call_id)
    if call is None:
        raise SituationError(_("There is no such call in this store."))
    return call


def _record(
    unit: Unit, context: Context, concern: Concern | None, call: Call, imprint: Imprint
) -> CallRecord:
    dues = () if concern is None else unit.dues.of_concern(concern.id)
    return CallRecord(
        imprint=imprint,
        practice=unit.practice.get(),
        reference=concern.reference if concern else "",
        person=concern.person if concern else None,
        call=call,
        due=tuple(
            (due.title, f"{read_moment(due.due_at)}. {due.source}")
            for due in dues
            if due.about == call.id
        ),
        demonstration=context.is_demonstration,
    )
