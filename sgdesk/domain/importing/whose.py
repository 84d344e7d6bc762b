"""Whose appointment a row is, by the name in it: the person's own, or somebody's around them."""

from datetime import date

from sgdesk.domain.importing.values import KnownEvents
from sgdesk.domain.importing.vocabulary import plain, shortened
from sgdesk.domain.people import age_on
from sgdesk.text import _

_ADULT_FROM = 18
_TITLES = frozenset("miss mr mrs ms mx master dr".split())


def whose(cell: str, known: KnownEvents) -> tuple[str, str]:
    """Return the name of somebody else, or "" for the person's own; and why it is nobody's.

    Names fit in any order, with or without a title, and by a part that fits one person alone.
    """
    told, cell = _words(cell), shortened(cell)
    if not told:
        return "", ""
    exact = [name for name in (*known.names, *known.others) if _words(name) == told]
    partly = [name for name in (*known.names, *known.others) if told <= _words(name)]
    fitting = exact or partly
    if any(name in known.names for name in fitting) and all(
        name in known.names for name in fitting
    ):
        return "", ""
    if len(set(fitting)) == 1:
        return fitting[0], ""
    if fitting:
        return "", _("“{cell}” could be more than one person. Write the name in full.").format(
            cell=cell
        )
    return "", _("“{cell}” is not the person of this record, nor anybody on the page Family and"
                 " contacts.").format(cell=cell)  # fmt: skip


def is_brought(name: str, day: date | None, known: KnownEvents) -> bool:
    """Return whether somebody else, or with "" the person, was a child whom others bring."""
    if not name and day is not None and known.born is not None:
        return age_on(known.born, day) < _ADULT_FROM
    return name not in known.adults


def _words(name: str) -> frozenset[str]:
    return frozenset(plain(name).split()) - _TITLES
