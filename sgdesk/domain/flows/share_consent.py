"""What must be answered about telling and agreeing; consent itself is never a gate (LAW 2.1)."""

from datetime import date

from sgdesk.domain.answers import YesNo
from sgdesk.domain.flows.engine import Problem, found
from sgdesk.domain.flows.share_checks import chosen, lengths, written
from sgdesk.domain.identity import date_problem, past_problem, time_problem
from sgdesk.domain.sharing.decision import Agreement, Consent, SharingDraft
from sgdesk.text import _


def consent_problems(draft: SharingDraft, today: date) -> list[Problem]:
    """Return what is missing about who knows and who agrees."""
    consent = draft.consent
    checks: list[tuple[str, str | None]] = [
        ("family_told", chosen(consent.family_told, _("Say whether the family was told."))),
        ("agreement", chosen(consent.agreement, _("Say whether agreement was sought."))),
        ("told_on", date_problem(consent.told_on, consent.told_on_typed)),
        ("told_on", past_problem(consent.told_on, today)),
        ("told_at", time_problem(consent.told_at, consent.told_at_typed)),
        ("tell_later_on", date_problem(consent.tell_later_on, consent.tell_later_on_typed)),
    ]
    if consent.family_told is YesNo.YES:
        checks.append(("told_who", written(consent.told_who, _("Say who was told."))))
    if consent.family_told is YesNo.NO:
        reason = "".join(consent.not_told_reasons) + consent.not_told_note
        checks.append(("not_told_reasons", written(reason, _("Say why the family was not told."))))
    if consent.agreement in (Agreement.GIVEN, Agreement.REFUSED):
        of_whom = written(consent.agreement_of, _("Say whose agreement was sought."))
        checks.append(("agreement_of", of_whom))
    if consent.agreement is Agreement.GIVEN and consent.agreement_freely is YesNo.NO:
        pressed = written(consent.agreement_freely_because, _("Say what the pressure was."))
        checks.append(("agreement_freely_because", pressed))
    if consent.agreement is Agreement.NOT_SOUGHT:
        reason = "".join(consent.not_sought_reasons) + consent.not_sought_note
        checks.append(
            ("not_sought_reasons", written(reason, _("Say why agreement was not sought.")))
        )
    return found("consent", "consent.", [*checks, *_ability(consent), *lengths(consent)])


def _ability(consent: Consent) -> list[tuple[str, str | None]]:
    tell = _("Say how you could tell: what you saw or heard.")
    checks = []
    if consent.is_competent is not None:
        checks.append(("competence", written(consent.competence, tell)))
    if consent.can_decide is YesNo.NO:
        best = _("Say why this is in their best interests.")
        checks.append(("capacity", written(consent.capacity, tell)))
        checks.append(("best_interests", written(consent.best_interests, best)))
    return checks
