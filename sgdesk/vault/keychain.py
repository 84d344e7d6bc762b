"""The keychain of this PC, which remembers how far each store's log had come."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Protocol

import msgspec
from msgspec import Meta

from sgdesk.text import _

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "SG Desk"
# Every other backend keeps its secrets in a plain file, nowhere, or in we know not what.
_TRUSTED_MODULES = {
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
}


class State(StrEnum):
    """Whether the keychain can be used."""

    READY = "ready"
    MISSING = "missing"
    REFUSED = "refused"


class Head(msgspec.Struct, frozen=True):
    """The newest entry of a store's log: its number and its hash in lower-case hex."""

    seq: Annotated[int, Meta(ge=0)]
    hash: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]


class Keychain(Protocol):
    """Somewhere outside the store folder that remembers heads."""

    def remember_head(self, store_id: str, seq: int, hash: str) -> State:
        """Keep the newest head; READY means that it was kept."""
        ...

    def recall_head(self, store_id: str) -> Head | None:
        """Return the head kept last, or None where none is known."""
        ...

    def state(self) -> State:
        """Return how it stands, after the last use."""
        ...


class OsKeychain:
    """The keychain of the operating system, opened when it is first used."""

    def __init__(self) -> None:
        self._backend: KeyringBackend | None = None
        self._state: State | None = None

    def remember_head(self, store_id: str, seq: int, hash: str) -> State:
        """Keep the newest head; READY means that it was kept."""
        kept = msgspec.json.encode(Head(seq=seq, hash=hash)).decode()
        backend = self._opened()
        if backend is None:
            return self.state()
        try:
            backend.set_password(_SERVICE, _entry(store_id), kept)
            self._state = State.READY
        except _failures():
            self._state = State.REFUSED
        return self._state

    def recall_head(self, store_id: str) -> Head | None:
        """Return the head kept last, or None where none is known; state() may say why."""
        backend = self._opened()
        if backend is None:
            return None
        try:
            kept = backend.get_password(_SERVICE, _entry(store_id))
            self._state = State.READY
        except _failures():
            self._state = State.REFUSED
            return None
        return None if kept is None else _head(kept)

    def state(self) -> State:
        """Return how it stands, after the last use."""
        if self._state is None:
            self._state = State.MISSING if self._opened() is None else State.READY
        return self._state

    def _opened(self) -> "KeyringBackend | None":
        if self._backend is None:
            self._backend = _trusted_backend()
        return self._backend


class NoKeychain:
    """The place of a keychain where there is none: it keeps nothing and says so."""

    def remember_head(self, store_id: str, seq: int, hash: str) -> State:
        """Keep nothing."""
        return State.MISSING

    def recall_head(self, store_id: str) -> Head | None:
        """Return None: nothing is known."""
        return None

    def state(self) -> State:
        """Return that it is missing."""
        return State.MISSING


def sentence(state: State) -> str:
    """Return what to tell the lead about the keychain of this PC."""
    return {
        State.READY: _("This PC's keychain remembers the newest entry of the log."),
        State.MISSING: _(
            "This PC has no keychain that SG Desk can trust. Everything works, but a store that "
            "was put back to an older copy is noticed only by the number on paper."
        ),
        State.REFUSED: _(
            "This PC's keychain is locked or did not answer. Everything works, but until it "
            "does, a store put back to an older copy is noticed only by the number on paper."
        ),
    }[state]


def _trusted_backend() -> "KeyringBackend | None":
    import keyring
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    offered = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    return next((one for one in offered if type(one).__module__ in _TRUSTED_MODULES), None)


def _failures() -> tuple[type[Exception], ...]:
    """Return what a backend raises: keyring's own errors, and those it lets through."""
    from keyring.errors import KeyringError

    if sys.platform == "win32":
        from win32ctypes.pywin32.pywintypes import (  # type: ignore[import, unused-ignore]
            error,  # it comes with the keyring on Windows, and has no types
        )

        return KeyringError, error, OSError
    elif sys.platform == "darwin":  # noqa: RET505 - the type checker follows systems in branches
        return KeyringError, OSError
    else:
        from secretstorage.exceptions import SecretStorageException

        return KeyringError, SecretStorageException, OSError


def _head(kept: str) -> Head | None:
    try:
        return msgspec.json.decode(kept, type=Head)
    except msgspec.DecodeError:
        return None


def _entry(store_id: str) -> str:
    return f"log head of {store_id}"
