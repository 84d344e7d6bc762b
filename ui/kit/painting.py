"""What a long turn changes is painted in a turn of its own: both together would be a stall."""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

_NEXT_TURN_MS = 1


class PaintedLater:
    """The parts of the window that wait to be painted. Keys and clicks reach them meanwhile."""

    _waiting: ClassVar[list[QWidget]] = []

    @classmethod
    def add(cls, part: QWidget) -> None:
        """Paint the page on which a part stands in the next turn, and not in this one."""
        page, around = _page_of(part), part.parentWidget()
        if around is None or not around.isVisible() or not page.updatesEnabled():
            return  # nobody sees what changes there, or it waits already
        page.setUpdatesEnabled(False)
        cls._waiting.append(page)
        QTimer.singleShot(_NEXT_TURN_MS, page, lambda: cls._paint(page))

    @classmethod
    def is_waited_for(cls) -> bool:
        """Say whether something is still to be painted."""
        cls._waiting = [page for page in cls._waiting if isValid(page)]
        return bool(cls._waiting)

    @classmethod
    def _paint(cls, page: QWidget) -> None:
        cls._waiting.remove(page)
        page.setUpdatesEnabled(True)


def _page_of(part: QWidget) -> QWidget:
    """Return what scrolls a part, or the part itself.

    Never its window: what Qt asked to have painted before comes while that is put off, is left
    undone, and keeps Qt from asking ever again.
    """
    around: QWidget | None = part
    while around is not None and not around.isWindow():
        if isinstance(around, QScrollArea):
            return around.viewport()
        around = around.parentWidget()
    return part
