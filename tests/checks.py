"""Runs every check in turn and stops at the first that fails: style, types, floors, tests."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent
CHECKS = [
    ["ruff", "check"],
    ["ruff", "format", "--check"],
    *(["mypy", "--platform", system] for system in ("linux", "win32", "darwin")),
    ["lint-imports"],
    # Everything but the journeys side by side; the journeys drive the whole program and the clock
    # of a real print queue, so each has the machine to itself.
    ["pytest", "-q", "--numprocesses=auto", "--dist=loadgroup", "--ignore=tests/journeys"],
    ["pytest", "-q", "tests/journeys"],
]


def main() -> int:
    environment = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    for program, *arguments in CHECKS:
        print(f"== {program} {' '.join(arguments)}", flush=True)
        command = [str(PROGRAMS / program), *arguments]
        status = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
