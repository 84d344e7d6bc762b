"""What is said beside a basis that may stand all the same: C2, C6, the policy document, another
person's agreement, and no offence alleged where what goes may be one."""

from datetime import date

from msgspec.structs import replace

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.engine import Problem
from sgdesk.domain.guidance import Guidance, find
from sgdesk.domain.people import PersonKind
from sgdesk.domain.practice import Policy, Practice
from sgdesk.domain.sharing.basis import warns_c2
from sgdesk.domain.sharing.decision import Basis, Sharing, SharingDraft
from sgdesk.domain.sharing.offences import may_be_offence
from sgdesk.domain.sharing.setting import Setting, setting_of
from sgdesk.text import _, inside, read_short_date

_STEP = "basis"
_POLICE = "police"


def basis_warnings(
    decision: SharingDraft | Sharing,
    concern: Concern,
    practice: Practice,
    guidance: Guidance,
    today: date,
) -> list[Problem]:
    """Return what should be looked at again, each at its field; nothing of it stops a decision.

    Of a decision that was made, `today` is its day; a policy document changed since is not judged.
    """
    basis = decision.basis
    setting = setting_of(basis, concern, practice, guidance)
    warned = [
        Problem(_STEP, f"basis.{number}.article_6", setting.clash("C2"))
        for number, subject in enumerate(basis.subjects)
        if not subject.nothing_goes and warns_c2(subject, setting)
    ]
    if open_limbs(basis, setting):
        warned.append(Problem(_STEP, "basis.at_risk", setting.clash("C6")))
    warned += _not_their_own(decision, guidance)
    if no_offence_alleged(basis) and (why := _offence(decision, concern)):
        warned.append(Problem(_STEP, f"basis.{_next_after_person(basis)}.offence_alleged", why))
    if needs_policy(basis, guidance) and (gone := _policy_gone(decision, practice, today)):
        warned.append(Problem(_STEP, "basis.policy", gone))
    return warned


def asks_limbs(basis: Basis, setting: Setting) -> bool:
    """Return whether the adult must be at risk for a condition that was chosen."""
    return setting.about is PersonKind.ADULT and any(
        condition is not None and condition.needs_reason
        for subject in basis.subjects
        if not subject.nothing_goes
        for condition in [find(setting.guidance.special_conditions, subject.article_9)]
    )


def open_limbs(basis: Basis, setting: Setting) -> tuple[str, ...]:
    """Return the ids of what must be true of the adult and was not confirmed (C6)."""
    if not asks_limbs(basis, setting):
        return ()
    limbs = setting.guidance.at_risk_limbs
    return tuple(one.id for one in limbs if one.id not in basis.at_risk)


def no_offence_alleged(basis: Basis) -> bool:
    """Return whether of nobody whose data goes it was said that an offence is alleged."""
    asked = [one.offence_alleged for one in basis.subjects if not one.nothing_goes]
    return bool(asked) and YesNo.YES not in asked


def needs_policy(basis: Basis, guidance: Guidance) -> bool:
    """Return whether a chosen condition needs an appropriate policy document."""
    for subject in basis.subjects:
        special = find(guidance.special_conditions, subject.article_9)
        offence = find(guidance.offence_conditions, subject.article_10)
        is_alleged = subject.offence_alleged is YesNo.YES
        wanted = bool(special and special.needs_policy)
        if not subject.nothing_goes and (
            wanted or bool(is_alleged and offence and offence.needs_policy)
        ):
            return True
    return False


def policy_words(policy: Policy) -> str:
    """Return the policy document as it stands: reference, version, review date."""
    if not policy.reference.strip():
        return ""
    parts = [policy.reference]
    if policy.version:
        parts.append(_("version {version}").format(version=policy.version))
    if policy.review_on:
        parts.append(_("review {day}").format(day=read_short_date(policy.review_on)))
    return ", ".join(parts)


def policy_warning(practice: Practice, today: date) -> str:
    """Return what is wrong with the appropriate policy document, or nothing."""
    policy = practice.appropriate_policy
    if not policy.reference.strip():
        return _("The condition needs an appropriate policy document, and none is named in"
                 " Settings, Practice. Share all the same where somebody is at risk, and put it"
                 " right.")  # fmt: skip
    if policy.review_on is None:
        return _("The appropriate policy document {policy} has no review date. Give one in"
                 " Settings, Practice.").format(policy=policy_words(policy))  # fmt: skip
    if policy.review_on < today:
        return _("The appropriate policy document {policy} is overdue for review. Share all the"
                 " same where somebody is at risk, and have it reviewed.").format(
                     policy=policy_words(policy))  # fmt: skip
    return ""


def _not_their_own(decision: SharingDraft | Sharing, guidance: Guidance) -> list[Problem]:
    found = []
    for number, one in enumerate(decision.basis.subjects):
        basis = find(guidance.bases, one.article_6)
        special = find(guidance.special_conditions, one.article_9)
        way = find(guidance.gateways, one.confidence)
        rests = {
            "article_6": basis is not None and basis.is_consent,
            "article_9": special is not None and special.is_consent,
            "confidence": way is not None and way.is_consent,
        }
        if any(rests.values()) and not (one.is_the_person or one.nothing_goes):
            field = next(name for name, is_consent in rests.items() if is_consent)
            text = _("Consent must be their own. The agreement written down is that of"
                     " {of}: check that it is theirs, or choose another.")  # fmt: skip
            of = inside(decision.consent.agreement_of) or _("somebody who is not named")
            found.append(Problem(_STEP, f"basis.{number}.{field}", text.format(of=of)))
    return found


def _next_after_person(basis: Basis) -> int:
    others = (
        number
        for number, one in enumerate(basis.subjects)
        if not one.is_the_person and not one.nothing_goes
    )
    return next(others, 0)


def _offence(decision: SharingDraft | Sharing, concern: Concern) -> str:
    if decision.recipient.kind != _POLICE:
        if not may_be_offence(concern):
            return ""
        return _("What this tells may be an offence, and of nobody does it say that one is"
                 " alleged. If it is, say so of whoever it is about, and choose the condition"
                 " under Article 10.")  # fmt: skip
    return _("This goes to the police, and of nobody does it say that an offence is alleged. If"
             " what they are told may be one, say so of whoever it is about, and choose the"
             " condition under Article 10.")  # fmt: skip


def _policy_gone(decision: SharingDraft | Sharing, practice: Practice, today: date) -> str:
    if isinstance(decision, Sharing):
        if not decision.basis.policy:
            return policy_warning(replace(practice, appropriate_policy=Policy()), today)
        if decision.basis.policy != policy_words(practice.appropriate_policy):
            return ""
    return policy_warning(practice, today)
