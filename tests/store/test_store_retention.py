from datetime import UTC, datetime, timedelta
from pathlib import Path

from sgdesk.store.backup import backup_name
from sgdesk.store.retention import backups_in, backups_to_drop, to_keep


def days(*numbers: float) -> list[datetime]:
    start = datetime(2026, 11, 22, 12, tzinfo=UTC)
    return [start - timedelta(days=number) for number in numbers]


def test_daily_backups_of_two_years_thin_out() -> None:
    kept = sorted(to_keep(days(*range(730))), reverse=True)

    assert kept[:7] == days(*range(7))
    assert len(kept) <= 7 + 4 + 12
    assert (kept[0] - kept[-1]).days > 320


def test_the_newest_of_a_day_stays() -> None:
    kept = to_keep(days(0, 0.1, 0.2, 1, 1.1))

    assert kept == set(days(0, 1))


def test_few_backups_all_stay() -> None:
    assert to_keep(days(0, 3, 300)) == set(days(0, 3, 300))
    assert to_keep([]) == set()


def test_only_files_of_ours_are_ever_dropped(tmp_path: Path) -> None:
    moments = days(*range(60))
    for at in moments:
        (tmp_path / backup_name(at)).touch()
    for name in ("letter.docx", "sgdesk-20261399-000000Z.sgbackup", "sgdesk-x.sgbackup"):
        (tmp_path / name).touch()

    dropped = backups_to_drop(tmp_path)

    assert set(backups_in(tmp_path)) == set(moments)
    assert {path.name for path in dropped} == {
        backup_name(at) for at in set(moments) - to_keep(moments)
    }
