import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from store_records import ASHA, KEY, concern, raw

from sgdesk.clock import FixedClock
from sgdesk.domain.practice import Practice
from sgdesk.errors import SituationError
from sgdesk.store import engine
from sgdesk.store.engine import check_pages, connect
from sgdesk.store.folder import StoreFolder
from sgdesk.store.rehearsal import rehearsal
from sgdesk.store.unit import Store


def words_of(folder: StoreFolder, clock: FixedClock, key: bytes = KEY) -> str:
    before = sorted((path.name, path.read_bytes()) for path in folder.path.glob("store-*"))
    with pytest.raises(SituationError) as caught:
        Store.open(folder, key, clock)
    after = sorted((path.name, path.read_bytes()) for path in folder.path.glob("store-*"))
    assert after == before
    return caught.value.text


def test_the_file_is_not_sqlite_s_and_does_not_open_without_the_key(folder: StoreFolder) -> None:
    assert not folder.database().read_bytes().startswith(b"SQLite format 3")

    connection = sqlite3.connect(folder.database())
    with pytest.raises(sqlite3.DatabaseError):
        connection.execute("SELECT count(*) FROM sqlite_master")
    connection.close()


def test_the_connection_is_set_up_as_promised(store: Store) -> None:
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "cipher_memory_security": "0",
    }

    with store._engine.connect() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected}

    assert found == expected


def test_changes_to_the_schema_roll_back_too(store: Store) -> None:
    with store._engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE extra (id TEXT)")

    with store._engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'extra'")
        assert found.first() is None


def test_an_error_does_not_repeat_what_was_typed(store: Store) -> None:
    statement = text("INSERT INTO counter VALUES (:name, :value)")
    values = {"name": "Mia Thornton", "value": None}

    with pytest.raises(IntegrityError) as caught, store._engine.begin() as connection:
        connection.execute(statement, values)

    assert "Thornton" not in str(caught.value)


def test_a_wrong_key_means_damage(folder: StoreFolder, clock: FixedClock) -> None:
    assert "damaged" in words_of(folder, clock, key=bytes(32))


def test_a_plain_file_in_its_place_is_refused(folder: StoreFolder, clock: FixedClock) -> None:
    folder.database().unlink()
    plain = sqlite3.connect(folder.database())
    plain.execute("CREATE TABLE concern (id TEXT)")
    plain.close()

    assert "is not encrypted" in words_of(folder, clock)


def test_a_foreign_file_in_its_place_is_refused(folder: StoreFolder, clock: FixedClock) -> None:
    folder.database().write_bytes(b"%PDF-1.7" + bytes(range(256)) * 64)

    assert "damaged" in words_of(folder, clock)


@pytest.mark.parametrize("size", [0, 1, 4095])
def test_an_empty_or_cut_file_is_refused(folder: StoreFolder, clock: FixedClock, size: int) -> None:
    folder.database().write_bytes(folder.database().read_bytes()[:size])

    assert "is empty or cut short" in words_of(folder, clock)


def test_a_file_cut_at_a_page_is_refused(folder: StoreFolder, clock: FixedClock) -> None:
    folder.database().write_bytes(folder.database().read_bytes()[:-8192])

    assert "damaged" in words_of(folder, clock)


def filled(folder: StoreFolder, clock: FixedClock) -> Path:
    store = Store.open(folder, KEY, clock)
    with store.unit(ASHA, clock) as unit:
        for number in range(20):
            unit.concerns.add(concern(f"SG-2026-{number:04d}"))
            unit.audit("concern.added")
        unit.commit()
    store.close()
    return folder.database()


def read_everything(folder: StoreFolder, clock: FixedClock) -> None:
    with closing(Store.open(folder, KEY, clock)) as store:
        with store.unit(ASHA, clock) as unit:
            assert len(unit.concerns.newest()) == 20
            assert unit.history.verify().count == 20
        store.check_pages()


def test_no_page_can_be_changed_unnoticed(folder: StoreFolder, clock: FixedClock) -> None:
    path = filled(folder, clock)
    sound = path.read_bytes()
    check_pages(path, KEY)

    unnoticed = []
    for page in range(len(sound) // 4096):
        changed = bytearray(sound)
        changed[page * 4096 + (page * 509) % 4096] ^= 0x40
        path.write_bytes(changed)
        try:
            check_pages(path, KEY)
            unnoticed.append(page)
        except SituationError:
            continue

    assert unnoticed == []


@pytest.mark.parametrize("share", [0, 1, 2, 3, 4, 5, 6, 7])
def test_a_damaged_region_is_said_when_it_is_read_and_never_shown_empty(
    folder: StoreFolder, clock: FixedClock, share: int
) -> None:
    path = filled(folder, clock)
    content = bytearray(path.read_bytes())
    size = len(content) // 8
    for offset in range(share * size, (share + 1) * size, 64):
        content[offset] ^= 0xFF
    path.write_bytes(content)

    with pytest.raises(SituationError, match="damaged") as caught:
        read_everything(folder, clock)

    assert "Restore the newest backup" in caught.value.text


def test_a_read_only_file_is_said_first_with_what_happened_to_the_words(
    store: Store, clock: FixedClock
) -> None:
    with store._engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA query_only = ON")

    with pytest.raises(SituationError) as caught, store.unit(ASHA, clock) as unit:
        unit.practice.save(Practice(name="Riverside Dental Practice"))

    assert caught.value.text.startswith("Nothing is lost: the records cannot be written to")


def test_records_held_by_another_program_are_said(store: Store, clock: FixedClock) -> None:
    other = raw(store.folder.database())
    other.execute("BEGIN IMMEDIATE")
    with store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 0")

    expected = pytest.raises(SituationError, match="another program holds the records")
    with expected, store.unit(ASHA, clock) as unit:
        unit.practice.save(Practice())
    other.close()


def test_a_file_that_is_not_there_is_not_begun(tmp_path: Path) -> None:
    with pytest.raises(SituationError):
        connect(tmp_path / "store-1.db", KEY)

    assert list(tmp_path.iterdir()) == []


def test_a_library_without_its_cipher_writes_and_opens_nothing(
    folder: StoreFolder, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sgdesk.store.engine.sqlcipher", sqlite3)

    with pytest.raises(SituationError, match="installed without its encryption"):
        Store.open(folder, KEY, clock)
    with pytest.raises(SituationError, match="installed without its encryption"):
        Store.create(StoreFolder(tmp_path / "new"), b"{}", KEY, clock)

    assert [path.name for path in (tmp_path / "new").iterdir()] == ["in-use.json"]


def test_statements_of_a_rehearsal_are_ready_made_and_those_of_a_store_are_not_kept(
    folder: StoreFolder, clock: FixedClock
) -> None:
    with rehearsal(clock) as unit:
        unit.concerns.newest()
    rehearsed = dict(engine._rehearsed)
    with closing(Store.open(folder, KEY, clock)) as store, store.unit(ASHA, clock) as unit:
        made = unit._connection._execution_options["compiled_cache"]
        ready = set(made)
        unit.concerns.newest()
        assert set(made) == ready
        unit.concerns.add(concern("SG-2026-0001"))
        unit.commit()
        assert set(made) > ready

    assert engine._rehearsed == rehearsed
