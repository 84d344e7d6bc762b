"""What is read on the worker before the window of an unlocked desk can be painted."""

from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from sgdesk.bootstrap import Desk, LockedDesk, open_locked
from sgdesk.clock import Clock, SystemClock
from sgdesk.ids import UserId
from sgdesk.services.clock_watch import folder_doubt
from sgdesk.services.front_door import emergency_lines
from sgdesk.text import _

if TYPE_CHECKING:
    from sgdesk.services.views import TodayView


@dataclass(frozen=True, slots=True)
class Ready:
    """A locked desk and what its page shows. Without users there is no store yet; `clock` says
    what is doubtful about this PC's clock."""

    locked: LockedDesk
    users: list[tuple[str, str]]
    passphrases: tuple[tuple[str, str], ...]
    wait: int
    clock: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """An unlocked desk and what Today shows first."""

    desk: Desk
    practice: str
    today: "TodayView"


def numbers_for_an_emergency() -> list[tuple[str, str, str]]:
    """Return the national lines, each as title, number and when to ring it."""
    return [(_(line.title), line.number, line.use) for line in emergency_lines()]


def make_ready(folder: Path, clock: Clock | None, *, demo: bool) -> Ready:
    """Return the locked desk of a folder; the demonstration is made where it is not there yet.

    Raises SituationError when files are damaged or the folder cannot be used.
    """
    passphrases = _demonstration(folder) if demo else ()
    locked = open_locked(folder, clock)
    return Ready(
        locked,
        users=[(str(user.id), user.label) for user in locked.users()] if locked.exists else [],
        passphrases=passphrases,
        wait=0 if demo or not locked.exists else seconds_to_wait(locked),
        clock="" if demo else folder_doubt(folder, clock or SystemClock()),
    )


def seconds_to_wait(locked: LockedDesk) -> int:
    """Return in whole seconds how long the next try must wait."""
    return ceil(locked.seconds_to_wait())


def unlock(locked: LockedDesk, user_id: str, passphrase: str) -> Opened:
    """Unlock a desk and read Today. Raises UserError for a wrong passphrase."""
    return read(locked.unlock(UserId(user_id), passphrase))


def read(desk: Desk) -> Opened:
    """Return an unlocked desk with what Today shows."""
    return Opened(desk, desk.setup.practice().name, desk.today.view())


def _demonstration(folder: Path) -> tuple[tuple[str, str], ...]:
    # Not loaded for a real desk.
    from sgdesk.services.demonstration import demonstration_passphrases, ensure_demonstration

    ensure_demonstration(folder)
    return demonstration_passphrases()
