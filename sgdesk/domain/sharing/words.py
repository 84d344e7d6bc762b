"""A decision put into words: consent, lawful basis, conditions and the clinical-record entry."""

from datetime import datetime

from sgdesk.domain.answers import YES_NO_WORDS, YesNo
from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.facts.words import label, moment_words, sentence
from sgdesk.domain.guidance import Guidance, find
from sgdesk.domain.pack import BasisWords
from sgdesk.domain.sharing.decision import (
    Agreement,
    Basis,
    Conditions,
    Consent,
    Decision,
    Necessity,
    Sharing,
    SubjectBasis,
)
from sgdesk.text import _, read_moment

_AGREEMENT_WORDS = {
    Agreement.GIVEN: "Sought and given",
    Agreement.REFUSED: "Sought and refused",
    Agreement.NOT_SOUGHT: "Not sought",
}


def consent_words(consent: Consent, guidance: Guidance) -> tuple[tuple[str, str], ...]:
    """Return who knows and who agrees as (question, answer), in the order of the page."""
    rows = [
        (_("Family told"), _told(consent, guidance)),
        (_("Agreement to the referral"), _agreement(consent, guidance)),
        (_("The person's own view"), consent.own_view),
        (_("Understanding and competence"), consent.competence),
        (_("Wishes"), consent.wishes),
        (_("Capacity"), consent.capacity),
        (_("To be withheld from"), consent.withhold_from),
    ]
    return tuple((question, answer) for question, answer in rows if answer)


def basis_words(basis: Basis, guidance: Guidance) -> tuple[BasisWords, ...]:
    """Return each subject's lawful basis, written out."""
    return tuple(
        BasisWords(subject.subject, tuple(_subject_lines(subject, guidance)))
        for subject in basis.subjects
    )


def gateway_words(basis: Basis, guidance: Guidance) -> str:
    """Return the way through the duty of confidence, with what was weighed."""
    gateway = find(guidance.gateways, basis.gateway)
    if gateway is None:
        return ""
    if not basis.gateway_factors:
        return gateway.title
    return f"{gateway.title}. {basis.gateway_factors}"


def condition_words(conditions: Conditions) -> tuple[tuple[str, str], ...]:
    """Return on what conditions it is shared, as (label, words)."""
    rows = [
        (_("Use"), conditions.use),
        (_("Passing it on"), conditions.onward),
        (_("Not to be disclosed to"), conditions.not_to_disclose),
        (_("Please tell us"), conditions.tell_us),
    ]
    return tuple((name, words) for name, words in rows if words)


def principle_words(necessity: Necessity, guidance: Guidance) -> tuple[tuple[str, str], ...]:
    """Return the Caldicott principles with what was answered, in their order."""
    return tuple(
        (f"{principle.number}. {principle.title}", necessity.principles[str(principle.number)])
        for principle in guidance.caldicott
        if necessity.principles.get(str(principle.number), "").strip()
    )


def clinical_entry(concern: Concern, sharing: Sharing | None, made_at: datetime) -> str:
    """Return the short entry for the clinical record: what was seen, what was done, where the
    rest is. It names no third party."""
    seen = [
        f"{label(fact)}: {sentence(fact)}"
        for fact in concern.facts
        if isinstance(fact, Injury) and not fact.also_about
    ]
    lines = [_("Safeguarding. Log reference {reference}.").format(reference=concern.reference)]
    if seen:
        lines.append(_("Seen: {marks}").format(marks=" ".join(seen)))
    lines.append(_done(sharing, made_at))
    lines.append(_("Full record in the safeguarding log: ask the safeguarding lead."))
    return "\n".join(lines)


def _done(sharing: Sharing | None, made_at: datetime) -> str:
    if sharing is None:
        return _("Recorded {when}.").format(when=read_moment(made_at))
    goes = sharing.decision in (Decision.SHARE, Decision.SHARE_IN_PART)
    if goes and sharing.recipient.organisation:
        return _("Referral to {agency} decided {when}.").format(
            agency=sharing.recipient.organisation, when=read_moment(sharing.decided_at)
        )
    return _("Decision recorded {when}. Review date in the log.").format(
        when=read_moment(sharing.decided_at)
    )


def _told(consent: Consent, guidance: Guidance) -> str:
    if consent.family_told is None:
        return ""
    if consent.family_told is YesNo.YES:
        when = moment_words(consent.told_on, consent.told_at)
        return _sentences(_("Yes"), consent.told_who, consent.told_what, when)
    reasons = reason_words(consent.not_told_reasons, consent.not_told_note, guidance)
    return _sentences(_(YES_NO_WORDS[consent.family_told]), reasons)


def _agreement(consent: Consent, guidance: Guidance) -> str:
    if consent.agreement is None:
        return ""
    reasons = reason_words(consent.not_sought_reasons, consent.not_sought_note, guidance)
    return _sentences(_(_AGREEMENT_WORDS[consent.agreement]), consent.agreement_of, reasons)


def reason_words(reasons: tuple[str, ...], note: str, guidance: Guidance) -> str:
    """Return the chosen reasons and what was added to them, as one line."""
    chosen = [find(guidance.reasons_not_told, name) for name in reasons]
    return _sentences(*(reason.text for reason in chosen if reason), note)


def _subject_lines(subject: SubjectBasis, guidance: Guidance) -> list[str]:
    lines = []
    if article := find(guidance.bases, subject.article_6):
        lines.append(f"{article.article} {article.title}")
    for name in subject.foundations:
        if foundation := find(guidance.foundations, name):
            lines.append(foundation.title)
    if special := find(guidance.special_conditions, subject.article_9):
        lines.append(_joined(special.article, special.schedule, special.title))
    if reason := find(guidance.para_18_reasons, subject.without_consent_because):
        lines.append(reason.text)
    if offence := find(guidance.offence_conditions, subject.article_10):
        lines.append(_joined(offence.schedule, offence.title))
    return lines


def _joined(*parts: str) -> str:
    return ": ".join(part for part in (parts[0], "; ".join(filter(None, parts[1:]))) if part)


def _sentences(*parts: str) -> str:
    ended = [part if part.endswith((".", "!", "?", "”")) else f"{part}." for part in parts if part]
    return " ".join(ended)
