"""Whether a page fits: nothing scrolls sideways, is cut off, or lies over something else."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QFocusFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from ui.kit.link_line import LinkLine

_LEAST_FIELD = 60
_ROUNDING = 2


def misfits(root):
    """Return a line for whatever does not fit in a part of the window."""
    shown = [one for one in root.findChildren(QWidget) if one.isVisibleTo(root) and _ours(one)]
    lines = [f"scrolls sideways: {_name(one)}" for one in shown if _scrolls_sideways(one)]
    lines += [f"cut off: {_name(one)}" for one in shown if _is_cut(one)]
    lines += [f"sticks out: {_name(one)}" for one in shown if _sticks_out(one)]
    return lines + [f"overlap: {_name(a)} and {_name(b)}" for a, b in _overlapping(shown)]


def _ours(widget):
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QAbstractScrollArea) and not isinstance(around, QScrollArea):
            return False
        around = around.parentWidget()
    return not widget.isWindow() and not isinstance(widget, QFocusFrame)


def _scrolls_sideways(widget):
    return isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum() > 0


def _is_cut(widget):
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return widget.height() + _ROUNDING < widget.heightForWidth(widget.width())
        return widget.width() + _ROUNDING < widget.sizeHint().width()
    if isinstance(widget, QPushButton) and widget.text() and not isinstance(widget, LinkLine):
        return widget.width() + _ROUNDING < widget.sizeHint().width()
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.height() + _ROUNDING < widget.minimumSizeHint().height()
    return isinstance(widget, QLineEdit) and widget.width() < _LEAST_FIELD


def _sticks_out(widget):
    parent = widget.parentWidget()
    if parent is None or isinstance(parent, QAbstractScrollArea) or _is_scrolled(widget):
        return False
    return not parent.rect().adjusted(-2, -2, 2, 2).contains(widget.geometry())


def _is_scrolled(widget):
    parent = widget.parentWidget()
    return isinstance(parent.parentWidget(), QAbstractScrollArea)


def _overlapping(shown):
    beside = {}
    for widget in shown:
        if not widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
            beside.setdefault(widget.parentWidget(), []).append(widget)
    for widgets in beside.values():
        for number, one in enumerate(widgets):
            for other in widgets[number + 1 :]:
                common = one.geometry().intersected(other.geometry())
                if _is_more_than_an_edge(common):
                    yield one, other


def _is_more_than_an_edge(common: QRect):
    return common.width() > _ROUNDING and common.height() > _ROUNDING


def _name(widget):
    text = widget.text()[:40] if isinstance(widget, QLabel | QAbstractButton) else ""
    size = f"{widget.width()}x{widget.height()}"
    return f"{type(widget).__name__} {widget.objectName()} {text!r} {size}"
