"""The duty of confidence and the nation's duty to share, beside data protection (LAW 4.3, 4.5)."""

import msgspec

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.bounds import TEXT, too_long
from sgdesk.domain.concern import Concern
from sgdesk.domain.guidance import Check, Guidance, find
from sgdesk.domain.lawful import Capacity, Gateway, GatewayFactor
from sgdesk.domain.people import PersonKind
from sgdesk.domain.sharing.agreement import is_agreed
from sgdesk.domain.sharing.decision import Basis, Consent, SubjectBasis
from sgdesk.domain.sharing.setting import Setting
from sgdesk.text import _

Checks = list[tuple[str, str | None]]
DUTY_CHECKS = ("CHK-11", "CHK-DUTY")
_DETRIMENT = (Nation.ENGLAND,)


def confidence_gaps(basis: Basis, guidance: Guidance) -> Checks:
    """Return what is open about the way through confidentiality."""
    gateway = find(guidance.gateways, basis.gateway)
    if gateway is None or gateway.for_others:
        return [("gateway", _("Choose the way through the duty of confidence."))]
    if not is_weighed(basis, guidance):
        return []
    still_open = open_factors(basis, guidance)
    checks: Checks = [
        (f"factors.{one.id}", _unweighed(one))
        for one in guidance.gateway_factors
        if one.id in still_open
    ]
    if not checks and not _is_anything_weighed(basis, guidance):
        weighed = _("Say what was weighed in the public interest: something must have weight.")
        checks.append(("gateway_factors", weighed))
    return checks


def asks_own_way(subject: SubjectBasis, basis: Basis, guidance: Guidance) -> bool:
    """Return whether the way through confidentiality holds for the person alone, and something of
    somebody else goes (LAW 4.4, C8)."""
    gateway = find(guidance.gateways, basis.gateway)
    is_other = not (subject.is_the_person or subject.nothing_goes)
    return is_other and gateway is not None and gateway.is_personal


def ways_for_others(guidance: Guidance) -> tuple[Gateway, ...]:
    """Return the ways through the duty of confidence towards somebody beside the person."""
    return tuple(one for one in guidance.gateways if not one.lacks_capacity)


def own_way_gaps(subject: SubjectBasis, basis: Basis, guidance: Guidance) -> Checks:
    """Return what is open about the way through confidentiality towards somebody else."""
    if not asks_own_way(subject, basis, guidance):
        return []
    chosen = find(ways_for_others(guidance), subject.confidence)
    text = _("The way through the duty of confidence is that of one person. Choose the one that"
             " holds towards {who}.").format(who=subject.subject or _("this person"))  # fmt: skip
    return [("confidence", text if chosen is None else None)]


def is_weighed(basis: Basis, guidance: Guidance) -> bool:
    """Return whether the public interest has to be weighed, for the person or for another."""
    ways = [basis.gateway]
    ways += [one.confidence for one in basis.subjects if asks_own_way(one, basis, guidance)]
    found = [find(guidance.gateways, one) for one in ways]
    return any(one is not None and one.needs_factors for one in found)


def open_factors(basis: Basis, guidance: Guidance) -> tuple[str, ...]:
    """Return the ids of what was neither weighed nor said to be of no weight."""
    return tuple(
        one.id
        for one in guidance.gateway_factors
        if one.id not in basis.no_weight and not basis.factors.get(one.id, "").strip()
    )


def confidence_clashes(basis: Basis, consent: Consent, guidance: Guidance) -> Checks:
    """Return what contradicts the page about agreement, and what is too long."""
    checks: Checks = [
        (field, too_long(value, TEXT))
        for field, value in msgspec.structs.asdict(basis).items()
        if isinstance(value, str)
    ]
    checks += [(f"factors.{name}", too_long(text, TEXT)) for name, text in basis.factors.items()]
    gateway = find(guidance.gateways, basis.gateway)
    if gateway is not None and gateway.is_consent and not is_agreed(consent):
        nobody = _("Nobody has agreed freely who could decide it, by the page before. Choose the"
                   " public interest or the law, or put that page right.")  # fmt: skip
        checks.append(("gateway", nobody))
    if gateway is not None and gateway.lacks_capacity and consent.can_decide is YesNo.YES:
        able = _("By the page before they can decide this. Choose another way, or put that page"
                 " right.")  # fmt: skip
        checks.append(("gateway", able))
    return checks


def duty_check(setting: Setting, concern: Concern) -> Check | None:
    """Return what asks about the nation's duty to share or report, where it can apply here."""
    guidance = setting.guidance
    found = [find(guidance.checks, name) for name in DUTY_CHECKS]
    check = next((one for one in found if one and guidance.nation in one.nations), None)
    if check is None or guidance.nation is not Nation.ENGLAND:
        return check
    # Section 16LA speaks of children, and of services that an NHS body arranges.
    young = concern.person.kind is not PersonKind.ADULT
    is_about_child = young or any(one.is_child for one in concern.relations)
    return check if is_about_child and setting.capacity is Capacity.PUBLIC_AUTHORITY else None


def asks_detriment(guidance: Guidance) -> bool:
    """Return whether the nation's duty has an exception for sharing that does more harm."""
    return guidance.nation in _DETRIMENT


def duty_gaps(basis: Basis, setting: Setting) -> Checks:
    """Return what is open once somebody has said whether the duty was considered."""
    if basis.duty_to_share is None:
        return []
    why = _("Say why it is relevant.") if basis.duty_to_share is YesNo.YES else _("Say why not.")
    checks: Checks = [("duty_because", why if not basis.duty_because.strip() else None)]
    if uses_exception(basis, setting.guidance) and not basis.duty_detriment_because.strip():
        harm = _("Say why sharing would harm the child more than not sharing.")
        checks.append(("duty_detriment_because", harm))
    return checks


def uses_exception(basis: Basis, guidance: Guidance) -> bool:
    """Return whether the exception of the duty is relied on."""
    is_considered = basis.duty_to_share is YesNo.YES
    return is_considered and asks_detriment(guidance) and basis.duty_detriment is YesNo.YES


def _unweighed(factor: GatewayFactor) -> str:
    told = _("{factor}: weigh this, or say that it has no weight here.")
    return told.format(factor=factor.prompt)


def _is_anything_weighed(basis: Basis, guidance: Guidance) -> bool:
    written = [basis.factors.get(one.id, "") for one in guidance.gateway_factors]
    return any(one.strip() for one in (*written, basis.gateway_factors))
