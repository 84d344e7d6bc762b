"""Who can open a store: adding them, opening as one of them, and changing what opens it."""

import secrets
from collections.abc import Sequence

from msgspec.structs import replace

from sgdesk.errors import SituationError, UserError
from sgdesk.ids import UserId, new_id
from sgdesk.text import _
from sgdesk.vault import entry, keys, recovery
from sgdesk.vault.keys import Cost
from sgdesk.vault.passphrase import check as check_passphrase
from sgdesk.vault.recovery import Sheet
from sgdesk.vault.slots import LONGEST_LABEL, Kind, Principal, Slip39, Slots

_RECOVERY_LABEL = "recovery"
# Some alphabets join or part letters with these two; they are not printable by themselves.
_JOINERS = str.maketrans("", "", "\u200c\u200d")


def new_user(store_id: str, label: str, passphrase: str, store_key: bytes, cost: Cost) -> Principal:
    """Return a new user who can open the store with this passphrase.

    Raises UserError for a name that cannot be shown or a passphrase that is too easy.
    """
    name = _checked_label(label)
    return entry.user_entry(store_id, UserId(new_id()), name, passphrase, store_key, cost)


def new_recovery(
    store_id: str, store_key: bytes, threshold: int = 1, shares: int = 1
) -> tuple[Principal, list[Sheet]]:
    """Return the recovery principal and its sheets: 1 of 1, or for example any 2 of 3."""
    secret = secrets.token_bytes(keys.KEY_BYTES)
    sheets = recovery.new_sheets(secret, threshold, shares)
    kdf = Slip39(identifier=sheets[0].identifier, threshold=threshold, shares=shares)
    principal_id = UserId(new_id())
    made = entry.recovery_entry(store_id, principal_id, _RECOVERY_LABEL, kdf, secret, store_key)
    return made, sheets


def unlock(slots: Slots, principal_id: UserId, passphrase: str) -> bytes:
    """Return the store key for a user and the passphrase typed.

    Raises UserError for a wrong passphrase, SituationError where the file itself is damaged.
    """
    user = _user_of(slots, principal_id)
    private = entry.private_half_of_user(slots.store_id, user, passphrase)
    return entry.opened(slots.store_id, user, private)


def recover(slots: Slots, typed_sheets: Sequence[str]) -> bytes:
    """Return the store key for the words typed from the recovery sheets.

    Raises UserError when words must be typed again, SituationError for a damaged file.
    """
    principal = slots.recovery()
    if principal is None or not isinstance(principal.kdf, Slip39):
        raise SituationError(
            _("Nothing is lost, but this store has no recovery sheets. Open it with a passphrase.")
        )
    kdf = principal.kdf
    secret = recovery.secret_from(typed_sheets, kdf.identifier, kdf.threshold)
    private = entry.private_half_of_recovery(slots.store_id, principal, secret)
    return entry.opened(slots.store_id, principal, private)


def with_new_passphrase(
    slots: Slots, principal_id: UserId, old_passphrase: str, new_passphrase: str, cost: Cost
) -> Slots:
    """Return the slots in which this user's key stands under a new passphrase.

    Raises UserError for a wrong old passphrase or a new one that is too easy.
    """
    user = _user_of(slots, principal_id)
    check_passphrase(new_passphrase, (user.label,))
    private = entry.private_half_of_user(slots.store_id, user, old_passphrase)
    entry.opened(slots.store_id, user, private)
    return _replaced(slots, entry.rewrapped(slots.store_id, user, private, new_passphrase, cost))


def with_passphrase_after_recovery(
    slots: Slots, principal_id: UserId, store_key: bytes, new_passphrase: str, cost: Cost
) -> Slots:
    """Return the slots in which a user who lost the passphrase has a new one and a new key pair.

    The store key is the one that recover() gave. Raises UserError for too easy a passphrase.
    """
    user = _user_of(slots, principal_id)
    return _replaced(
        slots,
        entry.user_entry(slots.store_id, user.id, user.label, new_passphrase, store_key, cost),
    )


def with_principal(slots: Slots, principal: Principal) -> Slots:
    """Return the slots with one more user, or with new recovery sheets in place of the old.

    Raises UserError when another user already has this name.
    """
    if principal.kind is Kind.RECOVERY:
        return replace(slots, principals=(*slots.users(), principal))
    if principal.label.casefold() in {user.label.casefold() for user in slots.users()}:
        raise UserError(
            _("There is already a user of this name. Add something that tells them apart."),
            field="label",
        )
    return replace(slots, principals=(*slots.principals, principal))


def resealed(slots: Slots, store_key: bytes, leaving: UserId | None = None) -> Slots:
    """Return the slots with a new store key sealed to everybody but the one who leaves.

    Raises UserError when nobody with a passphrase would stay.
    """
    staying = [principal for principal in slots.principals if principal.id != leaving]
    if all(principal.kind is Kind.RECOVERY for principal in staying):
        raise UserError(_("Add the person who takes over first: somebody has to stay."))
    return replace(
        slots,
        principals=tuple(
            entry.resealed_entry(slots.store_id, principal, store_key) for principal in staying
        ),
    )


def _user_of(slots: Slots, principal_id: UserId) -> Principal:
    for user in slots.users():
        if user.id == principal_id:
            return user
    raise UserError(_("This user is no longer in the store. Choose another name."), field="user")


def _replaced(slots: Slots, changed: Principal) -> Slots:
    return replace(
        slots,
        principals=tuple(
            changed if principal.id == changed.id else principal for principal in slots.principals
        ),
    )


def _checked_label(label: str) -> str:
    name = " ".join(label.split())
    shown = name.translate(_JOINERS)
    if not shown or not shown.isprintable() or len(name) > LONGEST_LABEL:
        sentence = _(
            "Type the name as it should stand on the lock page, in at most {count} characters."
        )
        raise UserError(sentence.format(count=LONGEST_LABEL), field="label")
    return name
