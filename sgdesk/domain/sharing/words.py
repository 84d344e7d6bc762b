"""A decision put into words: lawful basis, conditions and the clinical-record entry."""

from collections.abc import Sequence
from datetime import datetime

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.facts.words import label, sentence
from sgdesk.domain.guidance import Guidance, find
from sgdesk.domain.pack import BasisWords
from sgdesk.domain.police_points import PoliceNumber, number_words
from sgdesk.domain.sharing.decision import Basis, Conditions, Decision, Sharing, SubjectBasis
from sgdesk.domain.sharing.reasons import Necessity
from sgdesk.text import _, read_moment


def basis_words(basis: Basis, guidance: Guidance) -> tuple[BasisWords, ...]:
    """Return the lawful basis of each subject about whom something goes, written out."""
    return tuple(
        BasisWords(subject.subject, tuple(_subject_lines(subject, guidance)))
        for subject in basis.subjects
        if not subject.nothing_goes
    )


def gateway_words(basis: Basis, guidance: Guidance) -> str:
    """Return the way through the duty of confidence, with what was weighed."""
    gateway = find(guidance.gateways, basis.gateway)
    if gateway is None:
        return ""
    if not basis.gateway_factors:
        return gateway.title
    if gateway.is_personal:
        return _("{way}. For the others: {weighed}").format(
            way=gateway.title, weighed=basis.gateway_factors
        )
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


def clinical_entry(
    concern: Concern,
    sharing: Sharing | None,
    made_at: datetime,
    police: Sequence[PoliceNumber] = (),
) -> str:
    """Return the short entry for the clinical record: what was seen, what was done, the numbers
    that the police gave, and where the rest is. It names no third party."""
    seen = [
        f"{label(fact)}: {sentence(fact)}"
        for fact in concern.facts
        if isinstance(fact, Injury) and not fact.also_about
    ]
    lines = [_("Safeguarding. Log reference {reference}.").format(reference=concern.reference)]
    if seen:
        lines.append(_("Seen: {marks}").format(marks=" ".join(seen)))
    lines.append(_done(sharing, made_at))
    lines += [_police(one) for one in police]
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


def _police(number: PoliceNumber) -> str:
    force = number.force or _("police force not noted")
    return _("Police: {number} ({force}).").format(number=number_words(number), force=force)


def _subject_lines(subject: SubjectBasis, guidance: Guidance) -> list[str]:
    lines = []
    if article := find(guidance.bases, subject.article_6):
        lines.append(f"{article.article} {article.title}")
    for name in subject.foundations:
        if foundation := find(guidance.foundations, name):
            lines.append(foundation.title)
    if subject.foundation_typed.strip():
        lines.append(_joined(subject.foundation_typed.strip(), subject.foundation_source.strip()))
    if special := find(guidance.special_conditions, subject.article_9):
        lines.append(_joined(special.article, special.schedule, special.title))
    if reason := find(guidance.para_18_reasons, subject.without_consent_because):
        lines.append(reason.text)
    if offence := find(guidance.offence_conditions, subject.article_10):
        lines.append(_joined(offence.schedule, offence.title))
    if way := find(guidance.gateways, subject.confidence):
        lines.append(_("Confidentiality: {way}").format(way=way.title))
    return lines


def _joined(*parts: str) -> str:
    return ": ".join(part for part in (parts[0], "; ".join(filter(None, parts[1:]))) if part)
