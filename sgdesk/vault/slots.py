"""The file slots-N.json: who can open a store, as bytes and as checked values."""

from enum import StrEnum
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from sgdesk.errors import SituationError
from sgdesk.ids import UserId
from sgdesk.text import _

FORMAT: Final = 1
LONGEST_LABEL = 200
_LARGEST_FILE = 1024 * 1024
# What a hostile file may cost this PC: 1 GiB at once, and about ten seconds in all.
_MOST_MEMORY_KIB = 1024 * 1024
_MOST_PASSES = 64
_MOST_WORK_KIB = 16 * 1024 * 1024

_UUID = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z"
_Uuid = Annotated[str, Meta(pattern=_UUID)]
_PrincipalId = Annotated[UserId, Meta(pattern=_UUID)]
_Label = Annotated[
    str, Meta(min_length=1, max_length=LONGEST_LABEL, pattern=r"^[^\x00-\x1f\x7f]+\Z")
]
_UpTo16 = Annotated[int, Meta(ge=1, le=16)]


class Kind(StrEnum):
    """What a principal is: a person with a passphrase, or the sheets on paper."""

    USER = "user"
    RECOVERY = "recovery"


class Argon2id(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="name", tag="argon2id"
):
    """How a user's passphrase becomes a wrapping key."""

    salt: Annotated[bytes, Meta(min_length=16, max_length=16)]
    m_kib: Annotated[int, Meta(ge=8, le=_MOST_MEMORY_KIB)]
    t: Annotated[int, Meta(ge=1, le=_MOST_PASSES)]
    p: _UpTo16


class Slip39(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="name", tag="slip39"
):
    """Which sheets open the store, and how many of them it takes."""

    identifier: Annotated[int, Meta(ge=0, le=0x7FFF)]
    threshold: _UpTo16
    shares: _UpTo16


class Sealed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys sealed to a principal."""

    store: Annotated[bytes, Meta(min_length=80, max_length=80)]


class Principal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One key pair and what is sealed to it."""

    id: _PrincipalId
    kind: Kind
    label: _Label
    public: Annotated[bytes, Meta(min_length=32, max_length=32)]
    kdf: Argon2id | Slip39
    nonce: Annotated[bytes, Meta(min_length=12, max_length=12)]
    private: Annotated[bytes, Meta(min_length=48, max_length=48)]
    sealed: Sealed


class Slots(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everybody who can open one store."""

    store_id: _Uuid
    principals: Annotated[tuple[Principal, ...], Meta(min_length=1, max_length=200)]
    format: Literal[1] = FORMAT

    def users(self) -> tuple[Principal, ...]:
        """Return the people, in the order in which the lock page lists them."""
        return tuple(principal for principal in self.principals if principal.kind is Kind.USER)

    def recovery(self) -> Principal | None:
        """Return the principal that the sheets open, or None where there are no sheets."""
        kept = (principal for principal in self.principals if principal.kind is Kind.RECOVERY)
        return next(kept, None)


class _Format(msgspec.Struct):
    format: int


def encode(slots: Slots) -> bytes:
    """Return the file as bytes: UTF-8 JSON, keys in the order of the written format."""
    ordered = {"format": slots.format, "store_id": slots.store_id, "principals": slots.principals}
    return msgspec.json.format(msgspec.json.encode(ordered), indent=1) + b"\n"


def decode(content: bytes) -> Slots:
    """Return the checked values in the bytes of a slots file.

    Raises SituationError for a newer format, damage, or costs no PC should be asked to pay.
    """
    try:
        _refuse_other_formats(content)
        slots = msgspec.json.decode(content, type=Slots)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _damaged() from error
    _refuse_contradictions(slots)
    return slots


def _refuse_other_formats(content: bytes) -> None:
    if len(content) > _LARGEST_FILE:
        raise _damaged()
    if msgspec.json.decode(content, type=_Format).format != FORMAT:
        raise SituationError(
            _(
                "Nothing is lost: the keys of this store are written in a form that this version "
                "of SG Desk does not know. Open the store with a newer version."
            )
        )


def _refuse_contradictions(slots: Slots) -> None:
    if len({principal.id for principal in slots.principals}) != len(slots.principals):
        raise _damaged()
    if len(slots.principals) - len(slots.users()) > 1:
        raise _damaged()
    for principal in slots.principals:
        _refuse_contradictory_kdf(principal)


def _refuse_contradictory_kdf(principal: Principal) -> None:
    match principal.kind, principal.kdf:
        case Kind.USER, Argon2id(m_kib=m_kib, t=t, p=p) if m_kib >= 8 * p:
            if m_kib * t > _MOST_WORK_KIB:
                raise _damaged()
        case Kind.RECOVERY, Slip39(threshold=threshold, shares=shares) if threshold <= shares:
            pass
        case _other:
            raise _damaged()


def _damaged() -> SituationError:
    return SituationError(
        _(
            "Nothing was changed: the file that holds the keys of this store is damaged or was "
            "not written by SG Desk. Restore the newest backup; your passphrase opens it too."
        )
    )
