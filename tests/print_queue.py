"""A real print queue for tests: CUPS with cups-pdf, started if it is not running."""

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

QUEUE = "sgdesk-test"
_MODEL = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
_PATIENCE_S = 20


def why_not() -> str:
    """Return why there can be no print queue here, or an empty sentence."""
    missing = [name for name in ("lp", "lpstat", "lpadmin", "cupsd") if shutil.which(name) is None]
    if missing or not _MODEL.exists():
        return "CUPS with printer-driver-cups-pdf is not installed"
    return "" if os.geteuid() == 0 else "only root can add a print queue"


@contextlib.contextmanager
def open_queue() -> Iterator[str]:
    """Open the queue and take it away again."""
    if reason := why_not():
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    started = None if _is_running() else subprocess.Popen(["cupsd", "-f"])
    try:
        wait_for(_is_running)
        add = ["lpadmin", "-p", QUEUE, "-E", "-v", "cups-pdf:/", "-P", str(_MODEL)]
        subprocess.run(add, check=True, stderr=subprocess.DEVNULL)
        yield QUEUE
        subprocess.run(["cancel", "-a", "-x", QUEUE], check=False)
        subprocess.run(["lpadmin", "-x", QUEUE], check=False)
    finally:
        if started is not None:
            started.terminate()
            started.wait()


def printed(title: str) -> bytes:
    """Wait for the paper whose job has this title, and take it out of the printer."""
    folder = Path.home() / "PDF"

    def found() -> list[Path]:
        waiting = _run("lpstat", "-W", "not-completed", "-o", QUEUE)
        files = [] if waiting else sorted(folder.glob(f"*{title.replace(' ', '_')}*.pdf"))
        return [file for file in files if file.stat().st_size]

    wait_for(lambda: bool(found()))
    paper = found()[-1]
    content = paper.read_bytes()
    paper.unlink()
    return content


def wait_for(holds) -> None:
    """Wait until a statement holds, for a system process that sends no signal."""
    end = time.monotonic() + _PATIENCE_S
    while not holds():
        if time.monotonic() > end:
            pytest.fail("the print service did not answer")
        time.sleep(0.05)


def _is_running() -> bool:
    return "is running" in _run("lpstat", "-r")


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout
