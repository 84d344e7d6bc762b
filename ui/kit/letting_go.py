"""Letting go of a part of the window piece by piece: to delete a page at once takes 30 ms."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QWidget
from shiboken6 import delete, isValid

from ui.kit.gradually import Gradually

_TOGETHER = 12
_LEAVING = "leaving"


def is_leaving(one: QObject) -> bool:
    """Say whether it is gone, or in a part of the window that is going: nothing reaches it."""
    above: QObject | None = one
    while above is not None and isValid(above):
        if above.property(_LEAVING):
            return True
        above = above.parent()
    return not isValid(one)


class LettingGo(QObject):
    """Deletes hidden widgets with all that is in them, the innermost first.

    Nothing in them acts any more from the first moment: no timer, and no answer of the worker.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: list[QWidget] = []
        self._pieces = Gradually(self)

    def add(self, widget: QWidget) -> None:
        """Let go of a widget that is out of its layout, or whose layout goes with it."""
        widget.hide()
        widget.setProperty(_LEAVING, True)
        # Whoever looks for a field finds the one that comes instead.
        for one in (widget, *widget.findChildren(QWidget)):
            if one.objectName():
                one.setObjectName("")
        for timer in widget.findChildren(QTimer):
            timer.stop()
        self._left.insert(0, widget)
        self._pieces.add(self._take_next)
        self._pieces.go_on()

    def clear(self, layout: QLayout) -> None:
        """Take all widgets out of a layout and let go of them."""
        while (item := layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                self.add(widget)

    def _take_next(self) -> None:
        while self._left and not isValid(self._left[-1]):
            self._left.pop()
        if not self._left:
            return
        parts = _parts(self._left[-1])
        if parts:
            self._left += parts
        else:
            delete(self._left.pop())
        if self._left:
            self._pieces.add(self._take_next)


def go_later(widget: QWidget) -> None:
    """Let go of a widget; what is left of it when the program ends goes with its parent."""
    program = QApplication.instance()
    if program is None:
        widget.deleteLater()
        return
    going = program.findChild(LettingGo, options=Qt.FindChildOption.FindDirectChildrenOnly)
    (going or LettingGo(program)).add(widget)


def _parts(widget: QWidget) -> list[QWidget]:
    """Return what is to go before a widget; nothing where it is small, or made of Qt's own."""
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        parts = [] if inside is None else [inside]
    elif widget.layout() is None and not _is_plain(widget):
        return []
    else:
        only = Qt.FindChildOption.FindDirectChildrenOnly
        parts = widget.findChildren(QWidget, options=only)
    return parts if len(widget.findChildren(QWidget)) > _TOGETHER else []


def _is_plain(widget: QWidget) -> bool:
    """Say whether all that is in a widget was put there by us: what Qt put into a list, a table or
    a text field must not go before it."""
    of_qt = next(kind for kind in type(widget).__mro__ if kind.__module__.startswith("PySide6"))
    return of_qt in (QWidget, QFrame) and type(widget) is not of_qt
