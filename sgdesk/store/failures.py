"""What the disk reports, said in sentences: what happened to the words, then what to do."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sgdesk.errors import SituationError
from sgdesk.text import _


@contextmanager
def disk_in_words() -> Iterator[None]:
    """Turn what the disk reports into a SituationError. Our own bugs pass."""
    try:
        yield
    except OSError as error:
        raise SituationError(_FOR_SYSTEM.get(error.errno or 0, unreachable)()) from error


def damaged() -> str:
    """Return the sentence for a store whose key is right and whose pages are not."""
    return _(
        "The records on this PC are damaged: the key is right, but the file does not read as it "
        "was written. Nothing was changed and nothing was put in its place. "
        "Restore the newest backup, and keep the damaged file until you have."
    )


def full() -> str:
    """Return the sentence for a disk without room."""
    return _(
        "Nothing is lost: the disk is full, so the last step was not saved and what stood before "
        "is unchanged. Keep this window open, make room on the disk, and try again."
    )


def read_only() -> str:
    """Return the sentence for a place that cannot be written to."""
    return _(
        "Nothing is lost: the records cannot be written to here, so the last step was not saved "
        "and what stood before is unchanged. Keep this window open, and ask whoever looks after "
        "this PC to let you write to the folder."
    )


def unreachable() -> str:
    """Return the sentence for a disk that did not do what it was asked."""
    return _(
        "Nothing is lost: the disk did not do what it was asked, so the last step was not saved "
        "and what stood before is unchanged. Keep this window open, check the disk and its cable, "
        "and try again."
    )


def busy() -> str:
    """Return the sentence for records that another program holds."""
    return _(
        "Nothing is lost: another program holds the records just now, so the last step was not "
        "saved. Keep this window open, stop any backup or virus scan of the folder, and try again."
    )


_FOR_SYSTEM: dict[int, Callable[[], str]] = {
    errno.ENOSPC: full,
    errno.EDQUOT: full,
    errno.EFBIG: full,
    errno.EROFS: read_only,
    errno.EACCES: read_only,
    errno.EPERM: read_only,
}
