from datetime import timedelta
from pathlib import Path

import pytest
from store_records import (
    ASHA,
    AT,
    KEY,
    agency,
    attempt,
    call,
    concern,
    due,
    paper,
    person,
    sharing,
)

from sgdesk.clock import FixedClock
from sgdesk.domain.facts.kinds import Observation, Saying
from sgdesk.domain.outcome import Outcome
from sgdesk.domain.practice import Practice
from sgdesk.ids import new_id
from sgdesk.store.drafts import StoredDraft
from sgdesk.store.unit import Store

CANARY = "Kanarienvogel"


def write_everywhere(store: Store, clock: FixedClock) -> None:
    value = concern(
        person=person(name=CANARY, address=CANARY, known_as=CANARY),
        facts=(
            Saying(id=new_id(), words=CANARY * 50, speaker=CANARY),
            Observation(id=new_id(), text=CANARY * 300),
        ),
    )
    decided = sharing(value)
    with store.unit(ASHA, clock) as unit:
        unit.practice.save(Practice(name=CANARY))
        unit.concerns.add(value)
        unit.sharings.add(decided)
        unit.sharings.save_attempt(attempt(decided, message=CANARY))
        unit.calls.add(call(value, advice=CANARY))
        unit.outcomes.add(Outcome(id=new_id(), concern_id=value.id, at=AT, decision=CANARY))
        unit.dues.add(due(value, detail=CANARY))
        unit.agencies.save(agency(note=CANARY))
        unit.papers.add(paper(value), CANARY.encode() * 5000)
        unit.drafts.save(
            StoredDraft(id="d", flow="record", title=CANARY, body=CANARY, saved_at=AT, saved_by="")
        )
        unit.audit("concern.added", f"concern:{value.id}")
        unit.commit()
    with store.unit(ASHA, clock) as unit:
        unit.search.find(CANARY)


def readable_in(place: Path) -> list[str]:
    words = (CANARY.encode(), CANARY.encode("utf-16-le"), b"SG-2026-0031", b"CREATE TABLE", KEY)
    return [
        f"{path.name}: {word!r}"
        for path in place.rglob("*")
        if path.is_file()
        for word in words
        if word.lower() in path.read_bytes().lower()
    ]


def test_nothing_that_was_written_can_be_read_in_any_file(
    store: Store, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(scratch))

    write_everywhere(store, clock)
    open_names = {path.name for path in store.folder.path.iterdir()}
    while_open = readable_in(tmp_path)
    store.back_up("3f0c4b1e-0000-4000-8000-000000000000", tmp_path / "stick", AT)
    store.back_up("3f0c4b1e-0000-4000-8000-000000000000", tmp_path, AT + timedelta(days=1))
    store.close()

    assert "store-1.db-wal" in open_names
    assert while_open == []
    assert readable_in(tmp_path) == []
    assert list(scratch.iterdir()) == []


def test_a_closed_store_leaves_one_file_of_records(store: Store, clock: FixedClock) -> None:
    write_everywhere(store, clock)

    store.close()

    names = {path.name for path in store.folder.path.iterdir()}
    assert names == {"current", "in-use.json", "slots-1.json", "store-1.db"}
    assert (store.folder.path / "in-use.json").read_bytes() == b""
