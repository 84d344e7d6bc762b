"""Putting a backup in place: opened and checked first, then switched to in one step."""

from pathlib import Path

import msgspec

from sgdesk.clock import Clock
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import UserId
from sgdesk.store.archive import Archive, read_archive
from sgdesk.store.audit import Head
from sgdesk.store.backup import Backup, restore_backup
from sgdesk.store.folder import StoreFolder
from sgdesk.store.one_at_a_time import hold
from sgdesk.store.unit import Store
from sgdesk.text import _
from sgdesk.vault import principals, slots
from sgdesk.vault.keychain import Keychain
from sgdesk.vault.slots import Slots


class BackupUser(msgspec.Struct, frozen=True):
    """Somebody whose passphrase opens a backup, by the name on the lock page."""

    id: UserId
    label: str


class Restoring:
    """One backup file, looked at and ready to be put in place."""

    def __init__(self, file: Path) -> None:
        """Raises SituationError when this is no backup, or a damaged one."""
        self._archive: Archive = read_archive(file)
        self._slots: Slots = slots.decode(self._archive.slots)

    def users(self) -> list[BackupUser]:
        """Return whose passphrases open it, as they were when it was made."""
        return [BackupUser(one.id, one.label) for one in self._slots.users()]

    def restore(
        self, folder: Path, user_id: UserId, passphrase: str, clock: Clock, keychain: Keychain
    ) -> Backup:
        """Put the backup in place and write that into its history, with both heads.

        The records that counted before stay beside it. Raises UserError for a wrong passphrase;
        SituationError when the backup is damaged or another practice's, and nothing changed then.
        """
        key = principals.unlock(self._slots, user_id, passphrase)
        place = StoreFolder(folder)
        self._refuse_another_practice(place)
        if not place.is_store():
            place.make()
        before = _head_here(place, key, clock) or self._head_kept(keychain)
        held = hold(folder, clock)
        try:
            restored = restore_backup(self._archive, key, place)
        finally:
            held.let_go()
        found = restored.history.head
        head = _written_down(place, key, clock, user_id, found, before)
        keychain.remember_head(self._slots.store_id, head.seq, head.hash)
        return restored

    def _head_kept(self, keychain: Keychain) -> str:
        kept = keychain.recall_head(self._slots.store_id)
        return kept.hash if kept else ""

    def _refuse_another_practice(self, place: StoreFolder) -> None:
        if place.is_store() and slots.decode(place.read_slots()).store_id != self._slots.store_id:
            raise SituationError(
                _(
                    "The records in {place} are another practice's, so nothing was changed."
                    " Restore this backup into an empty folder."
                ).format(place=place.path)
            )


def chosen(users: list[BackupUser], name: str | None) -> BackupUser:
    """Return who unlocks the backup. Raises UserError when nobody of that name can."""
    if name is None:
        return users[0]
    for user in users:
        if user.label.casefold() == name.strip().casefold():
            return user
    raise UserError(_("Nobody of this name could unlock this backup when it was made."))


def _head_here(place: StoreFolder, key: bytes, clock: Clock) -> str:
    """Return the newest entry of the records that counted so far, if they still open."""
    if not place.is_store():
        return ""
    try:
        store = Store.open(place, key, clock)
    except SituationError:
        return ""
    try:
        with store.unit(None, clock) as unit:
            head = unit.history.head()
    finally:
        store.close()
    return head.hash if head else ""


def _written_down(
    place: StoreFolder,
    key: bytes,
    clock: Clock,
    user_id: UserId,
    found: Head | None,
    before: str,
) -> Head:
    store = Store.open(place, key, clock)
    try:
        with store.unit(user_id, clock) as unit:
            heads = {"backup": found.hash if found else "", "before": before}
            head = unit.audit("store.restored", "", heads)
            unit.commit()
    finally:
        store.close()
    return head
