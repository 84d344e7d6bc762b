"""Deciding what to share with one recipient, or deciding against it."""

from datetime import datetime

import msgspec

from sgdesk.domain.concern import Concern, Stage
from sgdesk.domain.flows.engine import Caret
from sgdesk.domain.flows.share import ShareInformation, is_shared
from sgdesk.domain.sharing.decision import NOT_DECIDED, Basis, Choice, Sharing, SharingDraft
from sgdesk.domain.sharing.minimum import unexplained
from sgdesk.domain.sharing.principles import with_answers
from sgdesk.domain.sharing.subjects import subjects_of
from sgdesk.domain.sharing.taken_over import start_from
from sgdesk.domain.sharing.team import is_same_team
from sgdesk.domain.stage import after_decision
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, DraftId, FactId, SharingId, new_id
from sgdesk.services import dues, referral_dues
from sgdesk.services.chosen_from import with_numbers
from sgdesk.services.context import Context
from sgdesk.services.drafts import opened, stored
from sgdesk.services.dues import guidance_of
from sgdesk.services.guidance_kept import keep
from sgdesk.services.portal_failures import note_earlier
from sgdesk.services.protection import as_protected
from sgdesk.services.sending import Sending, concern_of
from sgdesk.services.typed import storable
from sgdesk.services.views import OpenDraft, Saved
from sgdesk.store.drafts import StoredDraft
from sgdesk.store.unit import Unit
from sgdesk.text import _

FLOW = "share"
_AFTER = ("preview", "clinical")
_REVIEW = "DL-NOTSHARED-REVIEW"
_BEFORE_DECIDING = (Stage.RECORDED, Stage.NOT_SHARED, Stage.REOPENED)


