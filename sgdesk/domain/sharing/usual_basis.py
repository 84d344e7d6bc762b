"""The basis that usually fits such a case, and why; a start that the lead may change."""

from collections.abc import Sequence

import msgspec

from sgdesk.domain.answers import Nation, YesNo
from sgdesk.domain.concern import Concern
from sgdesk.domain.guidance import Guidance, find
from sgdesk.domain.lawful import Capacity, Foundation, SpecialCondition, UsualFor
from sgdesk.domain.sharing.agreement import cannot_decide, is_agreed
from sgdesk.domain.sharing.confidence import asks_own_way, is_weighed, open_factors
from sgdesk.domain.sharing.decision import Agreement, Basis, Consent, SubjectBasis
from sgdesk.domain.sharing.offences import may_be_offence
from sgdesk.text import _, inside


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
    gateway = _usual(UsualFor.GATEWAY, consent, guidance)
    filled = msgspec.structs.replace(basis, subjects=subjects, gateway=gateway or basis.gateway)
    # Nobody else agreed by that, and nobody else was found unable to.
    others = _usual(UsualFor.GATEWAY, Consent(), guidance)
    own = [
        msgspec.structs.replace(one, confidence=others)
        if asks_own_way(one, filled, guidance)
        else one
        for one in filled.subjects
    ]
    filled = msgspec.structs.replace(filled, subjects=tuple(own))
    because = _because(filled, consent, capacity, guidance)
    if any(one.offence_alleged is YesNo.NOT_KNOWN for one in subjects):
        because.insert(-1, _offence_sentence())
    return UsualBasis(filled, tuple(because))


def _subject(
    subject: SubjectBasis, concern: Concern, consent: Consent, capacity: Capacity,
    guidance: Guidance, is_accused: bool,
) -> SubjectBasis:  # fmt: skip
    if subject.nothing_goes:
        return subject
    article = next(iter(guidance.bases_for(capacity)), None)
    about = concern.person.kind
    offered = guidance.foundations_for(article.id, about, capacity) if article else ()
    condition = find(guidance.special_conditions, _usual(UsualFor.ARTICLE_9, consent, guidance))
    needs_reason = condition is not None and condition.needs_reason
    reason = _usual(UsualFor.WITHOUT_CONSENT, consent, guidance) if needs_reason else ""
    offence = _usual(UsualFor.ARTICLE_10, consent, guidance)
    return msgspec.structs.replace(
        subject,
        article_6=article.id if article else "",
        foundations=tuple(one.id for one in _surest(offered)),
        article_9=condition.id if condition else "",
        without_consent_because=reason,
        offence_alleged=YesNo.YES if is_accused else _unless_told(concern),
        article_10=offence if is_accused else "",
    )


def _unless_told(concern: Concern) -> YesNo:
    # That no offence is alleged is not said for the lead where what was told may be one.
    return YesNo.NOT_KNOWN if may_be_offence(concern) else YesNo.NO


def _surest(offered: Sequence[Foundation]) -> Sequence[Foundation]:
    # The first that somebody has read an official text for; else the first there is. A power for
    # some cases only is left for the lead to choose.
    usual = [one for one in offered if one.is_usual] or list(offered)
    read = [one for one in usual if not one.check_locally]
    return (read or usual)[:1]


def _usual(question: UsualFor, consent: Consent, guidance: Guidance) -> str:
    """Return the id of what usually fits these answers, or an empty one: then the lead chooses."""
    given = set(consent.not_sought_reasons)
    # What was said under pressure, or by somebody who could not decide, is no agreement.
    is_given = consent.agreement is Agreement.GIVEN
    agreement = None if is_given and not is_agreed(consent) else consent.agreement
    for usual in guidance.usual:
        agrees = not usual.agreement or agreement in usual.agreement
        points = not usual.not_sought or bool(given & set(usual.not_sought))
        fits = not usual.cannot_decide or cannot_decide(consent)
        if usual.question is question and agrees and points and fits:
            return usual.answer
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
        if any(asks_own_way(one, basis, guidance) for one in basis.subjects):
            lines.append(_others_sentence(basis, consent, guidance))
        if is_weighed(basis, guidance) and open_factors(basis, guidance):
            lines.append(_("Left for you: write down what you weighed."))
    if any(usual.check_locally for usual in guidance.usual):
        lines.append(_("That these fit together is our reading of the texts: check it locally."))
    return [line for line in lines if line]


def _article_sentence(subject: SubjectBasis, capacity: Capacity, guidance: Guidance) -> str:
    article = find(guidance.bases, subject.article_6)
    if article is None:
        return ""
    acting = _("This is private care, so the practice is no public authority: {title} ({article}).")
    if capacity is Capacity.PUBLIC_AUTHORITY:
        acting = _("This is NHS work, so the practice acts as a public authority: {title}"
                   " ({article}).")  # fmt: skip
        if guidance.nation is Nation.NORTHERN_IRELAND:
            acting = _("This is Health and Social Care work, so the practice acts as a public"
                       " authority: {title} ({article}).")  # fmt: skip
    laws = [find(guidance.foundations, name) for name in subject.foundations]
    named = [law.title for law in laws if law is not None]
    sentence = acting.format(title=article.title, article=article.article)
    if not named:
        return sentence
    return _("{sentence} It stands on: {laws}.").format(sentence=sentence, laws="; ".join(named))


def _condition_sentence(condition: SpecialCondition, consent: Consent) -> str:
    if is_agreed(consent):
        return _("Health data: {title}. Agreement was given, and this does not rest on it.").format(
            title=condition.title
        )
    return _("Health data: {title}.").format(title=condition.title)


def _others_sentence(basis: Basis, consent: Consent, guidance: Guidance) -> str:
    named = [find(guidance.gateways, one.confidence) for one in basis.subjects]
    ways = dict.fromkeys(inside(one.title) for one in named if one is not None)
    first = _("That holds for one person alone.")
    if is_agreed(consent):
        first = _("One person’s agreement is not another’s: this one is that of {of}.").format(
            of=inside(consent.agreement_of) or _("somebody who is not named")
        )
    return _("{first} Towards the others: {ways}. Change it for whoever told nothing in confidence,"
             " or agrees too.").format(first=first, ways="; ".join(ways))  # fmt: skip


def _offence_sentence() -> str:
    return _("Left for you: what was told may be an offence. Whether one is alleged of any of them"
             " stands as not known; say so of whoever it is about, with the condition under"
             " Article 10.")  # fmt: skip


def _reason_sentence(subject: SubjectBasis, guidance: Guidance) -> str:
    reason = find(guidance.para_18_reasons, subject.without_consent_because)
    if reason is None:
        return _("Left for you: choose the reason for acting without consent that is true here.")
    return _("Without consent, from your answers on the page before: {reason}").format(
        reason=reason.text
    )
