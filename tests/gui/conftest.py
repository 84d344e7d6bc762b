"""Real widgets on a screen that nobody sees, dressed like the program."""

import os
from io import BytesIO
from shutil import copytree

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from print_queue import open_queue
from reportlab.pdfgen.canvas import Canvas
from stand_ins import NowRunner, ScriptedAsker

from sgdesk.bootstrap import open_locked
from sgdesk.paths import resources
from sgdesk.services.demonstration import demonstration_passphrases, make_demonstration
from ui.kit.tasks import WorkerRunner
from ui.kit.theme import IN_OUR_STYLE, apply_theme


@pytest.fixture(scope="session")
def qapp_args():
    """The arguments of the program under test."""
    return ["sgdesk", *IN_OUR_STYLE]


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp):
    apply_theme(qapp, resources(), "light", 100)


@pytest.fixture
def runner():
    """A runner that does everything at once."""
    return NowRunner()


@pytest.fixture
def worker():
    """The real runner, with a thread of its own."""
    real = WorkerRunner()
    yield real
    real.close()


@pytest.fixture
def asker():
    """An asker with no answers yet: put them into `answers`."""
    return ScriptedAsker()


@pytest.fixture(scope="session")
def print_queue():
    """The name of a real print queue."""
    with open_queue() as name:
        yield name


@pytest.fixture
def three_pages():
    """A PDF of three pages with a line on each."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for number in (1, 2, 3):
        canvas.drawString(72, 700, f"Paper number {number}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    """The demonstration practice, made once: copy its folder before you change it."""
    folder = tmp_path_factory.mktemp("demonstration") / "store"
    make_demonstration(folder)
    return folder


@pytest.fixture
def demo_folder(demonstration, tmp_path):
    """A demonstration of this test's own."""
    folder = tmp_path / "demonstration"
    copytree(demonstration, folder)
    return folder


@pytest.fixture
def demo_desk(demo_folder):
    """The lead's unlocked desk in the demonstration."""
    locked = open_locked(demo_folder)
    opened = locked.unlock(locked.users()[0].id, demonstration_passphrases()[0][1])
    yield opened
    opened.close()
