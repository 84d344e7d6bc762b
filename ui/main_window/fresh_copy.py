"""A lock is a new process: how a fresh copy of the program is started."""

import sys
from collections.abc import Sequence
from pathlib import Path


def start_again(arguments: Sequence[str]) -> None:
    """Start a fresh copy of the program that outlives this one."""
    from PySide6.QtCore import QProcess  # not needed before the first paint

    frozen = bool(getattr(sys, "frozen", False))
    program, given = command(without_console(sys.executable), arguments, frozen=frozen)
    QProcess.startDetached(program, given)


def without_console(executable: str) -> str:
    """Return the Python that stands beside this one on Windows and opens no console of its own."""
    own = Path(executable)
    quiet = own.with_name("pythonw.exe")
    return str(quiet) if own.name.casefold() == "python.exe" and quiet.is_file() else executable


def command(executable: str, arguments: Sequence[str], *, frozen: bool) -> tuple[str, list[str]]:
    """Return the command of a fresh copy. Python looks for nothing in the folder it starts in."""
    return executable, [*([] if frozen else ["-P", "-m", "sgdesk"]), *arguments]
