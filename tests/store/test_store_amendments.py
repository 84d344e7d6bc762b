"""What happens to a record after it was signed is only added to, by the rules of the store."""

import re

import pytest
from msgspec.structs import replace
from store_records import ASHA, KEY, concern, later, raw

from sgdesk.clock import FixedClock
from sgdesk.domain.amendment import Link
from sgdesk.domain.concern import Concern
from sgdesk.domain.outcome import Closing, ClosingKind
from sgdesk.store import migrate
from sgdesk.store.cipher import sqlcipher
from sgdesk.store.folder import StoreFolder
from sgdesk.store.migrations.versions import revision_0001
from sgdesk.store.unit import Store

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"


def signed() -> Concern:
    return concern("SG-2026-0001", signed_at=later(5), signed_by=ASHA)


@pytest.fixture
def amended(store: Store, clock: FixedClock) -> Store:
    value, other = signed(), concern("SG-2026-0002")
    with store.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        unit.concerns.add(other)
        newer = replace(value, person=replace(value.person, name="Noor Begum"))
        unit.concerns.amend(newer, later(60), ASHA, "The name was wrong.")
        unit.links.add(
            Link(
                id="a-link", concern_id=value.id, other_id=other.id, how="her sister",
                linked_at=later(61), linked_by="Asha Rahman",
            )
        )  # fmt: skip
        unit.closings.add(
            Closing(
                id="a-closing", concern_id=value.id, kind=ClosingKind.CLOSED, at=later(62),
                by="Asha Rahman", because="Done.",
            )
        )  # fmt: skip
        unit.commit()
    return store


def test_versions_are_counted_from_the_signed_one(amended: Store, clock: FixedClock) -> None:
    with amended.unit(ASHA, clock) as unit:
        found = unit.concerns.by_reference("SG-2026-0001")
        assert found is not None
        versions = unit.concerns.versions(found.id)

    assert [one.version for one in versions] == [1, 2]
    assert versions[0].body.person.name == "Mia Thornton"
    assert versions[1].because == "The name was wrong."
    assert found.person.name == "Noor Begum"


def test_a_link_is_seen_from_both_sides(amended: Store, clock: FixedClock) -> None:
    with amended.unit(ASHA, clock) as unit:
        one, other = (unit.concerns.by_reference(f"SG-2026-000{number}") for number in (1, 2))
        assert one is not None
        assert other is not None
        (here,) = unit.links.of_concern(one.id)
        (there,) = unit.links.of_concern(other.id)

    assert (here.other_id, there.other_id) == (other.id, one.id)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE concern_version SET because = 'another'",
        "DELETE FROM concern_version",
        "UPDATE closing SET body = '{}'",
        "DELETE FROM closing",
        "UPDATE concern_link SET body = '{}'",
        "DELETE FROM concern_link",
    ],
)
def test_what_was_added_is_neither_changed_nor_taken_away(
    amended: Store, folder: StoreFolder, statement: str
) -> None:
    connection = raw(folder.database())

    with pytest.raises(sqlcipher.DatabaseError, match=r"not changed|disposal only"):
        connection.execute(statement)

    connection.close()


def test_a_link_is_ended_once(amended: Store, folder: StoreFolder) -> None:
    connection = raw(folder.database())
    end = "UPDATE concern_link SET ended_at = ?, ended_by = 'Asha Rahman'"
    connection.execute(end, ("2026-11-22T13:00:00.000000Z",))

    with pytest.raises(sqlcipher.DatabaseError, match="ended, not changed"):
        connection.execute(end, ("2026-11-22T14:00:00.000000Z",))

    connection.close()


def test_a_store_of_the_first_schema_is_brought_up_to_date_with_what_was_signed(
    folder: StoreFolder, clock: FixedClock
) -> None:
    value = signed()
    old = Store.open(folder, KEY, clock)
    with old.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        unit.commit()
    old.close()
    connection = raw(folder.database())
    first = set(re.findall(r"CREATE TABLE (\w+)", revision_0001._TABLES))
    for (name,) in connection.execute(_TABLES).fetchall():
        if name not in first | {"alembic_version"} and not name.startswith(("search", "sqlite")):
            connection.execute(f"DROP TABLE {name}")
    connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.close()

    store = Store.open(folder, KEY, clock)

    assert migrate.revision(store._engine) == migrate.HEAD
    with store.unit(ASHA, clock) as unit:
        assert unit.concerns.get(value.id) == value
        assert [one.version for one in unit.concerns.versions(value.id)] == [1]
        assert unit.links.of_concern(value.id) == ()
        assert unit.closings.of_concern(value.id) == ()
    store.close()
    assert (folder.path / f"before-{migrate.HEAD}-store-1.db").is_file()
