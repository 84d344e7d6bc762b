"""The window of SG Desk. Qt lives here and nowhere else.

PySide6 puts a function of its own in the place of Python's import. It reads the source text of
every module that is imported from then on, in search of a feature that is not used here, and keeps
it: 6 ms of the start, 80 ms of what the worker loads, and 20 MiB. It is taken out again.
"""

import builtins
from typing import Any

import PySide6.QtCore  # noqa: F401 - loading it puts the function there

_watching: Any = getattr(builtins, "__feature_import__", None)
_before: Any = getattr(builtins, "__orig_import__", None)
if _before is not None and builtins.__import__ is _watching:
    builtins.__import__ = _before
