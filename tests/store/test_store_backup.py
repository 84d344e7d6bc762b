import hashlib
import json
import threading
import zipfile
from datetime import timedelta
from pathlib import Path

from store_records import ASHA, AT, KEY, STORE_ID, chain_is_sound, concern, raw

from sgdesk.clock import FixedClock
from sgdesk.store.archive import read_archive
from sgdesk.store.backup import restore_backup, verify_backup
from sgdesk.store.folder import StoreFolder
from sgdesk.store.migrate import HEAD
from sgdesk.store.unit import Store

MEMBERS = ["current", "manifest.json", "slots-1.json", "store-1.db"]


def test_a_backup_is_named_by_its_moment_and_says_what_it_holds(
    store: Store, clock: FixedClock, tmp_path: Path
) -> None:
    with store.unit(ASHA, clock) as unit:
        head = unit.audit("concern.added")
        unit.commit()

    backup = store.back_up(STORE_ID, tmp_path / "backups", AT)

    assert backup.path == tmp_path / "backups" / "sgdesk-20261120-103000Z.sgbackup"
    assert backup.made_at == AT
    assert backup.schema == HEAD
    assert backup.history.is_sound
    assert backup.history.head == head
    assert [path.name for path in backup.path.parent.iterdir()] == [backup.path.name]


def test_a_backup_can_be_read_from_the_written_format_alone(made: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(made) as file:
        assert sorted(file.namelist()) == MEMBERS
        assert {info.compress_type for info in file.infolist()} == {zipfile.ZIP_STORED}
        manifest = json.loads(file.read("manifest.json"))
        hashes = {
            name: hashlib.sha256(file.read(name)).hexdigest()
            for name in MEMBERS
            if name != "manifest.json"
        }
        assert file.read("current") == b"1\n"
        file.extract("store-1.db", tmp_path)

    assert set(manifest) == {"format", "store_id", "made_at", "schema", "files"}
    assert manifest["format"] == 1
    assert manifest["store_id"] == STORE_ID
    assert manifest["schema"] == HEAD
    assert manifest["files"] == hashes
    connection = raw(tmp_path / "store-1.db")
    assert connection.execute("SELECT reference FROM concern").fetchall() == [("SG-2026-0031",)]
    assert chain_is_sound(connection)
    connection.close()


def test_a_backup_is_made_from_another_thread_while_the_store_is_written(
    store: Store, clock: FixedClock, tmp_path: Path
) -> None:
    made: list[Path] = []
    thread = threading.Thread(
        target=lambda: made.append(store.back_up(STORE_ID, tmp_path / "backups", AT).path)
    )

    thread.start()
    for number in range(50):
        with store.unit(ASHA, clock) as unit:
            unit.audit("concern.read", f"concern:{number}")
            unit.commit()
    thread.join()

    assert verify_backup(read_archive(made[0]), KEY, store.folder).history.is_sound


def test_restoring_puts_the_records_back_as_the_next_generation(
    store: Store, made: Path, clock: FixedClock
) -> None:
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(concern("SG-2026-0099"))
        unit.commit()
    store.close()

    restored = restore_backup(read_archive(made), KEY, store.folder)

    assert store.folder.generation() == 2
    assert restored.history.count == 1
    again = Store.open(store.folder, KEY, clock)
    with again.unit(ASHA, clock) as unit:
        assert [line.reference for line in unit.concerns.newest()] == ["SG-2026-0031"]
    again.close()
    assert "store-1.db" in store.folder.remove_others()


def test_a_backup_can_be_restored_on_a_new_pc(
    made: Path, tmp_path: Path, clock: FixedClock
) -> None:
    folder = StoreFolder(tmp_path / "new" / "store")
    archive = read_archive(made)

    restore_backup(archive, KEY, folder)

    assert folder.read_slots() == archive.slots
    again = Store.open(folder, KEY, clock)
    with again.unit(ASHA, clock) as unit:
        assert unit.concerns.by_reference("SG-2026-0031") is not None
    again.close()


def test_a_backup_of_an_altered_history_is_made_and_says_so(
    store: Store, made: Path, tmp_path: Path
) -> None:
    connection = raw(store.folder.database())
    connection.execute("DROP TRIGGER audit_event_unchanged")
    connection.execute("UPDATE audit_event SET action = 'x'")
    connection.close()

    backup = store.back_up(STORE_ID, tmp_path / "backups", AT + timedelta(days=1))

    assert "was changed after it was written" in backup.history.problem
