"""Backups that were opened before they count, and whether the store and its history are whole."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sgdesk.services.context import Context
from sgdesk.services.views import StoreState
from sgdesk.store.audit import AuditReport, Head
from sgdesk.store.backup import Backup
from sgdesk.store.retention import backups_to_drop
from sgdesk.store.unit import Unit
from sgdesk.text import _, read_moment, read_time, to_london
from sgdesk.vault.keychain import Head as KeptHead
from sgdesk.vault.keychain import Keychain, State, sentence

_STALE_DAYS = 2


class Backups:
    """What a user does to keep the records safe."""

    def __init__(self, context: Context, store_id: str, keychain: Keychain) -> None:
        self._context = context
        self._store_id = store_id
        self._keychain = keychain
        self._report: AuditReport | None = None
        self._warnings: tuple[str, ...] = ()
        self._may_remember = False

    def make(self, place: Path) -> Backup:
        """Write an encrypted backup into a folder; it counts once it was opened and checked.

        Raises SituationError; no earlier backup is touched then.
        """
        made = self._context.store.back_up(self._store_id, place, self._context.clock.now())
        with self._context.unit() as unit:
            unit.audit("backup.made", "", {"size": made.size})
            unit.commit()
        if made.history.is_sound:
            _drop_old(place)
        return made

    def check(self) -> StoreState:
        """Check every page of the store and every entry of its history, and return the result.

        Takes time in proportion to the store; raises SituationError when pages are damaged.
        """
        return self.look_outside()()

    def look_outside(self) -> Callable[[], StoreState]:
        """Check every page of the file, ask the keyring for the newest entry it knows, and return
        what is left to check on the worker.

        On any thread but the worker: a keyring may wait for somebody, and no draft may wait for
        it. Raises SituationError when pages are damaged.
        """
        self._context.store.check_pages()
        kept = self._keychain.recall_head(self._store_id)
        return lambda: self._check_history(kept)

    def _check_history(self, kept: KeptHead | None) -> StoreState:
        known = None if kept is None else Head(kept.seq, kept.hash)
        with self._context.unit() as unit:
            self._report = unit.history.verify(known)
            self._warnings = _warnings(self._report, self._keychain.state())
            self._may_remember = kept is None or _is_in(unit, kept)
            return self.state_in(unit)

    def to_remember(self) -> Callable[[], object]:
        """Return what tells the keyring the newest entry of the history; it needs no store, and
        may wait for somebody. It does nothing until the history was checked against the entry
        that the keyring knows, which a shorter history must not take the place of."""
        with self._context.unit() as unit:
            head = unit.history.head()
        if head is None or not self._may_remember:
            return lambda: None
        return lambda: self._keychain.remember_head(self._store_id, head.seq, head.hash)

    def remember_head(self) -> None:
        """Tell the keyring the newest entry of the history, to notice an older store later."""
        kept = self._keychain.recall_head(self._store_id)
        with self._context.unit() as unit:
            head = unit.history.head()
            cut_back = kept is not None and not _is_in(unit, kept)
        if head is not None and not cut_back:  # or what the keyring knows would be forgotten
            self._keychain.remember_head(self._store_id, head.seq, head.hash)

    def state_in(self, unit: Unit) -> StoreState:
        """Return how the store does, within a unit."""
        last = unit.history.last("backup.made")
        now = self._context.clock.now()
        head = unit.history.head()
        stale = last is None or (now - last.at).days >= _STALE_DAYS
        warnings = list(self._warnings)
        if stale:
            warnings.append(_("Make a backup: in Settings, Backups."))
        return StoreState(
            backup=_backup_words(last.at if last else None, now),
            chain=_chain_words(self._report, head.seq if head else 0),
            warnings=tuple(warnings),
        )


def _is_in(unit: Unit, kept: KeptHead) -> bool:
    found = unit.history.newest(limit=1, before=kept.seq + 1)
    return bool(found) and (found[0].seq, found[0].hash) == (kept.seq, kept.hash)


def _drop_old(place: Path) -> None:
    # A backup that cannot be removed harms nobody; the next one tries again.
    with suppress(OSError):
        for path in backups_to_drop(place):
            path.unlink(missing_ok=True)


def _backup_words(last: datetime | None, now: datetime) -> str:
    if last is None:
        return _("Encrypted. No backup yet.")
    if to_london(last).date() == to_london(now).date():
        time = read_time(to_london(last).time())
        return _("Encrypted. Last backup today {time}, checked.").format(time=time)
    return _("Encrypted. Last backup {when}, checked.").format(when=read_moment(last))


def _chain_words(report: AuditReport | None, entries: int) -> str:
    if report is None:
        return _("Log of {count} entries, being checked.").format(count=entries)
    if report.is_sound:
        return _("Log chain intact, {count} entries.").format(count=report.count)
    return report.problem


def _warnings(report: AuditReport, keychain: State) -> tuple[str, ...]:
    found = [] if report.is_sound else [report.problem]
    if report.set_back:
        found.append(
            _("The clock of this PC was set back. Times after entry {number} may be wrong.").format(
                number=report.set_back[0]
            )
        )
    if keychain is not State.READY:
        found.append(sentence(keychain))
    return tuple(found)
