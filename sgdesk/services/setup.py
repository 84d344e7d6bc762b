"""Setting up the desk: who may open it, the recovery sheet, and the empty store."""

from pathlib import Path
from uuid import uuid4

import msgspec

from sgdesk.clock import Clock
from sgdesk.domain.practice import Practice, Role, User
from sgdesk.domain.unsaved import PRACTICE_ID
from sgdesk.errors import UserError
from sgdesk.ids import UserId
from sgdesk.services.context import Context
from sgdesk.store.folder import StoreFolder
from sgdesk.store.unit import Store
from sgdesk.text import _
from sgdesk.vault import passphrase, principals, recovery, slots
from sgdesk.vault.keys import Cost, new_store_key


class NewUser(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is to have a passphrase. It is shown nowhere and kept nowhere."""

    name: str
    role: Role
    passphrase: str
    profession: str = ""
    registration: str = ""
    phone: str = ""

    def __repr__(self) -> str:
        return f"NewUser({self.role.value})"


class PreparedDesk:
    """A desk whose recovery sheet exists and is not typed back yet; nothing is on the disk."""

    def __init__(self, practice: Practice, new_users: list[NewUser], cost: Cost) -> None:
        _check(practice, new_users)
        self.practice = practice
        self.store_id = str(uuid4())
        self.key = new_store_key()
        entries = [
            principals.new_user(self.store_id, one.name, one.passphrase, self.key, cost)
            for one in new_users
        ]
        recovery_entry, sheets = principals.new_recovery(self.store_id, self.key)
        self.slots = slots.Slots(store_id=self.store_id, principals=(*entries, recovery_entry))
        self.sheet = sheets[0]
        self.users = [
            User(
                id=UserId(entry.id), name=one.name, role=one.role, profession=one.profession,
                registration=one.registration, phone=one.phone,
            )
            for entry, one in zip(entries, new_users, strict=True)
        ]  # fmt: skip

    def complete(self, folder: Path, typed_back: str, clock: Clock) -> Store:
        """Make the store once the words were typed back; return it open.

        Raises UserError at the first word that does not fit, SituationError where no store can be.
        """
        recovery.check_typed_back(self.sheet.words, typed_back)
        store = Store.create(StoreFolder(folder), slots.encode(self.slots), self.key, clock)
        with store.unit(self.users[0].id, clock) as unit:
            unit.practice.save(self.practice)
            for user in self.users:
                unit.users.save(user)
            unit.audit("store.created", f"store:{self.store_id}", {"users": len(self.users)})
            unit.commit()
        return store


class Setup:
    """What a user changes about the desk after it was set up."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def practice(self) -> Practice:
        """Return the practice as it is now."""
        return self._context.practice()

    def save_practice(self, practice: Practice) -> None:
        """Save what changed about the practice. Raises UserError when it has no name."""
        _check_practice(practice)
        with self._context.unit() as unit:
            unit.practice.save(practice)
            unit.drafts.remove(PRACTICE_ID)
            unit.audit("practice.saved")
            unit.commit()

    def users(self) -> list[User]:
        """Return who has a passphrase, by name."""
        with self._context.unit() as unit:
            return list(unit.users.all())


def _check(practice: Practice, new_users: list[NewUser]) -> None:
    _check_practice(practice)
    if not any(one.role is Role.LEAD for one in new_users):
        raise UserError(_("Name the safeguarding lead."), "lead.name")
    for one in new_users:
        if not one.name.strip():
            raise UserError(_("Write the name."), f"{one.role.value}.name")
        passphrase.check(one.passphrase, (one.name, practice.name))
    names = {one.name.strip().casefold() for one in new_users}
    if len(names) < len(new_users):
        raise UserError(_("Two people cannot have the same name here."), "deputy.name")


def _check_practice(practice: Practice) -> None:
    if not practice.name.strip():
        raise UserError(_("Write the name of the practice."), "practice.name")
