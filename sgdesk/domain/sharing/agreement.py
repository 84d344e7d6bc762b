"""Whether somebody really agreed: freely, and able to decide (LAW 2.1, 11)."""

from sgdesk.domain.answers import YesNo
from sgdesk.domain.sharing.decision import Agreement, Consent


def is_agreed(consent: Consent) -> bool:
    """Return whether there is an agreement to lean on; one given under pressure is none."""
    is_given = consent.agreement is Agreement.GIVEN
    return is_given and consent.agreement_freely is not YesNo.NO and not cannot_decide(consent)


def cannot_decide(consent: Consent) -> bool:
    """Return whether it was found that the person cannot decide this now."""
    return consent.can_decide is YesNo.NO


def tell_later(consent: Consent) -> bool:
    """Return whether the family still has to be told, or it is not known that they were."""
    return consent.family_told in (YesNo.NO, YesNo.NOT_KNOWN)
