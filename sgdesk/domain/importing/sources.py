"""Where rows come from, in the words that stand with each entry."""

from datetime import date

import msgspec

from sgdesk.domain.facts.kinds import EventKind
from sgdesk.domain.importing.values import TakenAs
from sgdesk.text import _, read_short_date

_NAMED = 60


class RowsTold(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of rows beside the rows themselves: the book or program they are from, the
    name of their file or "", whether these are the ones that were left to be put right, and what
    rows are that name no kind. For `settled` and `chosen` see KnownEvents."""

    source: str = ""
    file: str = ""
    put_right: bool = False
    unnamed: EventKind | None = None
    settled: tuple[TakenAs, ...] = ()
    chosen: tuple[TakenAs, ...] = ()


def where_from(told: RowsTold, today: date) -> str:
    """Return the words for the source of rows that are read today; no row is in them yet."""
    name, day = file_words(told.file), read_short_date(today)
    if name and told.put_right:
        rows = _("“{name}”, put right on {day}").format(name=name, day=day)
    elif name:
        rows = _("“{name}”, read on {day}").format(name=name, day=day)
    elif told.put_right:
        rows = _("pasted rows, put right on {day}").format(day=day)
    else:
        rows = _("rows pasted on {day}").format(day=day)
    source = told.source.strip()
    return _("{source}, {rows}").format(source=source, rows=rows) if source else rows


def file_words(name: str) -> str:
    """Return the name of a file as a line can hold it: on one line, in signs that can be shown,
    and no longer than a glance."""
    plain = "".join(sign if sign.isprintable() else " " for sign in name)
    plain = " ".join(plain.split())
    return plain if len(plain) <= _NAMED else f"{plain[:_NAMED]}…"
