"""Whoever should open a store can, and nobody else."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sgdesk.errors import SituationError, UserError
from sgdesk.ids import UserId
from sgdesk.vault import keys, principals, slots
from sgdesk.vault.keys import Cost
from sgdesk.vault.recovery import Sheet
from sgdesk.vault.slots import Argon2id, Principal, Sealed, Slip39, Slots

STORE_ID = "2c8a7c57-0fd4-4a9e-8a83-6a0a4f9c9b10"
OTHER_ID = "b5b2a5a8-64f5-4f0c-9d5b-5a5b2a1d7f44"
QUICK = Cost(m_kib=64, t=1, p=1)
PHRASE = "nine amber kettles"
STORE_KEY = keys.new_store_key()


@pytest.fixture
def lead() -> Principal:
    return principals.new_user(STORE_ID, "Noor Vale", PHRASE, STORE_KEY, QUICK)


@pytest.fixture
def paper() -> tuple[Principal, list[Sheet]]:
    return principals.new_recovery(STORE_ID, STORE_KEY)


@pytest.fixture
def store(lead: Principal, paper: tuple[Principal, list[Sheet]]) -> Slots:
    return Slots(store_id=STORE_ID, principals=(lead, paper[0]))


def typed(sheet: Sheet) -> str:
    return " ".join(sheet.words)


def flipped(content: bytes, position: int = 0) -> bytes:
    return content[:position] + bytes([content[position] ^ 1]) + content[position + 1 :]


@given(
    tail=st.text(min_size=0, max_size=40),
    cost=st.builds(Cost, m_kib=st.integers(8, 64), t=st.just(1), p=st.just(1)),
)
@settings(max_examples=60)
def test_any_passphrase_opens_what_it_closed(tail: str, cost: Cost) -> None:
    phrase = "amber kettle " + tail
    user = principals.new_user(STORE_ID, "Noor Vale", phrase, STORE_KEY, cost)
    read = slots.decode(slots.encode(Slots(store_id=STORE_ID, principals=(user,))))

    assert principals.unlock(read, user.id, phrase) == STORE_KEY


def test_an_accent_typed_in_two_strokes_is_the_same_accent() -> None:
    composed = unicodedata.normalize("NFC", "café crème brûlée")
    user = principals.new_user(STORE_ID, "Noor Vale", composed, STORE_KEY, QUICK)
    store = Slots(store_id=STORE_ID, principals=(user,))

    decomposed = unicodedata.normalize("NFD", composed)

    assert decomposed != composed
    assert principals.unlock(store, user.id, decomposed) == STORE_KEY


@pytest.mark.parametrize("wrong", ["", "nine amber kettle", "Nine amber kettles", PHRASE + " "])
def test_a_wrong_passphrase_is_refused_calmly(store: Slots, lead: Principal, wrong: str) -> None:
    with pytest.raises(UserError, match="does not open the records for Noor Vale") as refusal:
        principals.unlock(store, lead.id, wrong)

    assert refusal.value.field == "passphrase"
    assert not wrong or wrong not in refusal.value.text


def test_a_user_who_left_meanwhile_is_refused_in_words(store: Slots) -> None:
    with pytest.raises(UserError, match="Choose another name"):
        principals.unlock(store, UserId(OTHER_ID), PHRASE)


def test_the_recovery_principal_has_no_passphrase(
    store: Slots, paper: tuple[Principal, list[Sheet]]
) -> None:
    with pytest.raises(UserError, match="Choose another name"):
        principals.unlock(store, paper[0].id, PHRASE)


@pytest.mark.parametrize("position", [0, 11])
def test_a_tampered_nonce_is_refused(store: Slots, lead: Principal, position: int) -> None:
    bad = replace(lead, nonce=flipped(lead.nonce, position))

    with pytest.raises(UserError, match="does not open"):
        principals.unlock(replace(store, principals=(bad,)), lead.id, PHRASE)


@pytest.mark.parametrize("position", [0, 31, 32, 47])
def test_a_tampered_private_half_is_refused(store: Slots, lead: Principal, position: int) -> None:
    bad = replace(lead, private=flipped(lead.private, position))

    with pytest.raises(UserError, match="does not open"):
        principals.unlock(replace(store, principals=(bad,)), lead.id, PHRASE)


@pytest.mark.parametrize("change", ["salt", "m_kib", "t", "p"])
def test_a_tampered_derivation_is_refused(store: Slots, lead: Principal, change: str) -> None:
    assert isinstance(lead.kdf, Argon2id)
    values = {"salt": flipped(lead.kdf.salt), "m_kib": 72, "t": 2, "p": 2}
    bad = replace(lead, kdf=replace(lead.kdf, **{change: values[change]}))

    with pytest.raises(UserError, match="does not open"):
        principals.unlock(replace(store, principals=(bad,)), lead.id, PHRASE)


@pytest.mark.parametrize("position", [0, 31, 32, 79])
def test_a_tampered_seal_is_damage_not_a_wrong_passphrase(
    store: Slots, lead: Principal, position: int
) -> None:
    bad = replace(lead, sealed=Sealed(store=flipped(lead.sealed.store, position)))

    with pytest.raises(SituationError, match="Restore the newest backup"):
        principals.unlock(replace(store, principals=(bad,)), lead.id, PHRASE)


@pytest.mark.parametrize("public", [bytes(32), b"\x09" + bytes(31), b"\xff" * 32])
def test_a_tampered_public_half_is_damage(store: Slots, lead: Principal, public: bytes) -> None:
    bad = replace(store, principals=(replace(lead, public=public),))

    with pytest.raises(SituationError, match="Restore the newest backup"):
        principals.unlock(bad, lead.id, PHRASE)


def test_nothing_is_sealed_to_a_key_that_cannot_hold_it(store: Slots, lead: Principal) -> None:
    bad = replace(store, principals=(replace(lead, public=bytes(32)),))

    with pytest.raises(SituationError, match="Restore the newest backup"):
        principals.resealed(bad, keys.new_store_key())


def test_an_entry_moved_to_another_store_or_another_id_is_refused(
    store: Slots, lead: Principal
) -> None:
    with pytest.raises(UserError, match="does not open"):
        principals.unlock(replace(store, store_id=OTHER_ID), lead.id, PHRASE)

    renamed = replace(lead, id=UserId(OTHER_ID))
    with pytest.raises(UserError, match="does not open"):
        principals.unlock(replace(store, principals=(renamed,)), renamed.id, PHRASE)


def test_a_seal_taken_from_another_user_is_refused(store: Slots, lead: Principal) -> None:
    deputy = principals.new_user(STORE_ID, "Lee Marsh", "other calm words", STORE_KEY, QUICK)
    mixed = replace(store, principals=(replace(lead, sealed=deputy.sealed), deputy))

    with pytest.raises(SituationError, match="Restore the newest backup"):
        principals.unlock(mixed, lead.id, PHRASE)


def test_the_sheets_open_the_store(store: Slots, paper: tuple[Principal, list[Sheet]]) -> None:
    assert principals.recover(store, [typed(paper[1][0])]) == STORE_KEY


@pytest.mark.parametrize("chosen", [(0, 1), (1, 2), (2, 0), (0, 1, 2)])
def test_any_two_of_three_sheets_open_the_store(chosen: tuple[int, ...]) -> None:
    entry, sheets = principals.new_recovery(STORE_ID, STORE_KEY, threshold=2, shares=3)
    store = Slots(store_id=STORE_ID, principals=(entry,))

    assert [sheet.number for sheet in sheets] == [1, 2, 3]
    assert principals.recover(store, [typed(sheets[n]) for n in chosen]) == STORE_KEY


def test_right_sheets_on_a_tampered_entry_mean_damage(
    store: Slots, lead: Principal, paper: tuple[Principal, list[Sheet]]
) -> None:
    entry, sheets = paper
    for bad in (
        replace(entry, private=flipped(entry.private)),
        replace(entry, nonce=flipped(entry.nonce)),
        replace(entry, sealed=Sealed(store=flipped(entry.sealed.store))),
        replace(entry, public=lead.public),
    ):
        with pytest.raises(SituationError, match="Restore the newest backup"):
            principals.recover(replace(store, principals=(lead, bad)), [typed(sheets[0])])


def test_sheets_that_the_entry_does_not_describe_are_refused(
    store: Slots, paper: tuple[Principal, list[Sheet]]
) -> None:
    entry, sheets = paper
    assert isinstance(entry.kdf, Slip39)
    for kdf in (
        replace(entry.kdf, identifier=entry.kdf.identifier ^ 1),
        replace(entry.kdf, threshold=2, shares=3),
    ):
        bad = replace(store, principals=(replace(entry, kdf=kdf),))
        with pytest.raises(UserError, match="not one of this store's"):
            principals.recover(bad, [typed(sheets[0])])


def test_a_store_without_sheets_says_so(store: Slots, lead: Principal) -> None:
    with pytest.raises(SituationError, match="has no recovery sheets"):
        principals.recover(replace(store, principals=(lead,)), ["any words"])


def test_a_changed_passphrase_opens_and_the_old_one_no_longer_does(
    store: Slots, lead: Principal
) -> None:
    changed = principals.with_new_passphrase(store, lead.id, PHRASE, "seven tin lanterns", QUICK)

    assert principals.unlock(changed, lead.id, "seven tin lanterns") == STORE_KEY
    with pytest.raises(UserError):
        principals.unlock(changed, lead.id, PHRASE)
    before, after = store.users()[0], changed.users()[0]
    assert (before.kdf, before.nonce) != (after.kdf, after.nonce)
    assert changed.recovery() == store.recovery()


def test_a_passphrase_is_changed_only_by_someone_who_knows_it(
    store: Slots, lead: Principal
) -> None:
    with pytest.raises(UserError, match="does not open"):
        principals.with_new_passphrase(store, lead.id, "not this one, sorry", PHRASE, QUICK)


def test_too_easy_a_new_passphrase_is_refused(store: Slots, lead: Principal) -> None:
    with pytest.raises(UserError, match="at least 12 characters"):
        principals.with_new_passphrase(store, lead.id, PHRASE, "short", QUICK)
    with pytest.raises(UserError, match="without your own name"):
        principals.with_new_passphrase(store, lead.id, PHRASE, "noor vale 2026", QUICK)


def test_a_lost_passphrase_is_replaced_from_the_sheet(
    store: Slots, lead: Principal, paper: tuple[Principal, list[Sheet]]
) -> None:
    store_key = principals.recover(store, [typed(paper[1][0])])

    changed = principals.with_passphrase_after_recovery(
        store, lead.id, store_key, "seven tin lanterns", QUICK
    )

    assert principals.unlock(changed, lead.id, "seven tin lanterns") == STORE_KEY
    after = changed.users()[0]
    assert (after.id, after.label) == (lead.id, lead.label)
    assert after.public != lead.public
    assert slots.decode(slots.encode(changed)) == changed


def test_who_leaves_cannot_open_what_is_sealed_afterwards(store: Slots, lead: Principal) -> None:
    deputy = principals.new_user(STORE_ID, "Lee Marsh", "other calm words", STORE_KEY, QUICK)
    next_key = keys.new_store_key()

    both = principals.with_principal(store, deputy)
    staying = principals.resealed(both, next_key, leaving=lead.id)

    assert principals.unlock(staying, deputy.id, "other calm words") == next_key
    with pytest.raises(UserError, match="Choose another name"):
        principals.unlock(staying, lead.id, PHRASE)
    smuggled = replace(staying, principals=(*staying.principals, lead))
    assert principals.unlock(smuggled, lead.id, PHRASE) != next_key


def test_the_last_user_cannot_leave(store: Slots, lead: Principal) -> None:
    with pytest.raises(UserError, match="somebody has to stay"):
        principals.resealed(store, keys.new_store_key(), leaving=lead.id)


def test_two_users_of_one_name_are_refused(store: Slots) -> None:
    again = principals.new_user(STORE_ID, "noor  VALE", "other calm words", STORE_KEY, QUICK)

    with pytest.raises(UserError, match="already a user of this name"):
        principals.with_principal(store, again)


def test_new_sheets_take_the_place_of_the_old(
    store: Slots, paper: tuple[Principal, list[Sheet]]
) -> None:
    entry, sheets = principals.new_recovery(STORE_ID, STORE_KEY, threshold=2, shares=3)

    changed = principals.with_principal(store, entry)

    assert principals.recover(changed, [typed(sheet) for sheet in sheets[1:]]) == STORE_KEY
    with pytest.raises(UserError, match="newer sheets have replaced it"):
        principals.recover(changed, [typed(paper[1][0])])
