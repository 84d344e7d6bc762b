"""The whole reasoning behind a basis, for the internal record; none of it leaves the practice."""

from sgdesk.domain.answers import YES_NO_WORDS, YesNo
from sgdesk.domain.cited import Stated
from sgdesk.domain.guidance import Guidance, find
from sgdesk.domain.pack import BasisWords
from sgdesk.domain.sharing.decision import Basis, SubjectBasis
from sgdesk.domain.sharing.words import basis_words
from sgdesk.text import _


def basis_record(basis: Basis, guidance: Guidance) -> tuple[BasisWords, ...]:
    """Return each subject's basis, and beneath what else was weighed, considered and left open."""
    silent = tuple(
        BasisWords(one.subject, (_("Nothing about them is shared."),))
        for one in basis.subjects
        if one.nothing_goes
    )
    rest = [*_policy(basis), *_emergency(basis), *_limbs(basis, guidance)]
    rest += [*_factors(basis, guidance), *_balances(basis), *_unsure(basis, guidance)]
    beneath = (BasisWords("", tuple(rest)),) if rest else ()
    return (*basis_words(basis, guidance), *silent, *beneath)


def duty_words(basis: Basis) -> list[tuple[str, str]]:
    """Return how the nation's duty to share or report was considered, as (label, words)."""
    if basis.duty_to_share is None:
        return []
    harms = _(YES_NO_WORDS[basis.duty_detriment]) if basis.duty_detriment else ""
    return [
        (_("Duty to share considered"), _(YES_NO_WORDS[basis.duty_to_share])),
        (_("Because"), basis.duty_because),
        (_("For this work of the recipient"), basis.duty_function),
        (_("How far"), basis.duty_extent),
        (_("More harm than good by sharing"), harms),
        (_("Why it would harm more"), basis.duty_detriment_because),
    ]


def _policy(basis: Basis) -> list[str]:
    if not basis.policy:
        return []
    return [_("Appropriate policy document: {policy}.").format(policy=basis.policy)]


def _emergency(basis: Basis) -> list[str]:
    if not basis.emergency:
        return []
    return [
        _("Decided in an emergency, to be completed afterwards: {why}").format(
            why=basis.emergency_because
        )
    ]


def _limbs(basis: Basis, guidance: Guidance) -> list[str]:
    return [one.text for one in guidance.at_risk_limbs if one.id in basis.at_risk]


def _factors(basis: Basis, guidance: Guidance) -> list[str]:
    lines = []
    for one in guidance.gateway_factors:
        weighed = basis.factors.get(one.id, "").strip()
        if one.id in basis.no_weight and not weighed:
            weighed = _("of no weight here.")
        if weighed:
            lines.append(_("{factor}: {words}").format(factor=one.prompt, words=weighed))
    return lines


def _balances(basis: Basis) -> list[str]:
    balanced = [one for one in basis.subjects if one.balancing.strip()]
    text = _("Balance for {who}: {words}")
    return [text.format(who=one.subject, words=one.balancing) for one in balanced]


def _unsure(basis: Basis, guidance: Guidance) -> list[str]:
    titles = dict.fromkeys(
        title for one in basis.subjects for title in _unsure_titles(one, guidance)
    )
    gateway = find(guidance.gateways, basis.gateway)
    if gateway is not None and gateway.check_locally:
        titles[gateway.title] = None
    if not titles:
        return []
    return [_("Check locally: {what}.").format(what="; ".join(titles))]


def _unsure_titles(subject: SubjectBasis, guidance: Guidance) -> list[str]:
    chosen: list[tuple[Stated | None, str]] = []
    if basis := find(guidance.bases, subject.article_6):
        chosen.append((basis, basis.title))
    for name in subject.foundations:
        if law := find(guidance.foundations, name):
            chosen.append((law, law.title))
    if special := find(guidance.special_conditions, subject.article_9):
        chosen.append((special, special.title))
    if subject.offence_alleged is YesNo.YES and (
        offence := find(guidance.offence_conditions, subject.article_10)
    ):
        chosen.append((offence, offence.title))
    if way := find(guidance.gateways, subject.confidence):
        chosen.append((way, way.title))
    return [title for stated, title in chosen if stated is not None and stated.check_locally]
