"""Whether a store is whole: its pages, its keys and its history, checked in this order."""

import msgspec

from sgdesk.domain.practice import User
from sgdesk.services.attachments import damage
from sgdesk.services.context import Context
from sgdesk.store.audit import AuditReport, Head
from sgdesk.text import _
from sgdesk.vault import slots
from sgdesk.vault.keychain import Keychain, State, sentence
from sgdesk.vault.slots import Slots


class Verified(msgspec.Struct, frozen=True):
    """What was found. `problems` name what is wrong; `notes` what is good to know.

    `count` and `hash` are the newest entry of the history, as they stand on paper.
    """

    users: tuple[str, ...]
    has_recovery: bool
    count: int
    hash: str
    problems: tuple[str, ...]
    notes: tuple[str, ...]


class Verification:
    """What a user does to make sure that nothing was damaged or altered."""

    def __init__(self, context: Context, store_id: str, keychain: Keychain) -> None:
        self._context = context
        self._store_id = store_id
        self._keychain = keychain

    def check(self) -> Verified:
        """Check everything. Takes time in proportion to the store.

        Raises SituationError when pages or the file of the keys are damaged.
        """
        store = self._context.store
        store.check_pages()
        keys = slots.decode(store.folder.read_slots())
        kept = self._keychain.recall_head(self._store_id)
        known = None if kept is None else Head(kept.seq, kept.hash)
        with self._context.unit() as unit:
            report = unit.history.verify(known)
            users = unit.users.all()
            damaged = damage(unit)
        return Verified(
            users=tuple(one.label for one in keys.users()),
            has_recovery=keys.recovery() is not None,
            count=report.count,
            hash=report.head.hash if report.head else "",
            problems=tuple(
                filter(None, (report.problem, _stranger(keys, self._store_id, users), damaged))
            ),
            notes=self._notes(report),
        )

    def _notes(self, report: AuditReport) -> tuple[str, ...]:
        notes = []
        if report.set_back:
            notes.append(
                _(
                    "The clock was set back before entry {number}; times after it may be wrong."
                ).format(number=report.set_back[0])
            )
        if not self._context.is_demonstration and self._keychain.state() is not State.READY:
            notes.append(sentence(self._keychain.state()))
        return tuple(notes)


def _stranger(keys: Slots, store_id: str, users: tuple[User, ...]) -> str:
    if keys.store_id != store_id:
        return _("The file of the keys belongs to another store.")
    known = {user.id for user in users}
    for one in keys.users():
        if one.id not in known:
            return _("{name} can unlock the records but is not a user of this desk.").format(
                name=one.label
            )
    return ""
