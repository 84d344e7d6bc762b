"""A reader of slots files, written from the published format alone: it knows nothing of ours."""

import base64
import json
import unicodedata
import uuid
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from shamir_mnemonic import combine_mnemonics


def open_as_user(content: bytes, label: str, phrase: str) -> bytes:
    document, entry = find(content, "user", label)
    kdf = entry["kdf"]
    assert kdf["name"] == "argon2id"
    typed = unicodedata.normalize("NFC", phrase).encode("utf-8")
    salt = unpack(kdf["salt"], 16)
    wrapping = hash_secret_raw(
        typed, salt, kdf["t"], kdf["m_kib"], kdf["p"], 32, Type.ID, version=19
    )
    return open_entry(document["store_id"], entry, wrapping)


def open_from_paper(content: bytes, sheets: list[str]) -> bytes:
    document, entry = find(content, "recovery")
    assert entry["kdf"]["name"] == "slip39"
    secret = combine_mnemonics(sheets)
    assert len(secret) == 32
    salt = uuid.UUID(document["store_id"]).bytes
    wrapping = HKDF(hashes.SHA256(), 32, salt, b"sgdesk recovery 1").derive(secret)
    return open_entry(document["store_id"], entry, wrapping)


def find(content: bytes, kind: str, label: str | None = None) -> tuple[dict[str, Any], Any]:
    document = json.loads(content.decode("utf-8"))
    assert set(document) == {"format", "store_id", "principals"}
    assert document["format"] == 1
    assert document["store_id"] == str(uuid.UUID(document["store_id"]))
    for entry in document["principals"]:
        assert set(entry) == {
            "id", "kind", "label", "public", "kdf", "nonce", "private", "sealed",
        }  # fmt: skip
        if entry["kind"] == kind and label in (None, entry["label"]):
            return document, entry
    raise AssertionError("not in the file")


def open_entry(store_id: str, entry: dict[str, Any], wrapping: bytes) -> bytes:
    purpose = f"sgdesk:1:{store_id}:{entry['id']}:"
    nonce, wrapped = unpack(entry["nonce"], 12), unpack(entry["private"], 48)
    raw = AESGCM(wrapping).decrypt(nonce, wrapped, (purpose + "private").encode())
    private = X25519PrivateKey.from_private_bytes(raw)
    public = private.public_key().public_bytes_raw()
    assert public == unpack(entry["public"], 32)
    assert set(entry["sealed"]) == {"store"}
    sealed = unpack(entry["sealed"]["store"], 80)
    return hpke_open(private, public, sealed, (purpose + "seal:store").encode())


def hpke_open(private: X25519PrivateKey, public: bytes, sealed: bytes, info: bytes) -> bytes:
    """RFC 9180 base mode by hand: KEM 0x0020, KDF 0x0001, AEAD 0x0002."""
    enc, ciphertext = sealed[:32], sealed[32:]
    kem, suite = b"KEM\x00\x20", b"HPKE\x00\x20\x00\x01\x00\x02"
    shared = private.exchange(X25519PublicKey.from_public_bytes(enc))
    eae = extract(kem, b"", b"eae_prk", shared)
    secret = expand(kem, eae, b"shared_secret", enc + public, 32)
    context = b"\x00" + extract(suite, b"", b"psk_id_hash", b"")
    context += extract(suite, b"", b"info_hash", info)
    schedule = extract(suite, secret, b"secret", b"")
    key = expand(suite, schedule, b"key", context, 32)
    nonce = expand(suite, schedule, b"base_nonce", context, 12)
    return AESGCM(key).decrypt(nonce, ciphertext, b"")


def extract(suite: bytes, salt: bytes, label: bytes, ikm: bytes) -> bytes:
    mac = HMAC(salt or bytes(32), hashes.SHA256())
    mac.update(b"HPKE-v1" + suite + label + ikm)
    return mac.finalize()


def expand(suite: bytes, key: bytes, label: bytes, context: bytes, length: int) -> bytes:
    info = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + context
    return HKDFExpand(hashes.SHA256(), length, info).derive(key)


def unpack(text: str, length: int) -> bytes:
    content = base64.b64decode(text, validate=True)
    assert len(content) == length
    assert base64.b64encode(content).decode() == text
    return content
