"""A protected address never goes, in whichever words it stands."""

from sgdesk.domain.people import Person

_SHORTEST = 5


def holds_address(text: str, person: Person) -> bool:
    """Return whether a text gives away the protected address: its postcode, or its first line."""
    if not person.address_protected:
        return False
    postcode, line = _bare(person.postcode), _bare(person.address.replace("\n", ",").split(",")[0])
    searched = _bare(text)
    return any(len(part) >= _SHORTEST and part in searched for part in (postcode, line))


def _bare(text: str) -> str:
    return "".join(text.split()).casefold()
