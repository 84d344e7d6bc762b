"""Deciding what to share with one recipient, sending it, and filing it."""

from datetime import datetime, time

from sgdesk.domain.agency import Agency, RouteKind
from sgdesk.domain.concern import Concern, Stage
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.flows.share import ShareInformation, is_shared
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.sharing.basis import subjects_of
from sgdesk.domain.sharing.decision import (
    Attempt,
    AttemptState,
    Basis,
    Choice,
    ClinicalEntry,
    Failure,
    Sharing,
    SharingDraft,
)
from sgdesk.domain.stage import after_attempt, after_decision
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, DraftId, FactId, SharingId, new_id
from sgdesk.services import dues
from sgdesk.services.context import Context
from sgdesk.services.drafts import opened, stored
from sgdesk.services.views import OpenDraft, Saved
from sgdesk.store.unit import Unit
from sgdesk.text import _, from_london

FLOW = "share"
_END_OF_DAY = time(17)
_WRITTEN = (
    RouteKind.PORTAL,
    RouteKind.FORM,
    RouteKind.SECURE_EMAIL,
    RouteKind.POST,
    RouteKind.HAND,
)


class Sharings:
    """What a user does to share information, or to decide against it."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def begin(self, concern_id: ConcernId) -> SharingDraft:
        """Return a draft for a signed concern, with the data subjects that need a basis.

        Raises UserError while the concern is not signed.
        """
        concern = self._concern(concern_id)
        if concern.signed_at is None:
            raise UserError(_("Sign the record first: what goes out must be what was recorded."))
        return SharingDraft(
            id=SharingId(new_id()),
            concern_id=concern_id,
            basis=Basis(subjects=subjects_of(concern)),
        )

    def flow(self, concern: Concern) -> ShareInformation:
        """Return the flow for that concern, as of today, under today's guidance."""
        context = self._context
        return ShareInformation(context.today(), concern, context.practice(), context.guidance)

    def proposals(self, concern: Concern, kind: str) -> dict[FactId, Choice]:
        """Return for each fact whether it should go to that kind of recipient, and why."""
        from sgdesk.domain.sharing.proposal import proposed
        from sgdesk.library.recipients import recipient_file

        return proposed(concern, kind, recipient_file(), self._context.wording)

    def save_draft(self, draft: SharingDraft, step: str, caret: Caret) -> Saved:
        """Save a draft as it stands."""
        now = self._context.clock.now()
        with self._context.unit() as unit:
            first = unit.drafts.get(DraftId(draft.id)) is None
            line = unit.concerns.line(draft.concern_id)
            unit.drafts.save(
                stored(
                    draft,
                    draft.id,
                    FLOW,
                    draft.concern_id,
                    draft.recipient.organisation,
                    step,
                    caret,
                    now,
                    self._context.user.id,
                )
            )
            if first:
                self._begin_deciding(unit, draft.concern_id, now)
                unit.audit("sharing.begun", f"sharing:{draft.id}", {"concern": draft.concern_id})
            unit.commit()
        return Saved(line.reference if line else "", now)

    def open_draft(self, sharing_id: SharingId) -> OpenDraft[SharingDraft]:
        """Return a draft as it was left.

        Raises SituationError when it was finished meanwhile.
        """
        with self._context.unit() as unit:
            found = unit.drafts.get(DraftId(sharing_id))
            if found is None:
                raise SituationError(_("This decision has been finished. Open it from Concerns."))
            unit.audit("draft.opened", f"sharing:{sharing_id}")
            unit.commit()
        return opened(found, SharingDraft)

    def decide(self, draft: SharingDraft) -> Sharing:
        """Record the decision. From now on it can be sent and filed, and no longer changed.

        Raises UserError naming the first thing that must be put right.
        """
        concern = self._concern(draft.concern_id)
        flow = self.flow(concern)
        settled = flow.settled(draft)
        steps = [step.id for step in flow.path(settled) if step.id not in ("preview", "clinical")]
        if problems := flow.problems(settled, *steps):
            raise UserError(problems[0].text, problems[0].field)
        now = self._context.clock.now()
        with self._context.unit() as unit:
            sharing = self._recorded(unit, settled, now)
            unit.sharings.add(sharing)
            unit.concerns.set_stage(
                concern.id, after_decision(sharing.decision, concern.stage), now
            )
            self._make_decision_dues(unit, concern, sharing, now)
            settled.decided = True
            unit.drafts.save(
                stored(
                    settled,
                    settled.id,
                    FLOW,
                    concern.id,
                    settled.recipient.organisation,
                    "send" if is_shared(settled.decision) else "clinical",
                    Caret(),
                    now,
                    self._context.user.id,
                )
            )
            unit.audit(
                "sharing.decided",
                f"sharing:{sharing.id}",
                {"concern": concern.id, "decision": sharing.decision.value},
            )
            unit.commit()
        return sharing

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

        Raises UserError when a failed try has no reason, or a confirmed one no proof.
        """
        _check_attempt(state, failure, message, proof)
        attempt = Attempt(
            id=new_id(), sharing_id=sharing_id, route=route, state=state, at=at, failure=failure,
            message=message, account=account, proof=proof, by=self._context.user.name,
        )  # fmt: skip
        with self._context.unit() as unit:
            sharing = unit.sharings.get(sharing_id)
            if sharing is None:
                raise SituationError(_("Nothing is lost: this decision is not recorded yet."))
            unit.sharings.save_attempt(attempt)
            if state is AttemptState.CONFIRMED and route in _WRITTEN:
                self._sent(unit, sharing, attempt)
            unit.audit(f"attempt.{state.value}", f"sharing:{sharing_id}", {"route": route.value})
            unit.commit()
        return attempt

    def attempts(self, sharing_id: SharingId) -> tuple[Attempt, ...]:
        """Return every try, in the order they were made."""
        with self._context.unit() as unit:
            return unit.sharings.attempts(sharing_id)

    def record_clinical_entry(self, sharing_id: SharingId, entry: ClinicalEntry) -> None:
        """Record who put the entry into the clinical record, or why there is none.

        Raises UserError when neither is said.
        """
        made = entry.made_by.strip() and entry.made_on
        if not made and not entry.not_made_because.strip():
            raise UserError(
                _("Say who made the entry and on which day, or why there is none."),
                "clinical.made_by",
            )
        with self._context.unit() as unit:
            sharing = self._sharing(unit, sharing_id)
            unit.sharings.set_clinical(sharing_id, entry)
            dues.close_all(
                unit, self._context, sharing.concern_id, "DL-CLIN-ENTRY",
                _("The entry was made."), sharing_id,
            )  # fmt: skip
            unit.audit("clinical.entered", f"sharing:{sharing_id}")
            unit.commit()

    def finish(self, sharing_id: SharingId) -> None:
        """Close the wizard of a recorded decision: its draft goes, its dues stay."""
        with self._context.unit() as unit:
            self._sharing(unit, sharing_id)
            unit.drafts.remove(DraftId(sharing_id))
            unit.audit("sharing.finished", f"sharing:{sharing_id}")
            unit.commit()

    def _concern(self, concern_id: ConcernId) -> Concern:
        with self._context.unit() as unit:
            concern = unit.concerns.get(concern_id)
        if concern is None:
            raise SituationError(_("There is no such concern in this store."))
        return concern

    def _sharing(self, unit: Unit, sharing_id: SharingId) -> Sharing:
        sharing = unit.sharings.get(sharing_id)
        if sharing is None:
            raise SituationError(_("Nothing is lost: this decision is not recorded yet."))
        return sharing

    def _begin_deciding(self, unit: Unit, concern_id: ConcernId, now: datetime) -> None:
        concern = unit.concerns.get(concern_id)
        if concern is not None and concern.stage in (Stage.RECORDED, Stage.NOT_SHARED):
            unit.concerns.set_stage(concern_id, Stage.DECIDING, now)

    def _recorded(self, unit: Unit, draft: SharingDraft, now: datetime) -> Sharing:
        return Sharing(
            version=unit.sharings.next_version(draft.concern_id),
            decided_at=now,
            decided_by=self._context.user.id,
            guidance=self._context.guidance.version,
            **{
                field: getattr(draft, field)
                for field in SharingDraft.__struct_fields__
                if field != "decided"
            },
        )

    def _make_decision_dues(
        self, unit: Unit, concern: Concern, sharing: Sharing, now: datetime
    ) -> None:
        nation, context = concern.urgency.nation, self._context
        if is_shared(sharing.decision):
            dues.make(unit, context, Trigger.SHARED, concern.id, nation, now, about=sharing.id)
            return
        review_on = sharing.not_sharing.review_on
        dues.make(
            unit, context, Trigger.NOT_SHARED, concern.id, nation, now, about=sharing.id,
            chosen=None if review_on is None else from_london(review_on, _END_OF_DAY),
        )  # fmt: skip

    def _sent(self, unit: Unit, sharing: Sharing, attempt: Attempt) -> None:
        concern = unit.concerns.get(sharing.concern_id)
        if concern is None:
            return
        context, agency = self._context, self._agency(unit, sharing)
        unit.sharings.set_sent(sharing.id, attempt.at)
        dues.close_all(unit, context, concern.id, "DL-REF-", _("Sent in writing."))
        answers = sharing.recipient.kind in ("children-social-care", "adult-social-care")
        stage = after_attempt(attempt, concern.stage, answers=answers)
        unit.concerns.set_stage(concern.id, stage, context.clock.now())
        if answers:
            dues.make(
                unit, context, Trigger.REFERRAL_SENT, concern.id, concern.urgency.nation,
                attempt.at, about=sharing.id, detail=_how_sent(sharing, attempt, agency),
            )  # fmt: skip

    def _agency(self, unit: Unit, sharing: Sharing) -> Agency | None:
        wanted = sharing.recipient.agency_id
        return None if wanted is None else unit.agencies.get(wanted)


def _check_attempt(state: AttemptState, failure: Failure | None, message: str, proof: str) -> None:
    if state is AttemptState.FAILED and failure is None:
        raise UserError(_("Choose why it failed."), "failure")
    if state is AttemptState.FAILED and not message.strip():
        raise UserError(_("Write what the portal or the person said."), "message")
    if state is AttemptState.CONFIRMED and not proof.strip():
        raise UserError(
            _("Give the proof that it arrived: their reference, a receipt, or who took it."),
            "proof",
        )


def _how_sent(sharing: Sharing, attempt: Attempt, agency: Agency | None) -> str:
    name = agency.name if agency else sharing.recipient.organisation
    return _("Referred to {agency}. Their reference or receipt: {proof}").format(
        agency=name, proof=attempt.proof
    )
