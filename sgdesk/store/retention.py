"""Which backups to keep: the newest of 7 days, 4 weeks and 12 months."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from sgdesk.store.archive import SUFFIX
from sgdesk.text import to_london

_NAME = re.compile(r"sgdesk-(\d{8}-\d{6})Z" + re.escape(SUFFIX))
_RULES: tuple[tuple[int, Callable[[date], tuple[int, ...]]], ...] = (
    (7, lambda day: (day.toordinal(),)),
    (4, lambda day: day.isocalendar()[:2]),
    (12, lambda day: (day.year, day.month)),
)


def to_keep(moments: Iterable[datetime]) -> set[datetime]:
    """Return the moments whose backups stay: the newest of each of the last 7 days, 4 weeks and
    12 months that have one. Days are London's."""
    newest_first = sorted(moments, reverse=True)
    kept: set[datetime] = set()
    for most, period in _RULES:
        newest: dict[tuple[int, ...], datetime] = {}
        for at in newest_first:
            newest.setdefault(period(to_london(at).date()), at)
        kept.update(list(newest.values())[:most])
    return kept


def backups_in(place: Path) -> dict[datetime, Path]:
    """Return the backups in a folder by the moment in their names. Raises OSError."""
    found = {}
    for path in place.iterdir():
        if match := _NAME.fullmatch(path.name):
            try:
                at = datetime.strptime(match[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
            except ValueError:
                continue
            found[at] = path
    return found


def backups_to_drop(place: Path) -> list[Path]:
    """Return the backups in a folder that the rule no longer keeps. Raises OSError."""
    found = backups_in(place)
    kept = to_keep(found)
    return [path for at, path in sorted(found.items()) if at not in kept]
