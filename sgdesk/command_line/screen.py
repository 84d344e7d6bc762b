"""Whether there is a screen: without one, Qt would end the program in words of its own."""

import os
import sys
from collections.abc import Mapping

_NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_screen(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether a window can be opened here, as far as the environment tells."""
    if sys.platform == "win32" or sys.platform == "darwin":
        return True
    else:  # noqa: RET505 - the type checker follows the systems only in branches
        return any(environment.get(name) for name in _NAMES)
