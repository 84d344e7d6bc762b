"""The file attempts.json: when passphrases failed, and how long to wait before the next try."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from sgdesk.errors import SituationError
from sgdesk.text import _

FILE_NAME = "attempts.json"
_WAITS = (0, 0, 0, 0, 5, 15, 30, 60, 120, 240, 300)
# A file that cannot be read counts as this many failures: the middle of the waits, not none.
_FAILURES_ASSUMED = 6
_MOST_KEPT = 1000
_LARGEST_FILE = 64 * 1024

_Moment = Annotated[datetime, Meta(tz=True)]


class Attempts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The failures since the last unlock; unreadable_at is when the file was found damaged."""

    failed_at: Annotated[tuple[_Moment, ...], Meta(max_length=_MOST_KEPT)] = ()
    unreadable_at: _Moment | None = None
    format: Literal[1] = 1


def read(folder: Path, now: datetime) -> Attempts:
    """Return the failures noted in a store's folder; a damaged file counts as found now.

    Times after now, from a clock that was wrong, are read as now, so that a wait ends.
    """
    try:
        content = (folder / FILE_NAME).read_bytes()
    except FileNotFoundError:
        return Attempts()
    except OSError as error:
        raise _unreachable() from error
    return decode(content, now)


def decode(content: bytes, now: datetime) -> Attempts:
    """Return the failures in the bytes of the file."""
    if len(content) > _LARGEST_FILE:
        return Attempts(unreadable_at=now)
    try:
        found = msgspec.json.decode(content, type=Attempts)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Attempts(unreadable_at=now)
    return Attempts(
        failed_at=tuple(_no_later(moment, now) for moment in found.failed_at),
        unreadable_at=found.unreadable_at and _no_later(found.unreadable_at, now),
    )


def encode(attempts: Attempts) -> bytes:
    """Return the bytes of the file."""
    return msgspec.json.encode(attempts)


def wait_seconds(attempts: Attempts, now: datetime) -> float:
    """Return how many seconds are left before a passphrase may be tried; 0 means at once."""
    assumed = _FAILURES_ASSUMED if attempts.unreadable_at else 0
    failures = assumed + len(attempts.failed_at)
    moments = [*attempts.failed_at, *filter(None, [attempts.unreadable_at])]
    if not moments:
        return 0.0
    wait = timedelta(seconds=_WAITS[min(failures, len(_WAITS) - 1)])
    return max(0.0, (max(moments) + wait - now).total_seconds())


def wait_before_try(folder: Path, now: datetime) -> float:
    """Return how many seconds to wait before a passphrase may be tried.

    A damaged file, or one from a later clock, is written anew, so that the wait runs down.
    """
    attempts = read(folder, now)
    if (folder / FILE_NAME).exists():
        _write(folder, attempts)
    return wait_seconds(attempts, now)


def note_failure(folder: Path, now: datetime) -> float:
    """Note one more failure and return how many seconds to wait.

    Raises SituationError when the folder cannot be written.
    """
    attempts = read(folder, now)
    kept = (*attempts.failed_at, now.astimezone(UTC))[-_MOST_KEPT:]
    noted = Attempts(failed_at=kept, unreadable_at=attempts.unreadable_at)
    _write(folder, noted)
    return wait_seconds(noted, now)


def forget(folder: Path) -> None:
    """Remove the file, after an unlock whose log entry holds what was read from it."""
    try:
        (folder / FILE_NAME).unlink(missing_ok=True)
    except OSError as error:
        raise _unreachable() from error


def _write(folder: Path, attempts: Attempts) -> None:
    try:
        (folder / FILE_NAME).write_bytes(encode(attempts))
    except OSError as error:
        raise _unreachable() from error


def _no_later(moment: datetime, now: datetime) -> datetime:
    return min(moment, now).astimezone(UTC)


def _unreachable() -> SituationError:
    return SituationError(
        _(
            "Nothing is lost: the folder of the records cannot be written just now. Check that "
            "the disk is there and not full, then try again."
        )
    )
