"""A few things beside each other, that go below each other where there is no room."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget
from shiboken6 import isValid

from ui.kit.layout import Gap, letters, row
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.question import Question


class Beside(QWidget):
    """Things in a row while each has its least width in letters, and else in a column."""

    def __init__(self, least: int = 16, gap: Gap = Gap.NORMAL) -> None:
        super().__init__()
        self._least = least
        self._parts: list[QWidget] = []
        self._shares = 0
        self._row = row(self, gap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def host(self) -> QWidget:
        """What the parts are children of."""
        return self

    def add(self, widget: QWidget, share: int = 1) -> None:
        """Put a widget at the right, with its share of the width."""
        self._parts.append(widget)
        self._shares += share
        self._row.addWidget(widget, share)
        if self.isVisible():
            # What comes later need not make the row any higher, and then there is no new size.
            QTimer.singleShot(0, self, self._level_fields)

    @called_by_qt(QSize)
    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part alone, so that the row can become a column."""
        shown = [part for part in self._parts if isValid(part) and not part.isHidden()]
        width = max((part.minimumSizeHint().width() for part in shown), default=0)
        return QSize(width, super().minimumSizeHint().height())

    @called_by_qt(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the row into a column, or back."""
        super().resizeEvent(event)
        fits = event.size().width() >= letters(self._least) * max(self._shares, 1)
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
        self._level_fields()

    def _level_fields(self) -> None:
        is_row = self._row.direction() == QBoxLayout.Direction.LeftToRight
        shown = [
            part
            for part in self._parts
            if isinstance(part, Question) and isValid(part) and not part.isHidden()
        ]
        above = [part.height_above(part.width()) for part in shown]
        most = max(above, default=0)
        for part, height in zip(shown, above, strict=True):
            part.lower_field(most - height if is_row else 0)
