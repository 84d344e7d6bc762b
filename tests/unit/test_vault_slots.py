"""The slots file is read only when every value in it makes sense."""

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.errors import SituationError
from sgdesk.vault import keys, principals, slots
from sgdesk.vault.keys import Cost
from sgdesk.vault.slots import Slots

STORE_ID = "2c8a7c57-0fd4-4a9e-8a83-6a0a4f9c9b10"
QUICK = Cost(m_kib=64, t=1, p=1)


def written() -> bytes:
    store_key = keys.new_store_key()
    lead = principals.new_user(STORE_ID, "Noor Vale", "nine amber kettles", store_key, QUICK)
    recovery, _sheets = principals.new_recovery(STORE_ID, store_key)
    return slots.encode(Slots(store_id=STORE_ID, principals=(lead, recovery)))


WRITTEN = written()


def changed(change: Callable[[Any], object]) -> bytes:
    document = json.loads(WRITTEN)
    change(document)
    return json.dumps(document).encode()


def at(document: Any, path: str) -> tuple[Any, Any]:
    *parents, last = [int(part) if part.isdecimal() else part for part in path.split("/")]
    for parent in parents:
        document = document[parent]
    return document, last


def with_value(path: str, value: object) -> bytes:
    def change(document: Any) -> None:
        parent, last = at(document, path)
        parent[last] = value

    return changed(change)


def of_length(count: int) -> str:
    return base64.b64encode(bytes(count)).decode()


def test_what_was_written_is_read_again() -> None:
    assert slots.encode(slots.decode(WRITTEN)) == WRITTEN


def test_the_keys_stand_in_the_order_of_the_written_format() -> None:
    document = json.loads(WRITTEN)

    assert list(document) == ["format", "store_id", "principals"]
    assert [list(entry) for entry in document["principals"]] == [
        ["id", "kind", "label", "public", "kdf", "nonce", "private", "sealed"]
    ] * 2
    assert list(document["principals"][0]["kdf"]) == ["name", "salt", "m_kib", "t", "p"]
    assert list(document["principals"][1]["kdf"]) == ["name", "identifier", "threshold", "shares"]


@pytest.mark.parametrize("number", [0, 2, 99])
def test_another_format_is_refused_as_newer(number: int) -> None:
    content = changed(lambda document: document.update(format=number, anything={"new": []}))

    with pytest.raises(
        SituationError, match=r"does not know\. Open the store with a newer version"
    ):
        slots.decode(content)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("store_id", STORE_ID.upper()),
        ("store_id", STORE_ID.replace("-", "")),
        ("store_id", STORE_ID + "\n"),
        ("principals", []),
        ("principals/0/id", "noor"),
        ("principals/0/kind", "owner"),
        ("principals/0/kind", "recovery"),
        ("principals/1/kind", "user"),
        ("principals/0/label", ""),
        ("principals/0/label", "x" * 201),
        ("principals/0/label", "Noor\nVale"),
        ("principals/0/public", of_length(31)),
        ("principals/0/public", "not base64"),
        ("principals/0/nonce", of_length(16)),
        ("principals/0/private", of_length(47)),
        ("principals/0/sealed/store", of_length(81)),
        ("principals/0/sealed/other", of_length(80)),
        ("principals/0/kdf/name", "scrypt"),
        ("principals/0/kdf/salt", of_length(8)),
        ("principals/0/kdf/m_kib", 0),
        ("principals/0/kdf/m_kib", -1),
        ("principals/0/kdf/m_kib", 64.5),
        ("principals/0/kdf/m_kib", 2**20 + 1),
        ("principals/0/kdf/m_kib", 2**63),
        ("principals/0/kdf/t", 0),
        ("principals/0/kdf/t", 65),
        ("principals/0/kdf/p", 17),
        ("principals/0/kdf/p", 9),
        ("principals/1/kdf/identifier", 2**15),
        ("principals/1/kdf/threshold", 2),
        ("principals/1/kdf/threshold", 0),
        ("principals/1/kdf/shares", 17),
        ("extra", 1),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_in_words(path: str, value: object) -> None:
    with pytest.raises(SituationError, match=r"^Nothing was changed: .*Restore the newest backup"):
        slots.decode(with_value(path, value))


@pytest.mark.parametrize(
    "path", [f"principals/0/{name}" for name in json.loads(WRITTEN)["principals"][0]]
)
def test_a_missing_value_is_refused_in_words(path: str) -> None:
    def change(document: Any) -> None:
        parent, last = at(document, path)
        del parent[last]

    with pytest.raises(SituationError, match=r"^Nothing was changed"):
        slots.decode(changed(change))


def test_much_memory_many_times_over_is_refused() -> None:
    def dear(document: Any) -> None:
        document["principals"][0]["kdf"].update(m_kib=2**20, t=17)

    with pytest.raises(SituationError, match=r"^Nothing was changed"):
        slots.decode(changed(dear))


def test_the_dearest_cost_that_we_ever_choose_can_be_read() -> None:
    dearest = keys.cost_for(floor_seconds=0.0001, target_seconds=10)

    content = changed(
        lambda document: document["principals"][0]["kdf"].update(m_kib=dearest.m_kib, t=dearest.t)
    )

    assert slots.decode(content).users()[0].kdf.m_kib == dearest.m_kib  # type: ignore[union-attr]


def test_two_of_the_same_id_are_refused() -> None:
    content = changed(lambda document: document["principals"].append(document["principals"][0]))

    with pytest.raises(SituationError, match=r"^Nothing was changed"):
        slots.decode(content)


def test_two_recovery_principals_are_refused() -> None:
    def change(document: Any) -> None:
        second = document["principals"][1] | {"id": "00000000-0000-4000-8000-000000000001"}
        document["principals"].append(second)

    with pytest.raises(SituationError, match=r"^Nothing was changed"):
        slots.decode(changed(change))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b'{"format": "1"}',
        b'{"format": 1}',
        b'{"format": 1, "x": ' + b"[" * 100_000,
        b'{"format": 1, "store_id": "\xff"}',
        b" " * (1024 * 1024 + 1),
        WRITTEN[:-20],
        WRITTEN + WRITTEN,
    ],
    ids=lambda content: f"{content[:24]!r}",
)
def test_a_file_that_is_something_else_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(SituationError, match=r"^Nothing was changed"):
        slots.decode(content)


@given(cut=st.integers(0, len(WRITTEN)), put=st.binary(max_size=12), gone=st.integers(0, 12))
def test_bytes_changed_anywhere_give_slots_or_a_refusal(cut: int, put: bytes, gone: int) -> None:
    content = WRITTEN[:cut] + put + WRITTEN[cut + gone :]

    assert is_refused_in_words(content) or slots.decode(content).users()


def is_refused_in_words(content: bytes) -> bool:
    try:
        slots.decode(content)
    except SituationError as refusal:
        return refusal.text.startswith("Nothing")
    return False
