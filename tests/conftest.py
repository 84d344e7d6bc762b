"""Real parts for every test: a real encrypted store in a temporary folder, and a clock of ours."""

import os
import shutil
from datetime import UTC, datetime

import pytest
from hypothesis import settings
from print_queue import open_queue
from window_thread import LOADED_ELSEWHERE, watch

from sgdesk.bootstrap import Desk, LockedDesk, open_locked
from sgdesk.clock import FixedClock
from sgdesk.domain.practice import Practice, PracticeStatus, Role
from sgdesk.services.setup import NewUser, PreparedDesk
from sgdesk.vault.keychain import NoKeychain
from sgdesk.vault.keys import Cost

# How long an example takes says nothing on a machine that runs several tests at once.
settings.register_profile("sgdesk", deadline=None)
settings.load_profile("sgdesk")
watch()

SUNDAY_NOON = datetime(2026, 11, 22, 12, 5, tzinfo=UTC)
QUICK = Cost(m_kib=64, t=1, p=1)
PASSPHRASE = "a quiet river bends twice"
DEPUTY_PASSPHRASE = "seven lamps near the weir"
DEMO_PASSPHRASE = "demo practice only"
PDF_READERS = ("pdftotext", "pdfinfo", "pdffonts", "qpdf")


def pytest_collection_modifyitems(items):
    """Keep the tests of the one print queue in one process, where tests run in several; and where
    there are no other people's PDF readers, as on most Windows PCs, leave out what needs them."""
    missing = [name for name in PDF_READERS if shutil.which(name) is None]
    for item in items:
        if item.get_closest_marker("print_queue"):
            item.add_marker(pytest.mark.xdist_group("print-queue"))
        if missing and item.get_closest_marker("pdf_readers") and not os.environ.get("CI"):
            item.add_marker(pytest.mark.skip(reason=f"not installed: {', '.join(missing)}"))


@pytest.fixture(autouse=True)
def _qt_is_loaded_on_the_windows_thread():
    """Before Python 3.12 the program may end where another thread makes a class of Qt."""
    yield
    found = list(LOADED_ELSEWHERE)
    LOADED_ELSEWHERE.clear()
    assert found == []


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
    """The demonstration practice, made once; `demo_folder` hands out copies of it."""
    from sgdesk.services.demonstration import make_demonstration

    folder = tmp_path_factory.mktemp("finished") / "demonstration"
    make_demonstration(folder, QUICK)
    return folder


@pytest.fixture
def demo_folder(tmp_path, finished_demonstration):
    """The folder of a demonstration of this test's own."""
    folder = tmp_path / "demonstration"
    shutil.copytree(finished_demonstration, folder)
    return folder


@pytest.fixture
def demo_desk(demo_folder):
    """The lead's unlocked desk in the demonstration."""
    locked = open_locked(demo_folder)
    opened: Desk = locked.unlock(locked.users()[0].id, DEMO_PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def print_queue():
    """The name of a real print queue."""
    with open_queue() as name:
        yield name
