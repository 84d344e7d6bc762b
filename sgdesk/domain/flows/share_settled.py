"""What no longer applies in a decision: answers to questions that are not asked any more."""

from msgspec.structs import replace

from sgdesk.domain.answers import YesNo
from sgdesk.domain.guidance import Guidance, find
from sgdesk.domain.sharing.decision import (
    Agreement,
    Basis,
    Consent,
    Necessity,
    SubjectBasis,
)


def settled_consent(consent: Consent) -> Consent:
    """Return the answers about telling and agreeing that still apply."""
    if consent.family_told is YesNo.YES:
        consent = replace(consent, not_told_reasons=(), not_told_note="")
    else:
        consent = replace(
            consent, told_who="", told_what="", told_on=None, told_on_typed="",
            told_at=None, told_at_typed="",
        )  # fmt: skip
    if consent.agreement is Agreement.NOT_SOUGHT:
        return replace(consent, agreement_of="")
    return replace(consent, not_sought_reasons=(), not_sought_note="")


def settled_basis(basis: Basis, guidance: Guidance) -> Basis:
    """Return the basis without what only another basis, condition or gateway asks for."""
    gateway = find(guidance.gateways, basis.gateway)
    if gateway is not None and not gateway.needs_factors:
        basis = replace(basis, gateway_factors="")
    if basis.duty_to_share is None:
        basis = replace(basis, duty_because="")
    return replace(basis, subjects=tuple(_settled(one, guidance) for one in basis.subjects))


def settled_necessity(necessity: Necessity) -> Necessity:
    """Return what was weighed; why naming is needed only where it is."""
    if necessity.without_naming is YesNo.NO:
        return necessity
    return replace(necessity, naming_needed_because="")


def _settled(subject: SubjectBasis, guidance: Guidance) -> SubjectBasis:
    basis = find(guidance.bases, subject.article_6)
    if basis is not None and not basis.needs_foundation:
        subject = replace(subject, foundations=())
    condition = find(guidance.special_conditions, subject.article_9)
    if condition is not None and not condition.needs_reason:
        subject = replace(subject, without_consent_because="")
    if subject.offence_alleged is not YesNo.YES:
        subject = replace(subject, article_10="")
    return subject
