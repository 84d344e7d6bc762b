import msgspec
import pytest
from store_records import (
    ASHA,
    attempt,
    call,
    concern,
    facts,
    later,
    person,
    sharing,
    signed,
)

from sgdesk.clock import FixedClock
from sgdesk.domain.facts.kinds import Saying
from sgdesk.ids import new_id
from sgdesk.store.unit import Store

# Of "silent": the index keeps no letters that the word before it begins with.
LETTERS = b"ilent"


@pytest.fixture
def two(store: Store, clock: FixedClock) -> Store:
    mia = signed(concern("SG-2026-0031"))
    amina = concern(
        "SG-2026-0033",
        person=person(name="Amina Kámara", known_as="", nhs_number="9991234039"),
        relations=(),
        facts=(Saying(id=new_id(), words="before we came here"), *facts()[:1]),
    )
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(mia)
        unit.concerns.add(amina)
        decided = sharing(mia)
        unit.sharings.add(decided)
        unit.sharings.save_attempt(attempt(decided, proof="RX 77-1"))
        unit.calls.add(call(mia))
        unit.commit()
    return store


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("thornton", ["31"]),
        ("THORN", ["31"]),
        ("mimi", ["31"]),
        ("karl", ["31"]),
        ("kamara", ["33"]),
        ("Kámara", ["33"]),
        ("SG-2026-0031", ["31"]),
        ("SG-2026", ["33", "31"]),
        ("0033", ["33"]),
        ("999 123 4012", ["31"]),
        ("9991234012", ["31"]),
        ("999 123 4039", ["33"]),
        ("NM-448210", ["31"]),
        ("RX 77-1", ["31"]),
        ("okoro", ["31"]),
        ("cross hurt", ["31"]),
        ("cross here", []),
        ("left cheek", ["33", "31"]),
        ("nothing-like-it", []),
        ("bruise-that-is-not-there", []),
        ("draft", []),
        ("injury", []),
        ("failed", []),
        ("england", []),
    ],
)
def test_concerns_are_found_by_what_is_recorded(
    two: Store, clock: FixedClock, typed: str, found: list[str]
) -> None:
    with two.unit(ASHA, clock) as unit:
        lines = unit.search.find(typed)

    assert [line.reference[-2:] for line in lines] == found


@pytest.mark.parametrize(
    "typed",
    ["", " ", '"', '""', "*", "(", "NEAR(", "a AND", "OR", "NOT x", "words:mia", "^mia", "\x00",
     "-", "x+y", "'; DROP TABLE concern; --", "a\ud800", "é" * 5000, "a " * 500, "{a b}:c"],
)  # fmt: skip
def test_whatever_is_typed_is_only_text(two: Store, clock: FixedClock, typed: str) -> None:
    with two.unit(ASHA, clock) as unit:
        assert isinstance(unit.search.find(typed), tuple)
        assert len(unit.concerns.newest()) == 2


def test_an_amended_word_is_found_in_place_of_the_old(two: Store, clock: FixedClock) -> None:
    with two.unit(ASHA, clock) as unit:
        value = unit.concerns.by_reference("SG-2026-0031")
        assert value is not None
        corrected = msgspec.structs.replace(value.facts[1], text="She cried quietly.")
        unit.facts.amend(value.id, corrected, later(9), ASHA, "")
        unit.commit()

    with two.unit(ASHA, clock) as unit:
        assert len(unit.search.find("cried")) == 1
        assert unit.search.find("silent") == ()


def test_words_that_were_removed_are_gone_from_the_index(store: Store, clock: FixedClock) -> None:
    value = concern()
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        unit.commit()
    before = is_in_the_index(store, LETTERS)

    with store.unit(ASHA, clock) as unit:
        unit.concerns.save(msgspec.structs.replace(value, facts=()))
        unit.commit()

    assert before
    assert not is_in_the_index(store, LETTERS)


def is_in_the_index(store: Store, letters: bytes) -> bool:
    with store._engine.connect() as connection:
        blocks = connection.exec_driver_sql("SELECT block FROM search_data").scalars().all()
    return any(letters in block for block in blocks)
