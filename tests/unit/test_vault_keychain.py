"""The keychain is a help where there is one, and its absence is said."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sgdesk.vault import keychain
from sgdesk.vault.keychain import NoKeychain, State

STORE_ID = "2c8a7c57-0fd4-4a9e-8a83-6a0a4f9c9b10"
HASH = "5d" * 32
NOTHING_KEPT = "missing\nNone\nmissing"
NEEDED = ("dbus-run-session", "gnome-keyring-daemon")

needs_a_session = pytest.mark.skipif(
    "CI" not in os.environ and not all(map(shutil.which, NEEDED)),
    reason="dbus-run-session or gnome-keyring-daemon is not installed",
)

STATELESS = f"""
from sgdesk.vault.keychain import OsKeychain
chain = OsKeychain()
print(chain.state())
print(chain.recall_head("{STORE_ID}"))
print(chain.remember_head("{STORE_ID}", 1, "{HASH}"))
"""

ROUND_TRIP = f"""
import keyring
from sgdesk.vault.keychain import Head, OsKeychain, State

chain = OsKeychain()
assert chain.state() is State.READY, chain.state()
assert chain.recall_head("{STORE_ID}") is None
assert chain.remember_head("{STORE_ID}", 41, "{HASH}") is State.READY
assert chain.remember_head("{STORE_ID}", 42, "{HASH}") is State.READY
again = OsKeychain()
assert again.recall_head("{STORE_ID}") == Head(seq=42, hash="{HASH}")
assert again.recall_head("another store") is None
keyring.set_password("SG Desk", "log head of {STORE_ID}", "not ours")
assert again.recall_head("{STORE_ID}") is None
assert again.state() is State.READY
print("kept and recalled")
"""

LOCKED = f"""
import secretstorage
from sgdesk.vault.keychain import OsKeychain

chain = OsKeychain()
print(chain.remember_head("{STORE_ID}", 41, "{HASH}"))
bus = secretstorage.dbus_init()
secretstorage.get_default_collection(bus).lock()
bus.close()
print(chain.recall_head("{STORE_ID}"))
print(chain.state())
print(chain.remember_head("{STORE_ID}", 42, "{HASH}"))
"""


def in_a_fresh_process(script: str, home: Path, **extra: str) -> str:
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DBUS_", "XDG_", "PYTHON_KEYRING"))
    }
    environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)} | extra
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a keychain")
def test_a_pc_without_a_keychain_is_a_state_and_not_a_crash(tmp_path: Path) -> None:
    assert in_a_fresh_process(STATELESS, tmp_path) == NOTHING_KEPT


@pytest.mark.parametrize("backend", ["null.Keyring", "fail.Keyring", "chainer.ChainerBackend"])
def test_a_keychain_that_keeps_nothing_is_not_trusted(tmp_path: Path, backend: str) -> None:
    chosen = f"keyring.backends.{backend}"

    found = in_a_fresh_process(STATELESS, tmp_path, PYTHON_KEYRING_BACKEND=chosen)

    assert found == NOTHING_KEPT


def test_a_keychain_in_a_plain_file_is_not_trusted_and_gets_nothing(tmp_path: Path) -> None:
    (tmp_path / "plain_file.py").write_text(
        "from pathlib import Path\n"
        "from keyring.backend import KeyringBackend\n"
        "class Keyring(KeyringBackend):\n"
        "    priority = 9\n"
        "    def get_password(self, service, username):\n"
        "        raise AssertionError\n"
        "    def set_password(self, service, username, password):\n"
        "        raise AssertionError\n"
    )
    chosen = {"PYTHON_KEYRING_BACKEND": "plain_file.Keyring", "PYTHONPATH": str(tmp_path)}

    assert in_a_fresh_process(STATELESS, tmp_path, **chosen) == NOTHING_KEPT


@pytest.mark.secret_service
@needs_a_session
def test_a_locked_secret_service_is_a_state_and_not_a_crash(tmp_path: Path) -> None:
    assert in_a_session(LOCKED, tmp_path) == "ready\nNone\nrefused\nrefused"


@pytest.mark.secret_service
@needs_a_session
def test_a_real_secret_service_keeps_the_head(tmp_path: Path) -> None:
    assert in_a_session(ROUND_TRIP, tmp_path) == "kept and recalled"


def in_a_session(script: str, home: Path) -> str:
    for folder in ("data", "cache", "config", "run"):
        (home / folder).mkdir(mode=0o700)
    (home / "script.py").write_text(script)
    steps = (
        "echo -n pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1"
        f" && exec '{sys.executable}' -W error '{home / 'script.py'}'"
    )
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_RUNTIME_DIR": str(home / "run"),
    }
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", steps],
        env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_no_keychain_keeps_nothing_and_says_so() -> None:
    none = NoKeychain()

    assert none.remember_head(STORE_ID, 1, HASH) is State.MISSING
    assert none.recall_head(STORE_ID) is None
    assert none.state() is State.MISSING


@pytest.mark.parametrize("state", [State.MISSING, State.REFUSED])
def test_a_keychain_that_does_not_serve_is_explained(state: State) -> None:
    assert "Everything works" in keychain.sentence(state)
    assert "older copy" in keychain.sentence(state)
