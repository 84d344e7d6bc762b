"""A display for the rows that open a window: the one that is here, or a virtual one."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from sgdesk.command_line.screen import has_screen

_SCREEN = "1366x768x24"


@contextmanager
def display() -> Iterator[dict[str, str] | None]:
    """Hand out the environment in which a window can be opened, or None where none can."""
    own = dict(os.environ)
    own.pop("QT_QPA_PLATFORM", None)
    if has_screen(own):
        yield own
        return
    program = shutil.which("Xvfb")
    if program is None:
        yield None
        return
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-screen", "0", _SCREEN, "-nolisten", "tcp"]
    server = subprocess.Popen(  # noqa: S603 - the program was found on the path, nothing is typed
        command, pass_fds=(writing,), stderr=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            number = numbers.readline().strip()
        yield own | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"} if number else None
    finally:
        server.terminate()
        server.wait()
