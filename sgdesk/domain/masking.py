"""Names in sentences, shown as initials until the lead wants to see them."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from sgdesk.domain.concern import Concern
from sgdesk.domain.facts.options import RELATIONSHIPS
from sgdesk.text import initials

Shown = Callable[[str], str]
_SHORTEST = 2
_AROUND = ".,;:()“”‘’\"'"
_APART = re.compile(r"[(),;/]")
_RELATIONSHIPS = frozenset(map(str.casefold, RELATIONSHIPS))
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
    for name in chain.from_iterable(map(_names_in, names)):
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


def _names_in(name: str) -> Iterator[str]:
    """Give a name, and apart from it what is said in brackets or behind a comma, which may be
    another: "Karl Thornton (stepfather)", "Her partner (Karl)"."""
    first, *rest = (piece.strip() for piece in _APART.split(name))
    yield first
    yield from (piece for piece in rest if piece.casefold() not in _RELATIONSHIPS)


def _is_name(part: str) -> bool:
    # "Her daughter" stands where a name would; hiding "her" everywhere would help nobody.
    return part in _PARTICLES or part[:1].upper() == part[:1]
