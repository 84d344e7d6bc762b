"""Private halves wrapped and store keys sealed, as the written file format says."""

import secrets
from typing import TYPE_CHECKING

import msgspec

from sgdesk.ids import UserId
from sgdesk.vault.keys import KEY_BYTES

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hpke import Suite

_NONCE_BYTES = 12


class WrongKeyError(Exception):
    """A key that does not open what it was tried on."""


class KeyPair(msgspec.Struct, frozen=True):
    """The two raw halves of an X25519 key."""

    private: bytes
    public: bytes

    def __repr__(self) -> str:
        return "KeyPair()"


def new_key_pair() -> KeyPair:
    """Return a new random X25519 key pair."""
    private = secrets.token_bytes(KEY_BYTES)
    return KeyPair(private=private, public=public_half(private))


def public_half(private: bytes) -> bytes:
    """Return the public half of a raw X25519 private key."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def wrap(
    private: bytes, wrapping_key: bytes, store_id: str, principal_id: UserId
) -> tuple[bytes, bytes]:
    """Return a fresh nonce and the private half under AES-256-GCM."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(_NONCE_BYTES)
    bound_to = _purpose(store_id, principal_id, "private")
    return nonce, AESGCM(wrapping_key).encrypt(nonce, private, bound_to)


def unwrap(
    nonce: bytes, wrapped: bytes, wrapping_key: bytes, store_id: str, principal_id: UserId
) -> bytes:
    """Return the private half, or raise WrongKeyError."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        bound_to = _purpose(store_id, principal_id, "private")
        return AESGCM(wrapping_key).decrypt(nonce, wrapped, bound_to)
    except InvalidTag as error:
        raise WrongKeyError from error


def seal(store_key: bytes, public: bytes, store_id: str, principal_id: UserId) -> bytes:
    """Return the store key sealed to a public half (HPKE, RFC 9180 base mode).

    Raises WrongKeyError for a public half to which nothing can be sealed.
    """
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    recipient = X25519PublicKey.from_public_bytes(public)
    purpose = _purpose(store_id, principal_id, "seal:store")
    try:
        return _suite().encrypt(store_key, recipient, info=purpose)
    except ValueError as error:
        raise WrongKeyError from error


def unseal(sealed: bytes, private: bytes, store_id: str, principal_id: UserId) -> bytes:
    """Return the store key that was sealed to this private half, or raise WrongKeyError."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    recipient = X25519PrivateKey.from_private_bytes(private)
    purpose = _purpose(store_id, principal_id, "seal:store")
    try:
        return _suite().decrypt(sealed, recipient, info=purpose)
    except InvalidTag as error:
        raise WrongKeyError from error


def _suite() -> "Suite":
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def _purpose(store_id: str, principal_id: UserId, use: str) -> bytes:
    return f"sgdesk:1:{store_id}:{principal_id}:{use}".encode()
