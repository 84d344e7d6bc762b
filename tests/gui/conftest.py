"""Real widgets on a screen that nobody sees, dressed like the program."""

import gc
import os
from io import BytesIO

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from gui_support import at_percent
from reportlab.pdfgen.canvas import Canvas
from stand_ins import NowRunner, ScriptedAsker
from window_support import open_window

from sgdesk.paths import resources
from sgdesk.settings import Settings
from ui.kit.tasks import WorkerRunner
from ui.kit.theme import IN_OUR_STYLE, apply_theme


@pytest.fixture(scope="session")
def qapp_args():
    """The arguments of the program under test."""
    return ["sgdesk", *IN_OUR_STYLE]


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp):
    apply_theme(qapp, resources(), "light", 100)


@pytest.fixture(autouse=True)
def _collected_between_tests():
    """Garbage is collected where nothing is being made, as in the program: a widget of an earlier
    test that is collected inside the making of another can end the process."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


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


@pytest.fixture
def window(qtbot, demo_desk, demo_folder, runner, asker):
    """The window over a demonstration of this test's own."""
    return open_window(qtbot, demo_desk, runner, asker, Settings(), demo_folder)


@pytest.fixture
def large(qapp):
    """Everything at 200 percent."""
    with at_percent(qapp, 200):
        yield
