"""The name on the lock page: any alphabet, but nothing that cannot be seen."""

import pytest

from sgdesk.errors import UserError
from sgdesk.vault import keys, principals, slots
from sgdesk.vault.keys import Cost
from sgdesk.vault.slots import Slots

STORE_ID = "2c8a7c57-0fd4-4a9e-8a83-6a0a4f9c9b10"
QUICK = Cost(m_kib=64, t=1, p=1)
PHRASE = "nine amber kettles"
STORE_KEY = keys.new_store_key()


@pytest.mark.parametrize("label", ["", "  ", "x" * 201, "Noor\x00Vale", "\u200d", "\ud800"])
def test_a_name_that_cannot_be_shown_is_refused(label: str) -> None:
    with pytest.raises(UserError, match="stand on the lock page") as refusal:
        principals.new_user(STORE_ID, label, PHRASE, STORE_KEY, QUICK)

    assert refusal.value.field == "label"


@pytest.mark.parametrize("label", ["Ægir Ó Súilleabháin", "نور\u200cالهدى", "अनुष्का", "李 梅"])
def test_names_of_every_alphabet_are_kept(label: str) -> None:
    user = principals.new_user(STORE_ID, label, PHRASE, STORE_KEY, QUICK)

    read = slots.decode(slots.encode(Slots(store_id=STORE_ID, principals=(user,))))

    assert read.users()[0].label == label
