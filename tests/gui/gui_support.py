"""What every window test needs: find a widget by its name, press it, and see that all are named."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from sgdesk.paths import resources
from ui.kit.gradually import Gradually
from ui.kit.theme import apply_theme

_FIELDS = (QLineEdit, QPlainTextEdit, QComboBox)
_SPOKEN = (*_FIELDS, QAbstractButton, QTableView)


def finish_pages(root: QWidget) -> None:
    """Make whatever the pages in a window would make a moment later."""
    while waiting := [one for one in root.findChildren(Gradually) if not one.is_done]:
        for later in waiting:  # one may have left something to another
            later.finish()
    QApplication.sendPostedEvents()


def field(root: QWidget, kind, name: str):
    """Return the widget of a kind and object name; fail if it is not there."""
    found = root.findChild(kind, name)
    if found is None:
        finish_pages(root)
        found = root.findChild(kind, name)
    assert found is not None, f"no {kind.__name__} is called {name}"
    return found


def press(qtbot, root: QWidget, name: str) -> None:
    """Press a button by keyboard, as a person without a mouse does."""
    widget = field(root, QAbstractButton, name)
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Space)


@contextmanager
def at_percent(app: QApplication, percent: int) -> Iterator[None]:
    """Show everything at these sizes for a while."""
    apply_theme(app, resources(), "light", percent)
    try:
        yield
    finally:
        apply_theme(app, resources(), "light", 100)


def unnamed_fields(root: QWidget) -> list[str]:
    """Return what a screen reader could not name, or what has no label with it as its buddy."""
    finish_pages(root)
    buddies = {label.buddy() for label in root.findChildren(QLabel) if label.buddy() is not None}
    widgets = [one for one in root.findChildren(QWidget) if isinstance(one, _SPOKEN) and _own(one)]
    nameless = [one for one in widgets if not _spoken_name(one)]
    without_label = [
        one
        for one in widgets
        if isinstance(one, _FIELDS) and one not in buddies and one.focusPolicy() and not _read(one)
    ]
    return sorted({_describe(one) for one in [*nameless, *without_label]})


def _own(widget: QWidget) -> bool:
    inside = widget.parentWidget()
    return not isinstance(inside, QComboBox) and not widget.objectName().startswith("qt_")


def _read(widget: QWidget) -> bool:
    return isinstance(widget, QLineEdit | QPlainTextEdit) and widget.isReadOnly()


def _spoken_name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def _describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or '(no object name)'}"
