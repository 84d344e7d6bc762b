import errno
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from sgdesk.clock import FixedClock
from sgdesk.errors import SituationError
from sgdesk.store.folder import StoreFolder
from sgdesk.store.one_at_a_time import Holder, hold
from sgdesk.store.unit import Store

KEY = bytes(range(32))

_OTHER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sgdesk.clock import FixedClock
from sgdesk.store.one_at_a_time import hold
held = hold(Path(sys.argv[1]), FixedClock(datetime(2026, 11, 20, 10, 5, tzinfo=UTC)))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def other_copy(tmp_path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", _OTHER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_another_running_copy_is_named_with_place_and_time(
    other_copy: subprocess.Popen[str], tmp_path: Path, clock: FixedClock
) -> None:
    holder = msgspec.json.decode((tmp_path / "in-use.json").read_bytes(), type=Holder)

    with pytest.raises(SituationError) as caught:
        hold(tmp_path, clock)

    assert caught.value.text.startswith(f"{holder.user} has these records open on {holder.host}")
    assert "since Fri 20 Nov 2026, 10:05" in caught.value.text


def test_a_copy_that_was_killed_holds_nothing(
    other_copy: subprocess.Popen[str], tmp_path: Path, clock: FixedClock
) -> None:
    other_copy.kill()
    other_copy.wait()

    hold(tmp_path, clock).let_go()


def test_a_store_is_opened_once_until_it_is_closed(folder: StoreFolder, clock: FixedClock) -> None:
    first = Store.open(folder, KEY, clock)
    with pytest.raises(SituationError, match="has these records open"):
        Store.open(folder, KEY, clock)
    first.close()

    Store.open(folder, KEY, clock).close()


def test_a_holder_that_cannot_be_read_is_still_a_holder(tmp_path: Path, clock: FixedClock) -> None:
    held = hold(tmp_path, clock)
    (tmp_path / "in-use.json").write_bytes(b"[")

    with pytest.raises(SituationError, match="already open on these records"):
        hold(tmp_path, clock)

    held.let_go()


def test_an_account_without_a_name_holds_a_store_too(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setitem(sys.modules, "pwd", None)  # as on Windows

    held = hold(tmp_path, clock)

    with pytest.raises(SituationError, match="Somebody has these records open"):
        hold(tmp_path, clock)
    held.let_go()


def test_a_disk_that_knows_no_locks_is_said_in_words(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl", reason="another call of the system's locks on Windows")

    def refuse(_file: int, _how: int) -> None:
        raise OSError(errno.ENOTSUP, "no locks")

    monkeypatch.setattr(fcntl, "flock", refuse)

    with pytest.raises(SituationError, match="Nothing is lost"):
        hold(tmp_path, clock)
