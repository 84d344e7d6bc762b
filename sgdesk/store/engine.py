"""The one connection to the encrypted file, keyed and checked before anything is read from it."""

import secrets
from collections.abc import Callable, MutableMapping
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache

from sgdesk.errors import SituationError
from sgdesk.store.cipher import sqlcipher
from sgdesk.store.database_failures import in_words
from sgdesk.store.failures import damaged
from sgdesk.store.folder import check_shape
from sgdesk.text import _

KEY_BYTES = 32
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -32768",
    "PRAGMA busy_timeout = 2000",
)
# A page that is read once need not be kept: the check is as fast, and a thread that ends or waits
# does not hold on to a megabyte of them.
_READ_ONCE = "PRAGMA cache_size = -128"
_DURABLE = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL")
_MOST_STATEMENTS = 500
# What the statements of a rehearsal were made into, so that unlocking need not make them again.
Statements = MutableMapping[Any, Any]
_rehearsed: Statements = {}


def connect(path: Path, key: bytes) -> sqlcipher.Connection:
    """Return a keyed connection to a file that exists; an empty one is begun as a new store.

    The caller says beforehand, with `check_shape`, that a file with records is meant. Raises
    SituationError: the key was unwrapped already, so a file that does not open is damaged.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("the key of a store has 32 bytes")
    with in_words():
        connection = sqlcipher.connect(
            f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None
        )
    try:
        with in_words():
            _unlock(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def open_engine(path: Path, key: bytes) -> Engine:
    """Return an engine over one durable connection, to be used and closed on this thread alone.

    Raises SituationError for a plain, foreign, cut or damaged file, or a library without cipher.
    """
    with in_words():
        check_shape(path)
    return new_engine(path, key)


def new_engine(path: Path, key: bytes) -> Engine:
    """Return an engine over an empty file that is about to become a store."""
    return _engine(lambda: _connect_durably(path, key))


def passing_engine() -> Engine:
    """Return an engine over an encrypted database in memory, under a key that nobody is told.

    The statements that run on it are ready-made for every engine opened after it.
    """

    def connect_to_nothing() -> sqlcipher.Connection:
        connection = sqlcipher.connect(":memory:", isolation_level=None)
        _unlock(connection, secrets.token_bytes(KEY_BYTES))
        return connection

    return _engine(connect_to_nothing, _rehearsed)


def _engine(creator: Callable[[], Any], statements: Statements | None = None) -> Engine:
    if statements is None:  # of its own: statements keep the values they were first made with
        statements = LRUCache(_MOST_STATEMENTS)
        statements.update(_rehearsed)
    pattern = _sqlite()
    engine = Engine(
        StaticPool(creator),
        pattern.dialect,
        pattern.url,
        execution_options={"compiled_cache": statements},
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    try:
        with in_words():
            engine.connect().close()
    except BaseException:
        engine.dispose()
        raise
    return engine


@cache
def _sqlite() -> Engine:
    """Return an engine that opens nothing, whose dialect all others share with its statements."""
    engine = create_engine("sqlite://", creator=_in_memory, module=sqlcipher, poolclass=StaticPool)
    engine.connect().close()  # it asks the library for its version, once
    engine.dispose()
    return engine


def _in_memory() -> sqlcipher.Connection:
    return sqlcipher.connect(":memory:", isolation_level=None)


def check_pages(path: Path, key: bytes) -> None:
    """Check every page against its seal and the tables against one another, on any thread.

    Takes time in proportion to the file. Raises SituationError if the file is damaged.
    """
    with closing(connect(path, key)) as connection, in_words():
        connection.execute(_READ_ONCE)
        broken = _broken_pages(connection) and _broken_pages(connection)
        sound = connection.execute("PRAGMA quick_check(1)").fetchone()
    if broken or sound != ("ok",):
        raise SituationError(damaged())


def _broken_pages(connection: sqlcipher.Connection) -> bool:
    # it reads past the locks, so a page that is being written may look broken: once, not twice
    return connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None


def _connect_durably(path: Path, key: bytes) -> sqlcipher.Connection:
    connection = connect(path, key)
    try:
        for statement in _DURABLE:
            connection.execute(statement)
    except BaseException:
        connection.close()
        raise
    return connection


def _unlock(connection: sqlcipher.Connection, key: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # or it prints to the error stream
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise SituationError(
            _(
                "This program was installed without its encryption, so it did not open or write "
                "any records. Install SG Desk again."
            )
        )
    connection.execute("SELECT count(*) FROM sqlite_master")
    for statement in _SETTINGS:
        connection.execute(statement)


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")  # explicit, so that changes to the schema roll back too
