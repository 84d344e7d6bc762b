"""A clock that was set back, or that jumped far ahead: noticed, said, and never in the way.

Entries keep the time of this PC; that its clock was doubted stands in the history beside them.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sgdesk.text import _, read_moment

if TYPE_CHECKING:
    from sgdesk.clock import Clock
    from sgdesk.store.audit import AuditEvent
    from sgdesk.store.unit import Unit

CONFIRMED = "clock.confirmed"
NOTICED = "clock.noticed"
BEHIND, AHEAD = "behind", "ahead"
_OPENINGS = ("store.unlocked", "store.recovered")
_TOLERATED = timedelta(minutes=2)
# Some disks keep London's clock time, and are an hour wrong after the clocks change.
_TOLERATED_OF_FILES = timedelta(hours=2)
_LONG = timedelta(days=31)
_LOOKED_AT = 200


def folder_doubt(folder: Path, clock: "Clock") -> str:
    """Return what is doubtful about the clock while nobody can read the records, or nothing.

    The store's files carry the time at which this PC wrote them last.
    """
    written = [
        datetime.fromtimestamp(file.stat().st_mtime, tz=clock.now().tzinfo)
        for pattern in ("store-*.db*", "slots-*.json")
        for file in folder.glob(pattern)
    ]
    now, newest = clock.now(), max(written, default=clock.now())
    return "" if now < newest <= now + _TOLERATED_OF_FILES else _words(now, newest)


class ClockWatch:
    """Compares the clock with the newest time in the history, from the last confirmed on."""

    def __init__(self) -> None:
        self._newest: datetime | None = None
        self._began = False

    def doubt(self, unit: "Unit", now: datetime) -> str:
        """Return in a sentence what is doubtful about the clock, or nothing; note it once.

        It commits the unit when it notes something.
        """
        confirmed = _seq(unit.history.last(CONFIRMED))
        noticed = unit.history.last(NOTICED)
        if noticed is not None and noticed.seq < confirmed:
            noticed = None
        recent = [one for one in unit.history.newest(_LOOKED_AT) if one.seq >= confirmed]
        times = [self._newest, _noted_time(noticed), *(one.at for one in recent)]
        newest = self._newest = max((at for at in times if at is not None), default=now)
        if now < newest - _TOLERATED:
            self._note(unit, noticed, BEHIND, newest)
            return _words(now, newest)
        return self._ahead(unit, noticed, now, recent)

    def confirm(self, unit: "Unit") -> None:
        """Note that somebody looked and the clock is right; earlier times count no longer."""
        self._newest = None
        unit.audit(CONFIRMED)
        unit.commit()

    def _ahead(
        self,
        unit: "Unit",
        noticed: "AuditEvent | None",
        now: datetime,
        recent: Iterable["AuditEvent"],
    ) -> str:
        if not self._began:
            self._began = True
            opened = max(_seq(unit.history.last(action)) for action in _OPENINGS)
            before = max((one.at for one in recent if one.seq < opened), default=now)
            if now - before > _LONG:
                self._note(unit, noticed, AHEAD, before)
                return _words(now, before)
        if noticed is not None and noticed.detail.get("kind") == AHEAD:
            before = _noted_time(noticed) or now
            return _words(now, before)
        return ""

    def _note(
        self, unit: "Unit", noticed: "AuditEvent | None", kind: str, newest: datetime
    ) -> None:
        if noticed is None or noticed.detail.get("kind") != kind:
            unit.audit(NOTICED, "", {"kind": kind, "newest": newest.isoformat()})
            unit.commit()


def _words(now: datetime, newest: datetime) -> str:
    when = {"now": read_moment(now), "newest": read_moment(newest)}
    if now < newest - _TOLERATED:
        return _(
            "This PC’s clock stands at {now}, but the records were last written at {newest}. "
            "Deadlines are counted by this clock: set it right. In an emergency go on; what you "
            "enter carries the time of this PC, and the log says that it was doubted."
        ).format(**when)
    if now - newest > _LONG:
        return _(
            "This PC’s clock stands at {now}; the records were last written at {newest}. If "
            "nobody was away that long, the clock has jumped ahead: set it right, or deadlines "
            "look overdue that are not."
        ).format(**when)
    return ""


def _noted_time(noticed: "AuditEvent | None") -> datetime | None:
    text = "" if noticed is None else noticed.detail.get("newest")
    return datetime.fromisoformat(text) if isinstance(text, str) and text else None


def _seq(event: "AuditEvent | None") -> int:
    return 0 if event is None else event.seq
