"""What the vault writes can be read by anyone who has the published format."""

import subprocess
import sys

import pytest
from slots_reader import open_as_user, open_from_paper

from sgdesk.vault import keys, principals, slots
from sgdesk.vault.keys import Cost
from sgdesk.vault.slots import Slots

STORE_ID = "6f2f2f0e-3f5c-4f0e-9f0a-0c8d5b1a7e11"
QUICK = Cost(m_kib=64, t=2, p=2)
PHRASE = "lantern café gravel sixpence"


@pytest.fixture
def store_key() -> bytes:
    return keys.new_store_key()


def test_a_reader_of_the_written_format_opens_our_file_as_each_user(store_key: bytes) -> None:
    lead = principals.new_user(STORE_ID, "Noor Vale", PHRASE, store_key, QUICK)
    deputy = principals.new_user(STORE_ID, "Þóra Ögmunds", "другая длинная фраза", store_key, QUICK)
    content = slots.encode(Slots(store_id=STORE_ID, principals=(lead, deputy)))

    assert open_as_user(content, "Noor Vale", PHRASE) == store_key
    assert open_as_user(content, "Þóra Ögmunds", "другая длинная фраза") == store_key


def test_a_reader_of_the_written_format_opens_our_file_from_one_sheet(store_key: bytes) -> None:
    recovery, sheets = principals.new_recovery(STORE_ID, store_key)
    content = slots.encode(Slots(store_id=STORE_ID, principals=(recovery,)))

    assert open_from_paper(content, [" ".join(sheets[0].words)]) == store_key


@pytest.mark.parametrize("chosen", [(0, 1), (1, 2), (2, 0)])
def test_a_reader_of_the_written_format_opens_our_file_from_any_two_of_three_sheets(
    store_key: bytes, chosen: tuple[int, int]
) -> None:
    recovery, sheets = principals.new_recovery(STORE_ID, store_key, threshold=2, shares=3)
    content = slots.encode(Slots(store_id=STORE_ID, principals=(recovery,)))

    assert open_from_paper(content, [" ".join(sheets[n].words) for n in chosen]) == store_key


def test_a_file_after_every_change_is_still_the_written_format(store_key: bytes) -> None:
    lead = principals.new_user(STORE_ID, "Noor Vale", PHRASE, store_key, QUICK)
    recovery, sheets = principals.new_recovery(STORE_ID, store_key)
    made = Slots(store_id=STORE_ID, principals=(lead, recovery))

    changed = principals.with_new_passphrase(made, lead.id, PHRASE, "nine amber kettles", QUICK)
    next_key = keys.new_store_key()
    content = slots.encode(principals.resealed(changed, next_key))

    assert open_as_user(content, "Noor Vale", "nine amber kettles") == next_key
    assert open_from_paper(content, [" ".join(sheets[0].words)]) == next_key


def test_the_key_rooms_load_no_heavy_library_before_it_is_used() -> None:
    script = """
import sys
from sgdesk.vault import attempts, keychain, keys, passphrase, principals, recovery, slots
heavy = {"argon2", "cryptography", "keyring", "shamir_mnemonic"} & set(sys.modules)
sys.exit(", ".join(sorted(heavy)) or None)
"""
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )

    assert (found.returncode, found.stderr) == (0, "")
