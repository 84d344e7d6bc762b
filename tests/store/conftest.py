from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from store_records import ASHA, AT, STORE_ID, concern

from sgdesk.clock import FixedClock
from sgdesk.store.folder import StoreFolder
from sgdesk.store.unit import Store

KEY = bytes(range(32))
SLOTS = b'{"format": 1, "store_id": "3f0c4b1e-0000-4000-8000-000000000000", "principals": []}'


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 22, 12, 5, tzinfo=UTC))


@pytest.fixture(scope="session")
def finished_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = StoreFolder(tmp_path_factory.mktemp("finished") / "store")
    at = FixedClock(datetime(2026, 11, 1, tzinfo=UTC))
    Store.create(folder, SLOTS, KEY, at).close()
    return folder.path


@pytest.fixture
def folder(tmp_path: Path, finished_store: Path) -> StoreFolder:
    path = tmp_path / "store"
    path.mkdir(mode=0o700)
    for file in finished_store.iterdir():
        (path / file.name).write_bytes(file.read_bytes())
    return StoreFolder(path)


@pytest.fixture
def store(folder: StoreFolder, clock: FixedClock) -> Iterator[Store]:
    opened = Store.open(folder, KEY, clock)
    yield opened
    opened.close()


@pytest.fixture
def made(store: Store, clock: FixedClock, tmp_path: Path) -> Path:
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(concern())
        unit.audit("concern.added")
        unit.commit()
    return store.back_up(STORE_ID, tmp_path / "backups", AT).path
