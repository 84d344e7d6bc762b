"""Where this program's own folders are, on every system."""

import sys
from pathlib import Path

from platformdirs import user_config_path, user_data_path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of guidance, maps, icons, theme and help.

    It stands beside the packages in a checkout and inside them in an installed or frozen program.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "sgdesk" / "_resources"
    beside = _PACKAGE.parent / "resources"
    return beside if beside.is_dir() else _PACKAGE / "_resources"


def proposed_store() -> Path:
    """Return the folder that set-up proposes for the practice's store."""
    return user_data_path("SG Desk", appauthor=False) / "store"


def demo_store() -> Path:
    """Return the folder of the demonstration practice, apart from any real store."""
    return user_data_path("SG Desk", appauthor=False) / "demonstration"


def settings_file() -> Path:
    """Return the file of this user's program settings; nothing about a patient is in it."""
    return user_config_path("SG Desk", appauthor=False) / "settings.json"
