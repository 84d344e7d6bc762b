"""The eight Caldicott principles, as far as other answers already say them (LAW 5)."""

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Concern
from sgdesk.domain.guidance import Guidance
from sgdesk.domain.lawful import CaldicottPrinciple
from sgdesk.domain.practice import Practice
from sgdesk.domain.sharing.basis import basis_problems
from sgdesk.domain.sharing.consent_words import consent_words
from sgdesk.domain.sharing.decision import Decision, SharingDraft
from sgdesk.domain.sharing.purpose import purpose_problem
from sgdesk.domain.sharing.words import basis_words, condition_words
from sgdesk.text import _, read_date

_PAGES = {
    1: "purpose",
    2: "necessary",
    3: "minimum",
    4: "recipient",
    5: "conditions",
    6: "basis",
    7: "necessary",
    8: "consent",
}
_ONLY_WHEN_SHARED = (3, 4, 5, 6)


def asked(guidance: Guidance, draft: SharingDraft) -> tuple[CaldicottPrinciple, ...]:
    """Return the principles that this decision must answer, in their order."""
    shared = _goes(draft)
    return tuple(one for one in guidance.caldicott if shared or one.number not in _ONLY_WHEN_SHARED)


def answered_by(number: int, draft: SharingDraft) -> str:
    """Return the step whose page answers a principle, or an empty id."""
    if number == 7 and not _goes(draft):
        return "not-sharing"
    return _PAGES.get(number, "")


def answer(
    number: int, draft: SharingDraft, concern: Concern, practice: Practice, guidance: Guidance
) -> str:
    """Return what the answers given so far say about a principle, or nothing."""
    match number:
        case 1:
            return _purpose(draft, concern)
        case 2:
            return _naming(draft)
        case 3:
            return _chosen(draft, concern)
        case 4:
            to = draft.recipient
            return ", ".join(filter(None, (to.organisation, to.person, to.role)))
        case 5:
            return " ".join(words for _label, words in condition_words(draft.conditions))
        case 6:
            return _lawful(draft, concern, practice, guidance)
        case 7:
            return _weighed(draft)
        case _:
            rows = consent_words(draft.consent, guidance)
            return rows[0][1] if rows and draft.consent.family_told is not None else ""


def with_answers(
    draft: SharingDraft, concern: Concern, practice: Practice, guidance: Guidance
) -> SharingDraft:
    """Return a copy whose principles hold what was answered elsewhere and what was typed."""
    typed = draft.necessity.principles
    filled = {}
    for principle in asked(guidance, draft):
        key = str(principle.number)
        said = answer(principle.number, draft, concern, practice, guidance)
        added = typed.get(key, "").strip()
        filled[key] = said if added in said else " ".join(filter(None, (_ended(said), added)))
    necessity = msgspec.structs.replace(draft.necessity, principles=typed | filled)
    return msgspec.structs.replace(draft, necessity=necessity)


def _ended(said: str) -> str:
    return said if not said or said[-1] in ".!?" else f"{said}."


def _goes(draft: SharingDraft) -> bool:
    return draft.decision in (Decision.SHARE, Decision.SHARE_IN_PART)


def _purpose(draft: SharingDraft, concern: Concern) -> str:
    so_that = draft.purpose.so_that.strip()
    if purpose_problem(so_that, (draft.recipient.organisation, concern.person.name)):
        return ""
    return _("So that they can {what}").format(what=so_that)


def _naming(draft: SharingDraft) -> str:
    because = draft.necessity.naming_needed_because.strip()
    if draft.necessity.without_naming is YesNo.NO:
        text = _("It cannot be done without naming them. {because}")
        return text.format(because=because).strip()
    if draft.necessity.without_naming is YesNo.YES and because:
        text = _("It could be done without naming them, and they are named because: {because}")
        return text.format(because=because)
    return ""


def _chosen(draft: SharingDraft, concern: Concern) -> str:
    if not draft.choices or any(fact.id not in draft.choices for fact in concern.facts):
        return ""
    going = sum(choice.goes for choice in draft.choices.values())
    return _("{going} of {count} facts go, each with its reason.").format(
        going=going, count=len(concern.facts)
    )


def _lawful(draft: SharingDraft, concern: Concern, practice: Practice, guidance: Guidance) -> str:
    if basis_problems(draft, concern, practice, guidance):
        return ""
    by_words: dict[str, list[str]] = {}
    for one in basis_words(draft.basis, guidance):
        by_words.setdefault(one.words[0] if one.words else "", []).append(one.subject)
    return "; ".join(f"{', '.join(names)}: {words}" for words, names in by_words.items())


def _weighed(draft: SharingDraft) -> str:
    if _goes(draft):
        return draft.necessity.risk_of_not_sharing.strip()
    why = draft.not_sharing
    if not why.harm.strip() or not why.agreed_by.strip() or why.review_on is None:
        return ""
    agreed = ", ".join(filter(None, (why.agreed_by.strip(), why.agreed_role.strip())))
    return _("{harm} Agreed by {who}; looked at again on {day}.").format(
        harm=_ended(why.harm.strip()), who=agreed, day=read_date(why.review_on)
    )
