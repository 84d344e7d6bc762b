"""Starts the program in a process of its own, with a home of its own, and looks at it."""

import contextlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from print_queue import wait_for

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "unit"))

from slots_reader import open_as_user

TESTS = Path(__file__).resolve().parent.parent
PATIENCE_S = 60
_UNIMPORTANT = ("This plugin does not support", "The following object was still open")
_MAPPED = re.compile(r"(\w+)-(\w+) (\S+) \S+ \S+ \d+ *(.*)")
SCRIPT = Path(__file__).with_name("journey_window.py")


class Home:
    """A folder that a process takes for the whole PC: home, settings and temporary files."""

    def __init__(self, folder):
        self.folder = folder
        self.store = folder / "store"
        for name in ("home", "config", "data", "cache", "state", "run", "tmp"):
            (folder / name).mkdir(parents=True, exist_ok=True, mode=0o700)

    def environment(self):
        """Return the environment of a process that lives here."""
        named = {
            "HOME": "home", "USERPROFILE": "home", "XDG_CONFIG_HOME": "config",
            "APPDATA": "config", "XDG_DATA_HOME": "data", "LOCALAPPDATA": "data",
            "XDG_CACHE_HOME": "cache", "XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "run",
            "TMPDIR": "tmp", "TEMP": "tmp", "TMP": "tmp",
        }  # fmt: skip
        places = {name: str(self.folder / folder) for name, folder in named.items()}
        unused = {"DBUS_SESSION_BUS_ADDRESS", "PYTEST_CURRENT_TEST", "WAYLAND_DISPLAY"}
        kept = {name: value for name, value in os.environ.items() if name not in unused}
        shared = os.pathsep.join(filter(None, [str(TESTS), os.environ.get("PYTHONPATH")]))
        plain = {"QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "1", "PYTHONPATH": shared}
        return kept | places | plain | {"PYTHONDONTWRITEBYTECODE": "1"}


class AtWork:
    """The program with a story, in a process of its own."""

    def __init__(self, home, story, before, after):
        self.out, self.err = (home.folder.with_suffix(end) for end in (".out", ".err"))
        command = [*before, sys.executable, str(SCRIPT), story, str(home.store), *after]
        with self.out.open("w") as out, self.err.open("w") as err:
            self.process = subprocess.Popen(
                command, cwd=home.folder, env=home.environment(), text=True,
                stdin=subprocess.PIPE, stdout=out, stderr=err,
            )  # fmt: skip

    def tell(self, word):
        """Write a line to the process."""
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()

    def hear(self, word):
        """Wait for the line of the process that begins with a word, and return the rest of it."""
        end = time.monotonic() + PATIENCE_S
        while not (self._said(word) or self.process.poll() is not None):
            assert time.monotonic() < end, f"{word!r} was not said, but {self.out.read_text()}"
            time.sleep(0.02)
        said = self._said(word)
        assert said, (word, self.process.poll(), self.out.read_text(), self.complaints())
        return said[0].removeprefix(word).strip()

    def lines(self):
        """Return what was said so far, but for a line that is not whole."""
        return self.out.read_text().splitlines(keepends=True)

    def complaints(self):
        """Return what stands on standard error, but for what says nothing about the program."""
        lines = self.err.read_text().splitlines()
        return [line for line in lines if not line.startswith(_UNIMPORTANT)]

    def ended(self):
        """Wait for the end, and return the exit code."""
        return self.process.wait(timeout=PATIENCE_S)

    def _said(self, word):
        return [line for line in self.lines() if line.startswith(word) and line.endswith("\n")]


@contextlib.contextmanager
def at_work(home, story, *, before=(), after=()):
    """Start the program with a story, with words before and after its command; end it at last."""
    work = AtWork(home, story, before, after)
    try:
        yield work
    finally:
        work.process.kill()
        work.process.wait()
        work.process.stdin.close()


def copies_on(folder):
    """Return the ids of the processes that run the program on this folder."""
    wanted = ["sgdesk", "--store", str(folder)]
    return [pid for pid, words in _commands() if words[-3:] == wanted]


def copy_at_rest(folder):
    """Wait for a copy of the program on this folder that has painted and waits; return its id."""
    wait_for(lambda: len(copies_on(folder)) == 1)
    (pid,) = copies_on(folder)
    used = [-1, *[0] * 9]

    def rests():
        used.append(_time_used(pid))
        return used[-1] > 0 and len(set(used[-8:])) == 1

    wait_for(rests)
    return pid


def is_there(pid):
    """Say whether a process runs."""
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def key_of(store, name, passphrase):
    """Return the key of a store, read from the written format."""
    generation = (store / "current").read_text().strip()
    return open_as_user((store / f"slots-{generation}.json").read_bytes(), name, passphrase)


def memory_of(pid):
    """Return each part of a process's memory that it has written to or may write to (Linux)."""
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            first, last, rights, file = _MAPPED.match(line).groups()
            if rights.startswith("rw") or (rights.startswith("r") and not file):
                with contextlib.suppress(OSError, OverflowError):
                    memory.seek(int(first, 16))
                    yield memory.read(int(last, 16) - int(first, 16))


def _commands():
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (place / "cmdline").read_bytes().decode(errors="replace").split("\0")
            yield int(place.name), [word for word in words if word]


def _time_used(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
