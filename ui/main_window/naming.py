"""Every kind of widget by its name, made before somebody waits for it."""

from PySide6 import QtCore, QtGui, QtWidgets


def name_widgets() -> None:
    """Let Python know every kind of widget. Called on the worker: else the first widget that Qt
    hands back to Python takes 30 ms, in which all these names are made."""
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
