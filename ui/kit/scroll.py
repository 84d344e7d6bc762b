"""A page that scrolls up and down, and never jumps sideways by itself."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.kit.layout import lines
from ui.kit.overrides import called_by_qt

_ABOVE_AND_BELOW = 4


class PageScroll(QScrollArea):
    """Gives its page the whole width; Tab and `bring_into_sight` scroll up and down only."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to a widget, once the layout has given it its place."""
        QTimer.singleShot(0, widget, lambda: self._scroll_to(widget))

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
