"""Only one running copy of the program holds a store; a second is told who, where, since when."""

import getpass
import platform
import sys
from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path
from typing import IO

import msgspec

from sgdesk.clock import Clock
from sgdesk.errors import SituationError
from sgdesk.store.failures import disk_in_words
from sgdesk.store.files import make_file
from sgdesk.text import _, read_moment

_FILE = "in-use.json"
_FAR_BEYOND_THE_TEXT = 1 << 20  # Windows keeps others from reading the very bytes that are locked


class Holder(msgspec.Struct, frozen=True):
    """Who holds a store: readable by anyone, so nothing about a patient is in it."""

    host: str
    user: str
    since: datetime


class Hold:
    """The right to open a store, kept until it is let go or the process ends."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def let_go(self) -> None:
        """Give the store free for another copy of the program."""
        if not self._file.closed:
            self._file.truncate(0)
            self._file.close()


def hold(folder: Path, clock: Clock) -> Hold:
    """Take the right to open the store in a folder; raise SituationError if another has it."""
    path = folder / _FILE
    with disk_in_words():
        if not path.exists():
            with suppress(FileExistsError):  # another copy was a moment faster
                make_file(path)
        file = path.open("r+b")
    with ExitStack() as unless_held:
        unless_held.callback(file.close)
        with disk_in_words():
            is_ours = _lock(file)
        if not is_ours:
            raise SituationError(_taken(_read(file)))
        with disk_in_words():
            _write(file, Holder(platform.node(), _user(), clock.now()))
        unless_held.pop_all()
    return Hold(file)


def _taken(holder: Holder | None) -> str:
    if holder is None:
        return _(
            "SG Desk is already open on these records. Use the window that is open, or close it "
            "first; nothing was changed."
        )
    return _(
        "{user} has these records open on {host} since {since}. Use that window, or close it "
        "first; nothing was changed."
    ).format(user=holder.user, host=holder.host, since=read_moment(holder.since))


def _read(file: IO[bytes]) -> Holder | None:
    try:
        file.seek(0)
        return msgspec.json.decode(file.read(4096), type=Holder)
    except (OSError, msgspec.MsgspecError):
        return None


def _write(file: IO[bytes], holder: Holder) -> None:
    file.seek(0)
    file.truncate(0)
    file.write(msgspec.json.encode(holder))
    file.flush()


def _user() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # an account without a name; Windows keeps no list
        return _("Somebody")


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> bool:
        file.seek(_FAR_BEYOND_THE_TEXT)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
