"""Which stage follows from what was done, and how it reads beside the dues that are open."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from sgdesk.domain.agency import RouteKind
from sgdesk.domain.concern import STAGE_WORDS, Stage
from sgdesk.domain.outcome import OutcomeKind
from sgdesk.domain.sharing.decision import Attempt, AttemptState, Decision
from sgdesk.text import _

_WRITTEN = "DL-REF-WRITTEN"
_REPORT = ("DL-FGM-TARGET", "DL-FGM-LEGAL")
_ACKNOWLEDGEMENT = "DL-ACK-"
_AFTER_SENDING = (
    Stage.AWAITING_ACKNOWLEDGEMENT,
    Stage.AWAITING_OUTCOME,
    Stage.OUTCOME_RECORDED,
)
_ANSWERED = (Stage.AWAITING_OUTCOME, Stage.OUTCOME_RECORDED)


class Tone(StrEnum):
    """How urgent a stage or a due looks; always beside its words."""

    OVERDUE = "overdue"
    DUE = "due"
    INFO = "info"
    OK = "ok"
    QUIET = "quiet"


class StageWords(msgspec.Struct, frozen=True):
    """A stage as the lists show it."""

    text: str
    tone: Tone


def after_decision(
    decision: Decision, stage: Stage, *, waits: bool = False, was_sent: bool = False
) -> Stage:
    """Return the stage once a decision is recorded; what already awaits an answer goes on so.

    `waits`: another team is still to be sent what was decided for it; `was_sent`: one was sent it.
    """
    if stage in _AFTER_SENDING:
        return stage
    if decision not in (Decision.DO_NOT_SHARE, Decision.NOT_YET):
        return Stage.DECIDED
    if stage is Stage.DECIDED and waits:
        return stage
    is_shared = stage is Stage.SHARED or (stage is Stage.DECIDED and was_sent)
    return Stage.SHARED if is_shared else Stage.NOT_SHARED


def after_attempt(attempt: Attempt, stage: Stage, *, answers: bool) -> Stage:
    """Return the stage after a try. Only a confirmed one that is in writing counts as sent."""
    sent = attempt.state is AttemptState.CONFIRMED and attempt.route is not RouteKind.TELEPHONE
    if not sent or stage in _AFTER_SENDING:
        return stage
    return Stage.AWAITING_ACKNOWLEDGEMENT if answers else Stage.SHARED


def after_outcome(kind: OutcomeKind, stage: Stage) -> Stage:
    """Return the stage after an answer of the agency."""
    if stage is Stage.CLOSED:
        return stage
    if kind is OutcomeKind.ACKNOWLEDGED:
        return stage if stage is Stage.OUTCOME_RECORDED else Stage.AWAITING_OUTCOME
    return Stage.OUTCOME_RECORDED


def stage_words(stage: Stage, open_rules: Iterable[str]) -> StageWords:
    """Return the stage in words; an open due that says more than the stage speaks first."""
    rules = list(open_rules)
    if any(rule in _REPORT for rule in rules):
        return StageWords(_("Police report due"), Tone.OVERDUE)
    if any(rule.startswith(_WRITTEN) for rule in rules):
        return StageWords(_("Telephoned, not yet written"), Tone.DUE)
    if stage in _ANSWERED and any(rule.startswith(_ACKNOWLEDGEMENT) for rule in rules):
        stage = Stage.AWAITING_ACKNOWLEDGEMENT  # another team's: one answer is not every answer
    return StageWords(_(STAGE_WORDS[stage]), _TONES[stage])


def recipient_words(recipients: Sequence[tuple[str, bool]]) -> str:
    """Return whom something was shared with, by name and whether anything was sent to them. Who
    was only decided on is said to be so: deciding sends nothing."""
    named = [
        name if is_sent else _("{agency}, not sent yet").format(agency=name)
        for name, is_sent in recipients
    ]
    return (", " if all(is_sent for _name, is_sent in recipients) else "; ").join(named)


_TONES = {
    Stage.DRAFT: Tone.QUIET,
    Stage.RECORDED: Tone.DUE,
    Stage.DECIDING: Tone.DUE,
    Stage.DECIDED: Tone.DUE,
    Stage.SHARED: Tone.INFO,
    Stage.NOT_SHARED: Tone.QUIET,
    Stage.AWAITING_ACKNOWLEDGEMENT: Tone.INFO,
    Stage.AWAITING_OUTCOME: Tone.INFO,
    Stage.OUTCOME_RECORDED: Tone.OK,
    Stage.CLOSED: Tone.QUIET,
    Stage.REOPENED: Tone.DUE,
}
