"""Whose appointment a row is, by the name in it: the person's own, or somebody's around them."""

from sgdesk.domain.importing.values import KnownEvents
from sgdesk.domain.importing.vocabulary import plain, shortened
from sgdesk.text import _

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


def _words(name: str) -> frozenset[str]:
    return frozenset(plain(name).split()) - _TITLES
