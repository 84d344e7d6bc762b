"""Whether the lawful basis holds together, for each data subject (LAW 4.4, checks C1 to C8).

What can be chosen, and the sentence for each clash, stand in the guidance; here are only the
operators that find what is open and what clashes. An emergency lets open questions wait, and no
clash pass.
"""

from sgdesk.domain.answers import YesNo
from sgdesk.domain.bounds import LINE, TEXT, too_long
from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.words import label
from sgdesk.domain.flows.engine import Problem, found
from sgdesk.domain.guidance import Guidance, find
from sgdesk.domain.lawful import Capacity
from sgdesk.domain.practice import Practice
from sgdesk.domain.sharing.agreement import is_agreed
from sgdesk.domain.sharing.confidence import (
    confidence_clashes,
    confidence_gaps,
    duty_gaps,
    own_way_gaps,
)
from sgdesk.domain.sharing.decision import Basis, SharingDraft, SubjectBasis
from sgdesk.domain.sharing.setting import Setting, setting_of
from sgdesk.domain.sharing.subjects import going_about, is_added, subjects_of, unasked_about
from sgdesk.text import _

Checks = list[tuple[str, str | None]]

_STEP = "basis"
_TEXTS = ("foundation_typed", "foundation_source", "balancing")
_LINES = ("subject", "foundation_source")


def basis_problems(
    draft: SharingDraft, concern: Concern, practice: Practice, guidance: Guidance
) -> list[Problem]:
    """Return what is missing or contradictory in the basis of this disclosure."""
    setting = setting_of(draft.basis, concern, practice, guidance)
    wrong = _clashes(draft, concern, setting)
    if not draft.basis.emergency:
        wrong = _gaps(draft, setting) + wrong
    elif not draft.basis.emergency_because.strip():
        why = _("Say what the emergency is: why this cannot wait for the open answers.")
        wrong.append(Problem(_STEP, "basis.emergency_because", why))
    return _left_out(draft.basis, concern) + wrong


def _gaps(draft: SharingDraft, setting: Setting) -> list[Problem]:
    wrong: list[Problem] = []
    basis, guidance = draft.basis, setting.guidance
    for number, subject in enumerate(basis.subjects):
        if not subject.nothing_goes:
            checks = [*_article_6(subject, setting), *_article_9(subject, draft, setting)]
            checks += _article_10(subject, setting) + own_way_gaps(subject, basis, guidance)
            wrong += found(_STEP, f"basis.{number}.", checks)
    checks = confidence_gaps(basis, guidance) + duty_gaps(basis, setting)
    return wrong + found(_STEP, "basis.", checks)


def _clashes(draft: SharingDraft, concern: Concern, setting: Setting) -> list[Problem]:
    wrong: list[Problem] = []
    for number, subject in enumerate(draft.basis.subjects):
        clashing = _silence if subject.nothing_goes else _subject_clashes
        checks = clashing(subject, draft, concern, setting)
        wrong += found(_STEP, f"basis.{number}.", checks + _too_long(subject))
    basis = draft.basis
    others = ", ".join(unasked_about(draft, concern))
    unasked = _("{check} It is about: {who}.").format(check=setting.clash("C8"), who=others)
    wrong += found(_STEP, "", [("basis", unasked if others else None)])
    return wrong + found(
        _STEP, "basis.", confidence_clashes(basis, draft.consent, setting.guidance)
    )


def _left_out(basis: Basis, concern: Concern) -> list[Problem]:
    named = {one.subject for one in basis.subjects}
    if not named:
        text = _("Choose the lawful basis for the person this is about.")
        return [Problem(_STEP, "basis", text)]
    missing = [one.subject for one in subjects_of(concern) if one.subject not in named]
    if not missing:
        return []
    text = _("Choose the lawful basis for {who} too. Begin this decision anew if nobody is asked.")
    return [Problem(_STEP, "basis", text.format(who=", ".join(missing)))]


def _article_6(subject: SubjectBasis, setting: Setting) -> Checks:
    basis = find(setting.guidance.bases, subject.article_6)
    if basis is None:
        return [("article_6", _("Choose the basis under Article 6."))]
    checks: Checks = []
    if basis.needs_foundation and not names_foundation(subject, setting):
        checks.append(("foundations", setting.clash("C3")))
    if subject.foundation_typed.strip() and not subject.foundation_source.strip():
        source = _("Say where that law or task stands, so that somebody can read it.")
        checks.append(("foundation_source", source))
    if basis.needs_balancing and not subject.balancing.strip():
        weigh = _("Write down how your interest and the person’s rights were weighed.")
        checks.append(("balancing", weigh))
    return checks


