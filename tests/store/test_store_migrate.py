from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import OperationalError
from store_records import ASHA, KEY, concern, raw

from sgdesk.clock import FixedClock
from sgdesk.errors import SituationError
from sgdesk.store import migrate
from sgdesk.store.engine import check_pages
from sgdesk.store.folder import StoreFolder
from sgdesk.store.tables import metadata
from sgdesk.store.unit import Store

LATEST = migrate.KNOWN[-1]
NEXT = f"{int(LATEST) + 1:04}"
_NEXT = """
from alembic import op
revision = {new!r}
down_revision = {old!r}

def upgrade():
    op.execute("ALTER TABLE agency ADD COLUMN town TEXT NOT NULL DEFAULT ''")
    op.execute({last!r})
"""


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", migrate.SCRIPTS)
    return ScriptDirectory.from_config(config)


@pytest.fixture
def newer_program(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    place, ours = tmp_path / "migrations", Path(migrate.__file__).parent / "migrations"
    (place / "versions").mkdir(parents=True)
    names = [f"versions/revision_{number}.py" for number in migrate.KNOWN]
    for name in ("env.py", *names):
        (place / name).write_bytes((ours / name).read_bytes())
    text = _NEXT.format(last=request.param, new=NEXT, old=LATEST)
    (place / "versions" / f"revision_{NEXT}.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(migrate, "SCRIPTS", str(place))
    monkeypatch.setattr(migrate, "KNOWN", (*migrate.KNOWN, NEXT))
    monkeypatch.setattr(migrate, "HEAD", NEXT)
    return place


def test_the_known_revisions_are_the_ones_there_are() -> None:
    found = [script.revision for script in scripts().walk_revisions()]

    assert tuple(reversed(found)) == migrate.KNOWN
    assert scripts().get_current_head() == migrate.HEAD


def test_the_newest_schema_is_the_one_of_the_tables(store: Store) -> None:
    def is_ours(found: object, name: str | None, kind: str, *_: object) -> bool:
        return not (kind == "table" and str(name).startswith("search"))

    with store._engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": is_ours, "compare_type": True}
        )
        assert compare_metadata(context, metadata) == []


def test_a_store_of_today_is_left_as_it_is(store: Store) -> None:
    assert migrate.bring_up_to_date(store._engine, store.folder.database(), KEY) is None
    assert not list(store.folder.path.glob("before-*"))


@pytest.mark.parametrize("found", [NEXT, "9999", ""])
def test_a_schema_of_a_newer_program_is_refused_in_words(
    folder: StoreFolder, clock: FixedClock, found: str
) -> None:
    connection = raw(folder.database())
    connection.execute("UPDATE alembic_version SET version_num = ?", (found,))
    connection.close()
    before = folder.database().read_bytes()

    with pytest.raises(SituationError, match="newer SG Desk"):
        Store.open(folder, KEY, clock)

    assert folder.database().read_bytes() == before


@pytest.mark.parametrize("newer_program", ["SELECT 1"], indirect=True)
def test_an_old_store_is_copied_and_brought_up_to_date_with_its_records(
    newer_program: Path, folder: StoreFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    value = concern()
    with monkeypatch.context() as before:
        before.setattr(migrate, "KNOWN", migrate.KNOWN[:-1])
        before.setattr(migrate, "HEAD", LATEST)
        old = Store.open(folder, KEY, clock)
    with old.unit(ASHA, clock) as unit:
        unit.concerns.add(value)
        unit.commit()
    old.close()

    new = Store.open(folder, KEY, clock)

    with new.unit(ASHA, clock) as unit:
        assert unit.concerns.get(value.id) == value
    assert migrate.revision(new._engine) == NEXT
    new.close()
    copy = folder.path / f"before-{NEXT}-store-1.db"
    check_pages(copy, KEY)
    assert not copy.read_bytes().startswith(b"SQLite")
    connection = raw(copy)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (LATEST,)
    assert connection.execute("SELECT reference FROM concern").fetchone() == (value.reference,)
    connection.close()


@pytest.mark.parametrize("newer_program", ["INSERT INTO nowhere VALUES (1)"], indirect=True)
def test_a_migration_that_fails_leaves_the_old_schema(
    newer_program: Path, folder: StoreFolder, clock: FixedClock
) -> None:
    with pytest.raises(OperationalError, match="nowhere"):
        Store.open(folder, KEY, clock)

    connection = raw(folder.database())
    columns = [row[1] for row in connection.execute("PRAGMA table_info(agency)")]
    assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (LATEST,)
    connection.close()
    assert "town" not in columns
