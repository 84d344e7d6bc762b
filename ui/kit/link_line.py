"""A link whose words wrap: a push button keeps its text in one line, however narrow it is."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ui.kit.layout import letters
from ui.kit.overrides import called_by_qt, nothing
from ui.kit.push_button import PushButton
from ui.kit.theme import mark

_LEAST = 12


class LinkLine(PushButton):
    """A link that takes one line where there is room, and as many as it needs where there is not.

    Put it into a column with an alignment at the left.
    """

    def __init__(self, text: str, name: str) -> None:
        super().__init__(_plain(text))
        self._words = text
        # A layout asks for the height at the same few widths again and again.
        self._broken: dict[int, str] = {}
        self._frame: QSize | None = None
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        mark(self, "link-small")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @called_by_qt(nothing)
    def changeEvent(self, event: QEvent) -> None:
        """Break the words anew in another size of text."""
        self._broken.clear()
        self._frame = None
        super().changeEvent(event)
        if self.isVisible():
            self._break_at(self.width())

    @called_by_qt(QSize)
    def sizeHint(self) -> QSize:
        """Return the room for one line."""
        return self._around() + self._size_of(_plain(self._words))

    @called_by_qt(QSize)
    def minimumSizeHint(self) -> QSize:
        """Return the least room: a few letters wide."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), letters(_LEAST)), hint.height())

    @called_by_qt(int)
    def heightForWidth(self, width: int) -> int:
        """Return the height that the words take at this width."""
        count = self._wrapped(width).count("\n") + 1
        metrics = self.fontMetrics()
        return self._around().height() + metrics.height() + (count - 1) * metrics.lineSpacing()

    @called_by_qt(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words where the new width ends."""
        super().resizeEvent(event)
        self._break_at(event.size().width())

    def _break_at(self, width: int) -> None:
        if (text := self._wrapped(width)) != self.text():
            self.setText(text)

    def _around(self) -> QSize:
        if self._frame is None:
            self.ensurePolished()
            self._frame = super().sizeHint() - self._size_of(self.text())
        return self._frame

    def _size_of(self, text: str) -> QSize:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text)

    def _wrapped(self, width: int) -> str:
        if width not in self._broken:
            self._broken[width] = self._break(width)
        return self._broken[width]

    def _break(self, width: int) -> str:
        room = width - self._around().width()
        lines: list[str] = []
        for word in self._words.split():
            # Words are rounded to pixels: a line is wider than the sum of its words.
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self._size_of(_plain(longer)).width() <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return "\n".join(_plain(line) for line in lines)


def _plain(text: str) -> str:
    # An ampersand in these words is a word of its own, and no mnemonic.
    return text.replace("&", "&&")
