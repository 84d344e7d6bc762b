"""What is probably wrong with a telephone number or a postcode: said, and never in the way."""

from collections.abc import Callable

from sgdesk.domain.identity import phone_doubt, postcode_doubt

Doubt = Callable[[str], str]
_DOUBTS: dict[str, Doubt] = {
    "phone": phone_doubt,
    "phone_out_of_hours": phone_doubt,
    "postcode": postcode_doubt,
}


def doubt_for(field: str) -> Doubt | None:
    """Return how to look at what is typed into a field of that name, or None."""
    return _DOUBTS.get(field)
