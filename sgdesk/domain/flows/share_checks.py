"""Checks that several pages of flow 2 make of what was answered."""

import msgspec

from sgdesk.domain.bounds import LINE, TEXT, too_long

_SHORT = (
    "organisation",
    "person",
    "role",
    "address_used",
    "checked_how",
    "name",
    "agreed_by",
    "agreed_role",
)


def chosen(value: object, sentence: str) -> str | None:
    """Return the sentence where nothing was chosen."""
    return sentence if value is None else None


def written(text: str, sentence: str) -> str | None:
    """Return the sentence where nothing was written."""
    return None if text.strip() else sentence


def lengths(part: msgspec.Struct) -> list[tuple[str, str | None]]:
    """Return for each text of a part its field, and what is wrong where it is too long."""
    return [
        (field, too_long(value, LINE if field in _SHORT else TEXT))
        for field, value in msgspec.structs.asdict(part).items()
        if isinstance(value, str)
    ]
