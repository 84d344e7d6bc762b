"""What an agency answered, what the team is told of it, and the end of a concern."""

from datetime import date, time

import msgspec

from sgdesk.domain.concern import Concern, Stage
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.outcome import Closing, ClosingKind, Outcome, OutcomeKind, TeamNote
from sgdesk.domain.sharing.protected import refuse_stops
from sgdesk.domain.stage import after_outcome
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, DraftId, new_id
from sgdesk.services import acknowledgement_dues, dues, escalation_dues, recording_dues
from sgdesk.services.as_drafted import as_drafted
from sgdesk.services.begun_by_mistake import refuse_done
from sgdesk.services.context import Context
from sgdesk.services.sending import concern_of
from sgdesk.services.typed import storable
from sgdesk.store.unit import Unit
from sgdesk.text import _, from_london

_NOON = time(12)


class Outcomes:
    """What a user does when an agency answers."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def record(self, outcome: Outcome, ask_again_on: date | None = None) -> Outcome:
        """Record an answer of an agency; it ends what was waited for, and starts what follows.

        An answer that names no decision ends what was waited for only where one decision waits.
        `ask_again_on` is the day on which somebody asks how it went on. Raises UserError when a
        decision has no words, lies in the future, or is asked about in the past.
        """
        self._check(outcome, ask_again_on)
        outcome = storable(
            msgspec.structs.replace(
                outcome,
                id=outcome.id or new_id(),
                recorded_at=self._context.clock.now(),
                recorded_by=self._context.user.name,
            )
        )
        with self._context.unit() as unit:
            concern = _concern(unit, outcome.concern_id)
            sharing_id = acknowledgement_dues.answered_sharing(unit, outcome)
            unit.outcomes.add(outcome)
            unit.drafts.remove(DraftId(outcome.id))
            if outcome.kind is OutcomeKind.ACKNOWLEDGED and sharing_id is not None:
                unit.sharings.set_acknowledged(sharing_id, outcome.at)
            acknowledgement_dues.after_answer(
                unit, self._context, concern, outcome, sharing_id, ask_again_on
            )
            self._note_strategy(unit, concern, outcome)
            stage = after_outcome(outcome.kind, concern.stage)
            unit.concerns.set_stage(concern.id, stage, self._context.clock.now())
            unit.audit("outcome.recorded", f"concern:{concern.id}", {"kind": outcome.kind.value})
            unit.commit()
        return outcome

    def add_note(self, note: TeamNote) -> TeamNote:
        """Record what one tier of the team is told. Raises UserError when it says
        nothing, or gives away a protected address or the safe contact."""
        if not note.text.strip():
            raise UserError(_("Write what the team is told."), "text")
        if not note.id:
            note = msgspec.structs.replace(note, id=new_id())
        note = storable(note)
        with self._context.unit() as unit:
            concern = concern_of(unit, note.concern_id)
            refuse_stops(concern, note, "text", "must_not_say")
            unit.outcomes.add_note(note)
            unit.drafts.remove(DraftId(note.id))
            unit.audit("team-note.added", f"concern:{note.concern_id}", {"tier": note.tier})
            unit.commit()
        return note

    def close(self, concern_id: ConcernId, because: str, id: str = "") -> Closing:
        """Close a concern with the reason why nothing more is needed; its open dues end with it.

        One that is not signed is closed only where nothing was done about it, as begun by mistake;
        what was typed stays. Raises UserError when no reason is given, or more was done than begin
        it, SituationError when it was closed meanwhile.
        """
        if not because.strip():
            raise UserError(_("Say why this concern is closed."), "because")
        with self._context.unit() as unit:
            concern = _concern(unit, concern_id)
            if concern.stage is Stage.CLOSED:
                raise SituationError(_("This concern was closed already. Its history says why."))
            if concern.signed_at is None:
                refuse_done(unit, concern)
            closing = self._closing(concern_id, ClosingKind.CLOSED, because, id)
            dues.close_all(unit, self._context, concern_id, "", closing.because)
            self._turn(unit, closing, Stage.CLOSED)
            unit.audit("concern.closed", f"concern:{concern_id}")
            unit.commit()
        return closing

    def reopen(self, concern_id: ConcernId, because: str, id: str = "") -> Closing:
        """Open a closed concern again, with the reason; its history stays. What is decided about a
        concern that was just recognised becomes due anew. One that is not signed is a draft again.

        Raises UserError when no reason is given, SituationError when it is not closed.
        """
        if not because.strip():
            raise UserError(_("Say why this concern is opened again."), "because")
        with self._context.unit() as unit:
            concern = _concern(unit, concern_id)
            if concern.stage is not Stage.CLOSED:
                raise SituationError(_("This concern is open already."))
            closing = self._closing(concern_id, ClosingKind.REOPENED, because, id)
            if concern.signed_at is None:
                self._turn(unit, closing, Stage.DRAFT)
                recording_dues.after_reopening(unit, self._context, as_drafted(unit, concern))
            else:
                self._turn(unit, closing, Stage.REOPENED)
                dues.make(
                    unit, self._context, Trigger.CONCERN_RECOGNISED, concern_id,
                    concern.urgency.nation, closing.at, about=closing.id, detail=closing.because,
                    person=concern.person.kind,
                )  # fmt: skip
            unit.audit("concern.reopened", f"concern:{concern_id}")
            unit.commit()
        return closing

    def _note_strategy(self, unit: Unit, concern: Concern, outcome: Outcome) -> None:
        if outcome.strategy_on is not None:
            held_at = min(from_london(outcome.strategy_on, _NOON), self._context.clock.now())
            escalation_dues.after_strategy_discussion(
                unit, self._context, concern, outcome.sharing_id or concern.id, held_at
            )

    def _closing(self, concern_id: ConcernId, kind: ClosingKind, because: str, id: str) -> Closing:
        return storable(
            Closing(
                id=id or new_id(), concern_id=concern_id, kind=kind, at=self._context.clock.now(),
                by=self._context.user.name, because=because,
            )
        )  # fmt: skip

    def _turn(self, unit: Unit, closing: Closing, stage: Stage) -> None:
        unit.closings.add(closing)
        unit.concerns.set_stage(closing.concern_id, stage, closing.at)
        unit.drafts.remove(DraftId(closing.id))

    def _check(self, outcome: Outcome, ask_again_on: date | None) -> None:
        if outcome.at > self._context.clock.now():
            raise UserError(_("This lies in the future. Check the date and the time."), "at")
        if outcome.kind is not OutcomeKind.ACKNOWLEDGED and not outcome.decision.strip():
            raise UserError(_("Write what they decided, in their words."), "decision")
        if outcome.strategy_on is not None and outcome.strategy_on > self._context.today():
            raise UserError(_("This lies in the future. Check the date."), "strategy_on")
        if ask_again_on is not None and ask_again_on < self._context.today():
            raise UserError(_("This day has passed. Choose a later one."), "ask_again_on")


def _concern(unit: Unit, concern_id: ConcernId) -> Concern:
    concern = unit.concerns.get(concern_id)
    if concern is None:
        raise SituationError(_("There is no such concern in this store."))
    return concern
