"""Whether the lawful basis holds together, for each data subject (LAW 4.4, checks C1 to C8).

What can be chosen, and the sentence for each clash, stand in the guidance; here are only the
operators that find a clash.
"""

from sgdesk.domain.answers import YesNo
from sgdesk.domain.bounds import TEXT, too_long
from sgdesk.domain.concern import Concern
from sgdesk.domain.flows.engine import Problem, found
from sgdesk.domain.guidance import Guidance, find
from sgdesk.domain.lawful import Capacity, acting_as
from sgdesk.domain.practice import Episode, Practice
from sgdesk.domain.sharing.decision import Agreement, Basis, SharingDraft, SubjectBasis
from sgdesk.text import _

_STEP = "basis"


def basis_problems(
    draft: SharingDraft, concern: Concern, practice: Practice, guidance: Guidance
) -> list[Problem]:
    """Return what is missing or contradictory in the basis of this disclosure."""
    capacity = capacity_for(concern, practice)
    wrong: list[Problem] = []
    for number, subject in enumerate(draft.basis.subjects):
        checks = _article_6(subject, capacity, guidance)
        checks += _article_9(subject, draft, guidance)
        checks += _article_10(subject)
        wrong += found(_STEP, f"basis.{number}.", checks)
    wrong += _left_out(draft.basis, concern)
    return wrong + found(_STEP, "basis.", _confidentiality(draft.basis, guidance))


def capacity_for(concern: Concern, practice: Practice) -> Capacity:
    """Return as what the practice acts towards this person in this episode."""
    return acting_as(practice.status, concern.urgency.episode or Episode.NHS)


def subjects_of(concern: Concern) -> tuple[SubjectBasis, ...]:
    """Return the data subjects for whom a basis is asked, the person first."""
    subjects = [SubjectBasis(subject=concern.person.name, is_the_person=True)]
    family = [one for one in concern.relations if not one.alleged_source and not one.professional]
    if family:
        subjects.append(SubjectBasis(subject=_("Family and household")))
    subjects += [SubjectBasis(subject=one.name) for one in concern.relations if one.alleged_source]
    return tuple(subjects)


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


def _article_6(
    subject: SubjectBasis, capacity: Capacity, guidance: Guidance
) -> list[tuple[str, str | None]]:
    basis = find(guidance.bases, subject.article_6)
    if basis is None:
        return [("article_6", _("Choose the basis under Article 6."))]
    if capacity not in basis.offered_to:
        return [("article_6", clash("C2", guidance))]
    if basis.needs_foundation and not subject.foundations:
        return [("foundations", clash("C3", guidance))]
    return []


def _article_9(
    subject: SubjectBasis, draft: SharingDraft, guidance: Guidance
) -> list[tuple[str, str | None]]:
    condition = find(guidance.special_conditions, subject.article_9)
    if condition is None:
        return [("article_9", clash("C4", guidance))]
    if not condition.needs_reason:
        return []
    if draft.consent.agreement is Agreement.GIVEN and not subject.without_consent_because:
        return [("article_9", clash("C1", guidance))]
    if not subject.without_consent_because:
        return [("without_consent_because", clash("C5", guidance))]
    return []


def _article_10(subject: SubjectBasis) -> list[tuple[str, str | None]]:
    if subject.offence_alleged is None:
        return [("offence_alleged", _("Say whether an offence is alleged."))]
    if subject.offence_alleged is YesNo.YES and not subject.article_10:
        return [("article_10", _("An offence is alleged. Choose the condition under Article 10."))]
    return []


def _confidentiality(basis: Basis, guidance: Guidance) -> list[tuple[str, str | None]]:
    lengths = [
        ("gateway_factors", too_long(basis.gateway_factors, TEXT)),
        ("duty_because", too_long(basis.duty_because, TEXT)),
    ]
    gateway = find(guidance.gateways, basis.gateway)
    if gateway is None:
        return [("gateway", _("Choose the way through the duty of confidence.")), *lengths]
    if gateway.needs_factors and not basis.gateway_factors.strip():
        weighed = _("Say what was weighed in the public interest.")
        return [("gateway_factors", weighed), *lengths]
    return lengths


def clash(check_id: str, guidance: Guidance) -> str:
    """Return the sentence of a consistency check with its way out."""
    check = find(guidance.consistency, check_id)
    if check is None:
        return _("These answers do not fit together. Check the lawful basis with your adviser.")
    return f"{check.text} {check.way_out}"
