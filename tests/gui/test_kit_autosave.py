import pytest
from PySide6.QtCore import QTimer

from sgdesk.errors import SituationError
from ui.kit.autosave import DELAY_MS, Autosave


class Disk:
    """Takes what is saved, or fails while it is full."""

    def __init__(self):
        self.is_full = False
        self.written = []
        self.text = ""

    def take(self):
        text = self.text

        def work():
            if self.is_full:
                raise SituationError("Not saved yet: the disk is full. Make room; it tries again.")
            self.written.append(text)

        return work

    def type(self, autosave, text):
        self.text = text
        autosave.mark_changed()


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def autosave(qapp, disk, runner, clock):
    return Autosave(disk.take, runner, clock)


def timer(autosave):
    return autosave.findChild(QTimer)


def test_the_time_to_the_save_is_under_two_seconds():
    assert 0 < DELAY_MS < 2_000


def test_the_time_runs_from_the_first_unsaved_key(qtbot, autosave, disk):
    disk.type(autosave, "M")
    timer(autosave).setInterval(5)
    disk.type(autosave, "Mi")
    with qtbot.waitSignal(autosave.saved, timeout=1_000):
        disk.type(autosave, "Mia")

    assert disk.written == ["Mia"]
    assert not autosave.is_dirty


def test_a_later_key_does_not_put_the_save_off(qtbot, autosave, disk):
    disk.type(autosave, "M")
    before = timer(autosave).remainingTime()

    disk.type(autosave, "Mi")

    assert timer(autosave).remainingTime() <= before


def test_a_save_tells_the_time_of_the_clock(qtbot, autosave, disk, clock):
    with qtbot.waitSignal(autosave.saved) as saved:
        autosave.save_now()

    assert saved.args == [clock.now()]


def test_leaving_a_field_saves_only_what_is_unsaved(autosave, disk):
    autosave.save_if_changed()
    disk.type(autosave, "M")
    autosave.save_if_changed()
    autosave.save_if_changed()

    assert disk.written == ["M"]


def test_a_failure_is_told_and_tried_again_until_it_succeeds(qtbot, autosave, disk):
    disk.is_full = True
    done = []
    disk.type(autosave, "Mia")

    with qtbot.waitSignal(autosave.failed) as failed:
        autosave.save_now(lambda: done.append(True))
    disk.is_full = False
    waits = timer(autosave).isActive()
    timer(autosave).setInterval(1)
    with qtbot.waitSignal(autosave.saved):
        pass

    assert failed.args == ["Not saved yet: the disk is full. Make room; it tries again."]
    assert waits
    assert disk.written == ["Mia"]
    assert done == []


def test_what_is_typed_while_it_saves_is_saved_next(qtbot, disk, worker, clock):
    autosave = Autosave(disk.take, worker, clock)
    disk.type(autosave, "M")
    autosave.save_now()
    disk.type(autosave, "Mi")

    with qtbot.waitSignal(autosave.saved):
        pass

    assert autosave.is_dirty
    assert timer(autosave).isActive()


def test_done_is_called_after_the_save(autosave, disk):
    disk.type(autosave, "Mia")
    order = []

    autosave.save_now(lambda: order.append(list(disk.written)))

    assert order == [["Mia"]]
