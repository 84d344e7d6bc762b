"""Backups: made encrypted, opened and verified before they count; and put back in one step."""

import hashlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from sgdesk.store.archive import (
    FORMAT,
    SUFFIX,
    Archive,
    Manifest,
    file_hash,
    read_archive,
    write_archive,
)
from sgdesk.store.audit import CHAIN, AuditReport, check_chain
from sgdesk.store.cipher import sqlcipher
from sgdesk.store.columns import written
from sgdesk.store.database_failures import in_words
from sgdesk.store.engine import check_pages, connect
from sgdesk.store.files import flush_file, flush_folder, make_file, put_in_place
from sgdesk.store.folder import StoreFolder, check_shape
from sgdesk.store.migrate import check_known


class Backup(msgspec.Struct, frozen=True):
    """A backup that was opened again: its pages are whole. `history` says whether its chain is."""

    path: Path
    made_at: datetime
    size: int
    schema: str
    history: AuditReport


def backup_name(at: datetime) -> str:
    """Return the name of a backup made at a moment: `sgdesk-YYYYMMDD-HHMMSSZ.sgbackup`."""
    return f"sgdesk-{at.astimezone(UTC):%Y%m%d-%H%M%S}Z{SUFFIX}"


def make_backup(
    folder: StoreFolder, key: bytes, store_id: str, place: Path, made_at: datetime
) -> Backup:
    """Write a backup into a place, on any thread; return it once it was opened and verified.

    Raises SituationError; no earlier backup is touched. Do not drop earlier ones while `history`
    is not sound: they may hold what was altered.
    """
    generation, slots = folder.generation(), folder.read_slots()
    path = place / backup_name(made_at)
    fresh = path.with_name(f".{path.name}.partial")
    with in_words():
        place.mkdir(parents=True, exist_ok=True)
    with _working_file(folder) as copy, _unless_finished(fresh):
        schema = _copy_records(folder.database(generation), copy, key)
        with in_words():
            parts: dict[str, bytes | Path] = {
                "current": b"%d\n" % generation,
                f"slots-{generation}.json": slots,
                f"store-{generation}.db": copy,
            }
            hashes = {name: _hash(part) for name, part in parts.items()}
            write_archive(
                fresh, Manifest(FORMAT, store_id, written(made_at), schema, hashes), parts
            )
            flush_file(fresh)
        made = verify_backup(read_archive(fresh), key, folder)
        with in_words():
            put_in_place(fresh, path)
    return msgspec.structs.replace(made, path=path)


def verify_backup(archive: Archive, key: bytes, folder: StoreFolder) -> Backup:
    """Open a backup with its key and check every page and entry; needs room in the folder.

    Raises SituationError if it is damaged or newer than this program.
    """
    with _working_file(folder) as copy:
        archive.extract(copy)
        return _verified(archive, copy, key)


def restore_backup(archive: Archive, key: bytes, folder: StoreFolder) -> Backup:
    """Put a backup's records in place as the next generation, in one step, and return it.

    The store must be closed, and held by the caller. Raises SituationError; the records that
    counted before then still count. They stay in the folder until `remove_others`.
    """
    with in_words():
        folder.path.mkdir(parents=True, exist_ok=True)
        generation = folder.next_generation()
    database, slots = folder.database(generation), folder.slots_file(generation)
    with _unless_finished(slots), _unless_finished(database):
        folder.make_database_file(generation)
        archive.extract(database)
        restored = _verified(archive, database, key)
        folder.write_slots(archive.slots, generation)
        with in_words():
            flush_file(database)
            flush_folder(folder.path)
        folder.switch_to(generation)
    return restored


def _copy_records(source: Path, copy: Path, key: bytes) -> str:
    with closing(connect(source, key)) as live, closing(connect(copy, key)) as target, in_words():
        live.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, complete in itself
        return _schema(target)


def _verified(archive: Archive, copy: Path, key: bytes) -> Backup:
    with in_words():
        check_shape(copy)
    check_pages(copy, key)
    with closing(connect(copy, key)) as connection, in_words():
        schema = _schema(connection)
        check_known(schema)
        history = check_chain(connection.execute(CHAIN))
    return Backup(archive.path, archive.made_at, archive.size, schema, history)


def _schema(connection: sqlcipher.Connection) -> str:
    return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


@contextmanager
def _working_file(folder: StoreFolder) -> Iterator[Path]:
    path = folder.path / ".backup.partial"
    with in_words():
        _remove(path)
        make_file(path)
    try:
        yield path
    finally:
        _remove(path)


@contextmanager
def _unless_finished(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _remove(path: Path) -> None:
    # with its journal: what a process that was killed left behind must not find its way into it
    for name in (path.name, f"{path.name}-journal", f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def _hash(part: bytes | Path) -> str:
    return file_hash(part) if isinstance(part, Path) else hashlib.sha256(part).hexdigest()
