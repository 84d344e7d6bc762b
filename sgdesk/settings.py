"""This user's settings of the program: the look, the idle time, and where the store is."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

LEAST_IDLE_MINUTES, MOST_IDLE_MINUTES = 1, 30


class Theme(StrEnum):
    """How the window is coloured."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing about a patient. `store` is a folder; empty means the one that set-up proposes."""

    theme: Theme = Theme.LIGHT
    percent: Annotated[int, Meta(ge=100, le=200)] = 100
    idle_minutes: Annotated[int, Meta(ge=LEAST_IDLE_MINUTES, le=MOST_IDLE_MINUTES)] = 3
    store: Annotated[str, Meta(max_length=4_096)] = ""


class Loaded(msgspec.Struct, frozen=True):
    """What was found. `was_damaged`: there was a file, it could not be read, and these are the
    program's own settings."""

    settings: Settings
    was_damaged: bool = False


def load(file: Path) -> Loaded:
    """Read the settings; a missing or damaged file gives the program's own."""
    try:
        return Loaded(msgspec.json.decode(file.read_bytes(), type=Settings))
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return Loaded(Settings(), was_damaged=True)


def save(file: Path, settings: Settings) -> None:
    """Write the settings whole or not at all. Raises OSError when the disk refuses."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with beside.open("wb") as written:
            written.write(msgspec.json.format(msgspec.json.encode(settings), indent=2))
            written.flush()
            os.fsync(written.fileno())
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
