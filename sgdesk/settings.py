"""This user's settings of the program: the look, the idle time, and where the store is.

Read before the first window is painted, and therefore with the little that is loaded by then.
"""

import json
import os
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

LEAST_PERCENT, MOST_PERCENT = 100, 200
LEAST_IDLE_MINUTES, MOST_IDLE_MINUTES = 1, 30
_LARGEST_FILE = 64 * 1024
_LONGEST_PATH = 4_096


class Theme(StrEnum):
    """How the window is coloured."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Settings(NamedTuple):
    """Nothing about a patient. `store` is a folder; empty means the one that set-up proposes."""

    theme: Theme = Theme.LIGHT
    percent: int = LEAST_PERCENT
    idle_minutes: int = 3
    store: str = ""


class Loaded(NamedTuple):
    """What was found. `was_damaged`: there was a file, it could not be read, and these are the
    program's own settings."""

    settings: Settings
    was_damaged: bool = False


def load(file: Path) -> Loaded:
    """Read the settings; a missing or damaged file gives the program's own."""
    try:
        with file.open("rb") as content:
            return Loaded(_settings(json.loads(content.read(_LARGEST_FILE))))
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError, TypeError, RecursionError):
        return Loaded(Settings(), was_damaged=True)


def save(file: Path, settings: Settings) -> None:
    """Write the settings whole or not at all. Raises OSError when the disk refuses."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8") as written:
            json.dump(settings._asdict(), written, indent=2)
            written.flush()
            os.fsync(written.fileno())
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def _settings(found: Any) -> Settings:
    """Return the settings in a decoded file. Raises ValueError or TypeError for anything odd."""
    if not isinstance(found, dict):
        raise TypeError
    own = Settings()
    return Settings(
        theme=Theme(str(found.get("theme", own.theme))),
        percent=_between(found.get("percent", own.percent), LEAST_PERCENT, MOST_PERCENT),
        idle_minutes=_between(
            found.get("idle_minutes", own.idle_minutes), LEAST_IDLE_MINUTES, MOST_IDLE_MINUTES
        ),
        store=_path(found.get("store", own.store)),
    )


def _between(value: object, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise ValueError
    return value


def _path(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_PATH:
        raise ValueError
    return value
