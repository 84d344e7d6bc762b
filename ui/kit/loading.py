"""Modules of the window are loaded on its own thread, a few in each turn of the event loop.

Qt asks classes made in Python what they are without waiting for Python. Before Python 3.12 a class
of Qt that another thread makes meanwhile gets lost, or the program ends.
"""

import dis
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from types import CodeType

from PySide6.QtCore import QObject

from ui.kit.gradually import Gradually
from ui.kit.tasks import Runner

_OF_THE_WINDOW = ("ui", "PySide6")
_FOR_TYPES_ONLY = "TYPE_CHECKING"


class Loading(QObject):
    """Loads modules of the window with all that they need, once."""

    def __init__(self, runner: Runner, parent: QObject, *names: str) -> None:
        super().__init__(parent)
        self._runner = runner
        self._names = names
        self._is_begun = False
        self._waiting: list[Callable[[], None]] = []
        self._turns = Gradually(self)

    def begin(self) -> None:
        """Load what is missing, unless that was begun before."""
        if not self._is_begun:
            self._is_begun = True
            self._runner.run(lambda: modules_to_load(*self._names), self._on_planned, owner=self)

    def then(self, done: Callable[[], None]) -> None:
        """Call `done` once all is loaded: at once, if it is."""
        if all(name in sys.modules for name in self._names) and self._turns.is_done:
            done()
        else:
            self._waiting.append(done)
            self.begin()

    def _on_planned(self, names: list[str]) -> None:
        self._turns.add(*(partial(_load, name) for name in names), self._on_loaded)
        self._turns.go_on()

    def _on_loaded(self) -> None:
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done()


def _load(name: str) -> None:
    import_module(name)


def modules_to_load(*names: str) -> list[str]:
    """Return modules of the window and those they need, each after what it needs itself.

    What else they need is loaded here and now: that may be done on any thread.
    """
    order: list[str] = []
    seen: set[str] = set()

    def visit(name: str) -> None:
        if name in seen or name in sys.modules:
            return
        seen.add(name)
        root = name.partition(".")[0]
        if root not in _OF_THE_WINDOW:
            import_module(name)
            return
        if root == "ui":
            for needed in _imported_by(name):
                visit(needed)
        order.append(name)

    for name in names:
        visit(name)
    return order


def _imported_by(name: str) -> list[str]:
    spec = find_spec(name)
    # In a frozen program a loader of its own, of no known kind, reads the code.
    code = getattr(spec.loader, "get_code", _no_code)(name) if spec is not None else None
    if code is None:
        return []
    if _FOR_TYPES_ONLY in code.co_names:
        return list(_really_imported(code))
    # Of all names, only those of modules have a full stop.
    return [found for found in code.co_names if "." in found]


def _no_code(_name: str) -> None:
    """Stand in for a loader that cannot tell its code."""


def _really_imported(code: CodeType) -> Iterator[str]:
    """Bring the modules that are imported at the top, and not for the checking of types alone."""
    follows_at = 0
    is_asked = False
    for step in dis.get_instructions(code):
        if step.offset < follows_at:
            continue
        if step.argval == _FOR_TYPES_ONLY and step.opname == "LOAD_NAME":
            is_asked = True
        elif is_asked and step.opcode in _JUMPS:
            follows_at, is_asked = step.argval, False
        elif step.opname == "IMPORT_NAME" and "." in step.argval:
            yield step.argval


_JUMPS = {*dis.hasjrel, *dis.hasjabs}
