"""What must be put right in an entry before it is recorded, and the value it then becomes."""

from datetime import date, datetime

import msgspec

from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.entries import (
    AmendmentDraft,
    AnswerDraft,
    ClosingDraft,
    Entry,
    LinkDraft,
    NoteDraft,
)
from sgdesk.domain.flows.engine import Problem, found
from sgdesk.domain.identity import past_problem
from sgdesk.domain.outcome import ClosingKind, Outcome, OutcomeKind, TeamNote
from sgdesk.ids import SharingId
from sgdesk.text import _, from_london

_LINES = ("by", "reference", "people", "how")


def entry_problems(draft: Entry, today: date) -> list[Problem]:
    """Return what must be put right, in the order of the page. Empty: nothing."""
    match draft:
        case AnswerDraft():
            checks = _answer_checks(draft, today)
        case NoteDraft():
            checks = _note_checks(draft, today)
        case ClosingDraft():
            checks = [("because", None if draft.because.strip() else _why(draft.kind))]
        case AmendmentDraft():
            why = _("Say why the record was not right, or where this comes from.")
            checks = [("because", None if draft.because.strip() else why)]
        case LinkDraft():
            which = _("Write the reference of the other concern, such as SG-2026-0031.")
            how = _("Say how they belong together, such as: her brother.")
            checks = [
                ("reference", None if draft.reference.strip() else which),
                ("how", None if draft.how.strip() else how),
            ]
    texts = {name: getattr(draft, name) for name in draft.__struct_fields__}
    checks += [
        (name, too_long(text, LINE if name in _LINES else TEXT))
        for name, text in texts.items()
        if type(text) is str
    ]
    return found("", "", checks)


def as_outcome(draft: AnswerDraft) -> Outcome:
    """Return the answer that a draft without problems describes."""
    if draft.kind is None or draft.day is None or draft.clock_time is None:
        raise ValueError("an answer without its kind or its moment has problems")
    decided = draft.kind is not OutcomeKind.ACKNOWLEDGED
    outcome = Outcome(
        id=draft.id, concern_id=draft.concern_id,
        sharing_id=SharingId(draft.sharing_id) if draft.sharing_id else None,
        kind=draft.kind, at=from_london(draft.day, draft.clock_time), by=draft.by,
        reference=draft.reference, next_steps=draft.next_steps,
    )  # fmt: skip
    if not decided:
        return outcome
    return msgspec.structs.replace(
        outcome,
        decision=draft.decision, reasons=draft.reasons, disagreement=draft.disagreement,
    )  # fmt: skip


def as_note(draft: NoteDraft, at: datetime, by: str) -> TeamNote:
    """Return the note that a draft without problems describes, told at a moment by somebody."""
    return TeamNote(
        id=draft.id, concern_id=draft.concern_id, tier=draft.tier or 0, people=draft.people,
        text=draft.text, must_not_say=draft.must_not_say, at=at, by=by, until=draft.until,
    )  # fmt: skip


def _answer_checks(draft: AnswerDraft, today: date) -> list[tuple[str, str | None]]:
    decided = draft.kind not in (None, OutcomeKind.ACKNOWLEDGED)
    no_words = decided and not draft.decision.strip()
    asked = draft.ask_again_on
    return [
        ("kind", None if draft.kind else _("Choose what came back.")),
        ("by", None if draft.by.strip() else _("Write who told you: a name, or the team.")),
        ("day", None if draft.day else _("Write the day on which it came.")),
        ("day", past_problem(draft.day, today)),
        ("clock_time", None if draft.clock_time else _("Write when it came, such as 10:05.")),
        ("decision", _("Write what they decided, in their words.") if no_words else None),
        (
            "ask_again_on",
            _("This day has passed. Choose a later one.") if asked and asked < today else None,
        ),
    ]


def _note_checks(draft: NoteDraft, today: date) -> list[tuple[str, str | None]]:
    passed = draft.until is not None and draft.until < today
    return [
        ("tier", None if draft.tier is not None else _("Choose how much they may know.")),
        ("people", None if draft.people.strip() else _("Write who is told.")),
        ("text", None if draft.text.strip() else _("Write what the team is told.")),
        ("until", _("This day has passed. Choose a later one.") if passed else None),
    ]


def _why(kind: ClosingKind) -> str:
    if kind is ClosingKind.CLOSED:
        return _("Say why this concern is closed.")
    return _("Say why this concern is opened again.")
