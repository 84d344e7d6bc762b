"""After a decision: each try to send it, its entry in the clinical record, and the end."""

from datetime import datetime

import msgspec

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.already_told import already_told, told_words
from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.share import is_shared
from sgdesk.domain.identity import date_problem, past_problem
from sgdesk.domain.sharing.clinical import ClinicalEntry
from sgdesk.domain.sharing.decision import Attempt, AttemptState, Failure, Sharing
from sgdesk.domain.stage import after_attempt
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, DraftId, SharingId, new_id
from sgdesk.services import clinical_dues, referral_dues
from sgdesk.services.context import Context
from sgdesk.services.protection import as_protected, as_typed
from sgdesk.services.typed import storable
from sgdesk.services.withdrawn import named_as_withdrawn
from sgdesk.store.unit import Unit
from sgdesk.text import _


class Sending:
    """What a user does with a decision that is recorded."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def record_attempt(
        self,
        sharing_id: SharingId,
        route: RouteKind,
        state: AttemptState,
        at: datetime,
        *,
        failure: Failure | None = None,
        message: str = "",
        account: str = "",
        proof: str = "",
    ) -> Attempt:
        """Record one try on one route. Only a confirmed one in writing counts as sent.

        Raises UserError when a failed try has no reason, a confirmed one no proof, or it lies in
        the future; SituationError when nothing was decided to be shared.
        """
        attempt = storable(
            Attempt(
                id=new_id(), sharing_id=sharing_id, route=route, state=state, at=at,
                failure=failure, message=message, account=account, proof=proof,
                by=self._context.user.name,
            )
        )  # fmt: skip
        self._check(attempt)
        with self._context.unit() as unit:
            sharing = _recorded(unit, sharing_id)
            if not is_shared(sharing.decision):
                raise SituationError(_("It was decided not to share this, so nothing was sent."))
            attempt = _linked(unit, sharing, attempt)
            unit.sharings.save_attempt(attempt)
            if state is AttemptState.CONFIRMED and route is not RouteKind.TELEPHONE:
                self._sent(unit, sharing, attempt)
            unit.audit(f"attempt.{state.value}", f"sharing:{sharing_id}", {"route": route.value})
            unit.commit()
        return attempt

    def attempts(self, sharing_id: SharingId) -> tuple[Attempt, ...]:
        """Return every try, in the order they were made."""
        with self._context.unit() as unit:
            found = unit.sharings.attempts(sharing_id)
            self._context.note_look(unit, "attempt.read", f"sharing:{sharing_id}")
        return found

    def withdrawn(self, sharing_id: SharingId) -> tuple[tuple[str, str], ...]:
        """Return the name and the source of each entry that this recipient was told before, and
        that is withdrawn since; nothing while it is not decided."""
        with self._context.unit() as unit:
            sharing = unit.sharings.get(sharing_id)
            found: tuple[tuple[str, str], ...] = ()
            if sharing is not None:
                concern = concern_of(unit, sharing.concern_id)
                found = named_as_withdrawn(unit, concern, sharing.recipient)
            self._context.note_look(unit, "sharing.withdrawn-read", f"sharing:{sharing_id}")
        return found

    def record_clinical_entry(self, sharing_id: SharingId, entry: ClinicalEntry) -> None:
        """Record who put the entry into the clinical record, or why there is none.

        Raises UserError when neither is said, or its day cannot be.
        """
        made = _is_made(entry)
        if not made and not entry.not_made_because.strip():
            raise UserError(
                _("Say who made the entry and on which day, or why there is none."),
                "clinical.made_by",
            )
        wrong = date_problem(entry.made_on, entry.made_on_typed) or past_problem(
            entry.made_on, self._context.today()
        )
        if wrong:
            raise UserError(wrong, "clinical.made_on")
        entry = storable(entry)
        with self._context.unit() as unit:
            sharing = _recorded(unit, sharing_id)
            unit.sharings.set_clinical(sharing_id, entry)
            concern = concern_of(unit, sharing.concern_id)
            clinical_dues.after_entry(unit, self._context, concern, sharing, entry, made=made)
            unit.audit("clinical.entered", f"sharing:{sharing_id}")
            unit.commit()

    def finish(self, sharing_id: SharingId) -> None:
        """Close the wizard of a recorded decision: its draft goes, its dues stay."""
        with self._context.unit() as unit:
            _recorded(unit, sharing_id)
            unit.drafts.remove(DraftId(sharing_id))
            unit.audit("sharing.finished", f"sharing:{sharing_id}")
            unit.commit()

    def _check(self, attempt: Attempt) -> None:
        if attempt.at > self._context.clock.now():
            raise UserError(_("This lies in the future. Check the day and the time."), "at")
        if attempt.state is AttemptState.FAILED and attempt.failure is None:
            raise UserError(_("Choose why it failed."), "failure")
        if attempt.state is AttemptState.FAILED and not attempt.message.strip():
            raise UserError(_("Write what the portal or the person said."), "message")
        if attempt.state is AttemptState.CONFIRMED and not attempt.proof.strip():
            raise UserError(
                _("Give the proof that it arrived: their reference, a receipt, or who took it."),
                "proof",
            )
        for field, most in (("message", TEXT), ("account", LINE), ("proof", LINE)):
            if text := too_long(getattr(attempt, field), most):
                raise UserError(text, field)

    def _sent(self, unit: Unit, sharing: Sharing, attempt: Attempt) -> None:
        context, concern = self._context, concern_of(unit, sharing.concern_id)
        if sharing.sent_at is None or attempt.at < sharing.sent_at:
            unit.sharings.set_sent(sharing.id, attempt.at)
        referral_dues.after_sending(unit, context, concern, sharing, attempt)
        answers = referral_dues.is_front_door(sharing.recipient)
        stage = after_attempt(attempt, concern.stage, answers=answers)
        unit.concerns.set_stage(concern.id, stage, context.clock.now())


def concern_of(unit: Unit, concern_id: ConcernId) -> Concern:
    """Return a concern as it may be told of. Raises SituationError when there is none."""
    concern = as_typed(unit, concern_id)
    if concern is None:
        raise SituationError(_("There is no such concern in this store."))
    return as_protected(unit, concern)


def _linked(unit: Unit, sharing: Sharing, attempt: Attempt) -> Attempt:
    """Return a later entry in a portal with what the team was told before it."""
    if attempt.route is not RouteKind.PORTAL or attempt.state is AttemptState.FAILED:
        return attempt
    calls = unit.calls.of_concern(sharing.concern_id)
    earlier = (one for one in unit.sharings.attempts(sharing.id) if one.at <= attempt.at)
    told = already_told(calls, earlier, sharing.recipient)
    return msgspec.structs.replace(attempt, follows=told_words(told))


def _is_made(entry: ClinicalEntry) -> bool:
    return bool(entry.made_by.strip()) and entry.made_on is not None


def _recorded(unit: Unit, sharing_id: SharingId) -> Sharing:
    sharing = unit.sharings.get(sharing_id)
    if sharing is None:
        raise SituationError(_("Nothing is lost: this decision is not recorded yet."))
    return sharing
