import hashlib
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from store_records import AT, KEY, STORE_ID, raw

from sgdesk.clock import FixedClock
from sgdesk.errors import SituationError
from sgdesk.store.archive import read_archive
from sgdesk.store.backup import restore_backup
from sgdesk.store.unit import Store

Change = Callable[[dict[str, bytes]], None]


def rewritten(made: Path, change: Change, *, repair: bool = False, **how: int) -> Path:
    with zipfile.ZipFile(made) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    change(parts)
    if repair:
        manifest = json.loads(parts["manifest.json"])
        manifest["files"] = {
            name: hashlib.sha256(content).hexdigest()
            for name, content in parts.items()
            if name != "manifest.json"
        }
        parts["manifest.json"] = json.dumps(manifest).encode()
    path = made.with_name("hostile.sgbackup")
    with zipfile.ZipFile(path, "w", **how) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def renamed(old: str, new: str) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        parts[new] = parts.pop(old)

    return change


def with_value(name: str, content: bytes) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        parts[name] = content

    return change


def with_manifest(**values: object) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        manifest = json.loads(parts["manifest.json"]) | values
        parts["manifest.json"] = json.dumps(manifest).encode()

    return change


def unchanged(parts: dict[str, bytes]) -> None:
    """Leave every part as it was."""


def flipped(parts: dict[str, bytes]) -> None:
    content = bytearray(parts["store-1.db"])
    content[len(content) // 2] ^= 1
    parts["store-1.db"] = bytes(content)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (renamed("store-1.db", "../store-1.db"), "not a backup of SG Desk"),
        (renamed("store-1.db", "/store-1.db"), "not a backup of SG Desk"),
        (renamed("slots-1.json", "slots-2.json"), "not a backup of SG Desk"),
        (renamed("current", "Current"), "not a backup of SG Desk"),
        (lambda parts: parts.pop("manifest.json"), "not a backup of SG Desk"),
        (lambda parts: parts.pop("store-1.db"), "not a backup of SG Desk"),
        (with_value("extra.exe", b"MZ"), "not a backup of SG Desk"),
        (with_value("slots-1.json", b"x" * (1 << 21)), "not a backup of SG Desk"),
        (with_value("manifest.json", b" " * (1 << 17)), "not a backup of SG Desk"),
        (with_value("current", b"2\n"), "damaged or was changed"),
        (with_value("slots-1.json", b"{}"), "damaged or was changed"),
        (with_value("manifest.json", b"{"), "damaged or was changed"),
        (with_value("manifest.json", b'{"format": 1}'), "damaged or was changed"),
        (with_value("manifest.json", b"[" * 60_000), "damaged or was changed"),
        (with_manifest(format=2), "form this program does not know"),
        (with_manifest(format="1"), "damaged or was changed"),
        (with_manifest(made_at="yesterday"), "damaged or was changed"),
        (with_manifest(files={}), "damaged or was changed"),
        (flipped, "damaged or was changed"),
    ],
)
def test_a_hostile_backup_is_refused_in_words(made: Path, change: Change, words: str) -> None:
    path = rewritten(made, change)

    with pytest.raises(SituationError, match=words):
        read_archive(path)


def test_a_compressed_backup_is_refused(made: Path) -> None:
    path = rewritten(made, unchanged, compression=zipfile.ZIP_DEFLATED)

    with pytest.raises(SituationError, match="not a backup"):
        read_archive(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_backup_with_a_member_twice_is_refused(made: Path) -> None:
    with zipfile.ZipFile(made, "a") as file:
        file.writestr("store-1.db", b"other")

    with pytest.raises(SituationError, match="not a backup"):
        read_archive(made)


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06" + bytes(18), b"%PDF-1.7", os.urandom(9000)])
def test_a_file_that_is_no_backup_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.sgbackup"
    path.write_bytes(content)

    with pytest.raises(SituationError, match="Nothing was changed"):
        read_archive(path)


def test_a_backup_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SituationError, match="There is no backup"):
        read_archive(tmp_path / "x.sgbackup")


@pytest.mark.parametrize(
    ("change", "key", "words"),
    [
        (flipped, KEY, "damaged"),
        (with_value("store-1.db", b"SQLite format 3\x00" + bytes(8192)), KEY, "not encrypted"),
        (with_value("store-1.db", bytes(100)), KEY, "cut short"),
        (unchanged, bytes(32), "damaged"),
    ],
)
def test_a_failed_restore_changes_nothing(
    store: Store, made: Path, clock: FixedClock, change: Change, key: bytes, words: str
) -> None:
    archive = read_archive(rewritten(made, change, repair=True))
    store.close()
    before = {path.name: path.read_bytes() for path in store.folder.path.iterdir()}

    with pytest.raises(SituationError, match=words):
        restore_backup(archive, key, store.folder)

    assert {path.name: path.read_bytes() for path in store.folder.path.iterdir()} == before


def test_a_backup_of_a_newer_program_is_refused(
    store: Store, tmp_path: Path, clock: FixedClock
) -> None:
    connection = raw(store.folder.database())
    connection.execute("UPDATE alembic_version SET version_num = '0099'")
    connection.close()

    with pytest.raises(SituationError, match="newer SG Desk"):
        store.back_up(STORE_ID, tmp_path / "backups", AT)

    assert list((tmp_path / "backups").iterdir()) == []
    assert not list(store.folder.path.glob("*partial*"))


def test_a_backup_that_changes_between_check_and_restore_is_refused(
    store: Store, made: Path
) -> None:
    archive = read_archive(made)
    store.close()
    content = bytearray(made.read_bytes())
    content[len(content) // 2] ^= 1
    made.write_bytes(content)

    with pytest.raises(SituationError, match="damaged or was changed"):
        restore_backup(archive, KEY, store.folder)

    assert store.folder.generation() == 1


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=some.lists(some.tuples(some.integers(0, 4000), some.integers(0, 255)), min_size=1))
def test_no_change_to_a_backup_s_frame_ends_in_a_traceback(
    made: Path, changes: list[tuple[int, int]]
) -> None:
    content = bytearray(made.read_bytes())
    for place, value in changes:
        content[-place - 1 if place % 2 else place] = value
    path = made.with_name("fuzzed.sgbackup")
    path.write_bytes(content)

    try:
        archive = read_archive(path)
    except SituationError:
        return
    assert archive.manifest.files == read_archive(made).manifest.files
