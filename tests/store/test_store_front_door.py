"""The way in: a wait after wrong passphrases, the recovery sheet, and letting go at the lock."""

from datetime import timedelta

import pytest

from sgdesk.bootstrap import LockedDesk
from sgdesk.domain.practice import Role
from sgdesk.errors import SituationError, UserError
from sgdesk.services.setup import NewUser, PreparedDesk
from sgdesk.vault.keychain import Head, NoKeychain, State
from sgdesk.vault.keys import Cost

QUICK = Cost(m_kib=64, t=1, p=1)
RIGHT, NEW = "a quiet river bends twice", "nine herons over the mill"


class NotingKeychain(NoKeychain):
    """Remembers what it is told, and hands it back."""

    def __init__(self):
        self.heads = []

    def remember_head(self, store_id, seq, hash):
        self.heads.append((seq, hash))
        return State.READY

    def recall_head(self, _store_id):
        return Head(*self.heads[-1]) if self.heads else None


@pytest.fixture
def founded(tmp_path, clock, practice):
    """A locked desk with the words of its recovery sheet."""
    lead = NewUser(
        name="Asha Rahman", role=Role.LEAD, passphrase=RIGHT, profession="dentist",
        registration="GDC 000001",
    )  # fmt: skip
    prepared = PreparedDesk(practice, [lead], QUICK)
    words = " ".join(prepared.sheet.words)
    prepared.complete(tmp_path / "store", words, clock).close()
    return LockedDesk(tmp_path / "store", clock, NoKeychain(), demo=False), words


def test_after_wrong_passphrases_the_right_one_waits_its_time(locked, clock):
    lead = locked.users()[0].id
    for _try in range(4):
        with pytest.raises(UserError, match="passphrase"):
            locked.unlock(lead, "not this one at all")

    with pytest.raises(UserError, match=r"Wait 5 seconds before the next try\."):
        locked.unlock(lead, RIGHT)

    clock.at += timedelta(seconds=5)
    locked.unlock(lead, RIGHT).close()


def test_the_recovery_sheet_opens_the_store_with_a_new_passphrase(founded):
    locked, words = founded
    lead = locked.users()[0].id

    locked.recover([words], lead, NEW).close()

    with pytest.raises(UserError):
        locked.unlock(lead, RIGHT)
    desk = locked.unlock(lead, NEW)
    with desk._context.unit() as unit:
        newest = [entry.action for entry in unit.history.newest(limit=3)]
    desk.close()
    assert newest == ["store.unlocked", "unlock.failed", "store.recovered"]


def test_a_recovery_into_damaged_records_leaves_the_passphrase_as_it_was(founded):
    locked, words = founded
    store = next(locked._folder.path.glob("*.db"))
    whole = store.read_bytes()
    store.write_bytes(bytes(len(whole)))

    with pytest.raises(SituationError):
        locked.recover([words], locked.users()[0].id, NEW)

    store.write_bytes(whole)
    locked.unlock(locked.users()[0].id, RIGHT).close()


def test_a_desk_that_is_let_go_tells_the_keyring_only_when_that_is_asked_for(store_folder, clock):
    keychain = NotingKeychain()
    locked = LockedDesk(store_folder, clock, keychain, demo=False)
    desk = locked.unlock(locked.users()[0].id, RIGHT)
    desk.backups.check()

    tell = desk.let_go()

    assert keychain.heads == []
    tell()
    assert len(keychain.heads) == 1


def test_a_history_that_was_not_checked_takes_the_place_of_nothing(store_folder, clock):
    keychain = NotingKeychain()
    locked = LockedDesk(store_folder, clock, keychain, demo=False)

    locked.unlock(locked.users()[0].id, RIGHT).let_go()()

    assert keychain.heads == []


def test_a_shorter_history_does_not_take_the_place_of_what_the_keyring_knows(store_folder, clock):
    keychain = NotingKeychain()
    keychain.heads.append((99, "f" * 64))
    locked = LockedDesk(store_folder, clock, keychain, demo=False)
    desk = locked.unlock(locked.users()[0].id, RIGHT)
    desk.backups.check()

    desk.let_go()()

    assert keychain.heads == [(99, "f" * 64)]


def test_a_recovery_that_cannot_be_written_lets_the_records_go(founded, monkeypatch):
    locked, words = founded

    def full(_content):
        raise SituationError("The disk is full.")

    monkeypatch.setattr(locked._folder, "write_slots", full)
    with pytest.raises(SituationError, match="The disk is full"):
        locked.recover([words], locked.users()[0].id, NEW)

    locked.unlock(locked.users()[0].id, RIGHT).close()
