"""What no longer applies of telling and agreeing, once other answers were given."""

from msgspec.structs import replace

from sgdesk.domain.answers import YesNo
from sgdesk.domain.people import PersonKind
from sgdesk.domain.sharing.agreement import cannot_decide
from sgdesk.domain.sharing.decision import Agreement, Consent


def settled_consent(consent: Consent, about: PersonKind) -> Consent:
    """Return the answers about telling and agreeing that still apply to such a person."""
    return _ability(_agreement(_telling(consent)), about)


def _telling(consent: Consent) -> Consent:
    if consent.family_told is YesNo.YES:
        return replace(
            consent, not_told_reasons=(), not_told_note="", tell_later_by="", tell_later_on=None,
            tell_later_on_typed="",
        )  # fmt: skip
    return replace(
        consent, told_who="", told_what="", told_on=None, told_on_typed="",
        told_at=None, told_at_typed="",
    )  # fmt: skip


def _agreement(consent: Consent) -> Consent:
    if consent.agreement is not Agreement.GIVEN:
        consent = replace(consent, agreement_freely=None)
    if consent.agreement_freely is not YesNo.NO:
        consent = replace(consent, agreement_freely_because="")
    if consent.agreement is Agreement.NOT_SOUGHT:
        return replace(consent, agreement_of="", agreement_for="")
    return replace(consent, not_sought_reasons=(), not_sought_note="")


def _ability(consent: Consent, about: PersonKind) -> Consent:
    if about is PersonKind.CHILD:
        consent = replace(consent, can_decide=None, support="", also_asked="")
    else:
        consent = replace(consent, is_competent=None)
    if consent.own_view.strip() or about is not PersonKind.CHILD:
        consent = replace(consent, view_not_asked_because="")
    return consent if cannot_decide(consent) else replace(consent, best_interests="")
