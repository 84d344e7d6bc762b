"""Running commands as somebody at a terminal would, in this process."""

import io
import os
from contextlib import contextmanager

from sgdesk.__main__ import main

DEMO = "demo practice only"


@contextmanager
def handed_over(text):
    """The number of an open file that holds this text."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as file:
        file.write(text.encode())
    try:
        yield reading
    finally:
        os.close(reading)


def command(*given, passphrase=DEMO):
    """Run one command with a passphrase from an open file; return its exit code."""
    with handed_over(f"{passphrase}\n") as number:
        return main([*map(str, given), "--passphrase-fd", str(number)])


def standard_input(content):
    """Standard input that holds these bytes."""
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")
