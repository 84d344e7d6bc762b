"""Where this program's own folders are, on every system."""

import os
import sys
from pathlib import Path

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
    return _folder("data", "XDG_DATA_HOME", ".local/share") / "store"


def demo_store() -> Path:
    """Return the folder of the demonstration practice, apart from any real store."""
    return _folder("data", "XDG_DATA_HOME", ".local/share") / "demonstration"


def settings_file() -> Path:
    """Return the file of this user's program settings; nothing about a patient is in it."""
    return _folder("config", "XDG_CONFIG_HOME", ".config") / "settings.json"


def _folder(kind: str, variable: str, usual: str) -> Path:
    if sys.platform == "linux":
        # Written out for the one rule of Linux: loading the library takes 2 ms of the start.
        named = Path(os.environ.get(variable, ""))
        return (named if named.is_absolute() else Path.home() / usual) / "SG Desk"
    else:  # noqa: RET505 - the type checker follows the systems only in branches
        from platformdirs import user_config_path, user_data_path

        find = user_config_path if kind == "config" else user_data_path
        return find("SG Desk", appauthor=False)
