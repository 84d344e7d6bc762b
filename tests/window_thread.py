"""Watches that modules with classes of Qt are loaded on the thread of the window alone."""

import threading
from importlib.machinery import SourceFileLoader

LOADED_ELSEWHERE: list[str] = []
_load = SourceFileLoader.exec_module


def watch():
    """Keep in LOADED_ELSEWHERE what another thread loads from now on."""
    SourceFileLoader.exec_module = _watched


def _watched(self, module):
    if threading.current_thread() is not threading.main_thread():
        names = self.get_code(module.__name__).co_names
        if any(name.startswith("PySide6") for name in names):
            LOADED_ELSEWHERE.append(module.__name__)
    _load(self, module)