class Sharings(Sending):
    """What a user does to share information, or to decide against it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        # Undecided drafts that this desk saved, with the reference: nobody else writes here.
        self._begun: dict[SharingId, str] = {}

    def begin(self, concern_id: ConcernId) -> SharingDraft:
        """Return a draft for a signed concern, with the data subjects that need a basis. It starts
        from the last decision about this concern, whichever it was, where there is one.

        Raises UserError while the concern is not signed.
        """
        concern = self._concern(concern_id)
        _refuse_unsigned(concern)
        draft = SharingDraft(
            id=SharingId(new_id()),
            concern_id=concern_id,
            basis=Basis(subjects=subjects_of(concern)),
            begun_under=guidance_of(self._context, concern.urgency.nation).version,
        )
        if earlier := self._earlier(concern_id):
            start_from(draft, earlier[-1], concern)
        return draft

    def flow(self, concern: Concern) -> ShareInformation:
        """Return the flow for that concern, as of today, under today's guidance of its nation."""
        context, concern = self._context, self.complete(concern)
        guidance = guidance_of(context, concern.urgency.nation)
        earlier = self._earlier(concern.id)
        return ShareInformation(context.today(), concern, context.practice(), guidance, earlier)

    def complete(self, concern: Concern) -> Concern:
        """Return the concern with all that can be chosen: the numbers the police gave are facts.
        An address that another record protects is protected."""
        with self._context.unit() as unit:
            return with_numbers(unit, as_protected(unit, concern))

    def proposals(self, concern: Concern, kind: str) -> dict[FactId, Choice]:
        """Return for each fact whether it should go to that kind of recipient, and why.

        The concern is as `complete` returns it.
        """
        from sgdesk.domain.sharing.proposal import proposed
        from sgdesk.library.recipients import recipient_file

        return proposed(concern, kind, recipient_file(), self._context.wording)

    def save_draft(self, draft: SharingDraft, step: str, caret: Caret) -> Saved:
        """Save a draft as it stands. What was decided stays as it was decided.

        Raises SituationError when it was finished meanwhile, unless nothing was typed since.
        """
        now, typed = self._context.clock.now(), storable(draft)
        with self._context.unit() as unit:
            reference = self._begun.get(draft.id) or self._checked_in(unit, typed, now)
            decided = None if draft.id in self._begun else unit.sharings.get(draft.id)
            if decided is not None:
                if not typed.decided or unit.drafts.get(DraftId(draft.id)) is None:
                    return Saved(reference, now)
                typed = _as_decided(decided, typed)
            elif typed.decided:
                typed = msgspec.structs.replace(typed, decided=False)
            unit.drafts.save(self._stored(typed, step, caret, now))
            unit.commit()
        if decided is None:
            self._begun[draft.id] = reference
        return Saved(reference, now)

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

        Raises UserError naming the first thing that must be put right, SituationError when it was
        recorded already.
        """
        concern = self._concern(draft.concern_id)
        settled = self._checked(concern, storable(draft))
        now = self._context.clock.now()
        with self._context.unit() as unit:
            if unit.sharings.get(draft.id) is not None:
                raise SituationError(_("This decision is recorded already. It was not changed."))
            sharing = self._recorded(unit, concern, settled, now)
            keep(unit, self._context, guidance_of(self._context, concern.urgency.nation))
            unit.sharings.add(sharing)
            unit.concerns.set_stage(concern.id, _stage(unit, concern, sharing), now)
            self._look_no_more(unit, sharing)
            referral_dues.after_decision(unit, self._context, concern, sharing)
            note_earlier(unit, concern, sharing)
            settled.decided = True
            step = "send" if is_shared(settled.decision) else "clinical"
            unit.drafts.save(self._stored(settled, step, Caret(), now))
            unit.audit(
                "sharing.decided",
                f"sharing:{sharing.id}",
                {"concern": concern.id, "decision": sharing.decision.value},
            )
            unit.commit()
        self._begun.pop(draft.id, None)
        return sharing

    def _checked_in(self, unit: Unit, draft: SharingDraft, now: datetime) -> str:
        """Return the concern's reference for a draft that this desk did not save before."""
        line = unit.concerns.line(draft.concern_id)
        if line is None:
            raise SituationError(_("There is no such concern in this store."))
        if unit.drafts.get(DraftId(draft.id)) is not None:
            return line.reference
        decided = unit.sharings.get(draft.id)
        if decided is None:
            self._begin_deciding(unit, line.id, line.stage, now)
            unit.audit("sharing.begun", f"sharing:{draft.id}", {"concern": draft.concern_id})
        elif draft.decided and draft.clinical != decided.clinical:
            raise SituationError(_already_finished())
        return line.reference

    def _checked(self, concern: Concern, draft: SharingDraft) -> SharingDraft:
        _refuse_unsigned(concern)
        flow = self.flow(concern)
        settled = flow.settled(msgspec.structs.replace(draft, decided=False))
        steps = [step.id for step in flow.path(settled) if step.id not in _AFTER]
        problems = flow.problems(settled, *steps)
        if not problems and is_shared(settled.decision):
            proposals = self.proposals(concern, settled.recipient.kind)
            problems = unexplained(settled.choices, proposals)
        if problems:
            raise UserError(problems[0].text, problems[0].field)
        return with_answers(settled, concern, self._context.practice(), flow.guidance)

    def _earlier(self, concern_id: ConcernId) -> tuple[Sharing, ...]:
        with self._context.unit() as unit:
            return unit.sharings.of_concern(concern_id)

    def _look_no_more(self, unit: Unit, sharing: Sharing) -> None:
        """Close the review of the decision that this one started from: it was looked at again."""
        if sharing.after is not None:
            because = _("Looked at again: a new decision was recorded.")
            context, concern_id = self._context, sharing.concern_id
            dues.close_all(unit, context, concern_id, _REVIEW, because, sharing.after)

    def _concern(self, concern_id: ConcernId) -> Concern:
        with self._context.unit() as unit:
            concern = with_numbers(unit, concern_of(unit, concern_id))
            self._context.note_look(unit, "concern.opened", f"concern:{concern_id}")
        return concern

    def _begin_deciding(
        self, unit: Unit, concern_id: ConcernId, stage: Stage, now: datetime
    ) -> None:
        if stage in _BEFORE_DECIDING:
            unit.concerns.set_stage(concern_id, Stage.DECIDING, now)

    def _recorded(
        self, unit: Unit, concern: Concern, draft: SharingDraft, now: datetime
    ) -> Sharing:
        return Sharing(
            version=unit.sharings.next_version(draft.concern_id),
            decided_at=now,
            decided_by=self._context.user.id,
            guidance=guidance_of(self._context, concern.urgency.nation).version,
            **{field: getattr(draft, field) for field in _DECIDED_FIELDS},
        )

    def _stored(self, draft: SharingDraft, step: str, caret: Caret, now: datetime) -> StoredDraft:
        title, by = draft.recipient.organisation, self._context.user.id
        return stored(draft, draft.id, FLOW, draft.concern_id, title, step, caret, now, by)


_DECIDED_FIELDS = tuple(name for name in SharingDraft.__struct_fields__ if name not in NOT_DECIDED)


def _stage(unit: Unit, concern: Concern, sharing: Sharing) -> Stage:
    """Return where the concern stands after a decision, beside those for other teams."""
    others = [
        one
        for one in unit.sharings.of_concern(concern.id)
        if is_shared(one.decision) and one.id != sharing.id
    ]
    return after_decision(
        sharing.decision, concern.stage,
        waits=any(
            one.sent_at is None and not is_same_team(one.recipient, sharing.recipient)
            for one in others
        ),
        was_sent=any(one.sent_at is not None for one in others),
    )  # fmt: skip


def _as_decided(sharing: Sharing, typed: SharingDraft) -> SharingDraft:
    """Return what was decided, with what has been typed since: its entry, and a try to send it."""
    fields = {name: getattr(sharing, name) for name in _DECIDED_FIELDS}
    since = {"clinical": typed.clinical, "attempt": typed.attempt, "decided": True}
    return SharingDraft(**(fields | since), reached=typed.reached)


def _already_finished() -> str:
    return _("This decision has been finished already. What was typed since is not in it.")


def _refuse_unsigned(concern: Concern) -> None:
    if concern.signed_at is None:
        raise UserError(_("Sign the record first: what goes out must be what was recorded."))
