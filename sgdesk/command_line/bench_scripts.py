"""Running the small scripts of `tests/bench`, each in a process of its own."""

import subprocess
import sys
import time
from pathlib import Path

import msgspec

from sgdesk.errors import SituationError
from sgdesk.text import _

_PATIENCE_SECONDS = 900


def answer_of(script: Path, *given: str, typed: str = "", environment: dict[str, str]) -> str:
    """Return the last line that a script prints. Raises SituationError when it fails, after what
    the script said about it."""
    try:
        done = subprocess.run(  # noqa: S603 - our own scripts, with arguments of our own
            _command(script, given),
            input=f"{typed}\n",
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=environment,
            timeout=_PATIENCE_SECONDS,
            check=True,
        )
    except (subprocess.SubprocessError, OSError) as error:
        if isinstance(error, subprocess.CalledProcessError):
            sys.stderr.write(error.stderr)
        raise SituationError(
            _("{script} did not run to its end ({kind}).").format(
                script=script.name, kind=type(error).__name__
            )
        ) from error
    lines = done.stdout.split("\n")
    return lines[-2] if len(lines) > 1 else ""


def seconds_of(
    script: Path, *given: str, typed: str = "", environment: dict[str, str]
) -> list[float]:
    """Return the seconds of each run that a script prints."""
    line = answer_of(script, *given, typed=typed, environment=environment)
    return msgspec.json.decode(line, type=list[float])


def seconds_to_mark(script: Path, *given: str, environment: dict[str, str]) -> float:
    """Return the seconds from the start of a process to the moment that its script prints."""
    begun = time.perf_counter_ns()
    mark = answer_of(script, *given, environment=environment)
    return (int(mark) - begun) / 1e9


def _command(script: Path, given: tuple[str, ...]) -> list[str]:
    return [sys.executable, "-P", str(script), *given]
