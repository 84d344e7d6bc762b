"""How this room writes files: whole or not at all, for their owner alone where one owns them."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_OWNER_ONLY = 0o700


def make_folder(path: Path, *, for_everyone: bool = False) -> None:
    """Make a folder, of this OS user alone unless it is for everyone who uses this PC.

    Files written into it later take their rights from it. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir(mode=0o777 if for_everyone else _OWNER_ONLY, exist_ok=True)
    if os.name == "posix":
        path.chmod(0o777 if for_everyone else _OWNER_ONLY)


def make_file(path: Path) -> None:
    """Make an empty file with the rights of its folder. Raises FileExistsError, OSError."""
    with path.open("xb"):
        take_rights(path)


def write_atomically(path: Path, content: bytes) -> None:
    """Replace a file's content as one step, on the disk when this returns.

    The content must not be sensitive: it passes through a second file of the same folder.
    Raises OSError, and leaves the old file as it was.
    """
    with written_beside(path, content) as fresh:
        take_rights(fresh)
        put_in_place(fresh, path)


@contextmanager
def written_beside(path: Path, content: bytes) -> Iterator[Path]:
    """Hand out a second file of the same folder with this content, on the disk, for its owner
    alone; nothing is left of it where something fails. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield fresh
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def put_in_place(fresh: Path, path: Path) -> None:
    """Give a finished file its name, taking the place of an older one. Raises OSError."""
    fresh.replace(path)
    flush_folder(path.parent)


def flush_file(path: Path) -> None:
    """Wait until a file's content is on the disk. Raises OSError."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def flush_folder(path: Path) -> None:
    """Wait until the folder's own entries are on the disk, where the system can be asked to."""
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems have no such thing for folders
            os.fsync(handle)
    finally:
        os.close(handle)


def take_rights(path: Path) -> None:
    """Let those use a file who may use its folder, and nobody else. Raises OSError."""
    if os.name == "posix":
        path.chmod(path.parent.stat().st_mode & 0o666)
