"""Bring a store's schema to the one this program knows, after a copy was made and opened."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect

from sgdesk.errors import SituationError
from sgdesk.store.database_failures import in_words
from sgdesk.store.engine import check_pages, connect
from sgdesk.store.files import flush_file, make_file
from sgdesk.text import _

KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006")
HEAD = KNOWN[-1]
SCRIPTS = "sgdesk.store:migrations"


def revision(engine: Engine) -> str:
    """Return the revision of a store's schema; empty before the first."""
    with in_words(), engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return ""
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        return str(found or "")


def check_known(found: str) -> None:
    """Raise SituationError if a schema is not one this program can read or bring up to date."""
    if found not in KNOWN:
        raise SituationError(
            _(
                "These records were written by a newer SG Desk (their form is {found}, this "
                "program knows {known}). Nothing was changed. Install the newer program."
            ).format(found=found or "?", known=HEAD)
        )


def make_schema(engine: Engine) -> None:
    """Make the newest schema in an empty store, all of it or nothing."""
    with in_words(), engine.begin() as connection:
        _upgrade(connection)


def bring_up_to_date(engine: Engine, path: Path, key: bytes) -> Path | None:
    """Migrate a store to the newest schema, and return the copy made before; None if it was new.

    Raises SituationError for a schema that is newer than this program; nothing is changed then.
    """
    found = revision(engine)
    check_known(found)
    if found == HEAD:
        return None
    copy = path.with_name(f"before-{HEAD}-{path.name}")
    _copy(path, copy, key)
    with in_words(), engine.begin() as connection:
        _upgrade(connection)
    return copy


def _copy(path: Path, copy: Path, key: bytes) -> None:
    with in_words():
        copy.unlink(missing_ok=True)
        make_file(copy)
        connection = connect(path, key)
        try:
            connection.execute("VACUUM INTO ?", (str(copy),))
        finally:
            connection.close()
        flush_file(copy)
    check_pages(copy, key)


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", SCRIPTS.replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
