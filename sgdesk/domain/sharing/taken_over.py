"""A later decision about the same concern starts from the last one, and says what it took over.

What depends on the recipient is never copied: purpose, naming, address, route, facts, conditions.
"""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec.structs import replace

from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.sharing.decision import Basis, Choice, Consent, Decision, Sharing, SharingDraft
from sgdesk.domain.sharing.reasons import Necessity, Purpose
from sgdesk.domain.sharing.subjects import subjects_of
from sgdesk.domain.sharing.team import is_same_team
from sgdesk.ids import FactId
from sgdesk.text import _

TAKEN_OVER = {"consent": "consent", "basis": "basis", "necessary": "necessity"}
_EMPTY: dict[str, msgspec.Struct] = {
    "consent": Consent(),
    "basis": Basis(),
    "necessary": Necessity(),
}
_GOES = (Decision.SHARE, Decision.SHARE_IN_PART)


def start_from(draft: SharingDraft, last: Sharing, concern: Concern) -> None:
    """Fill a new draft with what the last decision answered for any recipient."""
    draft.after = last.id
    draft.purpose = _purpose(last)
    for step, field in TAKEN_OVER.items():
        setattr(draft, field, part_of_last(step, last, concern))


def part_of_last(step: str, last: Sharing, concern: Concern) -> msgspec.Struct:
    """Return what a step takes over from the last decision."""
    if step == "consent":
        return last.consent
    if step == "basis":
        return _basis(last.basis, concern)
    return replace(last.necessity, principles={}, without_naming=None, naming_needed_because="")


def state_of(step: str, draft: SharingDraft, last: Sharing, concern: Concern) -> str:
    """Return "open", "accepted" or "changed" for what a step took over; nothing if it took none."""
    taken = part_of_last(step, last, concern)
    if _said_nothing(step, taken):
        return ""
    if _compared(getattr(draft, TAKEN_OVER[step])) != _compared(taken):
        return "changed"
    return "accepted" if step in draft.accepted else "open"


def last_of(draft: SharingDraft, earlier: Sequence[Sharing]) -> Sharing | None:
    """Return the decision that a draft started from, or None."""
    return next((one for one in earlier if one.id == draft.after), None)


def open_problems(
    step: str, draft: SharingDraft, earlier: Sequence[Sharing], concern: Concern
) -> list[Problem]:
    """Return a problem for a step whose taken-over answers nobody has looked at."""
    last = last_of(draft, earlier)
    if last is None or step not in TAKEN_OVER or state_of(step, draft, last, concern) != "open":
        return []
    text = _("This was taken over from the last decision. Accept it as it stands, or change it.")
    return [Problem(step, f"accept.{step}", text)]


def sent_before(draft: SharingDraft, earlier: Sequence[Sharing]) -> Sharing | None:
    """Return the last decision that brings the same facts and files to the same team, or None."""
    if draft.decision not in _GOES or not draft.recipient.organisation.strip():
        return None
    same = [
        one
        for one in earlier
        if one.decision in _GOES
        and one.id != draft.id
        and is_same_team(one.recipient, draft.recipient)
        and _going(one.choices) == _going(draft.choices)
        and set(one.files) == set(draft.files)
    ]
    return same[-1] if same else None


def again_problems(draft: SharingDraft, earlier: Sequence[Sharing]) -> list[Problem]:
    """Return a problem where the same goes to the same team once more and no reason is given."""
    if draft.again_because.strip() or sent_before(draft, earlier) is None:
        return []
    text = _("The same facts were decided for this team before. Say why they go once more.")
    return [Problem("minimum", "again_because", text)]


def _purpose(last: Sharing) -> Purpose:
    """Return the advice that was taken; the sentence itself only where nobody received it."""
    taken = Purpose(advisers=last.purpose.advisers) if last.decision in _GOES else last.purpose
    return replace(taken, advice_from=last.purpose.advice_from, advice=last.purpose.advice)


def _basis(last: Basis, concern: Concern) -> Basis:
    answered = {one.subject: one for one in last.subjects}
    asked = subjects_of(concern)
    named = {one.subject for one in asked}
    added = tuple(one for one in last.subjects if one.subject not in named)
    subjects = tuple(answered.get(one.subject, one) for one in asked) + added
    return replace(last, subjects=subjects, emergency=False, emergency_because="")


def _said_nothing(step: str, taken: msgspec.Struct) -> bool:
    if isinstance(taken, Basis):
        return not any(one.article_6 for one in taken.subjects)
    return taken == _EMPTY[step]


def _compared(part: msgspec.Struct) -> msgspec.Struct:
    if isinstance(part, Necessity):
        return replace(part, principles={}, without_naming=None, naming_needed_because="")
    return part


def _going(choices: Mapping[FactId, Choice]) -> frozenset[FactId]:
    return frozenset(fact_id for fact_id, choice in choices.items() if choice.goes)
