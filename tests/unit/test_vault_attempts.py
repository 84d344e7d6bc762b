"""Failed passphrases cost time, never records."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.errors import SituationError
from sgdesk.vault import attempts

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def test_the_wait_rises_with_each_failure_and_is_capped(tmp_path: Path) -> None:
    waits = [attempts.note_failure(tmp_path, NOW) for _failure in range(12)]

    assert waits == [0, 0, 0, 5, 15, 30, 60, 120, 240, 300, 300, 300]


def test_no_failures_mean_no_wait_and_no_file(tmp_path: Path) -> None:
    assert attempts.wait_before_try(tmp_path, NOW) == 0
    assert list(tmp_path.iterdir()) == []


def test_a_wait_runs_down_across_restarts(tmp_path: Path) -> None:
    for _failure in range(5):
        attempts.note_failure(tmp_path, NOW)

    assert attempts.wait_before_try(tmp_path, later(5)) == 10
    assert attempts.wait_before_try(tmp_path, later(15)) == 0


def test_the_file_holds_times_only(tmp_path: Path) -> None:
    attempts.note_failure(tmp_path, NOW)
    attempts.note_failure(tmp_path, later(20))

    assert json.loads((tmp_path / "attempts.json").read_bytes()) == {
        "failed_at": ["2026-11-20T09:30:00Z", "2026-11-20T09:30:20Z"],
        "unreadable_at": None,
        "format": 1,
    }


def test_the_times_are_there_for_the_log_until_they_are_forgotten(tmp_path: Path) -> None:
    attempts.note_failure(tmp_path, NOW)

    assert attempts.read(tmp_path, later(60)).failed_at == (NOW,)
    attempts.forget(tmp_path)
    assert attempts.read(tmp_path, later(60)) == attempts.Attempts()
    attempts.forget(tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}garbage",
        b"[" * 50_000,
        b"x" * 70_000,
        b'{"format": 2, "failed_at": []}',
        b'{"failed_at": ["2026-11-20T09:30:00"]}',
        b'{"failed_at": [], "note": "none"}',
    ],
    ids=lambda content: f"{content[:20]!r}",
)
def test_a_damaged_file_waits_as_long_as_the_middle_and_then_lets_in(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "attempts.json").write_bytes(content)

    assert attempts.wait_before_try(tmp_path, NOW) == 30
    assert attempts.wait_before_try(tmp_path, later(10)) == 20
    assert attempts.wait_before_try(tmp_path, later(30)) == 0
    assert attempts.read(tmp_path, later(30)).unreadable_at == NOW
    assert attempts.note_failure(tmp_path, later(30)) == 60


def test_a_clock_that_was_ahead_does_not_lock_for_years(tmp_path: Path) -> None:
    for _failure in range(9):
        attempts.note_failure(tmp_path, later(400_000_000))

    assert attempts.wait_before_try(tmp_path, NOW) == 240
    assert attempts.wait_before_try(tmp_path, later(200)) == 40
    assert attempts.wait_before_try(tmp_path, later(240)) == 0


def test_the_newest_thousand_failures_are_kept_and_still_read(tmp_path: Path) -> None:
    past = attempts.Attempts(failed_at=tuple(later(-n) for n in range(1000, 0, -1)))
    (tmp_path / "attempts.json").write_bytes(attempts.encode(past))

    assert attempts.note_failure(tmp_path, NOW) == 300

    noted = attempts.read(tmp_path, NOW)
    assert (len(noted.failed_at), noted.failed_at[-1]) == (1000, NOW)
    assert noted.unreadable_at is None


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(SituationError, match="Nothing is lost"):
        attempts.note_failure(tmp_path / "gone", NOW)


@given(st.binary(max_size=200))
def test_no_file_content_waits_longer_than_the_cap(content: bytes) -> None:
    found = attempts.decode(content, NOW)

    assert 0 <= attempts.wait_seconds(found, NOW) <= 300
