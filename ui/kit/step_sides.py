"""A wizard's two sides: the list of steps, and the page with its bar; one at a time if narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.kit.layout import Gap, column, letters, row
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.step_area import StepArea
from ui.kit.step_bar import StepBar
from ui.kit.step_list import StepList

_NARROW = 120


class StepSides(QWidget):
    """Keeps the list beside the page where there is room, and else behind a link above the page."""

    def __init__(self, title: str, subtitle: str, parent: QWidget) -> None:
        # Each part has its place from the beginning: Qt dresses anew whatever gets another.
        super().__init__(parent)
        self._narrow = True
        layout = row(self, Gap.NONE)
        self._list = StepList(title, subtitle, self)
        self._list.hide()
        self._list.set_wide(True)
        layout.addWidget(self._list)
        self._side = QWidget(self)
        side = column(self._side, Gap.NONE)
        layout.addWidget(self._side, 1)
        self._area = StepArea(self._side)
        self._area.steps_asked.connect(self._on_steps_asked)
        self._area.offer_steps(True)
        side.addWidget(self._area, 1)
        self._bar = StepBar(self._side)
        side.addWidget(self._bar)

    @property
    def parts(self) -> tuple[StepList, StepArea, StepBar]:
        """Return the list of steps, the part with the page, and the bar below it."""
        return self._list, self._area, self._bar

    def show_page(self) -> None:
        """Show the page, and the list only where there is room beside it."""
        self._list.setVisible(not self._narrow)
        self._side.show()

    @called_by_qt(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the step list away where the window is narrow or the text is large."""
        super().resizeEvent(event)
        narrow = event.size().width() < letters(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._area.offer_steps(narrow)
            self._list.set_wide(narrow)
            self.show_page()

    def _on_steps_asked(self) -> None:
        self._side.hide()
        self._list.show()
        self._list.setFocus()
