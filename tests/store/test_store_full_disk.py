"""A disk that is full, for real: a small file system where it can be had, a limit elsewhere."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_records import ASHA, AT, KEY, concern, paper

from sgdesk.clock import FixedClock
from sgdesk.domain.practice import Practice
from sgdesk.errors import SituationError
from sgdesk.store.folder import StoreFolder
from sgdesk.store.unit import Store

resource = pytest.importorskip("resource", reason="limits on file sizes are POSIX")

_WRITER = """
import json, resource, sys
from datetime import UTC, datetime
from pathlib import Path
from sgdesk.clock import SystemClock
from sgdesk.errors import SituationError
from sgdesk.store.drafts import StoredDraft
from sgdesk.store.folder import StoreFolder
from sgdesk.store.unit import Store
folder = StoreFolder(Path(sys.argv[1]))
store = Store.open(folder, bytes(range(32)), SystemClock())
at = datetime.now(UTC)

def save(number):
    with store.unit("lead", SystemClock()) as unit:
        unit.drafts.save(StoredDraft(id=f"d{number:04d}", flow="record", body="x" * 4000,
                                     saved_at=at, saved_by="lead"))
        unit.commit()

def kept():
    with store.unit("lead", SystemClock()) as unit:
        return len(unit.drafts.all())

saved, said = 0, ""
size = folder.database().with_name("store-1.db-wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100_000, resource.RLIM_INFINITY))
while saved < 500:
    try:
        save(saved)
    except SituationError as error:
        said = error.text
        break
    saved += 1
found = kept()
try:
    folder.write_slots(b"y" * 400_000)
    slots = ""
except SituationError as error:
    slots = error.text
unchanged = folder.read_slots().startswith(b'{"format": 1')
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
save(saved)
print(json.dumps([saved, said, found, kept(), slots, unchanged]))
store.close()
"""


def test_a_full_disk_loses_nothing_that_was_saved_and_work_goes_on_after(
    folder: StoreFolder,
) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", _WRITER, str(folder.path)],
        capture_output=True,
        text=True,
        check=True,
    )

    saved, said, found, after, slots, unchanged = json.loads(done.stdout)
    assert 0 < saved < 500
    assert said.startswith("Nothing is lost: ")
    assert found == saved
    assert after == saved + 1
    assert slots.startswith("Nothing is lost: the disk is full")
    assert unchanged
    assert done.stderr == ""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "small"
    place.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=3m,mode=700", "tmpfs", str(place)]
    if not (mount and umount) or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no right to mount a small disk here")
    yield place
    subprocess.run([str(umount), "--lazy", str(place)], check=True)


def test_a_disk_without_room_says_so_and_keeps_what_was_saved(
    small_disk: Path, finished_store: Path, clock: FixedClock
) -> None:
    folder = StoreFolder(small_disk / "store")
    shutil.copytree(finished_store, folder.path)
    store = Store.open(folder, KEY, clock)
    filler = small_disk / "filler"
    with pytest.raises(OSError, match="No space"):
        fill(filler)

    with pytest.raises(SituationError) as caught:
        add_paper(store, clock)
    with pytest.raises(SituationError, match="the disk is full"):
        store.back_up("3f0c4b1e-0000-4000-8000-000000000000", small_disk, AT)
    left = sorted(path.name for path in small_disk.rglob("*"))
    filler.unlink()
    with store.unit(ASHA, clock) as unit:
        unit.practice.save(Practice(name="Riverside Dental Practice"))
        unit.commit()
    store.close()

    assert caught.value.text.startswith("Nothing is lost: the disk is full")
    assert not [name for name in left if "partial" in name or name.endswith(".sgbackup")]


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


def add_paper(store: Store, clock: FixedClock) -> None:
    with store.unit(ASHA, clock) as unit:
        unit.papers.add(paper(concern(), concern_id=None), bytes(200_000))
        unit.commit()
