"""The yellow ring around the field that has the keyboard's focus."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from ui.kit.overrides import called_by_qt

_RINGED = (QComboBox, QLineEdit, QPlainTextEdit)
_SCROLLED_MS = (20, 100)  # a page scrolls at once, and again when its layout has settled


class FocusRing(QObject):
    """Follows the focus of the whole program. Keep one, as long as the program runs."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame = _new_frame()
        app.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, app.focusWidget())

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # The frame lives beside the widget it surrounds, and goes when that one's parent goes.
        if not isValid(self._frame):
            self._frame = _new_frame()
        ringed = isinstance(new, _RINGED)
        self._surround(new if ringed else None)
        if ringed and self._frame.isHidden():
            # Qt leaves out the ring of a field that is out of sight, also once it is scrolled to.
            for after in _SCROLLED_MS:
                QTimer.singleShot(after, self, self._show_again)

    def _show_again(self) -> None:
        if not isValid(self._frame):
            return
        field = self._frame.widget()
        if field is not None and self._frame.isHidden():
            self._surround(None)
            self._surround(field)

    def _surround(self, field: QWidget | None) -> None:
        self._frame.setWidget(field)  # type: ignore[arg-type] # None lets go


class _Above(QProxyStyle):
    """Draws the ring over whatever is around a field, so that no field must leave room for it."""

    @called_by_qt(int)
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's own name
    ) -> int:
        """Ask for a place above."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returnData)


def _new_frame() -> QFocusFrame:
    frame = QFocusFrame()
    style = _Above("Fusion")
    style.setParent(frame)
    frame.setStyle(style)
    return frame
