import gc
import sys
import threading
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject
from stand_ins import NowRunner

from sgdesk.errors import SituationError, UserError
from ui.kit.tasks import WorkerRunner


@pytest.fixture
def hooked(monkeypatch):
    """What reached sys.excepthook."""
    seen = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: seen.append(error))
    return seen


def test_work_is_done_on_one_other_thread_and_the_answer_comes_back_here(qtbot, worker):
    threads, answers = [], []

    def work():
        threads.append(threading.current_thread())
        return len(threads)

    def done(answer):
        answers.append((answer, threading.current_thread()))

    for _n in range(3):
        worker.run(work, done)
    qtbot.waitUntil(lambda: len(answers) == 3)

    assert len({thread.ident for thread in threads}) == 1
    assert threads[0] is not threading.main_thread()
    assert answers == [(number, threading.main_thread()) for number in (1, 2, 3)]


@pytest.mark.parametrize("error", [UserError("Type a name."), SituationError("The disk is full.")])
@pytest.mark.parametrize("make", [WorkerRunner, NowRunner])
def test_our_own_errors_go_to_failed(qtbot, make, error, hooked):
    runner, failures = make(), []

    def work():
        raise error

    runner.run(work, lambda _answer: None, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    runner.close()

    assert failures == [error]
    assert hooked == []


@pytest.mark.parametrize("make", [WorkerRunner, NowRunner])
def test_a_bug_goes_to_the_crash_dialog_and_the_worker_goes_on(qtbot, make, hooked):
    runner, answers, failures = make(), [], []

    runner.run(lambda: 1 // 0, answers.append, failures.append)
    runner.run(lambda: "still here", answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    runner.close()

    assert [type(error) for error in hooked] == [ZeroDivisionError]
    assert answers == ["still here"]
    assert failures == []


def test_an_error_that_nobody_takes_goes_to_the_hook(qtbot, runner, hooked):
    def work():
        raise UserError("Type a name.")

    runner.run(work)

    assert [error.text for error in hooked] == ["Type a name."]


def test_nothing_comes_back_once_the_owner_is_destroyed(qtbot, worker, hooked):
    owner, delivered, after = QObject(), [], []
    may_go_on = threading.Event()

    def fail():
        raise UserError("Type a name.")

    worker.run(may_go_on.wait, delivered.append, owner=owner)
    worker.run(fail, delivered.append, delivered.append, owner=owner)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    may_go_on.set()
    worker.run(lambda: "later", after.append)
    qtbot.waitUntil(lambda: after == ["later"])

    assert delivered == []
    assert hooked == []


class Circle:
    """Garbage that refers to itself, and notes which thread swept it up."""

    swept: ClassVar[list[threading.Thread]] = []

    def __init__(self):
        self.myself = self

    def __del__(self):
        Circle.swept.append(threading.current_thread())


def test_garbage_of_the_window_is_never_collected_on_the_worker(qtbot, worker):
    Circle.swept.clear()
    finished = []
    for _n in range(50):
        Circle()

    worker.run(lambda: [[Circle()] for _n in range(20_000)], finished.append)
    qtbot.waitUntil(lambda: bool(finished))
    finished.clear()
    gc.collect()  # what was looked at while it was in use waits for a later look otherwise

    assert len(Circle.swept) == 20_050
    assert set(Circle.swept) == {threading.main_thread()}


def test_the_worker_lets_go_of_the_window_first(qtbot, worker):
    swept, finished = [], []

    class Held:
        def __del__(self):
            swept.append(threading.current_thread())

    def ask():
        held = Held()
        worker.run(lambda: id(held), finished.append)

    for _n in range(200):
        ask()
    qtbot.waitUntil(lambda: len(finished) == 200)
    qtbot.waitUntil(lambda: len(swept) == 200)

    assert set(swept) == {threading.main_thread()}


def test_closing_gives_the_garbage_back_to_python(qapp):
    runner = WorkerRunner()
    taken = not gc.isenabled()

    runner.close()

    assert taken
    assert gc.isenabled()


def test_closing_finishes_what_was_asked_for(qapp):
    runner, finished = WorkerRunner(), []

    for number in range(20):
        runner.run(lambda number=number: finished.append(number))
    runner.close()

    assert finished == list(range(20))
