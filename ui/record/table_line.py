"""One row of a table of whatever widgets, and the widths that its columns share with the others."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.kit.layout import letters, lines
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.theme import mark

_PAD = 0.35
_NARROWEST = 5


class Widths:
    """The widths of the columns: by their shares, but what does not wrap has the room it needs."""

    def __init__(self, shares: tuple[int, ...]) -> None:
        self._shares = shares
        self._needed = [0] * len(shares)

    def need(self, at: int, width: int) -> bool:
        """Note the room that something in a column needs; say whether it is more than before."""
        grown = width > self._needed[at]
        self._needed[at] = max(self._needed[at], width)
        return grown

    def within(self, width: int) -> list[int]:
        """Return the width of each column, gaps not included."""
        free = width - letters(2) * (len(self._shares) - 1)
        sharing = [at for at, needed in enumerate(self._needed) if not needed]
        free -= sum(self._needed)
        total = sum(self._shares[at] for at in sharing)
        return [
            needed or max(free, 0) * share // max(total, 1)
            for share, needed in zip(self._shares, self._needed, strict=True)
        ]

    def narrowest(self, width: int) -> int:
        """Return the width of the narrowest column of those that share."""
        sharing = zip(self.within(width), self._needed, strict=True)
        return min((wide for wide, needed in sharing if not needed), default=width)


class FollowsWidth(QFrame):
    """Something whose height follows from its width."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @called_by_qt(QSize)
    def sizeHint(self) -> QSize:
        """Return a usual width; the height follows from the real one."""
        return QSize(letters(40), lines(1))


class TableLine(FollowsWidth):
    """One row. It knows its height for any width, and remembers it."""

    def __init__(
        self, cells: Sequence[QWidget], widths: Widths, *, only_beside: bool = False
    ) -> None:
        super().__init__()
        self._only_beside = only_beside
        self._cells = tuple(cells)
        self._widths = widths
        self._heights: dict[int, int] = {}
        self._least = self._placed_at = -1
        for cell in cells:
            cell.setParent(self)
        mark(self, "row")

    @called_by_qt(int)
    def heightForWidth(self, width: int) -> int:
        """Return the height of the highest cell, or of all of them below each other."""
        if width not in self._heights:
            heights = [_height(cell, room) for cell, _left, room in self._places(width)]
            tallest = sum(heights) if self._is_folded(width) else max(heights, default=0)
            self._heights[width] = tallest + 2 * lines(_PAD) if heights else 0
        return self._heights[width]

    @called_by_qt(QSize)
    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest cell alone, so that cells can go below each other."""
        if self._least < 0:
            self._least = max(cell.minimumSizeHint().width() for cell in self._cells)
        return QSize(self._least, lines(1))

    @called_by_qt(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cells in their places."""
        super().resizeEvent(event)
        if event.size().width() != self._placed_at:
            self._place()

    def _place(self) -> None:
        self._placed_at = self.width()
        folded, down = self._is_folded(self.width()), lines(_PAD)
        places = self._places(self.width())
        shown = {cell for cell, _left, _room in places}
        for cell in self._cells:
            if cell.isHidden() is (cell in shown):
                cell.setVisible(cell in shown)
        for cell, left, room in places:
            height = _height(cell, room)
            wide = room if _wraps(cell) else min(room, cell.sizeHint().width())
            cell.setGeometry(left, down, wide, height)
            down += height if folded else 0

    @called_by_qt(nothing)
    def changeEvent(self, event: QEvent) -> None:
        """Forget the sizes when everything is dressed anew."""
        super().changeEvent(event)
        self._forget()

    def look_again(self) -> None:
        """Take other widths, because a column needs more room than before."""
        self._forget()
        self.updateGeometry()
        if self.isVisible():
            self._place()

    def dress(self) -> bool:
        """Take on the look at once: what it costs belongs to the turn that made the row.

        Say whether a column needs more room than before.
        """
        self.ensurePolished()
        for cell in self._cells:
            cell.ensurePolished()
        self._forget()
        return self._note_needs()

    def _forget(self) -> None:
        self._heights.clear()
        self._least = self._placed_at = -1

    def _note_needs(self) -> bool:
        rigid = [(at, cell) for at, cell in enumerate(self._cells) if not _wraps(cell)]
        grown = [self._widths.need(at, cell.sizeHint().width()) for at, cell in rigid]
        return any(grown)

    def _places(self, width: int) -> list[tuple[QWidget, int, int]]:
        """Return each cell with its left edge and its width."""
        if self._is_folded(width):
            shown = () if self._only_beside else self._cells
            return [(cell, 0, width) for cell in shown if _has_anything(cell)]
        found, left = [], 0
        for cell, wide in zip(self._cells, self._widths.within(width), strict=True):
            found.append((cell, left, wide))
            left += wide + letters(2)
        return found

    def _is_folded(self, width: int) -> bool:
        return self._widths.narrowest(width) < letters(_NARROWEST)


def _height(cell: QWidget, room: int) -> int:
    if cell.hasHeightForWidth():
        return cell.heightForWidth(room)
    return cell.sizeHint().height()


def _wraps(cell: QWidget) -> bool:
    # An empty label does not say so by itself.
    return cell.wordWrap() if isinstance(cell, QLabel) else cell.hasHeightForWidth()


def _has_anything(cell: QWidget) -> bool:
    return not isinstance(cell, QLabel) or bool(cell.text())
