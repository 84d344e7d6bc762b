"""A page that scrolls up and down, and never jumps sideways by itself."""

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from ui.kit.layout import Gap, column, letters, lines
from ui.kit.overrides import called_by_qt
from ui.kit.theme import mark, set_state

_ABOVE_AND_BELOW = 4
_SETTLED_MS = 60
_NO_BUTTON = Qt.MouseButton.NoButton
_SIDE, _TOP, _BOTTOM = 2.5, 0.9, 1.2


class PageScroll(QScrollArea):
    """Keeps room for its scroll bar, so that a page that grows is not laid out anew in another
    width. Tab, Alt with a letter and `bring_into_sight` scroll up and down only. Parts go into
    `place`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range_changed)
        set_state(bar, "needed", "false")
        inside = QWidget()
        mark(inside, "ground")
        # Before it is filled: Qt dresses whatever comes into a window anew, with all that is in it.
        self.setWidget(inside)
        self.place: QVBoxLayout = column(inside, Gap.NORMAL)
        side = letters(_SIDE)
        bar.ensurePolished()
        right = max(side - bar.sizeHint().width(), 0)
        self.place.setContentsMargins(side, lines(_TOP), right, lines(_BOTTOM))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to a widget, once the layout has given it its place; and again once what was open
        above it has closed."""
        for after in (0, _SETTLED_MS):
            QTimer.singleShot(after, widget, lambda: self._scroll_to(widget))

    @called_by_qt(bool)
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab scroll to the field it comes to."""
        aside = self.horizontalScrollBar().value()
        moved = super().focusNextPrevChild(forward)
        self.horizontalScrollBar().setValue(aside)
        return moved

    def _scroll_to(self, widget: QWidget) -> None:
        aside = self.horizontalScrollBar().value()
        self.ensureWidgetVisible(widget, 0, lines(_ABOVE_AND_BELOW))
        self.horizontalScrollBar().setValue(aside)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        # Nothing moves below the mouse, nor when the window comes back to the front.
        if old is None or new is None or QApplication.mouseButtons() != _NO_BUTTON:
            return
        if self.isVisible() and self.isAncestorOf(new) and not self._is_in_sight(new):
            self.bring_into_sight(new)

    def _is_in_sight(self, widget: QWidget) -> bool:
        place = QRect(widget.mapTo(self.viewport(), QPoint()), widget.size())
        return self.viewport().rect().contains(place)

    def _on_range_changed(self, least: int, most: int) -> None:
        set_state(self.verticalScrollBar(), "needed", "true" if most > least else "false")
