import subprocess
import sys
from pathlib import Path

import msgspec
from store_records import ASHA, AT, KEY, concern, later

from sgdesk.clock import FixedClock
from sgdesk.ids import new_id
from sgdesk.store.drafts import StoredDraft
from sgdesk.store.folder import StoreFolder
from sgdesk.store.unit import Store

_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sgdesk.clock import SystemClock
from sgdesk.store.drafts import StoredDraft
from sgdesk.store.folder import StoreFolder
from sgdesk.store.unit import Store
store = Store.open(StoreFolder(Path(sys.argv[1])), bytes(range(32)), SystemClock())
number = 0
while True:
    number += 1
    at = datetime.now(UTC)
    with store.unit("lead", SystemClock()) as unit:
        unit.drafts.save(StoredDraft(
            id="one", flow="record", step="said", body=f'"{number}{"x" * 4000}"',
            caret_field="words", caret_position=number, saved_at=at, saved_by="lead",
        ))
        unit.commit()
    print(number, flush=True)
"""


def draft(**changes: object) -> StoredDraft:
    value = StoredDraft(
        id=new_id(),
        flow="record",
        concern_id=None,
        title="Mia Thornton",
        step="said",
        caret_field="words",
        caret_position=17,
        body='{"words":"Daddy gets cross"}',
        saved_at=AT,
        saved_by=ASHA,
    )
    return msgspec.structs.replace(value, **changes)


def test_a_draft_comes_back_on_its_page_with_its_caret(store: Store, clock: FixedClock) -> None:
    value = draft()
    with store.unit(ASHA, clock) as unit:
        unit.drafts.save(value)
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        assert unit.drafts.get(value.id) == value
        assert unit.drafts.get(new_id()) is None


def test_a_draft_saved_again_takes_the_place_of_the_first(store: Store, clock: FixedClock) -> None:
    first = draft()
    again = msgspec.structs.replace(first, step="events", body="{}", saved_at=later(1))
    with store.unit(ASHA, clock) as unit:
        unit.drafts.save(first)
        unit.drafts.save(again)
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        assert unit.drafts.all() == (again,)


def test_of_drafts_saved_at_one_moment_the_one_begun_last_comes_first(
    store: Store, clock: FixedClock
) -> None:
    values = [draft(), draft(), draft()]

    with store.unit(ASHA, clock) as unit:
        for value in (*values, values[0]):
            unit.drafts.save(value)

        assert [one.id for one in unit.drafts.all()] == [one.id for one in reversed(values)]


def test_drafts_know_their_concern_s_reference(store: Store, clock: FixedClock) -> None:
    value = concern()
    old, new = draft(concern_id=value.id), draft(concern_id=value.id, saved_at=later(1))
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        for each in (old, new, draft(saved_at=later(2))):
            unit.drafts.save(each)
        unit.commit()

    with store.unit(ASHA, clock) as unit:
        found = unit.drafts.of_concern(value.id)
        unit.drafts.remove(new.id)
        assert [each.reference for each in unit.drafts.all()] == ["", "SG-2026-0031"]
    assert [each.id for each in found] == [new.id, old.id]


def test_a_killed_process_loses_only_what_was_not_committed(
    folder: StoreFolder, clock: FixedClock
) -> None:
    for enough in (1, 7, 40):
        said = _write_until_killed(folder.path, enough)

        store = Store.open(folder, KEY, clock)
        with store.unit(ASHA, clock) as unit:
            found = unit.drafts.get("one")
        store.check_pages()
        store.close()

        assert found is not None
        assert found.caret_position >= said
        assert found.body == f'"{found.caret_position}{"x" * 4000}"'


def _write_until_killed(path: Path, enough: int) -> int:
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        said = 0
        while said < enough:
            said = int(process.stdout.readline())
        process.kill()
        return max([said, *(int(line) for line in process.stdout if line.endswith("\n"))])
