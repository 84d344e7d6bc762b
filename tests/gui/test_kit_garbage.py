"""When garbage is collected: a little at once, all of it only while nothing happens."""

import gc
import sys
from types import ModuleType
from weakref import ref

import pytest
from PySide6.QtCore import QObject

from ui.kit.garbage import GarbageCollection, read_for_good


class Circle:
    """Garbage that refers to itself."""

    def __init__(self):
        self.myself = self


@pytest.fixture
def garbage(qapp):
    parent = QObject()
    collection = GarbageCollection(parent)
    yield collection
    collection.stop()
    gc.collect()


def load_modules(monkeypatch, count):
    for number in range(count):
        name = f"loaded_{number}"
        monkeypatch.setitem(sys.modules, name, ModuleType(name))


def old_garbage():
    """Return a reference to garbage that is in the oldest generation."""
    circle = Circle()
    gc.collect(1)
    found = ref(circle)
    del circle
    for _n in range(gc.get_threshold()[2] + 1):
        gc.collect(1)
    return found


def test_garbage_in_the_oldest_generation_waits_until_all_is_quiet(garbage):
    found = old_garbage()
    busy = [[] for _n in range(2_000)]
    garbage.look()
    is_kept = found() is not None

    for _n in range(305):
        garbage.look()
    busy.clear()

    assert is_kept
    assert found() is None


def test_what_was_there_when_many_modules_were_loaded_is_left_alone(garbage, monkeypatch):
    before = gc.get_freeze_count()
    load_modules(monkeypatch, 25)

    garbage.leave_modules()

    assert gc.get_freeze_count() > before


def test_a_few_modules_more_change_nothing(garbage, monkeypatch):
    before = gc.get_freeze_count()
    load_modules(monkeypatch, 3)

    garbage.leave_modules()

    assert gc.get_freeze_count() == before


def test_what_came_after_the_modules_is_collected(garbage, monkeypatch):
    load_modules(monkeypatch, 25)
    garbage.leave_modules()
    circles = [Circle() for _n in range(1_000)]
    found = ref(circles[0])
    circles.clear()

    garbage.look()

    assert found() is None


def test_nothing_is_looked_at_while_something_large_is_read(garbage):
    circle = Circle()
    found = ref(circle)
    del circle
    busy = [[] for _n in range(2_000)]

    read_for_good(garbage.look)
    is_kept = found() is not None
    garbage.look()
    busy.clear()

    assert is_kept
    assert found() is None
