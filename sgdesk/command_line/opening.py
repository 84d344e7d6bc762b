"""Which store a command works on, and how it is unlocked for the time the command takes."""

import argparse
import math
from collections.abc import Iterator
from contextlib import contextmanager

from sgdesk.bootstrap import Desk, LockedDesk, LockUser, open_locked
from sgdesk.command_line.place import store_folder
from sgdesk.command_line.secrets import passphrase
from sgdesk.errors import SituationError, UserError
from sgdesk.services.demonstration_mark import standing_clock
from sgdesk.text import _


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Desk]:
    """Unlock the store that the arguments name, and let it go again.

    Raises UserError for a wrong name or passphrase, SituationError where no store can be opened.
    """
    folder = store_folder(arguments.store)
    locked = open_locked(folder)
    if not locked.exists:
        raise SituationError(
            _(
                "There are no SG Desk records in {place}. Name their folder with --store, or begin"
                " with “sgdesk create”."
            ).format(place=folder)
        )
    user = chosen(locked.users(), arguments.user)
    if standing_clock(folder) is None:  # where the clock stands still, a wait would never end
        _refuse_haste(locked)
    prompt = _("Passphrase of {name}:").format(name=user.label)
    desk = locked.unlock(user.id, passphrase(arguments.passphrase_fd, prompt))
    try:
        yield desk
    finally:
        desk.close()


def chosen(users: list[LockUser], name: str | None) -> LockUser:
    """Return who unlocks. Raises UserError when nobody of that name can."""
    if name is None:
        return users[0]
    for user in users:
        if user.label.casefold() == name.strip().casefold():
            return user
    names = ", ".join(user.label for user in users)
    raise UserError(
        _("Nobody of this name can unlock these records. Use: {names}.").format(names=names)
    )


def _refuse_haste(locked: LockedDesk) -> None:
    seconds = math.ceil(locked.seconds_to_wait())
    if seconds > 0:
        raise UserError(
            _("After wrong passphrases, wait {seconds} seconds and try again.").format(
                seconds=seconds
            )
        )