def names_foundation(subject: SubjectBasis, setting: Setting) -> bool:
    """Return whether a law or task is named that can carry the basis, listed or typed."""
    return bool(setting.stands_on(subject) or subject.foundation_typed.strip())


def _article_9(subject: SubjectBasis, draft: SharingDraft, setting: Setting) -> Checks:
    condition = find(setting.guidance.special_conditions, subject.article_9)
    if condition is None:
        return [("article_9", setting.clash("C4"))]
    reason = find(setting.guidance.para_18_reasons, subject.without_consent_because)
    if not condition.needs_reason or reason is not None or _is_c1(subject, draft):
        return []
    return [("without_consent_because", setting.clash("C5"))]


def _article_10(subject: SubjectBasis, setting: Setting) -> Checks:
    if subject.offence_alleged is None:
        return [("offence_alleged", _("Say whether an offence is alleged."))]
    known = find(setting.guidance.offence_conditions, subject.article_10)
    if subject.offence_alleged is YesNo.YES and known is None:
        return [("article_10", _("An offence is alleged. Choose the condition under Article 10."))]
    return []


def _subject_clashes(
    subject: SubjectBasis, draft: SharingDraft, concern: Concern, setting: Setting
) -> Checks:
    guidance, agreed = setting.guidance, is_agreed(draft.consent)
    unnamed = is_added(subject, concern) and not subject.subject.strip()
    checks: Checks = [("subject", _("Say whose data this is.") if unnamed else None)]
    if basis := find(guidance.bases, subject.article_6):
        if setting.capacity not in basis.offered_to and not warns_c2(subject, setting):
            checks.append(("article_6", _not_offered(setting)))
        if basis.emergency_only and not setting.is_emergency:
            checks.append(("article_6", _emergency_only()))
        if basis.is_consent and not agreed:
            checks.append(("article_6", _nobody_agreed()))
    known = {one.id for one in guidance.foundations}
    if not known.issuperset(subject.foundations):
        checks.append(("foundations", setting.clash("C7")))
    if condition := find(guidance.special_conditions, subject.article_9):
        if condition.needs_reason and _is_c1(subject, draft):
            checks.append(("article_9", setting.clash("C1")))
        if condition.is_consent and not agreed:
            checks.append(("article_9", _nobody_agreed()))
        if condition.emergency_only and not setting.is_emergency:
            checks.append(("article_9", _emergency_only()))
    offence = find(guidance.offence_conditions, subject.article_10)
    is_alleged = subject.offence_alleged is YesNo.YES
    if offence and is_alleged and offence.emergency_only and not setting.is_emergency:
        checks.append(("article_10", _emergency_only()))
    return checks


def _silence(
    subject: SubjectBasis, draft: SharingDraft, concern: Concern, setting: Setting
) -> Checks:
    if subject.is_the_person:
        return [("nothing_goes", _("Something about the person always goes. Take this back."))]
    if not (about := going_about(subject, draft, concern)):
        return []
    named = _("{check} What goes and is about them: {facts}.")
    facts = ", ".join(dict.fromkeys(label(one) for one in about))
    return [("nothing_goes", named.format(check=setting.clash("C8"), facts=facts))]


def warns_c2(subject: SubjectBasis, setting: Setting) -> bool:
    """Return whether a public authority leans on a legitimate interest, and may (C2)."""
    basis = find(setting.guidance.bases, subject.article_6)
    is_public = setting.capacity is Capacity.PUBLIC_AUTHORITY
    is_offered = basis is None or setting.capacity in basis.offered_to
    return is_public and not is_offered and setting.only_warns("C2")


def _is_c1(subject: SubjectBasis, draft: SharingDraft) -> bool:
    # The agreement of somebody else says nothing about an alleged source of harm.
    return subject.is_the_person and is_agreed(draft.consent)


def _not_offered(setting: Setting) -> str:
    if setting.capacity is Capacity.PUBLIC_AUTHORITY:
        return setting.clash("C2")
    return _("This basis is for a public authority’s tasks, and private care is none. Choose"
             " another, such as the recognised interest in safeguarding.")  # fmt: skip


def _emergency_only() -> str:
    return _("This is for emergencies only. Say below that this is one, or choose another.")


def _nobody_agreed() -> str:
    return _("Nobody has agreed freely who could decide it, by the page before. Choose another, or"
             " put that page right.")  # fmt: skip


def _too_long(subject: SubjectBasis) -> Checks:
    return [
        (field, too_long(getattr(subject, field), LINE if field in _LINES else TEXT))
        for field in ("subject", *_TEXTS)
    ]
