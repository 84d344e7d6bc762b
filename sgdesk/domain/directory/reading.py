"""Rows read as entries of the directory: each with what it makes, or why it makes nothing."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.agency_rules import agency_problems
from sgdesk.domain.directory.cells import CellError, value_of
from sgdesk.domain.directory.columns import HEADINGS, columns_of
from sgdesk.domain.directory.repeats import Teams
from sgdesk.domain.directory.values import AgencyRow, DirectoryRead, KnownDirectory
from sgdesk.domain.directory.writing import unguarded
from sgdesk.domain.importing.splitting import Row, rows_of
from sgdesk.ids import AgencyId
from sgdesk.text import _

MOST_ROWS = 2_000
_HEADINGS_WITHIN = 12


def read_directory(text: str, known: KnownDirectory) -> DirectoryRead:
    """Return every row of a text as it reads. Nothing is taken in by reading."""
    rows = rows_of(text)
    if len(rows) > MOST_ROWS:
        return DirectoryRead(
            wrong=_("These are {count:,} rows; up to {most:,} can be read at once.").format(
                count=len(rows), most=MOST_ROWS
            )
        )
    for number, row in enumerate(rows[:_HEADINGS_WITHIN]):
        places = columns_of(row.cells)
        if "name" in places and len(places) > 1:
            return _read(rows[number + 1 :], row.cells, places, known)
    return DirectoryRead(
        wrong=_("No row of headings was found. The first row must name the columns, one of them"
                " “Team” and one of them “Telephone” or “Secure email”.")
    )  # fmt: skip


def _read(
    rows: Sequence[Row], headings: Sequence[str], places: Mapping[str, int], known: KnownDirectory
) -> DirectoryRead:
    return DirectoryRead(
        rows=tuple(_all(rows, headings, places, known)),
        columns=tuple((field, headings[at]) for field, at in places.items()),
        left_out=tuple(
            name for at, name in enumerate(headings) if name and at not in places.values()
        ),
    )


def _all(
    rows: Sequence[Row], headings: Sequence[str], places: Mapping[str, int], known: KnownDirectory
) -> Iterator[AgencyRow]:
    teams = Teams(known.there)
    for row in rows:
        plain = AgencyRow(line=row.line, written=" · ".join(cell for cell in row.cells if cell))
        if row.cells == tuple(headings):
            yield msgspec.structs.replace(plain, repeats=_("The headings once more."))
            continue
        agency, wrong = _agency(row, len(headings), places, known)
        if wrong:
            yield msgspec.structs.replace(plain, refused=wrong)
            continue
        yield teams.placed(plain, agency, tuple(places))


def _agency(
    row: Row, width: int, places: Mapping[str, int], known: KnownDirectory
) -> tuple[Agency, str]:
    """Return the entry of a row, and what is wrong with it."""
    values: dict[str, object] = {"kind": "", "nation": known.nation}
    wrong = [row.wrong] if row.wrong else []
    if any(row.cells[width:]):
        wrong.append(_("This row has more cells than there are headings. Put a text that holds the"
                       " separator into quotation marks."))  # fmt: skip
    for field, at in places.items():
        cell = unguarded(row.cells[at]) if at < len(row.cells) else ""
        if cell:
            try:
                values[field] = value_of(field, cell, known.kinds, known.today, known.titles)
            except CellError as error:
                wrong.append(_told(field, str(error)))
    agency = msgspec.structs.replace(Agency(id=AgencyId("")), **values)
    if not agency.kind and not any(_told("kind", "") in one for one in wrong):
        wrong.append(_told("kind", _("say what kind of team it is.")))
    wrong += [_told(field, text) for field, text in agency_problems(agency, known.today)]
    return agency, " ".join(wrong)


def _told(field: str, text: str) -> str:
    return f"{_(HEADINGS[field])}: {text}"
