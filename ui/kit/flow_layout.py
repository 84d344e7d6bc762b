"""A row that wraps: buttons, tags and links stay readable at 200 % and in a narrow window."""

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem
from shiboken6 import isValid

from ui.kit.layout import Gap, lines
from ui.kit.overrides import called_by_qt, nothing

_Lines = list[list[tuple[QLayoutItem, QSize]]]


class FlowLayout(QLayout):
    """Lays its widgets out from left to right, and goes on in the next line when one is full."""

    def __init__(
        self,
        parent: QWidget | None = None,
        gap: Gap = Gap.NORMAL,
        line_gap: Gap | None = None,
        to_right: bool = False,
    ) -> None:
        super().__init__(parent)
        self._to_right = to_right
        self._line_gap = lines((line_gap or gap).value)
        self._items: list[QLayoutItem] = []
        # Qt asks again and again; it tells through `invalidate` when an item takes another room.
        self._broken: dict[int, _Lines] = {}
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._smallest: QSize | None = None
        self._taken: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(lines(gap.value))

    def addWidget(self, widget: QWidget) -> None:
        """Take a widget in at the end.

        Its item is made here and not by Qt: Python never hears that an item of Qt's own is gone,
        and would take the next one at the same address for it.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in at the end."""
        self._items.append(item)
        self._forget()

    @called_by_qt(nothing)
    def invalidate(self) -> None:
        """Measure anew when something in it has changed."""
        self._forget()
        super().invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None when there is none at this place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or return None when there is none at this place."""
        if not 0 <= index < len(self._items):
            return None
        self._forget()
        # Qt deletes what it takes out itself; until then Python must not.
        self._taken = [item for item in self._taken if isValid(item)]
        self._taken.append(self._items.pop(index))
        return self._taken[-1]

    def expandingDirections(self) -> "QtCore.Qt.Orientation":
        """Claim no more room than needed."""
        return QtCore.Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    @called_by_qt(int)
    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at this width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    @called_by_qt(nothing)
    def setGeometry(self, area: QRect) -> None:
        """Place every item."""
        super().setGeometry(area)
        spare = max(area.height() - self.heightForWidth(area.width()), 0)
        self._place(area.adjusted(0, spare // 2, 0, 0), move=True)

    @called_by_qt(QSize)
    def sizeHint(self) -> QSize:
        """Return the size of everything in one line."""
        if self._hint is None:
            hints = [item.sizeHint() for item in self._shown()]
            width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
            self._hint = QSize(width, max((hint.height() for hint in hints), default=0))
        return self._hint

    @called_by_qt(QSize)
    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        if self._smallest is None:
            self._smallest = QSize()
            for item in self._shown():
                self._smallest = self._smallest.expandedTo(item.minimumSize())
        return self._smallest

    def _forget(self) -> None:
        self._broken = {}
        self._heights = {}
        self._hint = self._smallest = None

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, area: QRect, move: bool) -> int:
        y = area.y()
        for line in self._lines(area.width()):
            height = max(size.height() for _item, size in line)
            free = area.width() - sum(size.width() + self.spacing() for _item, size in line)
            x = area.x() + (free + self.spacing() if self._to_right else 0)
            for item, size in line:
                if move:
                    middle = y + (height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, middle), size))
                x += size.width() + self.spacing()
            y += height + self._line_gap
        return max(y - self._line_gap - area.y(), 0)

    def _lines(self, width: int) -> _Lines:
        if width not in self._broken:
            self._broken[width] = self._break(width)
        return self._broken[width]

    def _break(self, width: int) -> _Lines:
        lines_so_far: _Lines = []
        room = -1
        for item in self._shown():
            size = _size_within(item, width)
            if not lines_so_far or size.width() > room:
                lines_so_far.append([])
                room = width
            lines_so_far[-1].append((item, size))
            room -= size.width() + self.spacing()
        return lines_so_far


def _size_within(item: QLayoutItem, width: int) -> QSize:
    hint = item.sizeHint()
    if hint.width() <= width or width <= 0:
        return hint
    height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
    return QSize(width, height)
