from datetime import UTC, datetime, timedelta

import pytest
from store_records import ASHA, KEY, chain_is_sound, raw

from sgdesk.clock import FixedClock
from sgdesk.store.audit import Head, canonical
from sgdesk.store.unit import Store


@pytest.fixture
def history(store: Store) -> list[Head]:
    """Five entries, one a day from 1 November 2026."""
    heads = []
    for day in range(5):
        clock = FixedClock(datetime(2026, 11, 1, 9, 30, tzinfo=UTC) + timedelta(days=day))
        with store.unit(ASHA, clock) as unit:
            detail = {"to": "é", "copy": day} if day else None
            heads.append(unit.audit("sharing.sent", f"sharing:{day}", detail))
            unit.commit()
    return heads


def tamper(store: Store, *statements: str) -> None:
    connection = raw(store.folder.database(), KEY)
    for trigger in ("in_order", "unchanged", "kept"):
        connection.execute(f"DROP TRIGGER audit_event_{trigger}")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def problem_in(store: Store, clock: FixedClock, known: Head | None = None) -> str:
    with store.unit(ASHA, clock) as unit:
        return unit.history.verify(known).problem


def test_a_sound_history_is_confirmed(store: Store, clock: FixedClock, history: list[Head]) -> None:
    with store.unit(ASHA, clock) as unit:
        report = unit.history.verify(history[2])

    assert report.is_sound
    assert (report.count, report.head) == (5, history[-1])
    assert report.set_back == ()


def test_an_empty_history_is_sound(store: Store, clock: FixedClock) -> None:
    with store.unit(ASHA, clock) as unit:
        report = unit.history.verify()

    assert (report.count, report.head, report.problem) == (0, None, "")


def test_a_verifier_written_from_the_text_agrees(store: Store, history: list[Head]) -> None:
    connection = raw(store.folder.database())
    assert chain_is_sound(connection)
    stored = connection.execute("SELECT * FROM audit_event WHERE seq = 2").fetchone()
    connection.close()

    assert stored[:6] == (
        2, "2026-11-02T09:30:00.000000Z", ASHA, "sharing.sent", "sharing:1",
        '{"copy":1,"to":"é"}',
    )  # fmt: skip


def test_entries_are_read_newest_first_and_by_subject(
    store: Store, clock: FixedClock, history: list[Head]
) -> None:
    with store.unit(ASHA, clock) as unit:
        assert [event.seq for event in unit.history.newest(limit=2)] == [5, 4]
        assert [event.seq for event in unit.history.newest(before=3)] == [2, 1]
        (of_one,) = unit.history.newest(subject="sharing:3")
        last = unit.history.last("sharing.sent")
        assert unit.history.last("pack.made") is None
    assert of_one.detail == {"copy": 3, "to": "é"}
    assert of_one.hash == history[3].hash
    assert last is not None
    assert last.seq == 5


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE audit_event SET user = 'x' WHERE seq = 2", "Entry 2 .* dated Mon 2 Nov 2026"),
        ("UPDATE audit_event SET detail = x'00' WHERE seq = 2", "Entry 2 .* was changed"),
        (
            "UPDATE audit_event SET at = '2026-10-01T09:30:00.000000Z' WHERE seq = 3",
            "Entry 3 .* dated Thu 1 Oct 2026, 10:30, was changed",
        ),
        ("UPDATE audit_event SET at = 'x' WHERE seq = 3", "Entry 3 .* not a date, was changed"),
        ("DELETE FROM audit_event WHERE seq = 2", "Entry 2 .* is missing.* Tue 3 Nov 2026"),
        ("DELETE FROM audit_event WHERE seq = 1", "Entry 1 .* is missing"),
        ("UPDATE audit_event SET prev = hash WHERE seq = 4", "Entry 4 .* does not follow"),
    ],
)
def test_tampering_is_found_named_and_dated(
    store: Store, clock: FixedClock, history: list[Head], statement: str, words: str
) -> None:
    tamper(store, statement)

    import re

    assert re.search(words, problem_in(store, clock))
    connection = raw(store.folder.database())
    if "x'00'" not in statement:
        assert not chain_is_sound(connection)
    connection.close()


def test_two_entries_that_changed_places_are_found(
    store: Store, clock: FixedClock, history: list[Head]
) -> None:
    tamper(
        store,
        "UPDATE audit_event SET seq = 99 WHERE seq = 2",
        "UPDATE audit_event SET seq = 2 WHERE seq = 3",
        "UPDATE audit_event SET seq = 3 WHERE seq = 99",
    )

    assert "Entry 2" in problem_in(store, clock)


def test_a_history_cut_at_its_end_is_found_by_the_head_kept_elsewhere(
    store: Store, clock: FixedClock, history: list[Head]
) -> None:
    tamper(store, "DELETE FROM audit_event WHERE seq = 5")

    assert problem_in(store, clock) == ""
    assert "ends at entry 4" in problem_in(store, clock, history[4])
    assert problem_in(store, clock, history[3]) == ""


def test_a_history_written_anew_is_found_by_the_head_kept_elsewhere(
    store: Store, clock: FixedClock, history: list[Head]
) -> None:
    tamper(store, "DELETE FROM audit_event")
    for number in range(5):
        with store.unit(ASHA, clock) as unit:
            unit.audit("sharing.sent", f"other:{number}")
            unit.commit()

    assert problem_in(store, clock) == ""
    assert "Entry 5 of the history is not the one" in problem_in(store, clock, history[4])


def test_a_clock_that_was_put_back_is_reported_and_is_no_break(
    store: Store, history: list[Head]
) -> None:
    early = FixedClock(datetime(2026, 10, 1, tzinfo=UTC))
    with store.unit(ASHA, early) as unit:
        unit.audit("concern.read")
        unit.commit()

    with store.unit(ASHA, early) as unit:
        report = unit.history.verify()

    assert report.is_sound
    assert report.set_back == (6,)


def test_details_have_one_form() -> None:
    detail = {"b": [1, {"d": None, "c": "ñ"}], "a": "\x1f"}

    assert canonical(detail) == '{"a":"\\u001f","b":[1,{"c":"ñ","d":null}]}'
    assert canonical({}) == "{}"
