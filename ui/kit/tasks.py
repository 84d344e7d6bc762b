"""Work off the window's thread: one worker, first come first served, answers back in the window."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from sgdesk.errors import SituationError, UserError
from ui.kit.garbage import GarbageCollection
from ui.kit.letting_go import is_leaving

AnswerT = TypeVar("AnswerT")
_INTERVAL_S = 0.0001
Failed = Callable[[UserError | SituationError], None]


class Runner(Protocol):
    """Whatever can run a named piece of work and bring its answer back."""

    def run(
        self,
        work: Callable[[], AnswerT],
        done: Callable[[AnswerT], None] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Run `work`, then `done` with its answer, or `failed` with our own kind of error.

        `work` gets a snapshot and touches no widget. Nothing is brought back once `owner` is
        destroyed. Errors without `failed`, and errors that are not ours, go to sys.excepthook.
        """
        ...

    def close(self) -> None:
        """Finish what was asked for, and ask for nothing more."""
        ...


@dataclass(frozen=True, slots=True)
class _Task(Generic[AnswerT]):
    work: Callable[[], AnswerT]
    done: Callable[[AnswerT], None] | None
    failed: Failed | None
    owner: QObject | None

    def carry_out(self) -> Callable[[], None]:
        """Do the work and return what to do about it on the window's thread."""
        try:
            answer = self.work()
        except (UserError, SituationError) as error:
            known = error
            return lambda: self._fail(known)
        except BaseException as error:  # noqa: BLE001 - a bug in the work belongs to the crash dialog
            bug = error
            return lambda: sys.excepthook(type(bug), bug, bug.__traceback__)
        return lambda: self._succeed(answer)

    def _succeed(self, answer: AnswerT) -> None:
        if self.done is not None and self._is_wanted():
            self.done(answer)

    def _fail(self, error: UserError | SituationError) -> None:
        if not self._is_wanted():
            return
        if self.failed is None:
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            self.failed(error)

    def _is_wanted(self) -> bool:
        return self.owner is None or not is_leaving(self.owner)


class WorkerRunner(QObject):
    """The real runner: one thread of its own that lives as long as the window."""

    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._garbage = GarbageCollection(self)
        # A page that is being laid out asks for Python a hundred times; it must not wait 5 ms for
        # a busy worker each time.
        self._interval = sys.getswitchinterval()
        sys.setswitchinterval(_INTERVAL_S)
        self._waiting: SimpleQueue[_Task[object] | None] = SimpleQueue()
        self._finished: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._leaving = Lock()
        self._is_left = False
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._work, name="worker", daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[], AnswerT],
        done: Callable[[AnswerT], None] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Run `work` on the worker; see Runner."""
        task: _Task[AnswerT] = _Task(work, done, failed, owner)
        self._waiting.put(task)  # type: ignore[arg-type] # the queue does not look at answers

    def settle(self) -> None:
        """Call once, when everything is loaded: what is there now is never collected again."""
        self._garbage.settle()

    def close(self) -> None:
        """Finish what was asked for, and end the thread."""
        self._waiting.put(None)
        self._thread.join()
        sys.setswitchinterval(self._interval)
        self._garbage.stop()

    def leave(self) -> None:
        """Wait for nothing, and bring nothing back: the thread ends with the process."""
        with self._leaving:
            self._is_left = True
        self._waiting.put(None)

    def _work(self) -> None:
        while (task := self._waiting.get()) is not None:
            self._finished.put(task.carry_out())
            # The window's thread must be the last to hold what belongs to the window.
            del task
            with self._leaving:
                if self._is_left:
                    return
                self._arrived.emit()

    @Slot()
    def _on_arrived(self) -> None:
        # Before the answer is used: widgets that are made with it are to be collected one day.
        self._garbage.leave_modules()
        self._finished.get()()
