"""The age of a mark in a few words, such as a kind or a colour: it cannot be told by looking."""

from sgdesk.domain.wording.kinds import Flag
from sgdesk.domain.wording.reading import Reader
from sgdesk.domain.wording.rules import Wording

SHORT_ANSWERS = ("mark", "colour", "shape", "pattern", "orientation")
_AGE = 2


def age_flag(text: str, rules: Wording) -> Flag | None:
    """Return what marks an age in a short answer about a mark, or None. Where the answer alone
    does not say so, it is read before the mark it is about: "older", of a bruise."""
    words = text.strip().strip("()")
    if not words:
        return None
    flags = [one for said in (text, f"{words} bruise") for one in Reader(rules).read(said)]
    return next((one for one in flags if one.type == _AGE), None)
