"""One cell of a directory's row as the value of its field, or why it is none."""

import re
from collections.abc import Mapping
from datetime import date

from sgdesk.domain.agency import CHECK_METHOD_WORDS, ROUTE_WORDS, RouteKind
from sgdesk.domain.answers import NATION_WORDS
from sgdesk.domain.importing.dates import read_moment
from sgdesk.text import _

_NUMBERS = ("written_hours", "acknowledge_days", "chase_days")
_PHONES = ("phone", "phone_out_of_hours")
_LOST_ZERO = re.compile(r"[1-9]\d{8,9}")
_ROUTE_NAMES = {
    "email": RouteKind.SECURE_EMAIL,
    "phone": RouteKind.TELEPHONE,
    "web form": RouteKind.PORTAL,
    "online": RouteKind.PORTAL,
    "hand": RouteKind.HAND,
    **{plain_words.casefold(): kind for kind, plain_words in ROUTE_WORDS.items()},
    **{kind.value: kind for kind in RouteKind},
}

_NONE: Mapping[str, object] = {}


class CellError(Exception):
    """A cell that cannot be read; its text says what to do."""


def value_of(
    field: str, cell: str, kinds: Mapping[str, str], today: date, titles: Mapping[str, str]
) -> object:
    """Return the value of a cell. Raises CellError with what must be put right."""
    if field == "kind":
        own = {title: kind for kind, title in kinds.items()}
        return _named(cell, own, _("kind of team"), titles)
    if field == "nation":
        return _named(cell, {words: one for one, words in NATION_WORDS.items()}, _("nation"))
    if field == "checked_method":
        methods = {words: one for one, words in CHECK_METHOD_WORDS.items()}
        return _named(cell, methods, _("way of checking"))
    if field == "preferred":
        return _route(cell)
    if field == "channels":
        told = [_route(part) for part in re.split(r"[;,\n]", cell) if part.strip()]
        return tuple(kind for kind in RouteKind if kind in told)
    if field in _NUMBERS:
        return _number(cell)
    if field == "checked_on":
        return _day(cell, today)
    if field in _PHONES and _LOST_ZERO.fullmatch(cell):
        raise CellError(
            _("“{cell}” has lost its first 0 in a spreadsheet. Write the number with a space.")
            .format(cell=cell)
        )  # fmt: skip
    return cell


def _named(
    cell: str, names: Mapping[str, object], what: str, also: Mapping[str, object] = _NONE
) -> object:
    told = " ".join(cell.casefold().replace("'", "’").split())
    for name, value in (*names.items(), *also.items()):
        if told in (name.casefold().replace("'", "’"), str(value)):
            return value
    raise CellError(
        _("“{cell}” is no {what} that is known here. Known are: {names}.").format(
            cell=_short(cell), what=what, names="; ".join(names)
        )
    )


def _route(cell: str) -> RouteKind:
    kind = _ROUTE_NAMES.get(" ".join(cell.casefold().split()))
    if kind is None:
        raise CellError(
            _("“{cell}” is no way that is used here. Known are: {names}.").format(
                cell=_short(cell), names="; ".join(ROUTE_WORDS.values())
            )
        )
    return kind


def _number(cell: str) -> int:
    found = re.fullmatch(r"(\d{1,4})\s*(?:hours?|h|(?:working\s+)?days?)?", cell.casefold())
    if found is None:
        raise CellError(_("“{cell}” is not a whole number.").format(cell=_short(cell)))
    return int(found[1])


def _day(cell: str, today: date) -> date:
    found = read_moment(cell, today)
    if found.day is None:
        raise CellError(found.wrong)
    return found.day


def _short(cell: str) -> str:
    return cell if len(cell) <= 60 else f"{cell[:60]}…"
