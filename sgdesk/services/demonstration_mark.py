"""How a demonstration store is told apart: a file beside it says at what moment it stands still."""

from datetime import datetime
from pathlib import Path

from sgdesk.clock import FixedClock

FILE_NAME = "demonstration"
_UNFINISHED = "unfinished"
_LONGEST = 64


def mark_unfinished(folder: Path) -> None:
    """Write beside a store that it is a demonstration of which nothing needs to be kept."""
    (folder / FILE_NAME).write_text(f"{_UNFINISHED}\n", encoding="utf-8")


def mark_finished(folder: Path, at: datetime) -> None:
    """Write beside a store that it is a demonstration, and where its clock stands."""
    (folder / FILE_NAME).write_text(f"{at.isoformat()}\n", encoding="utf-8")


def standing_clock(folder: Path) -> FixedClock | None:
    """Return the clock of a finished demonstration; None where the records are real."""
    try:
        at = datetime.fromisoformat(_mark(folder))
    except ValueError:
        return None
    return None if at.tzinfo is None else FixedClock(at)


def is_unfinished(folder: Path) -> bool:
    """Return whether a demonstration was begun here and never finished."""
    return _mark(folder) == _UNFINISHED


def _mark(folder: Path) -> str:
    try:
        with (folder / FILE_NAME).open(encoding="utf-8") as file:
            return file.read(_LONGEST).strip()
    except (OSError, UnicodeDecodeError):
        return ""
