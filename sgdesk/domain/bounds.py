"""How much a field takes, and what is said when it is more."""

from sgdesk.text import _

LINE = 200
TEXT = 20_000


def too_long(text: str, most: int) -> str | None:
    """Return what to do when the text is longer than `most` characters, or None."""
    if len(text) <= most:
        return None
    return _(
        "This takes up to {most:,} characters and holds {count:,}. Shorten it, or put the rest"
        " in another entry. Nothing has been cut."
    ).format(most=most, count=len(text))
