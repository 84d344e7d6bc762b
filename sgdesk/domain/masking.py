"""Names in sentences, shown as initials until the lead wants to see them."""

import re
from collections.abc import Callable, Iterable

from sgdesk.domain.concern import Concern
from sgdesk.text import initials

Shown = Callable[[str], str]
_SHORTEST = 2
_AROUND = ".,;:()“”‘’\"'"
_PARTICLES = frozenset("al bin da de del den der di dos du el ibn la le van von y".split())


def as_written(text: str) -> str:
    """Return the text as it is: what is shown where whole names are wanted."""
    return text


def shown_words(concern: Concern, *, whole: bool, former: Iterable[str] = ()) -> Shown:
    """Return what shows a text about a concern: as it is, or with the person's and the family's
    names as initials, `former` ones too. Professionals stay named."""
    if whole:
        return as_written
    person, contact = concern.person, concern.contact
    family = [one.name for one in concern.everybody if not one.professional]
    return hiding([person.name, person.known_as, contact.name, *family, *former])


def hiding(names: Iterable[str]) -> Shown:
    """Return what puts initials in place of these names and of each word in them."""
    instead: dict[str, str] = {}
    for name in names:
        parts = [part.strip(_AROUND) for part in name.split()]
        if all(_is_name(part) for part in parts):
            for part in (" ".join(parts), *parts):
                if len(part) >= _SHORTEST and part not in _PARTICLES:
                    instead.setdefault(part, initials(part))
    longest_first = sorted(instead, key=len, reverse=True)
    if not longest_first:
        return as_written
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)")
    return lambda text: pattern.sub(lambda found: instead[found[1]] or "–", text)


def _is_name(part: str) -> bool:
    # "Her daughter" stands where a name would; hiding "her" everywhere would help nobody.
    return part in _PARTICLES or part[:1].upper() == part[:1]
