import os
import stat
from pathlib import Path

import pytest

from sgdesk.clock import FixedClock
from sgdesk.errors import SituationError
from sgdesk.store.folder import StoreFolder
from sgdesk.store.unit import Store

KEY = bytes(range(32))


def words_of(folder: StoreFolder) -> str:
    with pytest.raises(SituationError) as caught:
        folder.check()
    return caught.value.text


def test_a_new_store_is_three_files_of_generation_one(folder: StoreFolder) -> None:
    names = sorted(path.name for path in folder.path.iterdir() if path.name != "in-use.json")

    assert names == ["current", "slots-1.json", "store-1.db"]
    assert (folder.path / "current").read_bytes() == b"1\n"
    assert folder.generation() == 1


@pytest.mark.skipif(os.name != "posix", reason="rights are the folder's own on this system")
def test_a_store_of_one_owner_is_closed_to_others(tmp_path: Path, clock: FixedClock) -> None:
    folder = StoreFolder(tmp_path / "deep" / "store")

    store = Store.create(folder, b"{}", KEY, clock)

    rights = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.path.iterdir()}
    store.close()
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
    assert {rights[name] for name in ("current", "slots-1.json", "store-1.db")} == {0o600}
    assert {rights[name] for name in ("store-1.db-wal", "in-use.json")} == {0o600}


@pytest.mark.skipif(os.name != "posix", reason="rights are the folder's own on this system")
def test_a_store_for_everyone_of_this_pc_is_open_to_them(tmp_path: Path, clock: FixedClock) -> None:
    folder = StoreFolder(tmp_path / "store")

    Store.create(folder, b"{}", KEY, clock, for_everyone=True).close()

    assert stat.S_IMODE((folder.path / "store-1.db").stat().st_mode) == 0o666
    assert stat.S_IMODE((folder.path / "in-use.json").stat().st_mode) == 0o666


def test_a_store_is_never_made_where_something_is(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(SituationError, match="Choose an empty folder"):
        Store.create(StoreFolder(tmp_path), b"{}", KEY, clock)

    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_store_that_could_not_be_finished_is_taken_away_and_can_be_tried_again(
    tmp_path: Path, clock: FixedClock
) -> None:
    folder = StoreFolder(tmp_path / "store")

    with pytest.raises(ValueError, match="32 bytes"):
        Store.create(folder, b"{}", b"short", clock)
    left = [path.name for path in folder.path.iterdir()]
    Store.create(folder, b"{}", KEY, clock).close()

    assert left == ["in-use.json"]
    assert folder.generation() == 1


def test_no_folder_is_said(tmp_path: Path) -> None:
    assert "There is no folder" in words_of(StoreFolder(tmp_path / "gone"))


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    assert "There are no SG Desk records" in words_of(StoreFolder(tmp_path))


def test_records_without_current_are_said(folder: StoreFolder) -> None:
    (folder.path / "current").unlink()

    assert "“current” is missing" in words_of(folder)


@pytest.mark.parametrize("line", [b"", b"x", b"0\n", b"-1\n", b"1\n2\n", b"\x00" * 9, b"9" * 40])
def test_a_current_that_is_no_number_is_said(folder: StoreFolder, line: bytes) -> None:
    (folder.path / "current").write_bytes(line)

    assert "does not say which records count" in words_of(folder)


@pytest.mark.parametrize("name", ["slots-1.json", "store-1.db"])
def test_a_missing_file_is_named(folder: StoreFolder, name: str) -> None:
    (folder.path / name).unlink()

    assert words_of(folder).startswith(f"{name} is missing")


def test_a_generation_that_is_not_there_is_named(folder: StoreFolder) -> None:
    (folder.path / "current").write_bytes(b"7\n")

    assert words_of(folder).startswith("slots-7.json is missing")


@pytest.mark.parametrize("content", [b"", b"x" * ((1 << 20) + 1)])
def test_absurd_slots_are_refused(folder: StoreFolder, content: bytes) -> None:
    folder.slots_file().write_bytes(content)

    assert "cannot be a list of keys" in words_of(folder)


def test_slots_are_replaced_whole(folder: StoreFolder) -> None:
    folder.write_slots(b"new")

    assert folder.read_slots() == b"new"
    assert not list(folder.path.glob(".slots*"))


def test_switching_wants_both_files(folder: StoreFolder) -> None:
    folder.write_slots(b"new", 2)

    with pytest.raises(SituationError, match=r"store-2\.db is missing"):
        folder.switch_to(2)

    assert folder.generation() == 1
    assert folder.next_generation() == 3


def test_other_generations_can_be_removed(folder: StoreFolder) -> None:
    folder.write_slots(b"new", 2)
    (folder.path / "store-2.db").write_bytes(b"new")
    (folder.path / "before-0002-store-2.db").write_bytes(b"copy")
    folder.switch_to(2)

    removed = folder.remove_others()

    assert removed == ["before-0002-store-2.db", "slots-1.json", "store-1.db"]
    assert folder.read_slots() == b"new"
