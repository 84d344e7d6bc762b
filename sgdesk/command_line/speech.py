"""How the commands speak: answers on standard output, and what went wrong on standard error."""

import io
import sys
from types import TracebackType

from sgdesk.errors import UserError
from sgdesk.text import _

DONE, PROBLEM, WRONG_USAGE = 0, 1, 2


def say(text: str) -> None:
    """Write one line of the answer."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def say_bytes(content: bytes) -> None:
    """Write part of an answer that other programs read, as UTF-8 on every system."""
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def complain(text: str) -> int:
    """Write one sentence on standard error; return the exit code for a problem."""
    sys.stderr.write(f"{' '.join(text.split())}\n")
    return PROBLEM


def wrong_usage(text: str) -> int:
    """Write one sentence on standard error; return the exit code for wrong usage."""
    complain(text)
    return WRONG_USAGE


def show_any_character() -> None:
    """Let a terminal that cannot show a character show its number instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def name_crash(
    kind: type[BaseException], _error: BaseException, trace: TracebackType | None
) -> None:
    """Say in one sentence where a fault of the program lies; values could be somebody's."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "?"
    if trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "?")
        place = f"{module}:{trace.tb_lineno}"
    complain(
        _(
            "Something happened that SG Desk does not know ({kind}, {place}). Nothing that was"
            " saved is lost; please report these words."
        ).format(kind=kind.__name__, place=place)
    )


def read_line(prompt: str) -> str:
    """Show a prompt and return the line typed. Raises UserError when nothing more comes."""
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        raise UserError(_("Nothing was typed, so nothing was changed."))
    return line.rstrip("\r\n")
