"""What must be put right in an entry before it is recorded, and the value it then becomes."""

from datetime import date, datetime

import msgspec

from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.data_matters import MatterDraft, matter_checks
from sgdesk.domain.entries import (
    AmendmentDraft,
    AnswerDraft,
    ClosingDraft,
    DelayDraft,
    Entry,
    LinkDraft,
    NewsDraft,
    NoteDraft,
    SettlingDraft,
)
from sgdesk.domain.flows.engine import Problem, found
from sgdesk.domain.identity import past_problem
from sgdesk.domain.letters import LetterDraft, letter_checks
from sgdesk.domain.outcome import ClosingKind, Outcome, OutcomeKind, TeamNote
from sgdesk.domain.police import NewsKind, PoliceNews
from sgdesk.domain.police_points import NUMBER_WORDS
from sgdesk.domain.withdrawal import Deed
from sgdesk.ids import PoliceContactId, SharingId
from sgdesk.text import _, from_london

_LINES = ("by", "reference", "people", "number")


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
            checks = _amendment_checks(draft)
        case LinkDraft():
            which = _("Write the reference of the other concern, such as SG-2026-0031.")
            how = _("Say how they belong together, such as: her brother.")
            checks = [
                ("reference", None if draft.reference.strip() else which),
                ("how", None if draft.how.strip() else how),
            ]
        case NewsDraft():
            checks = _news_checks(draft, today)
        case DelayDraft():
            delay = _("Say why the report cannot be made by the close of the next working day.")
            checks = [("because", None if draft.because.strip() else delay)]
        case LetterDraft():
            checks = letter_checks(draft)
        case SettlingDraft():
            settled = _("Say how it was settled, with whom, and when.")
            checks = [("how", None if draft.how.strip() else settled)]
        case MatterDraft():
            checks = matter_checks(draft, today)
    texts = {name: getattr(draft, name) for name in draft.__struct_fields__}
    checks += [
        (name, too_long(text, LINE if name in _LINES or _is_link(draft, name) else TEXT))
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
        strategy_on=draft.strategy_on if decided else None,
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


def as_news(draft: NewsDraft, at: datetime) -> PoliceNews:
    """Return what came later as a draft without problems says it, written down at `at`."""
    if draft.kind is None or draft.day is None or draft.clock_time is None:
        raise ValueError("news without their kind or their moment have problems")
    is_number = draft.kind in NUMBER_WORDS
    return PoliceNews(
        id=draft.id, contact_id=PoliceContactId(draft.contact_id), concern_id=draft.concern_id,
        kind=draft.kind, at=from_london(draft.day, draft.clock_time), by=draft.by,
        number=draft.number if is_number else "",
        number_on=draft.number_on if is_number else None,
        text=draft.text, recorded_at=at,
    )  # fmt: skip


def _amendment_checks(draft: AmendmentDraft) -> list[tuple[str, str | None]]:
    why = _("Say why the record was not right, or where this comes from.")
    which = draft.deed is Deed.WITHDRAW and draft.withdrawn_as is None
    return [
        ("withdrawn_as", _("Choose why it is withdrawn.") if which else None),
        ("because", None if draft.because.strip() else why),
    ]


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
        ("strategy_on", past_problem(draft.strategy_on, today)),
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


def _news_checks(draft: NewsDraft, today: date) -> list[tuple[str, str | None]]:
    is_number = draft.kind in NUMBER_WORDS
    no_number = is_number and not draft.number.strip()
    no_day = is_number and draft.number_on is None
    empty = draft.kind is NewsKind.OTHER and not draft.text.strip()
    serial = _("Write the date of the number. A serial number alone is found by nobody.")
    return [
        ("kind", None if draft.kind else _("Choose what came.")),
        ("day", None if draft.day else _("Write the day on which it came.")),
        ("day", past_problem(draft.day, today)),
        ("clock_time", None if draft.clock_time else _("Write when it came, such as 10:05.")),
        ("number", _("Write the number.") if no_number else None),
        ("number_on", serial if no_day else None),
        ("number_on", past_problem(draft.number_on, today)),
        ("text", _("Write what came.") if empty else None),
    ]


def _is_link(draft: Entry, name: str) -> bool:
    return isinstance(draft, LinkDraft) and name == "how"
