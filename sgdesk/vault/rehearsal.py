"""Unlocking once with keys of no store, so that all it takes is loaded when a real key is tried."""

import secrets

from sgdesk.ids import UserId
from sgdesk.vault import keys, sealing
from sgdesk.vault.keys import Cost

_NOBODY = UserId("nobody")
_NOWHERE = "nowhere"
_NEXT_TO_NOTHING = Cost(m_kib=8, t=1, p=1)


def rehearse() -> None:
    """Derive, wrap, seal and open keys that were made for this and are forgotten after it."""
    salt = secrets.token_bytes(keys.SALT_BYTES)
    wrapping_key = keys.key_from_passphrase(b"rehearsed", salt, _NEXT_TO_NOTHING)
    pair = sealing.new_key_pair()
    nonce, wrapped = sealing.wrap(pair.private, wrapping_key, _NOWHERE, _NOBODY)
    private = sealing.unwrap(nonce, wrapped, wrapping_key, _NOWHERE, _NOBODY)
    sealed = sealing.seal(keys.new_store_key(), pair.public, _NOWHERE, _NOBODY)
    sealing.unseal(sealed, private, _NOWHERE, _NOBODY)
