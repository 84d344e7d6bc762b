"""What an agency answered, what the team is told of it, and the end of a concern."""

from datetime import date, time

import msgspec

from sgdesk.domain.concern import Concern, Stage
from sgdesk.domain.guidance import Trigger
from sgdesk.domain.outcome import Outcome, OutcomeKind, TeamNote
from sgdesk.domain.people import PersonKind
from sgdesk.domain.stage import after_outcome
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import ConcernId, new_id
from sgdesk.services import dues
from sgdesk.services.context import Context
from sgdesk.store.unit import Unit
from sgdesk.text import _, from_london

_END_OF_DAY = time(17)
_ANSWERED = ("DL-ACK", "DL-OUTCOME-CHASE")


class Outcomes:
    """What a user does when an agency answers."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def record(self, outcome: Outcome, ask_again_on: date | None = None) -> Outcome:
        """Record an answer of an agency; it ends what was waited for, and starts what follows.

        `ask_again_on` is the day on which somebody asks how it went on. Raises UserError when a
        decision has no words, or lies in the future.
        """
        self._check(outcome)
        if not outcome.id:
            outcome = msgspec.structs.replace(outcome, id=new_id())
        with self._context.unit() as unit:
            concern = _concern(unit, outcome.concern_id)
            unit.outcomes.add(outcome)
            if outcome.kind is OutcomeKind.ACKNOWLEDGED and outcome.sharing_id is not None:
                unit.sharings.set_acknowledged(outcome.sharing_id, outcome.at)
            self._close_what_was_waited_for(unit, outcome)
            self._make_dues(unit, concern, outcome, ask_again_on)
            stage = after_outcome(outcome.kind, concern.stage)
            unit.concerns.set_stage(concern.id, stage, self._context.clock.now())
            unit.audit("outcome.recorded", f"concern:{concern.id}", {"kind": outcome.kind.value})
            unit.commit()
        return outcome

    def add_note(self, note: TeamNote) -> TeamNote:
        """Record what one tier of the team is told. Raises UserError when it says nothing."""
        if not note.text.strip():
            raise UserError(_("Write what the team is told."), "text")
        if not note.id:
            note = msgspec.structs.replace(note, id=new_id())
        with self._context.unit() as unit:
            _concern(unit, note.concern_id)
            unit.outcomes.add_note(note)
            unit.audit("team-note.added", f"concern:{note.concern_id}", {"tier": note.tier})
            unit.commit()
        return note

    def close(self, concern_id: ConcernId, because: str) -> None:
        """Close a concern with the reason why nothing more is needed; its open dues end with it.

        Raises UserError when no reason is given, or while the concern is not signed.
        """
        if not because.strip():
            raise UserError(_("Say why this concern is closed."), "because")
        with self._context.unit() as unit:
            concern = _concern(unit, concern_id)
            if concern.signed_at is None:
                raise UserError(_("Sign the record before you close the concern."))
            dues.close_all(unit, self._context, concern_id, "", because)
            unit.concerns.set_stage(concern_id, Stage.CLOSED, self._context.clock.now())
            unit.audit("concern.closed", f"concern:{concern_id}")
            unit.commit()

    def _check(self, outcome: Outcome) -> None:
        if outcome.at > self._context.clock.now():
            raise UserError(_("This lies in the future. Check the date and the time."), "at")
        if outcome.kind is not OutcomeKind.ACKNOWLEDGED and not outcome.decision.strip():
            raise UserError(_("Write what they decided, in their words."), "decision")

    def _close_what_was_waited_for(self, unit: Unit, outcome: Outcome) -> None:
        context, about = self._context, outcome.sharing_id or ""
        acknowledged = outcome.kind is OutcomeKind.ACKNOWLEDGED
        for prefix in _ANSWERED[:1] if acknowledged else _ANSWERED:
            dues.close_all(unit, context, outcome.concern_id, prefix, _("They answered."), about)

    def _make_dues(
        self, unit: Unit, concern: Concern, outcome: Outcome, ask_again_on: date | None
    ) -> None:
        context, nation = self._context, concern.urgency.nation
        about = outcome.sharing_id or outcome.id
        if outcome.kind is OutcomeKind.ACKNOWLEDGED or ask_again_on is not None:
            dues.make(
                unit, context, Trigger.ACKNOWLEDGED, concern.id, nation, outcome.at,
                about=about, detail=outcome.next_steps,
                chosen=None if ask_again_on is None else from_london(ask_again_on, _END_OF_DAY),
            )  # fmt: skip
        child = concern.person.kind is not PersonKind.ADULT
        if outcome.kind is OutcomeKind.ACCEPTED and child:
            dues.make(unit, context, Trigger.ACCEPTED, concern.id, nation, outcome.at, about=about)


def _concern(unit: Unit, concern_id: ConcernId) -> Concern:
    concern = unit.concerns.get(concern_id)
    if concern is None:
        raise SituationError(_("There is no such concern in this store."))
    return concern
