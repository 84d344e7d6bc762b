"""Writes a paper where the person chose, for nobody but them to read."""

from contextlib import suppress
from pathlib import Path

from sgdesk.errors import SituationError
from sgdesk.text import _

_OWNER_ONLY = 0o600


def write_paper(path: Path, pdf: bytes) -> None:
    """Write the file, readable by its owner alone where the disk knows owners.

    Raises SituationError when it cannot be written there.
    """
    try:
        path.touch(mode=_OWNER_ONLY)
        with suppress(PermissionError):  # a file that was there, on a disk that knows no owners
            path.chmod(_OWNER_ONLY)
        path.write_bytes(pdf)
    except OSError as error:
        raise SituationError(
            _("Nothing is lost: the log keeps the paper. It could not be saved there. Choose"
              " another place.")
        ) from error  # fmt: skip
