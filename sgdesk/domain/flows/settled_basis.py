"""What no longer applies of the lawful basis, once other answers were given."""

from msgspec.structs import replace

from sgdesk.domain.answers import YesNo
from sgdesk.domain.guidance import Guidance, find
from sgdesk.domain.practice import Practice
from sgdesk.domain.sharing.basis_warnings import needs_policy, policy_words
from sgdesk.domain.sharing.confidence import (
    DUTY_CHECKS,
    asks_own_way,
    is_weighed,
    uses_exception,
)
from sgdesk.domain.sharing.decision import Basis, SubjectBasis


def settled_basis(basis: Basis, guidance: Guidance, practice: Practice) -> Basis:
    """Return the basis without what only another basis, condition, gateway or nation asks for,
    and with the policy document as it stands."""
    subjects = tuple(_subject(one, basis, guidance) for one in basis.subjects)
    basis = _duty(_weighed(replace(basis, subjects=subjects), guidance), guidance)
    special = [find(guidance.special_conditions, one.article_9) for one in subjects]
    policy = policy_words(practice.appropriate_policy) if needs_policy(basis, guidance) else ""
    return replace(
        basis,
        at_risk=basis.at_risk if any(one and one.needs_reason for one in special) else (),
        emergency_because=basis.emergency_because if basis.emergency else "",
        policy=policy,
    )


def _weighed(basis: Basis, guidance: Guidance) -> Basis:
    gateway = find(guidance.gateways, basis.gateway)
    if gateway is not None and not is_weighed(basis, guidance):
        return replace(basis, gateway_factors="", factors={}, no_weight=())
    written = {name: text for name, text in basis.factors.items() if text.strip()}
    unweighed = tuple(one for one in basis.no_weight if one not in written)
    return replace(basis, factors=written, no_weight=unweighed)


def _duty(basis: Basis, guidance: Guidance) -> Basis:
    checks = [find(guidance.checks, name) for name in DUTY_CHECKS]
    if not any(one is not None and guidance.nation in one.nations for one in checks):
        basis = replace(basis, duty_to_share=None)
    if basis.duty_to_share is None:
        basis = replace(basis, duty_because="")
    if basis.duty_to_share is not YesNo.YES:
        basis = replace(basis, duty_function="", duty_extent="", duty_detriment=None)
    if not uses_exception(basis, guidance):
        basis = replace(basis, duty_detriment_because="")
    return basis


def _subject(subject: SubjectBasis, whole: Basis, guidance: Guidance) -> SubjectBasis:
    if subject.nothing_goes:
        return SubjectBasis(
            subject=subject.subject, is_the_person=subject.is_the_person, nothing_goes=True
        )
    basis = find(guidance.bases, subject.article_6)
    if basis is not None and not basis.needs_foundation:
        subject = replace(subject, foundations=(), foundation_typed="", foundation_source="")
    if basis is not None and not basis.needs_balancing:
        subject = replace(subject, balancing="")
    if not subject.foundation_typed.strip():
        subject = replace(subject, foundation_source="")
    condition = find(guidance.special_conditions, subject.article_9)
    if condition is not None and not condition.needs_reason:
        subject = replace(subject, without_consent_because="")
    if subject.offence_alleged is not YesNo.YES:
        subject = replace(subject, article_10="")
    if not asks_own_way(subject, whole, guidance):
        subject = replace(subject, confidence="")
    return replace(subject, foundations=_carrying(subject, guidance))


def _carrying(subject: SubjectBasis, guidance: Guidance) -> tuple[str, ...]:
    # Another nation's law is unknown here, and stays to be questioned.
    known = {one.id: one for one in guidance.foundations}
    return tuple(
        name
        for name in subject.foundations
        if name not in known or not subject.article_6 or subject.article_6 in known[name].for_bases
    )
