"""Rows and columns whose gaps and widths grow with the text, so that nothing is in pixels."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from typing import TypeVar

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

BoxT = TypeVar("BoxT", bound=QBoxLayout)


class Gap(Enum):
    """How far things stand apart, in heights of a line of text."""

    NONE = 0.0
    TIGHT = 0.2
    SMALL = 0.4
    NORMAL = 0.7
    WIDE = 1.0


def lines(count: float) -> int:
    """Return the height of so many lines of text."""
    return round(QFontMetrics(QApplication.font()).height() * count)


def letters(count: float) -> int:
    """Return the width of so many average letters."""
    return round(QFontMetrics(QApplication.font()).averageCharWidth() * count)


def column(parent: QWidget | None = None, gap: Gap = Gap.NORMAL) -> QVBoxLayout:
    """Return a column without margins; with a parent, it becomes the parent's layout."""
    return _bare(QVBoxLayout() if parent is None else QVBoxLayout(parent), gap)


def row(parent: QWidget | None = None, gap: Gap = Gap.NORMAL) -> QHBoxLayout:
    """Return a row without margins; with a parent, it becomes the parent's layout."""
    return _bare(QHBoxLayout() if parent is None else QHBoxLayout(parent), gap)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let go of its widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def put_in_order(place: QBoxLayout, widgets: Sequence[QWidget]) -> None:
    """Show widgets in this order at the beginning of a row or column; Tab comes to them in it."""
    for number, widget in enumerate(widgets):
        if place.indexOf(widget) != number:
            place.insertWidget(number, widget)
            for behind in widgets[number:]:
                behind.raise_()


@contextmanager
def shown_together(part: QWidget) -> Iterator[None]:
    """Show what is put into a part of the window all at once.

    Qt lays the whole page out anew for every single widget that is shown in a visible part.
    """
    focus = QApplication.focusWidget()
    together = part.isVisible() and (focus is None or not part.isAncestorOf(focus))
    if together:
        part.hide()
    try:
        yield
    finally:
        if together:
            part.show()


def _bare(layout: BoxT, gap: Gap) -> BoxT:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(lines(gap.value))
    return layout
