"""Keys, and how they are derived from passphrases and from the sheets on paper."""

import secrets
from time import perf_counter
from uuid import UUID

import msgspec

from sgdesk.errors import SituationError
from sgdesk.text import _

KEY_BYTES = 32
SALT_BYTES = 16


class Cost(msgspec.Struct, frozen=True):
    """What one guess at a passphrase costs: KiB of memory, passes over it, lanes."""

    m_kib: int
    t: int
    p: int


# One lane, so that the other processors can load the program while the passphrase is tried.
FLOOR = Cost(m_kib=64 * 1024, t=3, p=1)
_MOST_MEMORY_KIB = 256 * 1024
_MOST_PASSES = 32


def new_store_key() -> bytes:
    """Return a new random key for a store: 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def calibrated_cost(target_seconds: float = 0.5) -> Cost:
    """Return the cost that takes this PC about so many seconds, never below the floor."""
    return cost_for(min(_seconds_at_floor() for _run in range(2)), target_seconds)


def cost_for(floor_seconds: float, target_seconds: float) -> Cost:
    """Return the cost for a PC that needs so many seconds at the floor.

    Memory grows before passes do: it is what specialised guessing machines are short of.
    """
    spare = target_seconds / floor_seconds
    m_kib = FLOOR.m_kib
    while spare >= 2 and m_kib < _MOST_MEMORY_KIB:
        m_kib, spare = m_kib * 2, spare / 2
    passes = min(_MOST_PASSES, max(FLOOR.t, int(FLOOR.t * spare)))
    return Cost(m_kib=m_kib, t=passes, p=FLOOR.p)


def key_from_passphrase(passphrase: bytes, salt: bytes, cost: Cost) -> bytes:
    """Return the wrapping key of a user: Argon2id 1.3 over the prepared bytes of a passphrase.

    Raises SituationError when this PC cannot spare the memory.
    """
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    try:
        return hash_secret_raw(
            passphrase, salt, cost.t, cost.m_kib, cost.p, KEY_BYTES, Type.ID, version=0x13
        )
    except HashingError as error:
        raise SituationError(
            _(
                "Nothing is lost: this PC has too little free memory to try the passphrase. "
                "Close other programs and try again."
            )
        ) from error


def key_from_recovery_secret(secret: bytes, store_id: str) -> bytes:
    """Return the wrapping key of the recovery principal: HKDF-SHA256 over the sheets' secret."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    salt = UUID(store_id).bytes
    return HKDF(SHA256(), KEY_BYTES, salt=salt, info=b"sgdesk recovery 1").derive(secret)


def _seconds_at_floor() -> float:
    key_from_passphrase(b"first use", bytes(SALT_BYTES), Cost(m_kib=8, t=1, p=1))
    begun = perf_counter()
    key_from_passphrase(b"measured", bytes(SALT_BYTES), FLOOR)
    return perf_counter() - begun
