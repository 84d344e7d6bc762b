"""The directory as a file that a spreadsheet opens, and that comes back as it was."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from io import StringIO

from sgdesk.domain.agency import CHECK_METHOD_WORDS, ROUTE_WORDS, Agency, CheckMethod, RouteKind
from sgdesk.domain.answers import NATION_WORDS, Nation
from sgdesk.domain.directory.columns import HEADINGS
from sgdesk.text import read_short_date

# A spreadsheet would run a cell that begins with one of these; an apostrophe before it keeps it
# text, and so an apostrophe of its own before such a sign needs another.
FORMULA_SIGNS = ("=", "+", "-", "@")
_KEPT_AS_TEXT = (*FORMULA_SIGNS, "'", "\t")


def written(agencies: Iterable[Agency], kinds: Mapping[str, str]) -> bytes:
    """Return the rows as UTF-8 with a mark that Excel knows. `kinds` are titles by kind."""
    out = StringIO()
    rows = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow(HEADINGS.values())
    for agency in agencies:
        rows.writerow(guarded(cell_of(agency, field, kinds)) for field in HEADINGS)
    return out.getvalue().encode("utf-8-sig")


def cell_of(agency: Agency, field: str, kinds: Mapping[str, str]) -> str:
    """Return what one field of an agency reads in a file."""
    value = getattr(agency, field)
    if field == "kind":
        return kinds.get(str(value), str(value))
    match value:
        case None:
            return ""
        case Nation():
            return NATION_WORDS[value]
        case RouteKind():
            return ROUTE_WORDS[value]
        case CheckMethod():
            return CHECK_METHOD_WORDS[value]
        case date():
            return read_short_date(value)
        case tuple():
            return "; ".join(ROUTE_WORDS[route] for route in value)
        case _:
            return str(value)


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_KEPT_AS_TEXT) else cell


def unguarded(cell: str) -> str:
    """Return what a guarded cell held; any other cell is as it is."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_KEPT_AS_TEXT) else cell
