"""Whether what goes may be an offence, so that Article 10 is asked about (LAW 4.4, 6)."""

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import FGM_DISCOVERED, Concern, FgmScreen, Harm

_FGM = (*FGM_DISCOVERED, FgmScreen.HEARD_FROM_OTHER)
_HARMS = (Harm.FGM, Harm.SEXUAL)


def may_be_offence(concern: Concern) -> bool:
    """Return whether the record tells of female genital mutilation or of sexual abuse."""
    urgency = concern.urgency
    return (
        urgency.fgm in _FGM
        or urgency.sexual_abuse is YesNo.YES
        or any(harm in _HARMS for harm in urgency.harms)
    )
