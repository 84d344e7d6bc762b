"""One principal's entry: made, opened, and given other keys."""

import secrets

from msgspec.structs import replace

from sgdesk.errors import SituationError, UserError
from sgdesk.ids import UserId
from sgdesk.text import _
from sgdesk.vault import keys, sealing
from sgdesk.vault.keys import Cost
from sgdesk.vault.passphrase import check as check_passphrase
from sgdesk.vault.passphrase import encoded
from sgdesk.vault.sealing import WrongKeyError
from sgdesk.vault.slots import Argon2id, Kind, Principal, Sealed, Slip39


def user_entry(
    store_id: str, principal_id: UserId, label: str, passphrase: str, store_key: bytes, cost: Cost
) -> Principal:
    """Return a user with a new key pair; UserError for too easy a passphrase."""
    check_passphrase(passphrase, (label,))
    kdf, wrapping_key = _new_wrapping_key(passphrase, cost)
    return _entry(store_id, principal_id, label, kdf, wrapping_key, store_key)


def recovery_entry(
    store_id: str, principal_id: UserId, label: str, kdf: Slip39, secret: bytes, store_key: bytes
) -> Principal:
    """Return the recovery principal for the secret on the sheets, with a new key pair."""
    wrapping_key = keys.key_from_recovery_secret(secret, store_id)
    return _entry(store_id, principal_id, label, kdf, wrapping_key, store_key)


def private_half_of_user(store_id: str, user: Principal, passphrase: str) -> bytes:
    """Return a user's private half, or raise UserError for a wrong passphrase."""
    if not isinstance(user.kdf, Argon2id):
        raise damaged()
    cost = Cost(m_kib=user.kdf.m_kib, t=user.kdf.t, p=user.kdf.p)
    wrapping_key = keys.key_from_passphrase(encoded(passphrase), user.kdf.salt, cost)
    try:
        return sealing.unwrap(user.nonce, user.private, wrapping_key, store_id, user.id)
    except WrongKeyError as error:
        raise UserError(
            _(
                "Nothing is lost: this passphrase does not open the records for {name}. Check "
                "the name, Caps Lock and the keyboard's language, then type it again."
            ).format(name=user.label),
            field="passphrase",
        ) from error


def private_half_of_recovery(store_id: str, principal: Principal, secret: bytes) -> bytes:
    """Return the private half for the secret of checked sheets; SituationError for damage."""
    wrapping_key = keys.key_from_recovery_secret(secret, store_id)
    try:
        return sealing.unwrap(
            principal.nonce, principal.private, wrapping_key, store_id, principal.id
        )
    except WrongKeyError as error:
        raise damaged() from error


def opened(store_id: str, principal: Principal, private: bytes) -> bytes:
    """Return the store key; SituationError where a right private half does not open it."""
    if sealing.public_half(private) != principal.public:
        raise damaged()
    try:
        return sealing.unseal(principal.sealed.store, private, store_id, principal.id)
    except WrongKeyError as error:
        raise damaged() from error


def rewrapped(
    store_id: str, user: Principal, private: bytes, passphrase: str, cost: Cost
) -> Principal:
    """Return the user with the same key pair under a new passphrase."""
    kdf, wrapping_key = _new_wrapping_key(passphrase, cost)
    nonce, wrapped = sealing.wrap(private, wrapping_key, store_id, user.id)
    return replace(user, kdf=kdf, nonce=nonce, private=wrapped)


def resealed_entry(store_id: str, principal: Principal, store_key: bytes) -> Principal:
    """Return the principal with another store key sealed to the same key pair."""
    return replace(principal, sealed=_sealed(store_id, principal.id, principal.public, store_key))


def damaged() -> SituationError:
    """Return the refusal of a key file that contradicts itself."""
    return SituationError(
        _(
            "Nothing was changed: what was typed is right, but the file that holds the keys of "
            "this store is damaged. Restore the newest backup; it opens in the same way."
        )
    )


def _entry(
    store_id: str,
    principal_id: UserId,
    label: str,
    kdf: Argon2id | Slip39,
    wrapping_key: bytes,
    store_key: bytes,
) -> Principal:
    pair = sealing.new_key_pair()
    nonce, wrapped = sealing.wrap(pair.private, wrapping_key, store_id, principal_id)
    return Principal(
        id=principal_id,
        kind=Kind.RECOVERY if isinstance(kdf, Slip39) else Kind.USER,
        label=label,
        public=pair.public,
        kdf=kdf,
        nonce=nonce,
        private=wrapped,
        sealed=_sealed(store_id, principal_id, pair.public, store_key),
    )


def _sealed(store_id: str, principal_id: UserId, public: bytes, store_key: bytes) -> Sealed:
    try:
        return Sealed(store=sealing.seal(store_key, public, store_id, principal_id))
    except WrongKeyError as error:
        raise damaged() from error


def _new_wrapping_key(passphrase: str, cost: Cost) -> tuple[Argon2id, bytes]:
    salt = secrets.token_bytes(keys.SALT_BYTES)
    kdf = Argon2id(salt=salt, m_kib=cost.m_kib, t=cost.t, p=cost.p)
    return kdf, keys.key_from_passphrase(encoded(passphrase), salt, cost)
