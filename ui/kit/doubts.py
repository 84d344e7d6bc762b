"""What is probably wrong with a telephone number or a postcode: said, and never in the way. A
postcode in small letters is not wrong; it is written as it is read."""

from collections.abc import Callable

from sgdesk.domain.identity import phone_doubt, postcode_doubt, tidy_postcode

Doubt = Callable[[str], str]
_DOUBTS: dict[str, Doubt] = {
    "phone": phone_doubt,
    "phone_out_of_hours": phone_doubt,
    "postcode": postcode_doubt,
}


_TIDY: dict[str, Callable[[str], str]] = {"postcode": tidy_postcode}


def tidy_for(field: str) -> Callable[[str], str] | None:
    """Return how what was typed into a field of that name is written, or None: as it is."""
    return _TIDY.get(field)


def doubt_for(field: str) -> Doubt | None:
    """Return how to look at what is typed into a field of that name, or None."""
    return _DOUBTS.get(field)
