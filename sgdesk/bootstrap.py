"""Puts the parts together: a locked desk, and the desk it becomes with a passphrase."""

from collections.abc import Sequence
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sgdesk.clock import Clock
from sgdesk.domain.practice import User
from sgdesk.errors import UserError
from sgdesk.ids import UserId
from sgdesk.services.desk import Desk as Desk
from sgdesk.store.folder import StoreFolder
from sgdesk.text import _
from sgdesk.vault import attempts, slots
from sgdesk.vault.keychain import Keychain

if TYPE_CHECKING:
    from sgdesk.store.unit import Store
    from sgdesk.vault.slots import Slots


class LockUser(msgspec.Struct, frozen=True):
    """Somebody who can unlock: the name as the lock page shows it."""

    id: UserId
    label: str


class LockedDesk:
    """A store whose key nobody has given yet. Opening it is quick: only the slots are read."""

    def __init__(self, folder: Path, clock: Clock, keychain: Keychain, *, demo: bool) -> None:
        self._folder = StoreFolder(folder)
        self._clock = clock
        self._keychain = keychain
        self._demo = demo

    @property
    def exists(self) -> bool:
        """Whether there is a store to unlock; if not, set-up comes first."""
        return self._folder.is_store()

    def users(self) -> list[LockUser]:
        """Return who can unlock. Raises SituationError when the store's files are damaged."""
        return [LockUser(UserId(one.id), one.label) for one in self._slots().users()]

    def seconds_to_wait(self) -> float:
        """Return how long the next try must wait after failed ones."""
        return attempts.wait_before_try(self._folder.path, self._clock.now())

    def unlock(self, user_id: UserId, passphrase: str) -> "Desk":
        """Open the store in a user's name.

        Raises UserError for a wrong passphrase or one that comes too soon after others,
        SituationError for a store that cannot be opened.
        """
        from sgdesk.vault import principals

        found = self._slots()
        self._refuse_haste()
        try:
            key = principals.unlock(found, user_id, passphrase)
        except UserError:
            attempts.note_failure(self._folder.path, self._clock.now())
            raise
        return self._opened(self._store(key), found, user_id, "store.unlocked")

    def recover(self, typed_sheets: Sequence[str], user_id: UserId, new_passphrase: str) -> "Desk":
        """Open the store with its recovery sheet and give a user a new passphrase."""
        from sgdesk.vault import principals
        from sgdesk.vault.keys import calibrated_cost

        found = self._slots()
        key = principals.recover(found, typed_sheets)
        changed = principals.with_passphrase_after_recovery(
            found, user_id, key, new_passphrase, calibrated_cost()
        )
        store = self._store(key)  # before the old passphrase is given up
        try:
            self._folder.write_slots(slots.encode(changed))
        except BaseException:
            store.close()
            raise
        try:
            return self._opened(store, changed, user_id, "store.recovered")
        except BaseException:
            self._folder.write_slots(slots.encode(found))
            raise

    def _refuse_haste(self) -> None:
        # The demonstration's clock stands still: a wait would never end there.
        wait = 0 if self._demo else ceil(self.seconds_to_wait())
        if wait > 0:
            raise UserError(
                _("Wait {seconds} seconds before the next try.").format(seconds=wait), "passphrase"
            )

    def _slots(self) -> "Slots":
        return slots.decode(self._folder.read_slots())

    def _store(self, key: bytes) -> "Store":
        from sgdesk.store.unit import Store

        return Store.open(self._folder, key, self._clock)

    def _opened(self, store: "Store", found: "Slots", user_id: UserId, action: str) -> "Desk":
        try:
            user = self._noted(store, user_id, action)
            return Desk(store, user, found.store_id, self._clock, self._keychain, demo=self._demo)
        except BaseException:
            store.close()
            raise

    def _noted(self, store: "Store", user_id: UserId, action: str) -> User:
        failed = attempts.read(self._folder.path, self._clock.now()).failed_at
        with store.unit(user_id, self._clock) as unit:
            user = unit.users.get(user_id)
            for _failure in failed:
                unit.audit("unlock.failed")
            unit.audit(action, f"user:{user_id}")
            unit.commit()
        attempts.forget(self._folder.path)
        if user is None:
            raise UserError(_("Nobody of this name has a place at this desk any more."))
        return user


def open_locked(folder: Path, clock: Clock | None = None) -> LockedDesk:
    """Return the locked desk of a folder. A demonstration has its own clock, and no keyring."""
    from sgdesk.clock import SystemClock
    from sgdesk.services.demonstration_mark import standing_clock
    from sgdesk.vault.keychain import NoKeychain, OsKeychain

    standing = standing_clock(folder)
    keychain = OsKeychain() if standing is None else NoKeychain()
    right = standing or clock or SystemClock()
    return LockedDesk(folder, right, keychain, demo=standing is not None)
