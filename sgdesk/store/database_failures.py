"""What the database reports, said in the same sentences."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from sgdesk.errors import SituationError
from sgdesk.store.cipher import sqlcipher
from sgdesk.store.failures import busy, damaged, disk_in_words, full, read_only, unreachable


@contextmanager
def in_words() -> Iterator[None]:
    """Turn what the disk and the database report into a SituationError. Our own bugs pass."""
    with disk_in_words(), database_in_words():
        yield


@contextmanager
def database_in_words() -> Iterator[None]:
    """Turn what the database reports into a SituationError. Our own bugs pass."""
    try:
        yield
    except DBAPIError as error:
        if not isinstance(error.orig, sqlcipher.Error) or _is_ours(error.orig):
            raise
        raise SituationError(_sentence(error.orig)) from error
    except sqlcipher.Error as error:
        if _is_ours(error):
            raise
        raise SituationError(_sentence(error)) from error


def _is_ours(error: sqlcipher.Error) -> bool:
    return _name(error).split("_")[1:2] in (["CONSTRAINT"], ["ERROR"], ["MISUSE"], ["RANGE"], [])


def _sentence(error: sqlcipher.Error) -> str:
    for start, sentence in _FOR_DATABASE.items():
        if _name(error).startswith(start):
            return sentence()
    return unreachable()


def _name(error: sqlcipher.Error) -> str:
    # the backup interface gives its errors no code, only SQLite's own words for one
    return str(getattr(error, "sqlite_errorname", "") or _NAMES.get(str(error), ""))


_NAMES = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "database is locked": "SQLITE_BUSY",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "file is not a database": "SQLITE_NOTADB",
}
_FOR_DATABASE: dict[str, Callable[[], str]] = {
    "SQLITE_FULL": full,
    "SQLITE_READONLY": read_only,
    "SQLITE_PERM": read_only,
    "SQLITE_BUSY": busy,
    "SQLITE_LOCKED": busy,
    "SQLITE_CORRUPT": damaged,
    "SQLITE_NOTADB": damaged,
}
