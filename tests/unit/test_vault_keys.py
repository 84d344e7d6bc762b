"""A guess at a passphrase costs as much as this PC can pay, and keys are never shown."""

import pytest

from sgdesk.errors import SituationError
from sgdesk.vault import keys, recovery, sealing
from sgdesk.vault.keys import Cost


def test_the_cost_grows_in_memory_before_it_grows_in_passes() -> None:
    mib = 1024

    assert keys.cost_for(2.0, 0.5) == Cost(m_kib=64 * mib, t=3, p=1)
    assert keys.cost_for(0.4, 0.5) == Cost(m_kib=64 * mib, t=3, p=1)
    assert keys.cost_for(0.2, 0.5) == Cost(m_kib=128 * mib, t=3, p=1)
    assert keys.cost_for(0.1, 0.5) == Cost(m_kib=256 * mib, t=3, p=1)
    assert keys.cost_for(0.05, 0.5) == Cost(m_kib=256 * mib, t=7, p=1)


def test_the_measured_cost_is_never_below_the_floor() -> None:
    cost = keys.calibrated_cost(target_seconds=0.01)

    assert cost == keys.FLOOR == Cost(m_kib=65536, t=3, p=1)


def test_a_cost_this_pc_cannot_pay_is_a_situation() -> None:
    with pytest.raises(SituationError, match="too little free memory"):
        keys.key_from_passphrase(b"phrase", bytes(16), Cost(m_kib=2**32 - 1, t=1, p=1))


def test_no_secret_is_shown_when_a_value_is_printed() -> None:
    sheets = recovery.new_sheets(bytes(32), 1, 1)

    shown = f"{sheets[0]} {sheets!r} {sealing.new_key_pair()!r}"

    assert shown == "Sheet(number=1) [Sheet(number=1)] KeyPair()"
