"""Files that a command reads and writes where the user says."""

from pathlib import Path

from sgdesk.errors import SituationError, UserError
from sgdesk.store.files import put_in_place, written_beside
from sgdesk.text import _


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, for its owner alone; a file of that name is replaced.

    Raises SituationError when the disk or the folder refuses.
    """
    try:
        with written_beside(path, content) as fresh:
            put_in_place(fresh, path)
    except OSError as error:
        raise SituationError(
            _("{file} cannot be written ({reason}). Choose another place.").format(
                file=path, reason=error.strerror
            )
        ) from error


def read_file(path: Path, most: int) -> bytes:
    """Return the content of a file that is not longer than it may be.

    Raises UserError when it is, or when it cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise UserError(
            _("{file} cannot be read ({reason}). Nothing was changed.").format(
                file=path, reason=error.strerror
            )
        ) from error
    if len(content) > most:
        raise UserError(_("{file} is too large. Nothing was changed.").format(file=path.name))
    return content
