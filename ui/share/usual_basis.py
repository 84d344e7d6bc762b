"""The basis that usually fits such a case, and why; a start that the lead may change."""

from collections.abc import Sequence

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Concern
from sgdesk.domain.guidance import Guidance, find
from sgdesk.domain.lawful import Capacity, Foundation, SpecialCondition
from sgdesk.domain.sharing.decision import Agreement, Basis, Consent, SubjectBasis
from sgdesk.text import _

_CONSENT_GATEWAY = "consent"
# Which reason for acting without consent an answer on the page before points to.
_POINTERS = {
    "cannot-consent": ("cannot-give",),
    "would-prejudice": (
        "risk-to-child", "risk-to-other", "prejudices-enquiry", "sexual-abuse",
        "made-up-illness", "agency-asked",
    ),
    "cannot-be-expected": ("harmful-delay", "not-reachable"),
}  # fmt: skip


class UsualBasis(msgspec.Struct, frozen=True):
    """A basis filled in, and a sentence for each thing that was chosen or left open."""

    basis: Basis
    because: tuple[str, ...]


def usual_basis(
    basis: Basis, concern: Concern, consent: Consent, capacity: Capacity, guidance: Guidance
) -> UsualBasis:
    """Return the basis with whatever usually fits filled in; what was weighed stays as it is."""
    accused = {one.name for one in concern.relations if one.alleged_source}
    subjects = tuple(
        _subject(one, concern, consent, capacity, guidance, one.subject in accused)
        for one in basis.subjects
    )
    gateways = guidance.gateways
    agreed = find(gateways, _CONSENT_GATEWAY) if consent.agreement is Agreement.GIVEN else None
    gateway = agreed or (gateways[0] if gateways else None)
    filled = msgspec.structs.replace(
        basis, subjects=subjects, gateway=gateway.id if gateway else basis.gateway
    )
    return UsualBasis(filled, tuple(_because(filled, consent, capacity, guidance)))


def _subject(
    subject: SubjectBasis, concern: Concern, consent: Consent, capacity: Capacity,
    guidance: Guidance, is_accused: bool,
) -> SubjectBasis:  # fmt: skip
    article = next(iter(guidance.bases_for(capacity)), None)
    about = concern.person.kind
    offered = guidance.foundations_for(article.id, about, capacity) if article else ()
    condition = _condition(consent, guidance)
    reason = _reason(consent, guidance) if condition and condition.needs_reason else ""
    offence = next(iter(guidance.offence_conditions), None)
    return msgspec.structs.replace(
        subject,
        article_6=article.id if article else "",
        foundations=tuple(one.id for one in _surest(offered)),
        article_9=condition.id if condition else "",
        without_consent_because=reason,
        offence_alleged=YesNo.YES if is_accused else YesNo.NO,
        article_10=offence.id if is_accused and offence else "",
    )


def _surest(offered: Sequence[Foundation]) -> Sequence[Foundation]:
    # The first that somebody has read an official text for; else the first there is.
    read = [one for one in offered if not one.check_locally]
    return (read or list(offered))[:1]


def _condition(consent: Consent, guidance: Guidance) -> SpecialCondition | None:
    offered = [
        one for one in guidance.special_conditions if not one.emergency_only and not one.is_consent
    ]
    if consent.agreement is Agreement.GIVEN:
        offered = [one for one in offered if not one.needs_reason] or offered
    return offered[0] if offered else None


def _reason(consent: Consent, guidance: Guidance) -> str:
    given = set(consent.not_sought_reasons)
    for reason_id, answers in _POINTERS.items():
        if given & set(answers) and find(guidance.para_18_reasons, reason_id):
            return reason_id
    return ""


def _because(basis: Basis, consent: Consent, capacity: Capacity, guidance: Guidance) -> list[str]:
    subject = basis.subjects[0] if basis.subjects else SubjectBasis(subject="")
    lines = [_article_sentence(subject, capacity, guidance)]
    if condition := find(guidance.special_conditions, subject.article_9):
        lines.append(_condition_sentence(condition, consent))
        if condition.needs_reason:
            lines.append(_reason_sentence(subject, guidance))
    if any(one.article_10 for one in basis.subjects):
        lines.append(
            _("For whoever is alleged to be the source of harm: an offence is alleged, with its"
              " own condition under Article 10.")
        )  # fmt: skip
    if gateway := find(guidance.gateways, basis.gateway):
        lines.append(_("Confidentiality: {title}.").format(title=gateway.title))
        if gateway.needs_factors and not basis.gateway_factors.strip():
            lines.append(_("Left for you: write down what you weighed."))
    return [line for line in lines if line]


def _article_sentence(subject: SubjectBasis, capacity: Capacity, guidance: Guidance) -> str:
    article = find(guidance.bases, subject.article_6)
    if article is None:
        return ""
    acting = _("This is private care, so the practice is no public authority: {title} ({article}).")
    if capacity is Capacity.PUBLIC_AUTHORITY:
        acting = _("This is NHS work, so the practice acts as a public authority: {title}"
                   " ({article}).")  # fmt: skip
    laws = [find(guidance.foundations, name) for name in subject.foundations]
    named = [law.title for law in laws if law is not None]
    sentence = acting.format(title=article.title, article=article.article)
    if not named:
        return sentence
    return _("{sentence} It stands on: {laws}.").format(sentence=sentence, laws="; ".join(named))


def _condition_sentence(condition: SpecialCondition, consent: Consent) -> str:
    if consent.agreement is Agreement.GIVEN:
        return _("Health data: {title}, because agreement was given.").format(title=condition.title)
    return _("Health data: {title}.").format(title=condition.title)


def _reason_sentence(subject: SubjectBasis, guidance: Guidance) -> str:
    reason = find(guidance.para_18_reasons, subject.without_consent_because)
    if reason is None:
        return _("Left for you: choose the reason for acting without consent that is true here.")
    return _("Without consent, from your answers on the page before: {reason}").format(
        reason=reason.text
    )
