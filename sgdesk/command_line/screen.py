"""Whether there is a screen: without one, Qt would end the program in words of its own."""

import os
import sys
from collections.abc import Mapping

_NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_screen(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether a window can be opened here, as far as the environment tells."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in _NAMES)
