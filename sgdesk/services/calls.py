"""Telephone calls: what was said and agreed, and the written follow-up it makes due."""

import msgspec

from sgdesk.domain.call import Call, CallDraft, CallResult
from sgdesk.domain.call_papers import CallRecord
from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.paper import Imprint, PaperKind
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import CallId, ConcernId, DraftId, new_id
from sgdesk.services import referral_dues
from sgdesk.services.call_case import CallCase, call_case
from sgdesk.services.context import Context
from sgdesk.services.copies import made_copy
from sgdesk.services.drafts import opened, stored
from sgdesk.services.typed import storable
from sgdesk.services.views import MadePaper, OpenDraft, Saved
from sgdesk.store.unit import Unit
from sgdesk.text import _, read_moment

FLOW = "call"


class Calls:
    """What a user does with calls."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def begin(self) -> Call:
        """Return an empty call that starts now."""
        return Call(
            id=CallId(new_id()),
            started_at=self._context.clock.now(),
            called_by=self._context.user.name,
        )

    def case(self, concern_id: ConcernId | None) -> CallCase:
        """Return what a script is made from: only what may be told of this concern."""
        return call_case(self._context, concern_id)

    def save_draft(self, draft: CallDraft, caret: Caret) -> Saved:
        """Save a call that is being written down. One that was recorded meanwhile stays so."""
        now, typed, by = self._context.clock.now(), storable(draft), self._context.user.id
        with self._context.unit() as unit:
            if unit.calls.get(typed.id) is None:
                if unit.drafts.get(DraftId(typed.id)) is None:
                    unit.audit("call.begun", f"call:{typed.id}")
                unit.drafts.save(
                    stored(typed, typed.id, FLOW, typed.concern_id, "", "", caret, now, by)
                )
                unit.commit()
        return Saved("", now)

    def open_draft(self, draft_id: DraftId) -> OpenDraft[CallDraft]:
        """Return a call that is being written down as it was left.

        Raises SituationError when there is none, because it was recorded or thrown away.
        """
        with self._context.unit() as unit:
            found = unit.drafts.get(draft_id)
            if found is None:
                raise SituationError(_("This call is no longer a draft. Look at its concern."))
            unit.audit("draft.opened", f"call:{draft_id}")
            unit.commit()
        return opened(found, CallDraft)

    def drop_draft(self, draft_id: DraftId) -> None:
        """Throw away a call that is being written down. That it was thrown away is logged."""
        with self._context.unit() as unit:
            if unit.drafts.get(draft_id) is not None:
                unit.drafts.remove(draft_id)
                unit.audit("call.dropped", f"call:{draft_id}")
                unit.commit()

    def record(self, call: Call) -> Call:
        """Record a call. A referral by telephone makes its written follow-up due.

        Raises UserError when it is not said who was spoken to.
        """
        if call.result is CallResult.ANSWERED and not call.spoke_to.strip():
            raise UserError(_("Ask for the name of the person you spoke to."), "spoke_to")
        if call.started_at and call.ended_at and call.ended_at < call.started_at:
            raise UserError(_("The call ends before it starts. Check both times."), "ended_at")
        if not call.id:
            call = msgspec.structs.replace(call, id=CallId(new_id()))
        call = storable(call)
        with self._context.unit() as unit:
            concern = _concern(unit, call.concern_id)
            unit.calls.save(call)
            unit.drafts.remove(DraftId(call.id))
            if concern is not None:
                referral_dues.after_call(unit, self._context, concern, call)
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
            call = msgspec.structs.replace(
                call, concern_id=concern_id, attached_at=self._context.clock.now(),
                attached_by=self._context.user.name,
            )  # fmt: skip
            unit.calls.save(call)
            referral_dues.after_call(unit, self._context, concern, call)
            unit.audit("call.attached", f"call:{call.id}", {"concern": concern_id})
            unit.commit()
        return call

    def paper(self, call_id: CallId) -> MadePaper:
        """Make a numbered copy of the record of a call."""
        from sgdesk.documents.render import paper

        with self._context.unit() as unit:
            call = _call(unit, call_id)
            concern = _concern(unit, call.concern_id)
            made = made_copy(
                unit, self._context, PaperKind.CALL_RECORD, concern,
                lambda imprint: paper(_record(unit, self._context, concern, call, imprint), {}),
            )  # fmt: skip
            unit.commit()
        return made


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
