"""Real parts for every test: a real encrypted store in a temporary folder, and a clock of ours."""

from datetime import UTC, datetime
from shutil import copytree

import pytest

from sgdesk.bootstrap import Desk, LockedDesk, open_locked
from sgdesk.clock import FixedClock
from sgdesk.domain.practice import Practice, PracticeStatus, Role
from sgdesk.services.setup import NewUser, PreparedDesk
from sgdesk.vault.keychain import NoKeychain
from sgdesk.vault.keys import Cost

SUNDAY_NOON = datetime(2026, 11, 22, 12, 5, tzinfo=UTC)
QUICK = Cost(m_kib=64, t=1, p=1)
PASSPHRASE = "a quiet river bends twice"
DEPUTY_PASSPHRASE = "seven lamps near the weir"
DEMO_PASSPHRASE = "demo practice only"


def pytest_collection_modifyitems(items):
    """Keep the tests of the one print queue in one process, where tests run in several."""
    for item in items:
        if item.get_closest_marker("print_queue"):
            item.add_marker(pytest.mark.xdist_group("print-queue"))


@pytest.fixture
def clock():
    """A clock that stands at Sunday 22 November 2026, 12:05, until a test moves it."""
    return FixedClock(SUNDAY_NOON)


@pytest.fixture
def practice():
    return Practice(
        name="Riverside Dental Practice",
        address="Weir Street, Northtown",
        postcode="ZZ99 1AA",
        phone="01632 960022",
        status=PracticeStatus.MIXED_DENTAL,
        authority="Northtown",
    )


@pytest.fixture
def store_folder(tmp_path, clock, practice):
    """A store that was set up, and is locked."""
    people = [
        NewUser(
            name="Asha Rahman", role=Role.LEAD, passphrase=PASSPHRASE,
            profession="dentist", registration="GDC 000001",
        ),
        NewUser(
            name="Lee Byrne", role=Role.DEPUTY, passphrase=DEPUTY_PASSPHRASE,
            profession="dental nurse", registration="GDC 000002",
        ),
    ]  # fmt: skip
    prepared = PreparedDesk(practice, people, QUICK)
    folder = tmp_path / "store"
    prepared.complete(folder, " ".join(prepared.sheet.words), clock).close()
    return folder


@pytest.fixture
def locked(store_folder, clock):
    return LockedDesk(store_folder, clock, NoKeychain(), demo=False)


@pytest.fixture
def desk(locked):
    """The lead's unlocked desk, over a real encrypted store."""
    opened: Desk = locked.unlock(locked.users()[0].id, PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def finished_demonstration(tmp_path_factory):
    """The demonstration practice, made once; `demonstration` hands out copies of it."""
    from sgdesk.services.demonstration import make_demonstration

    folder = tmp_path_factory.mktemp("finished") / "demonstration"
    make_demonstration(folder, QUICK)
    return folder


@pytest.fixture
def demonstration(tmp_path, finished_demonstration):
    """The folder of a demonstration of this test's own."""
    folder = tmp_path / "demonstration"
    copytree(finished_demonstration, folder)
    return folder


@pytest.fixture
def demo_desk(demonstration):
    """The lead's unlocked desk in the demonstration."""
    locked = open_locked(demonstration)
    opened: Desk = locked.unlock(locked.users()[0].id, DEMO_PASSPHRASE)
    yield opened
    opened.close()
