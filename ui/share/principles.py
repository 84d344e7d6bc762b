"""The Caldicott principles as far as the other pages have answered them."""

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.share import ShareInformation, is_shared
from sgdesk.domain.guidance import Guidance
from sgdesk.domain.lawful import CaldicottPrinciple
from sgdesk.domain.sharing.decision import SharingDraft
from sgdesk.domain.sharing.purpose import purpose_problem
from sgdesk.domain.sharing.words import basis_words, condition_words, consent_words
from sgdesk.text import _

_PAGES = {3: "minimum", 4: "recipient", 5: "conditions", 6: "basis", 7: "not-sharing", 8: "consent"}
_ONLY_WHEN_SHARED = (3, 4, 5, 6)


def asked(guidance: Guidance, draft: SharingDraft) -> tuple[CaldicottPrinciple, ...]:
    """Return the principles that this decision must answer, in their order."""
    shared = is_shared(draft.decision)
    return tuple(one for one in guidance.caldicott if shared or one.number not in _ONLY_WHEN_SHARED)


def answered_by(number: int) -> str:
    """Return the step whose page answers a principle, or an empty id."""
    return _PAGES.get(number, "")


def answer(
    number: int,
    draft: SharingDraft,
    concern: Concern,
    flow: ShareInformation,
    guidance: Guidance,
) -> str:
    """Return what the answers given so far say about a principle, or nothing."""
    match number:
        case 1:
            so_that = draft.purpose.so_that.strip()
            return (
                ""
                if purpose_problem(so_that)
                else _("So that they can {what}").format(what=so_that)
            )
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
            return _lawful(draft, flow, guidance)
        case 7:
            return _weighed(draft)
        case _:
            rows = consent_words(draft.consent, guidance)
            return rows[0][1] if rows and draft.consent.family_told is not None else ""


def with_answers(
    draft: SharingDraft, concern: Concern, flow: ShareInformation, guidance: Guidance
) -> SharingDraft:
    """Return a copy whose principles hold what was answered elsewhere and what was typed."""
    typed = draft.necessity.principles
    filled = {}
    for principle in asked(guidance, draft):
        key = str(principle.number)
        said = answer(principle.number, draft, concern, flow, guidance)
        added = typed.get(key, "").strip()
        filled[key] = said if added in said else " ".join(filter(None, (_ended(said), added)))
    necessity = msgspec.structs.replace(draft.necessity, principles=typed | filled)
    return msgspec.structs.replace(draft, necessity=necessity)


def _ended(said: str) -> str:
    return said if not said or said[-1] in ".!?" else f"{said}."


def _naming(draft: SharingDraft) -> str:
    if draft.necessity.without_naming is not YesNo.NO:
        return ""
    because = draft.necessity.naming_needed_because.strip()
    return _("It cannot be done without naming them. {because}").format(because=because).strip()


def _chosen(draft: SharingDraft, concern: Concern) -> str:
    if not draft.choices or any(fact.id not in draft.choices for fact in concern.facts):
        return ""
    going = sum(choice.goes for choice in draft.choices.values())
    return _("{going} of {count} facts go, each with its reason.").format(
        going=going, count=len(concern.facts)
    )


def _lawful(draft: SharingDraft, flow: ShareInformation, guidance: Guidance) -> str:
    if flow.problems(draft, "basis"):
        return ""
    by_words: dict[str, list[str]] = {}
    for one in basis_words(draft.basis, guidance):
        by_words.setdefault(one.words[0] if one.words else "", []).append(one.subject)
    return "; ".join(f"{', '.join(names)}: {words}" for words, names in by_words.items())


def _weighed(draft: SharingDraft) -> str:
    if is_shared(draft.decision):
        return draft.necessity.risk_of_not_sharing.strip()
    return " ".join(filter(None, (draft.not_sharing.harm, draft.not_sharing.agreed_by)))
