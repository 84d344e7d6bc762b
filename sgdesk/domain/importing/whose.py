"""Whose appointment a row is, by the name in it: the person's own, or somebody's around them."""

import unicodedata
from collections.abc import Callable
from datetime import date

import msgspec

from sgdesk.domain.importing.cells import Cells, Layout
from sgdesk.domain.importing.dates import read_moment
from sgdesk.domain.importing.headings import Column
from sgdesk.domain.importing.values import KnownEvents
from sgdesk.domain.importing.vocabulary import plain, shortened
from sgdesk.domain.people import age_on
from sgdesk.text import _

_ADULT_FROM = 18
_TITLES = frozenset("miss mr mrs ms mx master dr".split())


class Whose(msgspec.Struct, frozen=True):
    """The name of somebody else, or "" for the person's own; what to know of that, and why it is
    nobody's."""

    name: str = ""
    note: str = ""
    wrong: str = ""


def whose_row(cells: Cells, known: KnownEvents, names_stand_there: bool) -> Whose:
    """Return whose a row is by its name, its date of birth and its number."""
    cell = cells.name()
    found = whose(cell, known) if names_stand_there else Whose(note=_beside(cells))
    if names_stand_there and not cell:
        found = Whose(note=_("The row names nobody: taken as the person of this record."))
    if found.name or found.wrong:
        return found
    other = _born_otherwise(cells.one(Column.BORN), known) or _numbered_otherwise(cells, known)
    return Whose(wrong=other) if other else found


def _beside(cells: Cells) -> str:
    """Return who stands in a column that names others and is not read."""
    for heading, cell in cells.beside():
        return _("“{heading}: {cell}” is not read: taken as an appointment of the person of this"
                 " record.").format(heading=heading, cell=shortened(cell))  # fmt: skip
    return ""


def several_people(layout: Layout, known: KnownEvents) -> str:
    """Return why rows cannot be told apart that are of several people and name none of them."""
    if layout.has_names:
        return ""
    if above := _named_above(layout, known):
        return _("The lines above the headings name “{name}”, and no column says whose rows these"
                 " are. Add a column “Name”, or take only the rows of the person of this record.")\
            .format(name=above)  # fmt: skip
    several = _several(layout, Column.BORN, lambda cell: str(read_moment(cell, known.today).day))
    if (several and known.born is None) or (
        _several(layout, Column.NUMBER, lambda cell: plain(cell).replace(" ", ""))
        and not (known.number and _is_nhs(layout.heading(layout.places[Column.NUMBER][0])))
    ):
        return _("These rows are of more than one person, and no column names them. Take those"
                 " of one person alone, or add a column “Name”.")  # fmt: skip
    return ""


def _named_above(layout: Layout, known: KnownEvents) -> str:
    told = [name_words(cell) for row in layout.above for cell in row.cells]
    named = [
        name
        for name in (*known.names, *known.others)
        if len(name_words(name)) > 1 and any(name_words(name) <= words for words in told)
    ]
    return "" if set(named) & set(known.names) else next(iter(named), "")


def _several(layout: Layout, column: Column, told: Callable[[str], str]) -> bool:
    if column not in layout.places:
        return False
    return len({told(cell) for row in layout.rows for cell in Cells(row, layout).all(column)}) > 1


def whose(cell: str, known: KnownEvents) -> Whose:
    """Return whose a name is. Names fit in any order, with or without a title and accents, and by
    a part that fits one person alone; a family name alone is nobody's."""
    if not cell:
        return Whose()
    told, cell = name_words(cell), shortened(cell)
    everybody = (*known.names, *known.others)
    exact = [name for name in everybody if name_words(name) == told]
    fitting = exact or [name for name in everybody if told and told <= name_words(name)]
    if not fitting:
        return Whose(wrong=_("“{cell}” is not the person of this record, nor anybody on the page"
                             " Family and contacts.").format(cell=cell))  # fmt: skip
    own = [name for name in fitting if name in known.names]
    one = "" if len(own) == len(fitting) else fitting[0]
    if (own and one) or len(set(fitting)) > max(len(own), 1):
        return Whose(wrong=_("“{cell}” could be more than one person. Write the name in full.")
                     .format(cell=cell))  # fmt: skip
    if exact:
        return Whose(one)
    if told == _family_name(fitting[0]):
        return Whose(wrong=_("“{cell}” is a family name alone. Write the name in full.")
                     .format(cell=cell))  # fmt: skip
    return Whose(one, note=_("“{cell}” is taken as {name}.").format(cell=cell, name=fitting[0]))


def name_words(name: str) -> frozenset[str]:
    """Return the words of a name for comparison, without titles, numbers, accents and order."""
    if not name.isascii():
        apart = unicodedata.normalize("NFKD", name)
        name = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return frozenset(word for word in plain(name).split() if not word.isdecimal()) - _TITLES


def is_brought(name: str, day: date | None, known: KnownEvents) -> bool:
    """Return whether somebody else, or with "" the person, was a child whom others bring."""
    if not name and day is not None and known.born is not None:
        return age_on(known.born, day) < _ADULT_FROM
    return name not in known.adults


def _family_name(name: str) -> frozenset[str]:
    words = name.split()
    return name_words(words[-1]) if len(words) > 1 else frozenset()


def _born_otherwise(cell: str, known: KnownEvents) -> str:
    born = read_moment(cell, known.today).day if cell and known.born else None
    if born is None or born == known.born:
        return ""
    return _("The date of birth “{cell}” is not that of the person of this record.").format(
        cell=shortened(cell)
    )


def _numbered_otherwise(cells: Cells, known: KnownEvents) -> str:
    own = _digits(known.number)
    for heading, cell in cells.named(Column.NUMBER):
        if _is_nhs(heading) and own and len(_digits(cell)) == len(own) and _digits(cell) != own:
            return _("The number “{cell}” is not that of the person of this record.").format(
                cell=shortened(cell)
            )
    return ""


def _is_nhs(heading: str) -> bool:
    # Practices number their patients too. Without headings only these numbers are known.
    return not heading or "nhs" in heading.lower()


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal())
