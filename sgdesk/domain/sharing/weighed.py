"""What was weighed under confidentiality, offered again where both risks are weighed (LAW 5)."""

from msgspec.structs import replace

from sgdesk.domain.answers import YesNo
from sgdesk.domain.sharing.decision import Basis
from sgdesk.domain.sharing.reasons import Necessity

_RISKS_OF_SHARING = ("harm-to-patient", "harm-to-trust")
_WITHHELD = "harm-if-withheld"
_LESS = "less-intrusive"


def weighed_again(necessity: Necessity, basis: Basis) -> Necessity:
    """Return the weighing with whatever is still empty filled from the lawful basis."""
    factors = basis.factors
    sharing = " ".join(filter(None, (factors.get(one, "").strip() for one in _RISKS_OF_SHARING)))
    withheld = factors.get(_WITHHELD, "").strip() or basis.gateway_factors.strip()
    filled = replace(
        necessity,
        risk_of_sharing=_first(necessity.risk_of_sharing, sharing),
        risk_of_not_sharing=_first(necessity.risk_of_not_sharing, withheld),
    )
    if necessity.without_naming is YesNo.NO and not necessity.naming_needed_because.strip():
        return replace(filled, naming_needed_because=factors.get(_LESS, "").strip())
    return filled


def _first(written: str, offered: str) -> str:
    return written if written.strip() else offered
